import { blocksReads } from '../model/lock.ts';
import type { Relation } from '../model/trace.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { alteredTables, shownColumn } from './support/altered.ts';
import { tripOf } from './support/change.ts';
import { constraintNamed } from './support/definitions.ts';
import { tableKey, tablesOf } from './support/tables.ts';
import { code } from './support/text.ts';
import { isCalled, isSame, shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'Dropping a foreign key locks the table it points at, too',
    why: 'To take its triggers away PostgreSQL takes ACCESS EXCLUSIVE on both tables. It is over at once, but it waits for everybody who uses either of them, and nobody reads or writes them behind it. Reported where `lock_timeout` is 0, so that it waits without an end.',
    fix: 'Give up after a few seconds and try again: `SET LOCAL lock_timeout` in a revision that does nothing else.',
    severity: 'notice',
    optIn: true,
    since: '0.1.0',
    examples: {
      before:
        'CREATE TABLE users (id bigint PRIMARY KEY); CREATE TABLE orders (id bigint PRIMARY KEY, buyer bigint CONSTRAINT fk_buyer REFERENCES users)',
      bad: `def upgrade():\n    op.drop_constraint("fk_buyer", "orders", type_="foreignkey")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.drop_constraint("fk_buyer", "orders", type_="foreignkey")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
    },
  },
  messages: {
    both: ({ table, name, target }: Data) => ({
      message: `Dropping the foreign key ${name} locks ${shownRelation(target)} as well as ${shownRelation(table)}: it waits for everybody who uses either, because lock_timeout is 0, and nobody reads or writes them behind it.`,
      help: `Give up after some seconds, and try again, in a revision that does nothing else:${code(`op.execute("SET LOCAL lock_timeout = '2s'")`)}`,
    }),
  },
  check(subject, tell) {
    for (const { change, table, trace } of alteredTables(subject, tell, 'drop constraint')) {
      const target = trace.lockTimeoutMs === 0 ? lockedTarget(subject, table, change.name) : undefined;
      if (target)
        tell.report(
          'both',
          { table, name: change.name, target },
          whereOf(subject, { about: shownColumn(table, change.name), table: target }),
        );
    }
  },
});

interface Data {
  readonly table: Relation;
  readonly name: string;
  readonly target: Relation;
}

/** The old table that the dropped foreign key points at, where this statement has locked it. */
function lockedTarget(
  { statement, isOld, ...subject }: StatementSubject,
  table: Relation,
  name: string,
): Relation | undefined {
  const before = tablesOf(tripOf(subject)?.schema?.before ?? []).get(tableKey(table));
  const references = before && constraintNamed(before, name)?.references;
  if (!references) return undefined;
  return statement.trace?.locks.find(
    ({ mode, relation }) =>
      blocksReads(mode) &&
      isCalled(relation, references.table) &&
      !isSame(relation, table) &&
      isOld(relation),
  )?.relation;
}
