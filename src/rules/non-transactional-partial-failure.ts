import type { Move, Statement } from '../model/observation.ts';
import { commandsOf } from '../sql/commands.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { note, ofSql } from './support/evidence.ts';
import { isRepeatable } from './support/repeatable.ts';
import { isRefused } from './support/seen.ts';
import { placeOf } from './support/traced.ts';
import { isFirstCommand } from './support/waits.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A failure half way leaves a revision that cannot be run again',
    why: 'A change of the schema that commits by itself, such as `CREATE INDEX CONCURRENTLY`, splits the revision: what comes before is committed, what comes after is not. When the second half fails, the first stays, Alembic does not know that the revision was begun, and the next `upgrade` fails at what is there already.',
    fix: 'Give what commits by itself a revision of its own, or make what is committed before it repeatable (`IF NOT EXISTS`, `IF EXISTS`).',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY, state text)',
      bad: `def upgrade():\n    op.create_table("states", sa.Column("id", sa.BigInteger(), primary_key=True))\n    with op.get_context().autocommit_block():\n        op.execute("CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_orders_state ON orders (state)")\n\ndef downgrade():\n    op.drop_index("ix_orders_state")\n    op.drop_table("states")`,
      good: `def upgrade():\n    op.create_table("states", sa.Column("id", sa.BigInteger(), primary_key=True))\n\ndef downgrade():\n    op.drop_table("states")\n\n# and the index in a revision of its own`,
    },
  },
  messages: {
    before: (_: object) => ({
      message:
        'What comes before is committed when this begins, and cannot be executed twice. When this fails, the revision is not recorded, and the next upgrade fails at what is there already.',
      help: 'Move this into a revision after this one, or write what comes before so that it can be executed again (IF NOT EXISTS, IF EXISTS).',
    }),
    after: (_: object) => ({
      message:
        'This is committed before the rest of the revision, and cannot be executed twice. When the rest fails, the revision is not recorded, and the next upgrade fails here.',
      help: 'Move the rest into a revision after this one, or write this so that it can be executed again (IF NOT EXISTS, IF EXISTS).',
    }),
  },
  check(subject, { report, notChecked }) {
    const { statement, move } = subject;
    const isUnseen = maySplit(statement, move);
    if (!isFirstCommand(subject) || !(isUnseen || move.statements.find(splits) === statement)) return;
    const rest = restOf(subject);
    if (!rest) return;
    if (isUnseen) return notChecked('whether a change of the schema commits by itself was not seen');
    const { key, words, other } = rest;
    report(
      key,
      {},
      { place: placeOf(subject), evidence: [ofSql(statement.sql), note(words), ofSql(other.sql)] },
    );
  },
});

interface Rest {
  readonly key: 'before' | 'after';
  readonly words: string;
  readonly other: Statement;
}

/** What is committed without the statement, or is not committed with it, so that the revision cannot be begun again. */
function restOf({ statement, move }: StatementSubject): Rest | undefined {
  const at = move.statements.indexOf(statement);
  const before = move.statements.slice(0, at).find(({ sql }) => !isRepeatable(sql));
  if (before) return { key: 'before', words: 'Committed before it:', other: before };
  const after = isRepeatable(statement.sql) ? undefined : move.statements.slice(at + 1).find(canFail);
  return after && { key: 'after', words: 'Not committed with it:', other: after };
}

/** A change of the schema that commits by itself. */
const splits = ({ sql, trace }: Statement): boolean =>
  trace?.autocommit === true && commandsOf(sql).some(({ kind }) => changesSchema.test(kind));

/** One of which nobody saw whether it does. */
const maySplit = (statement: Statement, move: Move): boolean =>
  !statement.trace &&
  !isRefused({ statement, move }) &&
  commandsOf(statement.sql).some(({ kind }) => changesSchema.test(kind));

const changesSchema = /^(?:Alter|Create|Drop|Index|Rename|Reindex|View)/;

const canFail = ({ sql }: Statement): boolean => commandsOf(sql).some(({ kind }) => !harmless.test(kind));
const harmless = /^(?:VariableSet|VariableShow|Transaction|Comment)Stmt$/;
