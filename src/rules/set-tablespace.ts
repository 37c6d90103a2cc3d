import { defineRule } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { storedAnewBy } from './support/stored-anew.ts';
import { isCalled, shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'SET TABLESPACE copies a table while nobody can use it',
    why: 'Nobody reads or writes the table while every byte of it is copied to the other tablespace.',
    fix: 'Make a new table in the other tablespace, copy the rows in batches, and let the code use the new one; or use `pg_repack --tablespace` outside of migrations. A table that was made in the same change is not reported.',
    severity: 'error',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE events (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    op.execute("ALTER TABLE events SET TABLESPACE cold")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    op.execute("CREATE TABLE events_cold (LIKE events INCLUDING ALL) TABLESPACE cold")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
    },
  },
  messages: {
    blocks: ({ table }: { table: string }) => ({
      message: `SET TABLESPACE copies all of ${table}, and nobody reads or writes it meanwhile.`,
      help: 'Make a new table in the other tablespace, copy the rows in batches that are each committed, and let the code use the new one; or use pg_repack --tablespace outside of migrations.',
    }),
  },
  check(subject, tell) {
    for (const { subtype, table: written } of actionsIn(subject, 'alter')) {
      if (subtype !== 'AT_SetTableSpace') continue;
      const table = storedAnewBy(subject, 'SET TABLESPACE', tell).find((one) => isCalled(one, written));
      if (!table) continue;
      tell.report(
        'blocks',
        { table: shownRelation(table) },
        whereOf(subject, { about: shownRelation(table), table }),
      );
    }
  },
});
