/** What a repository on the stand-in for GitHub has. */
export interface State {
  /** Of whoever the token belongs to. */
  readonly viewer: Author;
  /** Those that the token has; absent ones are none. */
  readonly rights: Readonly<Partial<Record<Right, 'read' | 'write'>>>;
  readonly comments: StoredComment[];
  readonly pulls: readonly StoredPull[];
  /** Of the pull request that the files and reviews are asked of. */
  readonly files: readonly ChangedFile[];
  readonly reviews: StoredReview[];
  readonly checkRuns: StoredCheckRun[];
  /** Commits by branch. */
  readonly branches: Readonly<Record<string, string>>;
}

export type Right = 'contents' | 'issues' | 'pull-requests' | 'checks';

export interface Author {
  readonly login: string;
  readonly type: 'User' | 'Bot';
}

export interface StoredComment {
  readonly id: number;
  readonly issue: number;
  readonly author: Author;
  body: string;
}

export interface StoredPull {
  readonly number: number;
  /** `owner:branch` */
  readonly label: string;
  readonly sha: string;
  /** Undefined where the fork is gone. */
  readonly repository: string | undefined;
}

export interface ChangedFile {
  readonly filename: string;
  readonly patch?: string;
}

interface StoredReview {
  readonly id: number;
  readonly body: string;
  readonly commit: string;
  readonly comments: readonly ReviewComment[];
}

export interface ReviewComment {
  readonly path: string;
  /** Absent where it is outdated. */
  readonly line?: number;
  readonly start_line?: number;
  readonly body: string;
}

interface StoredCheckRun {
  readonly id: number;
  readonly name: string;
  readonly head: string;
  readonly conclusion: string;
  output: CheckOutput;
  readonly annotations: CheckAnnotation[];
}

export interface CheckOutput {
  readonly title: string;
  readonly summary: string;
}

export interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: string;
  readonly title: string;
  readonly message: string;
}

export const actionsBot: Author = { login: 'github-actions[bot]', type: 'Bot' };

/** A repository with one pull request, and the rights of a workflow that may comment. */
export const stateWith = (known: Partial<State> = {}): State => ({
  viewer: actionsBot,
  rights: { contents: 'read', 'pull-requests': 'write' },
  comments: [],
  pulls: [],
  files: [],
  reviews: [],
  checkRuns: [],
  branches: {},
  ...known,
});
