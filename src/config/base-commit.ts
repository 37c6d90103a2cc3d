import { isShallow, runGit } from './git.ts';

export interface ChangeInCheckout {
  /** The commit that the change began at, as the event has it. */
  readonly base: string;
  /** What GitHub made of base and change, which is the commit that is checked out where nobody asked for another. */
  readonly merge?: string | undefined;
}

/**
 * The commit to compare a checkout with. Where the merge is checked out, that is what was merged into: the event of a run
 * that is run again may be older than that. A checkout without its history is given the little of it that is needed,
 * where the remote gives it; where it does not, whoever reads the history says so.
 */
export async function baseCommit(root: string, { base, merge }: ChangeInCheckout): Promise<string> {
  const head = await commitAt(root, 'HEAD');
  if (merge !== undefined && head === merge) {
    const into = await mergedInto(root, merge);
    if (into !== undefined) return into;
  }
  if (await isKnown(root, base)) return base;
  // A depth would cut off the history of a checkout that has all of it.
  if (await isShallow(root)) await fetch(root, `--depth=${deep}`, head ?? 'HEAD', base);
  else await fetch(root, base);
  return base;
}

/**
 * Whether a commit of the remote can be compared with, after it was fetched where it was not there. Not in a checkout
 * without its history, which this would be fetched with.
 */
export async function fetchCommit(root: string, commit: string): Promise<boolean> {
  if (await isKnown(root, commit)) return true;
  if (await isShallow(root)) return false;
  await fetch(root, commit);
  return isKnown(root, commit);
}

/** Commits of each side that are looked through for the one where they parted. */
const deep = 50;

async function mergedInto(root: string, merge: string): Promise<string | undefined> {
  if (!(await hasParents(root, merge)) && (await isShallow(root))) await fetch(root, '--depth=2', merge);
  return (await hasParents(root, merge)) ? commitAt(root, `${merge}^1`) : undefined;
}

/** A checkout without its history does not have the parents, though the commit names them. */
const hasParents = async (root: string, merge: string): Promise<boolean> =>
  (await commitAt(root, `${merge}^2`)) !== undefined;

const isKnown = async (root: string, commit: string): Promise<boolean> =>
  (await runGit(root, ['merge-base', commit, 'HEAD'])).code === 0;

async function commitAt(root: string, name: string): Promise<string | undefined> {
  const { code, stdout } = await runGit(root, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
  return code === 0 ? stdout.trim() : undefined;
}

/** Whether it works shows in what is there afterwards. */
const fetch = (root: string, ...what: readonly string[]): Promise<unknown> =>
  runGit(root, ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', 'origin', ...what]);
