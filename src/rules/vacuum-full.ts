import { defineRule } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { spelled } from './support/change.ts';
import { storedAnewBy } from './support/stored-anew.ts';
import { code, py } from './support/text.ts';
import { shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'VACUUM FULL stores a table anew while nobody can use it',
    why: 'Nobody reads or writes the table while it and all its indexes are written a second time, and the disk has to hold both.',
    fix: 'A plain `VACUUM` gives the space to new rows while everybody goes on; to give it back to the disk, use `pg_repack` outside of migrations.',
    severity: 'error',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE events (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("VACUUM FULL events")\n\ndef downgrade():\n    pass`,
      good: `def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("VACUUM events")\n\ndef downgrade():\n    pass`,
    },
  },
  messages: {
    blocks: ({ table, name }: { table: string; name: string }) => ({
      message: `VACUUM FULL stores ${table} anew, and nobody reads or writes it meanwhile.`,
      help: `A plain VACUUM gives the space to new rows while everybody goes on:${code('with op.get_context().autocommit_block():', `    op.execute(${py(`VACUUM ${name}`)})`)}`,
    }),
  },
  check(subject, tell) {
    if (!actionsIn(subject, 'vacuum').some(({ full }) => full)) return;
    for (const table of storedAnewBy(subject, 'VACUUM FULL', tell)) {
      tell.report(
        'blocks',
        { table: shownRelation(table), name: spelled(table) },
        whereOf(subject, { about: shownRelation(table), table }),
      );
    }
  },
});
