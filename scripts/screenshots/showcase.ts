import { join } from 'node:path';
import { check } from '../../src/check.ts';
import { environment, projectEnvironment } from '../../src/config/environment.ts';
import { merge } from '../../src/config/merge.ts';
import type { Report } from '../../src/model/report.ts';
import { pythonEnv } from '../python-env.ts';

/** A real check of the project that is made to be shown: a history with something of most things in it. */
export async function showcase(): Promise<Report> {
  const root = join(import.meta.dirname, '..', '..', 'fixtures', 'showcase');
  const { settings } = merge([], root);
  return check({
    settings: { ...settings, database: 'local', python: pythonEnv('current') },
    where: { directory: join(root, 'shop'), root },
    env: projectEnvironment(environment(), 'harmless', settings.env),
    signal: new AbortController().signal,
    progress: { stage: () => undefined, move: () => undefined, end: () => undefined },
  });
}
