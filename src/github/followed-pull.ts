import type { Api } from './api.ts';
import type { FollowedRun, PullRequest, Repository } from './event.ts';

/**
 * The open pull request that a run was about, by what GitHub says of the run: its last commit, its branch and the
 * repository that this is in. Undefined where there is none, as after another push. For runs of forks GitHub names none
 * by itself, and what the run says of it cannot be trusted.
 */
export async function followedPull(
  api: Api,
  repository: Repository,
  { head }: FollowedRun,
): Promise<Pick<PullRequest, 'number' | 'head'> | undefined> {
  const pulls = await api.paginate(api.rest.pulls.list, {
    ...repository,
    state: 'open',
    head: `${head.owner}:${head.branch}`,
    per_page: 100,
  });
  const found = pulls.find(
    (pull) => pull.head.sha === head.sha && pull.head.repo?.full_name === head.repository,
  );
  return found && { number: found.number, head: { sha: head.sha } };
}
