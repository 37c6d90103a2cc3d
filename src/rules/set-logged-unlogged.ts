import { defineRule } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { storedAnewBy } from './support/stored-anew.ts';
import { isCalled, shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'SET LOGGED or SET UNLOGGED stores a table anew while nobody can use it',
    why: 'Nobody reads or writes the table while it is written a second time. Of an unlogged table all rows are lost when the server crashes, and replicas have none.',
    fix: 'Make a new table the way it is meant to be, copy the rows in batches, and let the code use the new one. A table that was made in the same change is not reported.',
    severity: 'error',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE sessions (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    op.execute("ALTER TABLE sessions SET UNLOGGED")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    op.create_table("sessions_unlogged", sa.Column("id", sa.BigInteger(), primary_key=True), prefixes=["UNLOGGED"])\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
    },
  },
  messages: {
    blocks: ({ table, words }: { table: string; words: string }) => ({
      message: `${words} stores ${table} anew, and nobody reads or writes it meanwhile.${words === 'SET UNLOGGED' ? ' After a crash of the server it is empty.' : ''}`,
      help: 'Make a new table the way it is meant to be, copy the rows in batches that are each committed, and let the code use the new one.',
    }),
  },
  check(subject, tell) {
    for (const { subtype, table: written } of actionsIn(subject, 'alter')) {
      if (subtype !== 'AT_SetLogged' && subtype !== 'AT_SetUnLogged') continue;
      const words = subtype === 'AT_SetLogged' ? 'SET LOGGED' : 'SET UNLOGGED';
      const table = storedAnewBy(subject, words, tell).find((relation) => isCalled(relation, written));
      if (!table) continue;
      tell.report(
        'blocks',
        { table: shownRelation(table), words },
        whereOf(subject, { about: shownRelation(table), table }),
      );
    }
  },
});
