import type { Statement } from '../model/observation.ts';
import type { Relation } from '../model/trace.ts';
import { commandsOf } from '../sql/commands.ts';
import { relationName } from '../sql/name.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { storedAnew, wasRead } from './support/altered.ts';
import { note, ofSql } from './support/evidence.ts';
import { oneAlter } from './support/one-alter.ts';
import { code } from './support/text.ts';
import { isCalled, oldTable, placeOf, shownRelation } from './support/traced.ts';
import { execute } from './support/undo.ts';
import { isFirstCommand } from './support/waits.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A table is read or rewritten once for each ALTER TABLE',
    why: 'Each `ALTER TABLE` that has to read or rewrite the table goes through all of it, under the same lock. PostgreSQL does everything that one statement asks for in a single pass.',
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
  check(subject, { report }) {
    const passes = passesOver(subject);
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
function passesOver(subject: StatementSubject): Passes | undefined {
  const { statement, command, earlier, move } = subject;
  if (command.kind !== 'AlterTableStmt' || !isFirstCommand(subject)) return undefined;
  const table = oldTable(subject, relationName(command.node.relation ?? {}));
  if (!table || !passes(statement, table)) return undefined;
  if (earlier.filter((one) => passes(one, table)).length !== 1) return undefined;
  const transaction = statement.trace?.transaction;
  const all = move.statements.filter((one) => one.trace?.transaction === transaction && passes(one, table));
  return { table, texts: all.map(({ sql }) => sql) };
}

/** Whether a statement is an ALTER TABLE of this table and went through all of it. */
function passes({ sql, trace }: Statement, table: Relation): boolean {
  const [command] = commandsOf(sql);
  return (
    command?.kind === 'AlterTableStmt' &&
    isCalled(table, relationName(command.node.relation ?? {})) &&
    trace !== undefined &&
    (wasRead(trace, table) || storedAnew(trace, table))
  );
}
