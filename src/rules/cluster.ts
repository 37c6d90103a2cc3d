import { defineRule } from './rule.ts';
import { storedAnewBy } from './support/stored-anew.ts';
import { shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'CLUSTER stores a table anew while nobody can use it',
    why: 'Nobody reads or writes the table while it is written a second time in the order of an index, and all its indexes after it. New rows do not keep that order.',
    fix: 'An index that has all the columns of the query needs no order of rows: `INCLUDE`, made with `CONCURRENTLY`. To sort a table that is in use, use `pg_repack` outside of migrations.',
    severity: 'error',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE events (id bigint PRIMARY KEY, day date)',
      bad: `def upgrade():\n    op.execute("CLUSTER events USING events_pkey")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    with op.get_context().autocommit_block():\n        op.create_index("events_by_day", "events", ["day"], postgresql_include=["id"], postgresql_concurrently=True, if_not_exists=True)\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
    },
  },
  messages: {
    blocks: ({ table }: { table: string }) => ({
      message: `CLUSTER stores ${table} anew, and nobody reads or writes it meanwhile.`,
      help: 'Take it out of the migration. To sort a table that is in use, use pg_repack; often an index with INCLUDE, made concurrently, does the same for the query.',
    }),
  },
  check(subject, tell) {
    if (subject.command.kind !== 'ClusterStmt') return;
    for (const table of storedAnewBy(subject, 'CLUSTER', tell)) {
      tell.report(
        'blocks',
        { table: shownRelation(table) },
        whereOf(subject, { about: shownRelation(table), table }),
      );
    }
  },
});
