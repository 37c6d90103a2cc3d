import { access, lstat } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { SetupError } from '../../model/setup-error.ts';
import { type Ended, run } from '../run.ts';

export interface PythonRequest {
  /** Named by the user: then no other is tried. */
  readonly python?: string;
  /** Of the project; and the directory above which nothing is looked for. */
  readonly directory: string;
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

export interface Python {
  readonly path: string;
  /** Such as "from .venv". */
  readonly because: string;
}

const windows = process.platform === 'win32';
const inEnvironment = windows ? ['Scripts', 'python.exe'] : ['bin', 'python'];

/** The interpreter of the project: the first that can import Alembic, in the order in which people choose theirs. */
export async function findPython(request: PythonRequest): Promise<Python> {
  if (request.python !== undefined) return named(request, request.python);
  const tried: string[] = [];
  for await (const python of candidates(request)) {
    const version = await importAlembic(request, python.path);
    if (canImport(version)) return python;
    // A name on the path that is not there was nobody's choice; an environment whose interpreter is gone was.
    if (version.code !== null || isAbsolute(python.path))
      tried.push(`${python.path} (${python.because}): ${whyNot(version)}`);
  }
  if (tried.length > 0)
    throw new SetupError(
      'no-alembic',
      'No Python here can import alembic',
      'Install the project, or name its Python: --python path/to/python',
      { details: tried },
    );
  throw new SetupError(
    'no-python',
    'There is no Python',
    'Install Python 3.8 or newer, or name one: --python path/to/python',
  );
}

async function named(request: PythonRequest, path: string): Promise<Python> {
  const full = path.includes('/') && !isAbsolute(path) ? resolve(process.cwd(), path) : path;
  const version = await importAlembic(request, full);
  if (canImport(version)) return { path: full, because: 'named with --python' };
  if (version.code === null || version.code === 0)
    throw new SetupError(
      'no-python',
      `${path} ${version.code === null ? `cannot be run: ${inWords(version.stderr)}` : whyNot(version)}`,
      'Name a Python interpreter: --python .venv/bin/python',
    );
  throw new SetupError(
    'no-alembic',
    `${path} cannot import alembic`,
    `Install the project there: ${path} -m pip install alembic`,
    { details: [whyNot(version)] },
  );
}

async function* candidates(request: PythonRequest): AsyncGenerator<Python> {
  const active = request.env['VIRTUAL_ENV'];
  if (active) yield { path: join(active, ...inEnvironment), because: 'from VIRTUAL_ENV' };
  const directories = upTo(request.directory, request.root);
  for (const directory of directories) {
    for (const name of ['.venv', 'venv']) {
      const path = join(directory, name, ...inEnvironment);
      if (await isThere(path)) yield { path, because: `from ${name}` };
    }
  }
  yield* ofManagers(request, directories);
  for (const name of windows ? ['python'] : ['python3', 'python']) yield { path: name, because: 'from PATH' };
}

/** Where uv, Poetry and Pipenv keep the environment, asked of themselves. */
async function* ofManagers(
  { env, signal }: PythonRequest,
  directories: readonly string[],
): AsyncGenerator<Python> {
  for (const { name, lock, ask } of managers) {
    const home = await firstWith(directories, lock);
    if (home === undefined) continue;
    const asked = await run(ask, { cwd: home, env, signal, timeoutMs: 60_000 });
    const path = lastLine(asked.stdout);
    if (asked.code === 0 && path) yield { path, because: `from ${name}` };
  }
}

const managers: readonly {
  readonly name: string;
  readonly lock: string;
  readonly ask: readonly [string, ...string[]];
}[] = [
  {
    name: 'uv',
    lock: 'uv.lock',
    ask: ['uv', 'run', '--no-sync', 'python', '-c', 'import sys; print(sys.executable)'],
  },
  { name: 'Poetry', lock: 'poetry.lock', ask: ['poetry', 'env', 'info', '--executable'] },
  { name: 'Pipenv', lock: 'Pipfile.lock', ask: ['pipenv', '--py'] },
];

const proof = 'alembic is there';
const canImport = ({ code, stdout }: Ended): boolean => code === 0 && stdout.includes(proof);
function whyNot({ code, stderr }: Ended): string {
  if (code === null) return inWords(stderr);
  return code === 0
    ? 'is no Python: it does nothing of what it is told'
    : lastLine(stderr) || `it exited with ${code}`;
}

/** The two reasons that people meet, without the words of the system. */
function inWords(reason: string): string {
  if (reason.endsWith(' ENOENT')) return 'there is no such program';
  return reason.endsWith(' EACCES') ? 'it may not be executed' : reason;
}

function importAlembic({ directory, env, signal }: PythonRequest, path: string): Promise<Ended> {
  // Found, not imported, which would take as long as opening the project; whether it is whole is seen there.
  // Without the working directory: a folder `alembic/` of the project must not pass for the package.
  const question = `import sys, importlib.util as u; sys.path[:] = filter(None, sys.path)
print('${proof}') if u.find_spec('alembic') else sys.exit("No module named 'alembic'")`;
  return run([path, '-c', question], { cwd: directory, env, signal, timeoutMs: 60_000 });
}

function upTo(directory: string, root: string): readonly string[] {
  const parent = dirname(directory);
  return directory === root || parent === directory ? [directory] : [directory, ...upTo(parent, root)];
}

async function firstWith(directories: readonly string[], file: string): Promise<string | undefined> {
  for (const directory of directories) if (await exists(join(directory, file))) return directory;
  return undefined;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Also a link to an interpreter that is gone, which an environment keeps when its Python is replaced. */
const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
