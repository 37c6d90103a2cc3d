import type { Place } from './place.ts';

/** Which part of the set-up is wrong. Stable: scripts may match on it. */
export type SetupErrorCode =
  | 'no-project'
  | 'several-projects'
  | 'bad-project'
  | 'no-python'
  | 'no-alembic'
  | 'no-driver'
  | 'env-failed'
  | 'wrong-database'
  | 'no-database'
  | 'wrong-version'
  | 'bad-setting'
  | 'bad-usage'
  | 'unknown-revision'
  | 'git-failed'
  | 'base-sql-failed'
  | 'bad-baseline'
  | 'bad-table-stats'
  | 'unreadable-report'
  | 'unsafe-event'
  | 'wrong-event';

/** Why nothing could be checked, as readers are told it. */
export interface Refusal {
  /** What is wrong and where. */
  readonly message: string;
  /** What to type. */
  readonly hint: string;
  /** Lines worth showing below, such as a traceback or the refusal of each provider. */
  readonly details: readonly string[];
  /** Where it is to be mended, where that is a line of the project. */
  readonly place?: Place | undefined;
}

/**
 * The user's set-up is wrong: not a finding about a migration, not a bug of ours. Exit code 2.
 */
export class SetupError extends Error implements Refusal {
  override readonly name = 'SetupError';
  readonly code: SetupErrorCode;
  readonly hint: string;
  readonly details: readonly string[];
  readonly place: Place | undefined;

  constructor(
    code: SetupErrorCode,
    message: string,
    hint: string,
    more: { details?: readonly string[]; place?: Place | undefined; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.hint = hint;
    this.details = more.details ?? [];
    this.place = more.place;
  }
}
