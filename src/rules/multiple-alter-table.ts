import type { Statement } from '../model/observation.ts';
import type { Relation } from '../model/trace.ts';
import { type Action, actionsOf } from '../sql/action.ts';
import { commandsOf } from '../sql/commands.ts';
import { type QualifiedName, relationName } from '../sql/name.ts';
import { quoteName } from '../sql/quote.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { storedAnew, wasRead } from './support/altered.ts';
import { tableAt } from './support/columns.ts';
import { constraintOf } from './support/definitions.ts';
import { note, ofSql } from './support/evidence.ts';
import { refusesRows } from './support/new-column.ts';
import { oneAlter } from './support/one-alter.ts';
import { isRefused, type NotChecked, silently } from './support/seen.ts';
import { code } from './support/text.ts';
import { isCalled, isSame, oldTable, placeOf, shownRelation } from './support/traced.ts';
import { execute } from './support/undo.ts';
import { isFirstCommand } from './support/waits.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A table is read or rewritten once for each ALTER TABLE',
    why: 'Each `ALTER TABLE` that has to read or rewrite the table goes through all of it, under the same lock. PostgreSQL does everything that one statement asks for in a single pass. Foreign keys and indexes are not meant: it goes through the table for each of them, however they are written.',
    fix: 'Write one `ALTER TABLE` with all the changes.',
    severity: 'notice',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before:
        'CREATE TABLE orders (id bigint PRIMARY KEY, total int); ALTER TABLE orders ADD CONSTRAINT above CHECK (total > 0) NOT VALID, ADD CONSTRAINT below CHECK (total < 9) NOT VALID',
      bad: `def upgrade():\n    op.execute("ALTER TABLE orders VALIDATE CONSTRAINT above")\n    op.execute("ALTER TABLE orders VALIDATE CONSTRAINT below")\n\n# A constraint that is valid stays so.\ndef downgrade():\n    pass`,
      good: `def upgrade():\n    op.execute("ALTER TABLE orders VALIDATE CONSTRAINT above, VALIDATE CONSTRAINT below")\n\n# A constraint that is valid stays so.\ndef downgrade():\n    pass`,
    },
  },
  messages: {
    again: ({ table, texts }: Passes) => {
      const sql = oneAlter(table, texts);
      return {
        message: `PostgreSQL goes through all of ${shownRelation(table)} ${texts.length === 2 ? 'twice' : `${texts.length} times`} in this transaction, and one ALTER TABLE with all the changes would do with once.`,
        help: `Write one statement${sql === undefined ? ', with commas between the changes.' : `:${code(execute(sql))}`}`,
      };
    },
  },
  check(subject, { report, notChecked }) {
    const passes = passesOver(subject, notChecked);
    if (!passes) return;
    const { table, texts } = passes;
    report('again', passes, {
      place: placeOf(subject),
      evidence: [...texts.map(ofSql), note(`each reads or rewrites ${shownRelation(table)}`)],
      about: shownRelation(table),
      table,
    });
  },
});

interface Passes {
  readonly table: Relation;
  /** The statements that go through the table, each by itself. */
  readonly texts: readonly string[];
}

/** All passes of the transaction over the table of this command; undefined at every other statement than the second. */
function passesOver(subject: StatementSubject, notChecked: NotChecked): Passes | undefined {
  const { statement, command, earlier, move } = subject;
  if (command.kind !== 'AlterTableStmt' || !isFirstCommand(subject)) return undefined;
  const written = relationName(command.node.relation ?? {});
  if (isHidden(subject, written) && !isRefused(subject)) {
    notChecked(`whether ${quoteName(written)} is gone through more than once was not seen`);
    return undefined;
  }
  const table = oldTable(subject, written, silently);
  if (!table) return undefined;
  const alone = passesOfTheirOwn(subject, table);
  const isPass = (one: Statement): boolean => passes(one, table, alone);
  if (!isPass(statement) || earlier.filter(isPass).length !== 1) return undefined;
  const transaction = statement.trace?.transaction;
  const all = move.statements.filter((one) => one.trace?.transaction === transaction && isPass(one));
  return { table, texts: all.map(({ sql }) => sql) };
}

/** Whether the table is altered more than once, and what one of the two did was not seen. */
function isHidden({ statement, move, unseenBefore }: StatementSubject, written: QualifiedName): boolean {
  if (unseenBefore.some((one) => alters(one, written))) return true;
  const { trace } = statement;
  const isSeen = trace && !trace.unseen.some((part) => part !== 'written');
  return !isSeen && move.statements.some((one) => one !== statement && alters(one, written));
}

const alters = ({ sql }: Statement, written: QualifiedName): boolean =>
  commandsOf(sql)
    .flatMap((command) =>
      command.kind === 'AlterTableStmt' ? relationName(command.node.relation ?? {}) : [],
    )
    .some((other) => isSame(other, written));

/** Whether a statement is an ALTER TABLE of this table and went through all of it, for something that others can share. */
function passes({ sql, trace }: Statement, table: Relation, alone: (action: Action) => boolean): boolean {
  const [command] = commandsOf(sql);
  return (
    command?.kind === 'AlterTableStmt' &&
    !actionsOf(command).every(alone) &&
    isCalled(table, relationName(command.node.relation ?? {})) &&
    trace !== undefined &&
    (wasRead(trace, table) || storedAnew(trace))
  );
}

const ownPass: ReadonlySet<string> = new Set(['foreign key', 'primary key', 'unique', 'exclusion']);

/**
 * What no other change shares a pass with: foreign keys come last, each by itself (ATRewriteTables in tablecmds.c), each
 * index is built by itself, and a column that no row may be there for reads nothing.
 */
function passesOfTheirOwn(subject: StatementSubject, table: Relation): (action: Action) => boolean {
  const known = tableAt(subject, 'after', table)?.constraints ?? [];
  const typeOf = (name: string): string | undefined => {
    const part = known.find((one) => one.name === name);
    return part && constraintOf(part)?.type;
  };
  return (action) => {
    if (action.does === 'add column') return refusesRows(action.column);
    if (action.does === 'add constraint') return ownPass.has(action.constraint.type);
    return action.does === 'validate constraint' && typeOf(action.name) === 'foreign key';
  };
}
