import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type EnvironmentName, pythonEnv } from '../../../scripts/python-env.ts';
import { temporary } from '../../config/temporary.ts';
import { commit, git } from '../../support/git.ts';
import { root } from './workflow.ts';

/** The runner of `.ci/act`; undefined where it was never built, as without Go. */
export const act: string | undefined = globSync(join(root, '.cache', 'act', '*', 'act'))[0];

/** Set where the tests with a runner have to run: then none is a failure, and not a reason to leave them out. */
export const actRequired = process.env['MIGRATE_CHECK_REQUIRE_ACT'] === '1';

/** What a step gave to the runner, as the runner has understood it. */
export interface Command {
  /** `error`, `set-output` and the like. */
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

export interface Trial {
  /** The workflow, relative to the root of this repository; it runs as it is. */
  readonly workflow: string;
  /** The bundle that is tried. */
  readonly bundle: string;
  /** What the change adds to a repository with nothing in it: directories there, and the fixtures that they are. */
  readonly adds: Readonly<Record<string, string>>;
  readonly event: 'pull_request' | 'merge_group' | 'push';
  /** Python that the workflow gets; that of the tests otherwise. */
  readonly python?: EnvironmentName;
  /** More arguments for act. */
  readonly args?: readonly string[];
}

/**
 * Runs a workflow for a change. What it uses of other repositories stands on this machine: ours is the bundle, and
 * Python is there already.
 */
export async function runWorkflow(trial: Trial): Promise<Run> {
  const { workflow, bundle, adds, event, python = 'current', args = [] } = trial;
  const repository = await temporary({ 'README.md': '# Shop\n' });
  git(repository, 'init', '--quiet', '--initial-branch=main');
  commit(repository, 'before');
  const base = git(repository, 'rev-parse', 'HEAD').trim();
  writeOurs(repository, bundle);
  for (const [directory, fixture] of Object.entries(adds)) writeProject(join(repository, directory), fixture);
  const copy = join(repository, '.github', 'workflows', 'migrations.yml');
  mkdirSync(dirname(copy), { recursive: true });
  copyFileSync(join(root, workflow), copy);
  commit(repository, 'work');
  const home = await temporary({
    'event.json': JSON.stringify(payload(base, git(repository, 'rev-parse', 'HEAD').trim())),
    'setup-python/action.yml': pythonThatIsHere(python),
    // Without settings of its own it asks a question.
    'act/actrc': '',
  });
  return start(repository, home, [
    event,
    ...['--workflows', copy, '--eventpath', join(home, 'event.json')],
    ...['--local-repository', `org/migrate-check@v1=${repository}`],
    ...['--local-repository', `${setupPython(copy)}=${join(home, 'setup-python')}`],
    ...args,
  ]);
}

/** What the action is for the runner: `uses: ./` finds it here. */
function writeOurs(repository: string, bundle: string): void {
  cpSync(bundle, join(repository, 'dist'), { recursive: true });
  copyFileSync(join(root, 'action.yml'), join(repository, 'action.yml'));
}

function writeProject(directory: string, fixture: string): void {
  cpSync(join(root, 'fixtures/projects/alembic', fixture), directory, { recursive: true });
  writeFileSync(join(directory, 'requirements.txt'), 'alembic\nsqlalchemy\npsycopg2-binary\n');
}

/** The fields of each event that anybody looks at. */
const payload = (base: string, head: string): object => ({
  pull_request: { number: 1, base: { ref: 'main', sha: base }, head: { ref: 'work', sha: head } },
  merge_group: { base_sha: base, head_sha: head },
});

/** In the place of the action that would ask the network for one. */
const pythonThatIsHere = (name: EnvironmentName): string => `name: stand-in
runs:
  using: composite
  steps:
    - run: echo '${dirname(pythonEnv(name))}' >>"$GITHUB_PATH"
      shell: bash
`;

/** With the hash that the workflow pins it by. */
const setupPython = (workflow: string): string =>
  /uses: (actions\/setup-python@\S+)/.exec(readFileSync(workflow, 'utf8'))?.[1] ?? 'none/none@v0';

function start(repository: string, home: string, args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(
    act ?? 'act',
    [
      ...args,
      ...['--json', '--container-daemon-socket', '-'],
      // On this machine, not in a container.
      ...['--platform', 'ubuntu-latest=-self-hosted'],
      // Nobody answers there, and at once.
      ...['--env', 'GITHUB_API_URL=http://127.0.0.1:1'],
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
