import { blocksWrites } from '../model/lock.ts';
import { quoteName } from '../sql/quote.ts';
import { defineRule } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { autocommitted } from './support/calls.ts';
import { seen } from './support/seen.ts';
import { code, list } from './support/text.ts';
import { shownRelation, whereOf } from './support/traced.ts';
import { execute } from './support/undo.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'An index is rebuilt while writers wait',
    why: '`REINDEX` takes SHARE on the table and ACCESS EXCLUSIVE on the index: until the transaction ends nobody writes to the table, and queries that could use the index wait as well.',
    fix: '`REINDEX ... CONCURRENTLY` in an `autocommit_block`.',
    severity: 'warning',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before:
        'CREATE TABLE users (id bigint PRIMARY KEY, email text); CREATE INDEX ix_users_email ON users (email)',
      bad: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.execute("REINDEX INDEX ix_users_email")\n\ndef downgrade():\n    pass`,
      good: `def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("REINDEX INDEX CONCURRENTLY ix_users_email")\n\ndef downgrade():\n    pass`,
    },
  },
  messages: {
    waits: ({ tables, line }: { tables: string; line: string }) => ({
      message: `Rebuilding indexes of ${tables} keeps everybody from writing to ${tables}, and queries that use the indexes from reading, until the transaction ends.`,
      help: `Rebuild them while everybody goes on:${code(...autocommitted([line]))}`,
    }),
  },
  check(subject, { report, notChecked }) {
    for (const { of, name, concurrently } of actionsIn(subject, 'reindex')) {
      if (concurrently || !name) continue;
      const trace = seen(subject, 'REINDEX', ['locks'], notChecked);
      const tables = (trace?.locks ?? []).flatMap(({ relation, mode }) =>
        relation.kind === 'table' && subject.isOld(relation) && blocksWrites(mode) ? [relation] : [],
      );
      const [table] = tables;
      if (!table) continue;
      report(
        'waits',
        {
          tables: list(tables.map(shownRelation)),
          line: execute(`REINDEX ${of.toUpperCase()} CONCURRENTLY ${quoteName(name)}`),
        },
        whereOf(subject, { about: name.name, table }),
      );
    }
  },
});
