import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../../src/check.ts';
import { environment, projectEnvironment } from '../../src/config/environment.ts';
import { merge } from '../../src/config/merge.ts';
import type { Report } from '../../src/model/report.ts';
import { commit, git } from '../../test/support/git.ts';
import { pythonEnv } from '../python-env.ts';
import { steady } from './steady.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'showcase');
const versions = join('shop', 'migrations', 'versions');
/** What the pull request adds: the end of the history. */
const added = ['3da1_drop_name.py', '4eb6_line_price.py'];

/** A real check of the project that is made to be shown: a history with something of most things in it. */
export const wholeHistory = (): Promise<Report> => reportOf(fixtures);

/** The same project in a pull request that adds two revisions. */
export async function pullRequest(): Promise<Report> {
  const root = mkdtempSync(join(tmpdir(), 'showcase-'));
  try {
    cpSync(fixtures, root, { recursive: true });
    git(root, 'init', '--quiet', '--initial-branch=main');
    for (const file of added) rmSync(join(root, versions, file));
    commit(root);
    git(root, 'switch', '--quiet', '-c', 'names-and-prices');
    for (const file of added) cpSync(join(fixtures, versions, file), join(root, versions, file));
    commit(root);
    return await reportOf(root, 'main');
  } finally {
    rmSync(root, { recursive: true });
  }
}

async function reportOf(root: string, since?: string): Promise<Report> {
  const { settings } = merge([], root);
  const report = await check({
    settings: {
      ...settings,
      database: 'local',
      python: pythonEnv('current'),
      ...(since === undefined ? {} : { since, scope: 'changed' }),
    },
    where: { directory: join(root, 'shop'), root },
    env: projectEnvironment(environment(), 'harmless', settings.env),
    signal: new AbortController().signal,
    progress: { stage: () => undefined, move: () => undefined, end: () => undefined },
  });
  return steady(report);
}
