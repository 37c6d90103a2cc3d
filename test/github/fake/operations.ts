/** What the stand-in does for each operation of GitHub's description: it keeps state, and refuses as GitHub does. */
import { bodyFault, checkFault, reviewFault } from './limits.ts';
import { sample } from './sample.ts';
import type { Author, CheckAnnotation, CheckOutput, ReviewComment, State, StoredPull } from './state.ts';

export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

const notFound: Answer = { status: 404, body: { message: 'Not Found' } };
const refused = (message: string): Answer => ({
  status: 422,
  body: {
    message: 'Validation Failed',
    documentation_url: 'https://docs.github.com/rest',
    errors: [{ resource: 'IssueComment', code: 'custom', message }],
  },
});

const userOf = ({ login, type }: Author) => sample('simple-user', { login, type });
const commentOf = ({ id, body, author }: State['comments'][number]) =>
  sample('issue-comment', { id, body, user: userOf(author) });

/** A review is refused in words alone. */
const refusedReview = (message: string): Answer => ({
  status: 422,
  body: {
    message: 'Unprocessable Entity',
    documentation_url: 'https://docs.github.com/rest',
    errors: [message],
  },
});

type Operation = (asked: Asked, state: State) => Answer;

const nextId = (all: readonly { readonly id: number }[]): number =>
  Math.max(0, ...all.map(({ id }) => id)) + 1;

const comments: Readonly<Record<string, Operation>> = {
  'issues/list-comments': ({ params }, { comments }) => ({
    status: 200,
    body: comments.filter(({ issue }) => issue === Number(params['issue_number'])).map(commentOf),
  }),
  'issues/create-comment': ({ params, body }, { comments, viewer }) => {
    const { body: text } = body as { body: string };
    const fault = bodyFault(text);
    if (fault !== undefined) return refused(fault);
    const made = { id: nextId(comments), issue: Number(params['issue_number']), author: viewer, body: text };
    comments.push(made);
    return { status: 201, body: commentOf(made) };
  },
  'issues/update-comment': ({ params, body }, { comments }) => {
    const { body: text } = body as { body: string };
    const found = comments.find(({ id }) => id === Number(params['comment_id']));
    if (!found) return notFound;
    const fault = bodyFault(text);
    if (fault !== undefined) return refused(fault);
    found.body = text;
    return { status: 200, body: commentOf(found) };
  },
  'issues/delete-comment': ({ params }, { comments }) => {
    const at = comments.findIndex(({ id }) => id === Number(params['comment_id']));
    if (at < 0) return notFound;
    comments.splice(at, 1);
    return { status: 204 };
  },
};

const repositoryOf = (fullName: string | undefined) =>
  fullName === undefined ? null : sample('repository', { full_name: fullName });

function pullOf({ number, label, sha, repository }: StoredPull) {
  const ref = label.split(':')[1] ?? '';
  const side = { label, ref, sha, user: null };
  return sample('pull-request-simple', {
    number,
    head: { ...side, repo: repositoryOf(repository) },
    base: { ...side, repo: repositoryOf('org/shop') },
  });
}

const pulls: Readonly<Record<string, Operation>> = {
  'pulls/list': ({ query }, { pulls }) => ({
    status: 200,
    body: pulls.filter(({ label }) => !query['head'] || label === query['head']).map(pullOf),
  }),
  'pulls/list-files': (_, { files }) => ({
    status: 200,
    body: files.map((file) => sample('diff-entry', { ...file })),
  }),
  'pulls/list-review-comments': (_, { reviews }) => ({
    status: 200,
    body: reviews.flatMap(({ comments }) =>
      comments.map(({ path, line, body }) =>
        sample('pull-request-review-comment', { path, body, ...(line === undefined ? {} : { line }) }),
      ),
    ),
  }),
  'pulls/create-review': ({ body }, { reviews, files, viewer }) => {
    const review = body as { commit_id: string; body: string; comments: readonly ReviewComment[] };
    const fault = reviewFault(review.comments, files);
    if (fault !== undefined) return refusedReview(fault);
    const made = {
      id: nextId(reviews),
      body: review.body,
      commit: review.commit_id,
      comments: review.comments,
    };
    reviews.push(made);
    return {
      status: 200,
      body: sample('pull-request-review', { id: made.id, body: made.body, user: userOf(viewer) }),
    };
  },
};

interface CheckBody {
  readonly name?: string;
  readonly head_sha?: string;
  readonly conclusion?: string;
  readonly output: CheckOutput & { readonly annotations?: readonly CheckAnnotation[] };
}

const checks: Readonly<Record<string, Operation>> = {
  'checks/create': ({ body }, { checkRuns }) => {
    const { name = '', head_sha: head = '', conclusion = '', output } = body as CheckBody;
    const { annotations = [], ...rest } = output;
    const fault = checkFault(rest, annotations);
    if (fault !== undefined) return refused(fault);
    const id = nextId(checkRuns);
    checkRuns.push({ id, name, head, conclusion, output: rest, annotations: [...annotations] });
    return {
      status: 201,
      body: sample('check-run', { id, name, head_sha: head, status: 'completed', conclusion }),
    };
  },
  'checks/update': ({ params, body }, { checkRuns }) => {
    const { output } = body as CheckBody;
    const { annotations = [], ...rest } = output;
    const found = checkRuns.find(({ id }) => id === Number(params['check_run_id']));
    if (!found) return notFound;
    const fault = checkFault(rest, annotations);
    if (fault !== undefined) return refused(fault);
    found.output = rest;
    // Those of each request are added.
    found.annotations.push(...annotations);
    return {
      status: 200,
      body: sample('check-run', {
        id: found.id,
        name: found.name,
        head_sha: found.head,
        status: 'completed',
        conclusion: found.conclusion,
      }),
    };
  },
};

const refs: Readonly<Record<string, Operation>> = {
  'git/get-ref': ({ params }, { branches }) => {
    const branch = decodeURIComponent(params['ref'] ?? '').replace(/^heads\//, '');
    const sha = branches[branch];
    if (sha === undefined) return notFound;
    const object = { sha, type: 'commit', url: 'https://github.example/' };
    return { status: 200, body: sample('git-ref', { ref: `refs/heads/${branch}`, object }) };
  },
};

export const operations: Readonly<Record<string, Operation>> = { ...comments, ...pulls, ...checks, ...refs };
