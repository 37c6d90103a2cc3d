import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type EnvironmentName, pythonEnv } from '../../../scripts/python-env.ts';
import { commit, git } from '../../support/git.ts';
import { temporary, write } from '../../support/temporary.ts';
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
  readonly event: 'pull_request' | 'merge_group' | 'push' | 'workflow_run';
  /** What else the event says. */
  readonly payload?: object;
  /** And files of its own. */
  readonly files?: Readonly<Record<string, string>>;
  /** Python that the workflow gets; that of the tests otherwise. */
  readonly python?: EnvironmentName;
  /** Where steps keep artifacts for other runs. */
  readonly artifacts?: string;
  /** Programs that the machine has beside its own: a script for each. */
  readonly programs?: Readonly<Record<string, string>>;
  /** Further variables of the machine. */
  readonly env?: Readonly<Record<string, string>>;
  /** Of GitHub; absent: nobody answers, and that at once. */
  readonly api?: string;
  /** More arguments for act. */
  readonly args?: readonly string[];
}

/**
 * Runs a workflow for a change. What it uses of other repositories stands on this machine: ours is the bundle, and
 * Python is there already.
 */
export async function runWorkflow(trial: Trial): Promise<Run> {
  const { event, payload = {}, python = 'current', artifacts = '/nowhere', args = [], env = {} } = trial;
  const { repository, workflow, base, head } = await makeChange(trial);
  const home = await temporary({
    'event.json': JSON.stringify({ ...payloadOf(base, head), ...payload }),
    // Without settings of its own it asks a question.
    'act/actrc': '',
    ...standIns({ python: dirname(pythonEnv(python)), artifacts }),
  });
  const programs = await temporary(trial.programs);
  for (const name of Object.keys(trial.programs ?? {})) chmodSync(join(programs, name), 0o755);
  const others = pinned(workflow).map((uses) => `${uses}=${join(home, uses.replace(/@.*/, ''))}`);
  const machine = { ...env, PATH: `${programs}:${dirname(process.execPath)}:${process.env['PATH']}` };
  return start({ repository, home, env: machine }, [
    event,
    ...['--workflows', workflow, '--eventpath', join(home, 'event.json')],
    ...['--env', `GITHUB_API_URL=${trial.api ?? 'http://127.0.0.1:1'}`, '--secret', 'GITHUB_TOKEN=of-nobody'],
    ...[`org/migrate-check@v1=${repository}`, ...others].flatMap((one) => ['--local-repository', one]),
    ...trusted.flatMap((one) => ['--env', one]),
    ...args,
  ]);
}

/** Whom this machine trusts: a job has none of its variables, and what it installs may come from a mirror. */
const trusted = ['SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE'].flatMap((name) =>
  process.env[name] === undefined ? [] : [`${name}=${process.env[name]}`],
);

interface Change {
  readonly repository: string;
  /** The copy in there. */
  readonly workflow: string;
  readonly base: string;
  readonly head: string;
}

async function makeChange({ workflow, bundle, adds, files = {} }: Trial): Promise<Change> {
  const repository = await temporary({ 'README.md': '# Shop\n' });
  git(repository, 'init', '--quiet', '--initial-branch=main');
  // Whose repository it is.
  git(repository, 'remote', 'add', 'origin', 'https://github.com/shop/shop');
  commit(repository, 'before');
  const base = git(repository, 'rev-parse', 'HEAD').trim();
  writeOurs(repository, bundle);
  for (const [directory, fixture] of Object.entries(adds)) writeProject(join(repository, directory), fixture);
  await write(repository, files);
  const copy = join(repository, '.github', 'workflows', 'migrations.yml');
  mkdirSync(dirname(copy), { recursive: true });
  copyFileSync(join(root, workflow), copy);
  commit(repository, 'work');
  return { repository, workflow: copy, base, head: git(repository, 'rev-parse', 'HEAD').trim() };
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
const payloadOf = (base: string, head: string): object => ({
  pull_request: {
    number: 1,
    base: { ref: 'main', sha: base },
    head: { ref: 'work', sha: head, repo: { full_name: 'shop/shop' } },
  },
  merge_group: { base_sha: base, head_sha: head },
});

/** Actions in the place of those that would ask the network: a file for each. */
const standIns = (here: { python: string; artifacts: string }): Readonly<Record<string, string>> => ({
  'actions/setup-python/action.yml': standIn(`echo '${here.python}' >>"$GITHUB_PATH"`),
  'astral-sh/setup-uv/action.yml': standIn('uv --version'),
  'github/codeql-action/upload-sarif/action.yml': standIn(
    `cp "\${{ inputs.sarif_file }}" '${here.artifacts}/'`,
  ),
  'actions/upload-artifact/action.yml': standIn(`cp "\${{ inputs.path }}" '${here.artifacts}/'`),
  'actions/download-artifact/action.yml': standIn(`cp '${here.artifacts}'/* .`),
});

const standIn = (run: string): string => `name: stand-in
inputs:
  path: { description: a file }
  sarif_file: { description: a file }
runs:
  using: composite
  steps:
    - run: ${run}
      shell: bash
`;

/** The repositories that a workflow uses, each with its hash; `actions/checkout` is act itself. */
const pinned = (workflow: string): readonly string[] =>
  [
    ...readFileSync(workflow, 'utf8').matchAll(
      /uses: (?!actions\/checkout)([\w.-]+\/[\w.-]+)\S*(@[0-9a-f]{40})/g,
    ),
  ].map(([, repository = '', hash = '']) => `${repository}${hash}`);

interface Machine {
  readonly repository: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
}

async function start({ repository, home, env }: Machine, args: readonly string[]): Promise<Run> {
  const child = spawn(
    act ?? 'act',
    // On this machine, not in a container.
    [...args, '--json', '--container-daemon-socket', '-', '--platform', 'ubuntu-latest=-self-hosted'],
    {
      cwd: repository,
      env: {
        ...env,
        HOME: process.env['HOME'],
        XDG_CONFIG_HOME: home,
        XDG_CACHE_HOME: join(home, 'cache'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (chunk: string) => (said[name] += chunk));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, commands: commandsIn(said.stdout), log: said.stdout + said.stderr };
}

const commandsIn = (stdout: string): readonly Command[] =>
  stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Command)
    .filter(({ command }) => command !== undefined);
