import { createHash } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { Facts } from '../../../src/model/report.ts';
import type { RevisionGraph, RevisionId } from '../../../src/model/revision.ts';
import { makePlan } from '../../../src/replay/plan.ts';
import { replay } from '../../../src/replay/replay.ts';
import type { ToolSession } from '../../../src/tools/tool.ts';
import { openAlembic, writeProject } from '../../support/alembic.ts';
import { withDatabasesOf } from '../../support/passing-server.ts';
import { testServer } from '../../support/postgres.ts';
import { silent } from '../../support/replay.ts';
import type { Finished } from '../../support/temporary.ts';
import type { LiveCase } from './case.ts';

const irreversible = `

# migrate-check: irreversible it is not what this is about
def downgrade():
    raise NotImplementedError
`;

const header = (id: string, parent: string | undefined): string => `"""${id}"""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = ${JSON.stringify(id)}
down_revision = ${parent === undefined ? 'None' : JSON.stringify(parent)}


`;

const python = (sql: string): string => `op.execute(r"""${sql}""")`;

/** Alembic's table of versions has room for 32 characters. */
const short = (id: string): string =>
  id.length <= 24 ? id : `${id.slice(0, 15)}_${createHash('sha256').update(id).digest('hex').slice(0, 8)}`;

/** The text of the module of each revision of a case, the one before the change first. */
function modulesOf(id: string, { before, code, sql }: LiveCase): ReadonlyMap<string, string> {
  const texts = [code ?? executed(sql ?? [])].flat();
  const first = before === undefined ? [] : [`def upgrade():\n    ${python(before)}\n`];
  const modules = new Map<string, string>();
  let parent: string | undefined;
  for (const [at, text] of [...first, ...texts].entries()) {
    const name = at === 0 && before !== undefined ? `${short(id)}_before` : `${short(id)}_${at}`;
    modules.set(name, header(name, parent) + text + (text.includes('def downgrade') ? '' : irreversible));
    parent = name;
  }
  return modules;
}

const executed = (sql: string | readonly string[]): string =>
  `def upgrade():\n${[sql]
    .flat()
    .map((one) => `    ${python(one)}\n`)
    .join('')}`;

/** All cases in one project, each a history of its own, walked in a database of its own. */
export class Stand {
  readonly #session: ToolSession;

  private constructor(session: ToolSession) {
    this.#session = session;
  }

  static async open(
    cases: ReadonlyMap<string, LiveCase>,
    files: Readonly<Record<string, string>> = {},
    finished: Finished = onTestFinished,
  ): Promise<Stand> {
    const modules = [...cases].flatMap(([id, one]) => [...modulesOf(id, one)]);
    const directory = await writeProject(
      {
        ...files,
        ...Object.fromEntries(modules.map(([name, text]) => [`migrations/versions/${name}.py`, text])),
      },
      finished,
    );
    return new Stand(await openAlembic(directory, {}, finished));
  }

  /** Walks the revisions of one case; what is before the change is out of scope. */
  async walk(id: string, one: LiveCase): Promise<Facts> {
    const names = [...modulesOf(id, one).keys()] as RevisionId[];
    const changed = one.before === undefined ? names : names.slice(1);
    const graph = only(this.#session.graph, new Set(names));
    const plan = makePlan({
      graph: this.#session.graph,
      startAt: [],
      to: names.at(-1) as string,
      changedFiles: new Set(changed.map((name) => `migrations/versions/${name}.py`)),
    });
    const server = await testServer();
    const session = this.#session;
    const observations = await withDatabasesOf(server, async (passing) => {
      const { graph } = session;
      const timeoutMs = one.timeoutMs ?? 30_000;
      const request = { server: passing, session, graph, plan, timeoutMs, progress: silent };
      return replay(request).finally(() => session.release());
    });
    return {
      project: {
        directory: '.',
        tool: 'alembic',
        label: 'cases',
        because: 'alembic.ini',
        file: 'alembic.ini',
      },
      toolchain: this.#session.toolchain,
      server: server.facts,
      graph,
      plan: { ...plan, leftOut: plan.leftOut.filter(({ revision }) => names.includes(revision)) },
      observations,
      ...(one.rows
        ? {
            tableSizes: Object.entries(one.rows).map(([name, rows]) => ({
              schema: 'public',
              name,
              rows,
              bytes: rows * 100,
            })),
          }
        : {}),
    };
  }
}

function only(graph: RevisionGraph, ids: ReadonlySet<RevisionId>): RevisionGraph {
  const revisions = graph.revisions.filter(({ id }) => ids.has(id));
  return {
    revisions,
    bases: graph.bases.filter((id) => ids.has(id)),
    heads: graph.heads.filter((id) => ids.has(id)),
    faults: [],
  };
}
