import { numberAt, textAt } from './payload.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What set the workflow off. `pull_request_target` runs with rights of the repository beside code of strangers;
 * `workflow_run` follows a run that had none. `other`: anything that has neither a change nor a history of its own.
 */
export const eventKinds = [
  'pull_request',
  'pull_request_target',
  'merge_group',
  'push',
  'schedule',
  'workflow_dispatch',
  'workflow_run',
  'other',
] as const;
type EventKind = (typeof eventKinds)[number];

export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

export interface PullRequest {
  readonly number: number;
  /** The branch that it is to be merged into, and the commit of it that GitHub knew when the run was made. */
  readonly base: { readonly branch: string; readonly sha: string };
  /** Its last commit. */
  readonly head: { readonly sha: string };
  /** From another repository, or from one that is gone: the token may only read. */
  readonly isFork: boolean;
}

/** A run of a workflow; those with a larger id, and then a larger attempt, are newer. */
export interface Run {
  readonly id: number;
  readonly attempt: number;
}

/** The run that a `workflow_run` follows, as GitHub tells of it. */
export interface FollowedRun extends Run {
  /** What set it off. */
  readonly event: string;
  /** How it ended, such as `cancelled`. */
  readonly conclusion: string;
  readonly head: {
    readonly sha: string;
    readonly branch: string;
    readonly owner: string;
    readonly repository: string;
  };
}

export interface GitHubEvent {
  readonly kind: EventKind;
  /** As GitHub spells it. */
  readonly name: string;
  /** Absent outside of GitHub. */
  readonly repository?: Repository;
  /** Such as https://github.com, without a stroke at the end. */
  readonly server: string;
  readonly run: Run;
  /** The commit that the runner was told to check out; of a pull request the result of merging it. */
  readonly sha?: string;
  /** The commit that the change began at, of a pull request and in a merge queue. */
  readonly base?: string;
  /** The commit that people see: of a pull request its last one. */
  readonly head?: string;
  readonly pull?: PullRequest;
  readonly followed?: FollowedRun;
  /** Its runs have the rights of one from a fork. */
  readonly isDependabot: boolean;
}

/** Reads the event that set the workflow off: `payload` is the parsed file at GITHUB_EVENT_PATH. */
export function readEvent(env: Environment, payload: unknown): GitHubEvent {
  const name = env['GITHUB_EVENT_NAME'] ?? 'unknown';
  const kind = eventKinds.find((known) => known === name) ?? 'other';
  const repository = repositoryOf(env['GITHUB_REPOSITORY']);
  const pull = kind.startsWith('pull_request') ? pullOf(payload, env['GITHUB_REPOSITORY']) : undefined;
  const followed = kind === 'workflow_run' ? followedOf(payload) : undefined;
  const sha = commit(env['GITHUB_SHA']);
  const base = pull?.base.sha ?? commit(textAt(payload, 'merge_group', 'base_sha'));
  const head = pull?.head.sha ?? followed?.head.sha ?? sha;
  return {
    kind,
    name,
    server: (env['GITHUB_SERVER_URL'] ?? 'https://github.com').replace(/\/+$/, ''),
    run: { id: count(env['GITHUB_RUN_ID']), attempt: count(env['GITHUB_RUN_ATTEMPT']) },
    isDependabot: env['GITHUB_ACTOR'] === 'dependabot[bot]',
    ...(repository ? { repository } : {}),
    ...(sha === undefined ? {} : { sha }),
    ...(base === undefined ? {} : { base }),
    ...(head === undefined ? {} : { head }),
    ...(pull ? { pull } : {}),
    ...(followed ? { followed } : {}),
  };
}

function pullOf(payload: unknown, here: string | undefined): PullRequest | undefined {
  const number = numberAt(payload, 'pull_request', 'number');
  const base = commit(textAt(payload, 'pull_request', 'base', 'sha'));
  const head = commit(textAt(payload, 'pull_request', 'head', 'sha'));
  if (number === undefined || base === undefined || head === undefined) return undefined;
  // Of a fork that was deleted GitHub knows no repository any more.
  const from = textAt(payload, 'pull_request', 'head', 'repo', 'full_name');
  return {
    number,
    base: { branch: textAt(payload, 'pull_request', 'base', 'ref') ?? '', sha: base },
    head: { sha: head },
    isFork: from === undefined || from.toLowerCase() !== here?.toLowerCase(),
  };
}

function followedOf(payload: unknown): FollowedRun | undefined {
  const text = (...path: readonly string[]): string | undefined => textAt(payload, 'workflow_run', ...path);
  const [id, sha] = [numberAt(payload, 'workflow_run', 'id'), commit(text('head_sha'))];
  if (id === undefined || sha === undefined) return undefined;
  return {
    id,
    attempt: numberAt(payload, 'workflow_run', 'run_attempt') ?? 1,
    event: text('event') ?? '',
    conclusion: text('conclusion') ?? '',
    head: {
      sha,
      branch: text('head_branch') ?? '',
      owner: text('head_repository', 'owner', 'login') ?? '',
      repository: text('head_repository', 'full_name') ?? '',
    },
  };
}

function repositoryOf(spelling = ''): Repository | undefined {
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(spelling) ?? [];
  return owner === undefined || repo === undefined ? undefined : { owner, repo };
}

/** SHA-1 or SHA-256. Nothing but zeros stands for a commit that there is not. */
const commit = (given: string | undefined): string | undefined =>
  given !== undefined && /^(?!0+$)([0-9a-f]{40}|[0-9a-f]{64})$/.test(given) ? given : undefined;

const count = (given: string | undefined): number =>
  given !== undefined && /^\d+$/.test(given) ? Number(given) : 0;
