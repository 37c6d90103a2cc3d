import { blocksReads } from '../model/lock.ts';
import type { Trace } from '../model/trace.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { seen } from './support/seen.ts';
import { code, list } from './support/text.ts';
import { isCalled, oldTable, shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A table is emptied by TRUNCATE',
    why: 'All rows are gone at once, those of the tables that refer to it as well with `CASCADE`, and no downgrade brings them back. Until the transaction ends nobody reads the table.',
    fix: 'Delete the rows that have to go by a condition, in batches that are each committed. A table that was made in the same change is not reported.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE sessions (id bigint PRIMARY KEY, ended boolean NOT NULL)',
      bad: `def upgrade():\n    op.execute("TRUNCATE sessions")\n\n# migrate-check: irreversible the sessions are not kept\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    with op.get_context().autocommit_block():\n        deleted = 1\n        while deleted:\n            deleted = op.get_bind().execute(sa.text(\n                "DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE ended LIMIT 5000)"\n            )).rowcount\n\n# migrate-check: irreversible the sessions are not kept\ndef downgrade():\n    raise NotImplementedError`,
    },
  },
  messages: {
    emptied: ({ table, others }: { table: string; others: readonly string[] }) => ({
      message: `TRUNCATE deletes all rows of ${table}${others.length > 0 ? `, and by CASCADE those of ${list(others)}` : ''}; nobody reads it until the transaction ends.`,
      help: `Delete what has to go by a condition, in batches that are each committed:${code(
        'with op.get_context().autocommit_block():',
        '    deleted = 1',
        '    while deleted:',
        '        deleted = op.get_bind().execute(sa.text(',
        `            "DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE <condition> LIMIT 5000)"`,
        '        )).rowcount',
      )}`,
    }),
  },
  check(subject, { report, notChecked }) {
    for (const { table: written } of actionsIn(subject, 'truncate')) {
      const trace = seen(subject, 'TRUNCATE', ['locks'], notChecked);
      const table = trace && oldTable(subject, written, notChecked);
      if (!table) continue;
      report(
        'emptied',
        { table: shownRelation(table), others: byCascade(subject, trace) },
        whereOf(subject, { about: shownRelation(table), table }),
      );
    }
  },
});

/** Old tables that the statement locks as it does the ones it names. */
function byCascade(subject: StatementSubject, { locks }: Trace): readonly string[] {
  const named = actionsIn(subject, 'truncate').map(({ table }) => table);
  return locks
    .filter(({ relation, mode }) => relation.kind === 'table' && subject.isOld(relation) && blocksReads(mode))
    .filter(({ relation }) => !named.some((name) => isCalled(relation, name)))
    .map(({ relation }) => shownRelation(relation));
}
