import { JSDOM } from 'jsdom';

/** Mermaid cleans labels with a library that wants the window of a browser when it is loaded. */
const { window } = new JSDOM('');
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import('mermaid');

interface Vertex {
  readonly text: string;
  readonly link?: string;
  readonly haveCallback?: boolean;
}
interface FlowDb {
  getVertices(): ReadonlyMap<string, Vertex>;
  getEdges(): readonly unknown[];
}
interface Task {
  readonly task: string;
  readonly section: string;
  readonly crit?: boolean;
  readonly startTime: Date;
  readonly endTime: Date;
}
interface GanttDb {
  getTasks(): readonly Task[];
}

export interface Flowchart {
  readonly labels: readonly string[];
  readonly edges: number;
  /** Nodes that do something when they are clicked. */
  readonly clickable: number;
}

/** What Mermaid itself reads from a flowchart. Throws what it throws. */
export async function readFlowchart(source: string): Promise<Flowchart> {
  const db = (await readDiagram(source, 'flowchart-v2')) as FlowDb;
  const vertices = [...db.getVertices().values()];
  return {
    labels: vertices.map(({ text }) => decoded(text)),
    edges: db.getEdges().length,
    clickable: vertices.filter(({ link, haveCallback }) => link !== undefined || haveCallback === true)
      .length,
  };
}

/** The same of a gantt chart. */
export async function readGantt(source: string): Promise<readonly Task[]> {
  const tasks = ((await readDiagram(source, 'gantt')) as GanttDb).getTasks();
  return tasks.map((task) => ({ ...task, task: decoded(task.task).trim(), section: decoded(task.section) }));
}

async function readDiagram(source: string, type: string): Promise<unknown> {
  const { diagramType, config } = await mermaid.parse(source);
  if (diagramType !== type || Object.keys(config).length > 0)
    throw new Error(`A ${diagramType} with the settings ${JSON.stringify(config)}`);
  return (await mermaid.mermaidAPI.getDiagramFromText(source)).db;
}

/** How Mermaid keeps `#35;` until it draws: source of mermaid, utils.ts, encodeEntities. */
const decoded = (text: string): string =>
  text.replace(/ﬂ°°(\d+)¶ß/g, (_, point: string) => String.fromCodePoint(Number(point)));
