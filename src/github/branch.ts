import type { Api } from './api.ts';
import type { Repository } from './event.ts';

/** The last commit of a branch as GitHub has it now; undefined where it does not say. */
export async function tipOf(api: Api, repository: Repository, branch: string): Promise<string | undefined> {
  try {
    const { data } = await api.rest.git.getRef({ ...repository, ref: `heads/${branch}` });
    return data.object.sha;
  } catch {
    // What the run was told at first is not wrong, only older.
    return undefined;
  }
}
