import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { isAbove } from '../model/place.ts';
import { SetupError } from '../model/setup-error.ts';
import { environment, gitEnvironment } from './environment.ts';

/** The top level of the repository that a directory is in; undefined outside one, and without git. */
export async function gitRoot(directory: string): Promise<string | undefined> {
  const { code, stdout } = await runGit(directory, ['rev-parse', '--show-toplevel']);
  return code === 0 ? stdout.replace(/\n$/, '') : undefined;
}

/**
 * Reads files as they are at the merge base of `since` and HEAD: the path is relative to `root`, the text undefined where
 * there is none. Nothing is checked out. SetupError `git-failed`.
 */
export async function filesAtBase(
  root: string,
  since: string,
): Promise<(path: string) => Promise<string | undefined>> {
  return readerAt(root, await mergeBase(root, since));
}

/** Files that one side of a fork has changed, and how to read the version of them that is asked for. */
export interface Side {
  readonly files: readonly string[];
  /** The path is relative to the root; undefined where there is no such file. */
  readonly read: (file: string) => Promise<string | undefined>;
}

/**
 * What the two sides have done in some folders since they parted. `ours`: files that the working tree has changed or no
 * longer has, as they were at the merge base of `since` and HEAD. `theirs`: files that `since` has added or changed, as
 * they are there. SetupError `git-failed`.
 */
export async function bothSides(
  root: string,
  since: string,
  folders: readonly string[],
): Promise<{ readonly ours: Side; readonly theirs: Side }> {
  const base = await mergeBase(root, since);
  // Git refuses to be asked of what lies outside, which no commit changes.
  const inside = folders.filter((folder) => !isAbove(folder));
  const differ = async (filter: string, ...commits: readonly string[]): Promise<readonly string[]> => {
    if (inside.length === 0) return [];
    const options = [
      '--name-only',
      '--no-renames',
      '--no-ext-diff',
      '--relative',
      '-z',
      `--diff-filter=${filter}`,
    ];
    const list = await demand(root, ['--literal-pathspecs', 'diff', ...options, ...commits, '--', ...inside]);
    return list.split('\0').filter(Boolean);
  };
  return {
    ours: { files: await differ('MDT', base), read: readerAt(root, base) },
    theirs: { files: await differ('AMT', base, since), read: readerAt(root, since) },
  };
}

const readerAt =
  (root: string, commit: string): Side['read'] =>
  async (path) => {
    const { code, stdout } = await runGit(root, ['cat-file', 'blob', `${commit}:./${path}`]);
    return code === 0 ? stdout : undefined;
  };

/** The commit that `since` and HEAD have parted at. SetupError `git-failed`. */
export async function mergeBase(root: string, since: string): Promise<string> {
  if (since.startsWith('-') || since === '')
    throw failed(
      `${JSON.stringify(since)} is no git ref`,
      'Name a branch, a tag or a commit: --since origin/main',
    );
  await demand(root, ['rev-parse', '--git-dir']);
  const commit = await runGit(root, ['rev-parse', '--verify', '--quiet', `${since}^{commit}`]);
  if (commit.code !== 0) throw await unknownRef(root, since);
  const base = await runGit(root, ['merge-base', commit.stdout.trim(), 'HEAD']);
  if (base.code === 0) return base.stdout.trim();
  throw await noMergeBase(root, since, base);
}

async function unknownRef(root: string, since: string): Promise<SetupError> {
  if (await isShallow(root)) return failed(`There is no git ref ${since} in this shallow clone`, deepen);
  const branch = since.replace(/^(refs\/(heads|remotes)\/)?(origin\/)?/, '');
  return failed(`There is no git ref ${since}`, `Check the name, or fetch it: git fetch origin ${branch}`);
}

async function noMergeBase(root: string, since: string, { stderr }: Ended): Promise<SetupError> {
  if (await isShallow(root))
    return failed(`This clone is too shallow to tell what changed since ${since}`, deepen);
  return failed(`HEAD and ${since} have no commit in common`, 'Name a ref that this branch began at', stderr);
}

const deepen =
  'Fetch the whole history: with fetch-depth: 0 for actions/checkout, or with git fetch --unshallow origin';

/** Whether the repository was cloned without all of its history. */
export const isShallow = async (root: string): Promise<boolean> =>
  (await runGit(root, ['rev-parse', '--is-shallow-repository'])).stdout.trim() === 'true';

/** What git prints; SetupError in its own words when it fails. */
export async function demand(root: string, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runGit(root, args);
  if (code === 0) return stdout;
  if (code === 'ENOENT')
    throw failed(
      'git is not installed, and without it nobody can tell what changed',
      'Install git, and check the repository out with it; --scope all checks everything without',
    );
  if (/not a git repository/.test(stderr)) throw failed(`${root} is not in a git repository`, everything);
  if (/dubious ownership/.test(stderr))
    throw failed(
      `git refuses ${root}, which belongs to somebody else`,
      `Tell git that it may: git config --global --add safe.directory ${root}`,
      stderr,
    );
  throw failed(`git ${args[0]} failed in ${root}`, everything, stderr);
}

/** For where nobody can tell what changed. */
const everything = 'Check everything instead: --scope all';

const failed = (message: string, hint: string, stderr = ''): SetupError =>
  new SetupError('git-failed', message, hint, { details: stderr.split('\n').filter(Boolean).slice(0, 5) });

interface Ended {
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

const execute = promisify(execFile);

/** Runs git to its end, whatever that is: a code that is not 0 is for the caller to judge. */
export async function runGit(cwd: string, args: readonly string[]): Promise<Ended> {
  const options = { cwd, env: gitEnvironment(environment()), maxBuffer: Number.POSITIVE_INFINITY };
  try {
    return { code: 0, ...(await execute('git', args, options)) };
  } catch (error) {
    // What cannot be started at all has printed nothing.
    const { code = 1, stdout = '', stderr = '' } = error as Partial<Ended>;
    return { code, stdout, stderr };
  }
}
