import type { Observations } from '../../src/model/observation.ts';
import { makePlan, type PlanRequest } from '../../src/replay/plan.ts';
import { replay } from '../../src/replay/replay.ts';
import { openAlembic, writeProject } from './alembic.ts';
import { testServer } from './postgres.ts';

/** Tells nobody how far it is. */
export const silent = { stage: () => undefined, move: () => undefined, end: () => undefined };

/** Walks a project of these files on the server of this run. `versions` are file names without ending, and their text. */
export async function walkProject(
  versions: Readonly<Record<string, string>>,
  more: {
    files?: Readonly<Record<string, string>>;
    plan?: Partial<PlanRequest>;
    timeoutMs?: number;
    baseSql?: string;
  } = {},
): Promise<Observations> {
  const directory = await writeProject({
    ...more.files,
    ...Object.fromEntries(
      Object.entries(versions).map(([name, text]) => [`migrations/versions/${name}.py`, text]),
    ),
  });
  const session = await openAlembic(directory);
  const { graph } = session;
  return replay({
    server: await testServer(),
    session,
    graph,
    plan: makePlan({ graph, startAt: [], ...more.plan }),
    timeoutMs: more.timeoutMs ?? 30_000,
    progress: silent,
    ...(more.baseSql === undefined ? {} : { baseSql: more.baseSql }),
  });
}
