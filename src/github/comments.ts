import type { Api } from './api.ts';
import type { PullRequest, Repository } from './event.ts';

/** A comment on a pull request. */
export interface Comment {
  readonly id: number;
  readonly body: string;
}

/** The comments of one pull request, as far as we may look at them and write them. */
export interface Comments {
  /** Those that begin with a text and that whoever the token belongs to has written, oldest first. */
  own(beginsWith: string): Promise<readonly Comment[]>;
  create(body: string): Promise<Comment>;
  /** False where it is gone. */
  update(id: number, body: string): Promise<boolean>;
  remove(id: number): Promise<void>;
}

/** The comments of a pull request on GitHub. */
export function commentsOf(
  api: Api,
  { owner, repo }: Repository,
  { number }: Pick<PullRequest, 'number'>,
): Comments {
  const here = { owner, repo };
  const { issues } = api.rest;
  let isOurs: ((author: Author | null) => boolean) | undefined;
  return {
    own: async (beginsWith) => {
      // All pages: on a long pull request ours is far from the first.
      const all = await api.paginate(issues.listComments, { ...here, issue_number: number, per_page: 100 });
      const marked = all.filter(({ body }) => body?.startsWith(beginsWith));
      if (marked.length === 0) return [];
      isOurs ??= await authorship(api);
      return marked.filter(({ user }) => isOurs?.(user)).map(({ id, body = '' }) => ({ id, body }));
    },
    create: async (body) => {
      const { data } = await issues.createComment({ ...here, issue_number: number, body });
      // Whoever wrote this is who we are.
      const { user } = data;
      if (user) isOurs ??= (author) => author?.login === user.login && author.type === user.type;
      return { id: data.id, body };
    },
    update: (id, body) => unlessGone(issues.updateComment({ ...here, comment_id: id, body })),
    remove: async (id) => {
      await unlessGone(issues.deleteComment({ ...here, comment_id: id }));
    },
  };
}

interface Author {
  readonly login: string;
  readonly type: string;
}

/**
 * Whether a comment is by whoever the token belongs to. Somebody else may have copied the marker, and a token of a
 * workflow may edit their comments too. Where GitHub does not tell whose the token is, it is a workflow's: a bot's.
 */
async function authorship(api: Api): Promise<(author: Author | null) => boolean> {
  const login = await api
    .graphql<{ readonly viewer: { readonly login: string } }>('{ viewer { login } }')
    .then(
      ({ viewer }) => viewer.login,
      () => undefined,
    );
  const bare = (name: string): string => name.replace(/\[bot\]$/, '');
  return (author) => {
    if (!author) return false;
    const isBot = author.type === 'Bot';
    if (login === undefined) return isBot;
    return author.login === login || (isBot && bare(author.login) === bare(login));
  };
}

/** False where what was to be changed is not there any more. */
async function unlessGone(request: Promise<unknown>): Promise<boolean> {
  try {
    await request;
    return true;
  } catch (error) {
    if ((error as { readonly status?: number }).status === 404) return false;
    throw error;
  }
}
