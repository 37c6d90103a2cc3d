import type { LockStmt, Node, TransactionStmt, VariableSetStmt } from '@pgsql/types';
import { type LockMode, lockModes } from '../model/lock.ts';
import { type QualifiedName, relationsIn } from './name.ts';
import { nodeOf } from './nodes.ts';

/** SET and RESET of a setting. */
export interface SetSetting {
  readonly does: 'set' | 'reset';
  /** In lower case; absent for RESET ALL. */
  readonly name?: string;
  /** SET LOCAL: until the end of the transaction. */
  readonly local: boolean;
  /** As text, several with commas between; absent for RESET and SET ... TO DEFAULT. */
  readonly value?: string;
}
export interface Lock {
  readonly does: 'lock';
  readonly table: QualifiedName;
  readonly mode: LockMode;
  readonly nowait: boolean;
}
export interface Transaction {
  readonly does: 'transaction';
  readonly what:
    | 'begin'
    | 'commit'
    | 'rollback'
    | 'savepoint'
    | 'release'
    | 'rollback to'
    | 'prepare'
    | 'commit prepared'
    | 'rollback prepared';
  readonly savepoint?: string;
}

export function setting({ kind, name, args, is_local }: VariableSetStmt): SetSetting {
  const values = (args ?? []).flatMap((node) => constant(node) ?? []);
  return {
    does: kind === 'VAR_RESET' || kind === 'VAR_RESET_ALL' ? 'reset' : 'set',
    ...(name === undefined ? {} : { name: name.toLowerCase() }),
    local: is_local === true,
    ...(values.length > 0 ? { value: values.join(', ') } : {}),
  };
}

/** A literal as text. */
function constant(node: Node): string | undefined {
  const cast = nodeOf(node, 'TypeCast')?.arg;
  if (cast) return constant(cast);
  const literal = nodeOf(node, 'A_Const');
  if (!literal) return undefined;
  const { sval, ival, fval } = literal;
  if (sval) return sval.sval ?? '';
  return fval?.fval ?? String(ival?.ival ?? 0);
}

/** LOCK a, b as two. Without a mode it is the strongest. */
export const locks = ({ relations, mode, nowait }: LockStmt): readonly Lock[] =>
  relationsIn(relations).map((table) => ({
    does: 'lock',
    table,
    // lockdefs.h counts them from 1.
    mode: lockModes[(mode ?? 8) - 1] ?? 'ACCESS EXCLUSIVE',
    nowait: nowait === true,
  }));

const whats = {
  TRANS_STMT_BEGIN: 'begin',
  TRANS_STMT_START: 'begin',
  TRANS_STMT_COMMIT: 'commit',
  TRANS_STMT_ROLLBACK: 'rollback',
  TRANS_STMT_SAVEPOINT: 'savepoint',
  TRANS_STMT_RELEASE: 'release',
  TRANS_STMT_ROLLBACK_TO: 'rollback to',
  TRANS_STMT_PREPARE: 'prepare',
  TRANS_STMT_COMMIT_PREPARED: 'commit prepared',
  TRANS_STMT_ROLLBACK_PREPARED: 'rollback prepared',
} as const;

export const transaction = ({ kind, savepoint_name }: TransactionStmt): Transaction => ({
  does: 'transaction',
  what: whats[kind ?? 'TRANS_STMT_BEGIN'],
  ...(savepoint_name === undefined ? {} : { savepoint: savepoint_name }),
});
