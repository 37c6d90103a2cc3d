import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pythonEnv } from '../../../scripts/python-env.ts';
import { temporary } from '../../config/temporary.ts';
import { commit, git } from '../../support/git.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** The runner of `.ci/act`; undefined where it was never built, as without Go. */
export const act: string | undefined = globSync(join(root, '.cache', 'act', '*', 'act'))[0];

/** Set where the tests with a runner have to run: then none is a failure, and not a reason to leave them out. */
export const actRequired = process.env['MIGRATE_CHECK_REQUIRE_ACT'] === '1';

/** A command that a step gave to the runner, as the runner has understood it. */
export interface Command {
  readonly command: string;
  readonly arg: string;
  /** `file`, `line` and the like of an annotation. */
  readonly kvPairs?: Readonly<Record<string, string>>;
  /** Of an output. */
  readonly name?: string;
}

export interface Run {
  readonly status: number | null;
  readonly commands: readonly Command[];
  /** Everything that was printed, for when something is not as it should be. */
  readonly log: string;
}

/**
 * Runs an example workflow, as it is, for a pull request that adds a project to an empty repository. What it uses of
 * other repositories stands on this machine: ours is `bundle`, and Python is that of the tests.
 */
export async function runExample(example: string, project: string, bundle: string): Promise<Run> {
  const repository = await temporary({ 'README.md': '# Shop\n' });
  git(repository, 'init', '--quiet', '--initial-branch=main');
  commit(repository, 'before');
  const base = git(repository, 'rev-parse', 'HEAD').trim();
  cpSync(join(root, 'fixtures/projects/alembic', project), repository, { recursive: true });
  writeFileSync(join(repository, 'requirements.txt'), 'alembic\nsqlalchemy\npsycopg2-binary\n');
  const workflow = join(repository, '.github', 'workflows', example);
  mkdirSync(dirname(workflow), { recursive: true });
  copyFileSync(join(root, 'docs', 'examples', example), workflow);
  commit(repository, 'work');
  const home = await temporary(await beside(repository, base));
  return started(repository, home, [
    ...['--workflows', workflow],
    ...['--eventpath', join(home, 'event.json')],
    ...['--local-repository', `org/migrate-check@v1=${ours(home, bundle)}`],
    ...['--local-repository', `${setupPython(workflow)}=${join(home, 'setup-python')}`],
  ]);
}

/** What stands beside the repository: the event, and an action for the one that would ask the network for Python. */
async function beside(repository: string, base: string): Promise<Readonly<Record<string, string>>> {
  const head = git(repository, 'rev-parse', 'HEAD').trim();
  const event = {
    pull_request: { number: 1, base: { ref: 'main', sha: base }, head: { ref: 'work', sha: head } },
  };
  const python = `name: stand-in
runs:
  using: composite
  steps:
    - run: echo '${dirname(pythonEnv('current'))}' >>"$GITHUB_PATH"
      shell: bash
`;
  return {
    'event.json': JSON.stringify(event),
    'setup-python/action.yml': python,
    // Without settings of its own it asks a question.
    'act/actrc': '',
  };
}

/** Our repository as its users get it: the metadata and the bundle. */
function ours(home: string, bundle: string): string {
  const directory = join(home, 'migrate-check');
  cpSync(bundle, join(directory, 'dist'), { recursive: true });
  copyFileSync(join(root, 'action.yml'), join(directory, 'action.yml'));
  return directory;
}

/** With the hash that the example pins it by. */
const setupPython = (workflow: string): string =>
  /uses: (actions\/setup-python@\S+)/.exec(readFileSync(workflow, 'utf8'))?.[1] ?? 'none/none@v0';

function started(repository: string, home: string, args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(
    act ?? 'act',
    [
      ...['pull_request', '--json', '--container-daemon-socket', '-'],
      // On this machine, not in a container.
      ...['--platform', 'ubuntu-latest=-self-hosted'],
      // Nobody answers there, and at once.
      ...['--env', 'GITHUB_API_URL=http://127.0.0.1:1'],
      ...args,
    ],
    {
      cwd: repository,
      encoding: 'utf8',
      env: {
        PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
        HOME: process.env['HOME'],
        XDG_CONFIG_HOME: home,
        XDG_CACHE_HOME: join(home, 'cache'),
      },
    },
  );
  return { status, commands: commandsIn(stdout), log: stdout + stderr };
}

const commandsIn = (stdout: string): readonly Command[] =>
  stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Command)
    .filter(({ command }) => command !== undefined);
