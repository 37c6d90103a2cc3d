import type { Failure } from '../../model/observation.ts';
import { missingTriggerFunction } from './missing-trigger-function.ts';
import { backedConstraint, concurrentInTransaction, concurrentThatHung } from './refused.ts';

/** Failures of an upgrade that have a rule of their own, which says more than that the upgrade fails. */
const own = {
  /** unsafe_new_enum_value_usage (PostgreSQL manual, appendix A) */
  newLabelUsed: ({ sqlstate }: Failure) => sqlstate === '55P04',
  enumTwice: ({ sqlstate, sql = '' }: Failure) =>
    sqlstate === '42710' && /^\s*CREATE\s+TYPE\b.*\bAS\s+ENUM\b/is.test(sql),
  /** Its text since PostgreSQL 11; a server of another language has the general rule. */
  keyNotInPrimaryKey: ({ sqlstate, message }: Failure) =>
    sqlstate === '0A000' && /partitioned table must include all partitioning columns/.test(message),
  concurrently: (failure) => concurrentInTransaction(failure) !== undefined,
  hung: (failure) => concurrentThatHung(failure) !== undefined,
  triggerFunction: (failure) => missingTriggerFunction(failure) !== undefined,
  backsConstraint: (failure) => backedConstraint(failure) !== undefined,
} as const satisfies Readonly<Record<string, (failure: Failure) => boolean>>;

/** The failure of an upgrade, where it is of this kind. */
export const failureOf = (failure: Failure | undefined, kind: keyof typeof own): Failure | undefined =>
  failure && own[kind](failure) ? failure : undefined;

export const hasOwnRule = (failure: Failure): boolean => Object.values(own).some((is) => is(failure));
