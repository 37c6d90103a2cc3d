/** Whole runs where a repository, a runner or a machine is not as most are: what is checked, and where it is said. */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { urlOf } from '../database/support/url.ts';
import { bundled } from '../packaging/support/bundled.ts';
import { envPy, revisionPy, writeProject } from '../support/alembic.ts';
import { commit, git, makeRepository } from '../support/git.ts';
import { testDatabase } from '../support/postgres.ts';
import { tip } from '../support/remote.ts';
import { write } from '../support/temporary.ts';
import { type Ended, runStep } from './support/runner.ts';

const bundle = bundled();
/** Its downgrade leaves what its upgrade made. */
const left = (id: string): string => revisionPy(id, null, 'op.execute("CREATE TABLE t (a int)")');
const versions = 'migrations/versions';

interface Given {
  /** Files of the branch that the pull request is to be merged into. */
  readonly before?: Readonly<Record<string, string>>;
  readonly prepare?: (workspace: string) => Promise<unknown>;
  /** What the pull request does. */
  readonly change: (workspace: string) => Promise<unknown>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** The step on a pull request, whose commits are all there. */
async function run({ before = {}, prepare, change, inputs = {}, env = {} }: Given): Promise<Ended> {
  const workspace = await writeProject(before);
  await prepare?.(workspace);
  makeRepository(workspace);
  const base = tip(workspace);
  await change(workspace);
  commit(workspace);
  const pull_request = { number: 7, base: { ref: 'main', sha: base }, head: { sha: tip(workspace) } };
  const { address } = await testDatabase();
  return runStep({
    bundle,
    workspace,
    inputs: { database: 'server', 'database-url': urlOf(address), suggestions: 'false', ...inputs },
    event: { name: 'pull_request', payload: { pull_request } },
    env,
  });
}

/** Rule and file of each error that is on a line. */
const placed = ({ annotations }: Ended): readonly string[] =>
  annotations.flatMap((line) => {
    const [, rule, file] = /^::error title=([^,:]+),file=([^,:]+)/.exec(line) ?? [];
    return rule === undefined ? [] : [`${rule} ${file}`];
  });

test('a migration whose name is no text is checked like any other', async () => {
  const ended = await run({
    change: (workspace) => {
      const name = Buffer.from(`${workspace}/${versions}/a\xe2\x82\xff.py`, 'latin1');
      return writeFile(name, left('a'));
    },
  });
  expect(placed(ended)).toEqual([`missing-downgrade ${versions}/a\ufffd\ufffd.py`]);
  expect(ended.status).toBe(1);
});

test('so is one that a link brings in, and one behind a link that is edited', async () => {
  const linked = (workspace: string): Promise<void> =>
    symlink('../../shared/a.py', join(workspace, versions, 'a.py'));
  const before = { 'shared/a.py': left('a') };
  expect(placed(await run({ before, change: linked }))).toEqual(['missing-downgrade shared/a.py']);
  const edited = await run({
    before: { 'shared/a.py': revisionPy('a', null, 'pass') },
    prepare: linked,
    change: (workspace) => write(workspace, before),
  });
  expect(placed(edited)).toEqual(['missing-downgrade shared/a.py']);
});

test('so is one that comes with a newer commit of a submodule', async () => {
  const ended = await run({
    before: { 'alembic.ini': '[alembic]\nscript_location = sub/migrations\n' },
    prepare: async (workspace) => {
      const other = await writeProject({});
      makeRepository(other);
      git(workspace, 'init', '--quiet', '--initial-branch=main');
      git(workspace, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other, 'sub');
      await mkdir(join(workspace, 'sub', versions), { recursive: true });
    },
    change: async (workspace) => {
      await write(join(workspace, 'sub'), { [`${versions}/a.py`]: left('a') });
      commit(join(workspace, 'sub'));
    },
  });
  expect(ended.outputs['verdict']).toBe('failed');
  expect(ended.status).toBe(1);
});

test('without git everything can be checked, and places begin at the top all the same', async () => {
  const change = (workspace: string): Promise<void> => write(workspace, { 'b.txt': '' });
  const before = {
    'db/alembic.ini': '[alembic]\nscript_location = migrations\n',
    [`db/${versions}/a.py`]: left('a'),
    'db/migrations/env.py': envPy(),
  };
  const refused = await run({ before, change, inputs: { directory: 'db' }, env: { PATH: '/nowhere' } });
  expect(refused.annotations.join()).toMatch(/::error::git is not installed.*--scope all/);
  expect(refused.status).toBe(1);
  const all = await run({
    before,
    change,
    inputs: { directory: 'db', scope: 'all', filter: 'none' },
    env: { PATH: '/nowhere' },
  });
  expect(placed(all)).toEqual([`missing-downgrade db/${versions}/a.py`]);
});

test('a runner without files for outputs has them all in its log', async () => {
  const ended = await run({
    change: (workspace) => write(workspace, { [`${versions}/a.py`]: left('a') }),
    inputs: { json: 'report.json' },
    env: { GITHUB_OUTPUT: '', GITHUB_STATE: '', GITHUB_STEP_SUMMARY: '' },
  });
  const word = /^::stop-commands::(\w+)$/m.exec(ended.stdout)?.[1] ?? '';
  const [before = '', , after = ''] = ended.stdout.split(word);
  expect(before).toMatch(/^::save-state name=watchLists::/m);
  expect(after).toMatch(/^::set-output name=json::.*report\.json$/m);
  expect(after).toMatch(/^::set-output name=verdict::failed$/m);
  expect(ended.status).toBe(1);
});
