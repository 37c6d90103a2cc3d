import { baseCommit, fetchCommit } from '../config/base-commit.ts';
import { gitRoot } from '../config/git.ts';
import type { Api } from '../github/api.ts';
import { tipOf } from '../github/branch.ts';
import type { GitHubEvent } from '../github/event.ts';

/**
 * The commit that the change of an event began at; undefined where it has none. A run that is run again sees what its
 * base was then; so it is compared with what the branch is now, where the checkout can be.
 */
export async function baseOf(
  directory: string,
  event: GitHubEvent,
  api: (() => Promise<Api>) | undefined,
): Promise<string | undefined> {
  const { base, pull, kind, run, sha, repository } = event;
  if (base === undefined) return undefined;
  const root = await gitRoot(directory);
  if (root === undefined) return base;
  if (api && pull && repository && run.attempt > 1) {
    const tip = await tipOf(await api(), repository, pull.base.branch);
    if (tip !== undefined && (await fetchCommit(root, tip))) return tip;
  }
  return baseCommit(root, { base, merge: kind === 'pull_request' ? sha : undefined });
}
