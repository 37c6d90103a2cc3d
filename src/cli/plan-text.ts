import { styleText } from 'node:util';
import type { PlannedFacts } from '../check/request.ts';
import type { Revision } from '../model/revision.ts';

/** Where the disposable PostgreSQL would come from: the providers in the order in which they would be tried. */
export type Providers = readonly { readonly id: string; readonly refusal?: string }[];

/** The plan for people: what would be done to which revision, by which programs, on which server. */
export function planText(planned: PlannedFacts, providers: Providers, colour: boolean): string {
  const bold = (text: string): string => (colour ? styleText('bold', text, { validateStream: false }) : text);
  return [
    bold(planned.project.label),
    ...header(planned, providers),
    '',
    bold(summary(planned)),
    ...table(planned),
    ...faults(planned),
    '',
    ending(planned),
    'This was the plan; nothing was started.',
    '',
  ].join('\n');
}

function header({ project, toolchain, plan }: PlannedFacts, providers: Providers): readonly string[] {
  const versions = Object.entries(toolchain.versions).map(([name, version]) => `${name} ${version}`);
  return [
    `  found       ${project.because}`,
    `  interpreter ${toolchain.interpreter}`,
    `  versions    ${versions.join(', ')}`,
    ...providers.map(
      ({ id, refusal }, index) =>
        `  ${(index === 0 ? 'PostgreSQL' : '').padEnd(11)} ${id}${refusal === undefined ? '' : `, not usable: ${refusal}`}`,
    ),
    ...(plan.baseSql === undefined ? [] : [`  begins with ${plan.baseSql}`]),
  ];
}

type Part = 'round trip' | 'upgrade' | 'left out';

function partsOf({
  plan,
}: PlannedFacts): ReadonlyMap<string, { readonly part: Part; readonly why?: string }> {
  const steps = plan.steps.flatMap((step) =>
    'revision' in step
      ? [[step.revision, { part: step.kind === 'round-trip' ? 'round trip' : 'upgrade' } as const] as const]
      : [],
  );
  const out = plan.leftOut.map(
    ({ revision, why }) => [revision, { part: 'left out', why } as const] as const,
  );
  return new Map<string, { readonly part: Part; readonly why?: string }>([...steps, ...out]);
}

function summary(planned: PlannedFacts): string {
  const parts = [...partsOf(planned).values()].map(({ part }) => part);
  const count = (wanted: Part): number => parts.filter((part) => part === wanted).length;
  const total = planned.graph.revisions.length;
  return [
    `${total} ${total === 1 ? 'revision' : 'revisions'}`,
    `${count('round trip')} up, down and up again`,
    ...(count('upgrade') > 0 ? [`${count('upgrade')} only upgraded through`] : []),
    ...(count('left out') > 0 ? [`${count('left out')} left out`] : []),
  ].join(', ');
}

function table(planned: PlannedFacts): readonly string[] {
  const { revisions } = planned.graph;
  const parts = partsOf(planned);
  const width = Math.max(0, ...revisions.map(({ id }) => id.length));
  return revisions.map((revision: Revision) => {
    const { part = 'left out', why } = parts.get(revision.id) ?? {};
    const about = why === undefined ? revision.title : `${revision.title}  (${why})`;
    return `  ${part.padEnd(10)}  ${revision.id.padEnd(width)}  ${about}`.trimEnd();
  });
}

/** What is unusable is in no list of revisions. */
function faults({ graph }: PlannedFacts): readonly string[] {
  if (graph.faults.length === 0) return [];
  const kinds = graph.faults.map((fault) => {
    const [place] = 'place' in fault ? [fault.place] : fault.places;
    return `  ${fault.kind.replace('-', ' ')}${place ? `  ${place.file}${place.line === undefined ? '' : `:${place.line}`}` : ''}`;
  });
  return ['', 'Faults of the graph, which make revisions unusable:', ...kinds];
}

function ending({ plan }: PlannedFacts): string {
  if (plan.steps.length === 0) return 'There is nothing to do, and no server would be started.';
  const kinds = plan.steps.map(({ kind }) => kind);
  const then = [
    ...(kinds.includes('chain') ? ['the whole chain down and up'] : []),
    ...(kinds.includes('rehearsal') ? ['one plain upgrade to the heads'] : []),
  ];
  return then.length === 0 ? '' : `Then ${then.join(', and ')}.`;
}
