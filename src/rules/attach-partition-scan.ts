import type { Relation } from '../model/trace.ts';
import { defineRule } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { seen } from './support/seen.ts';
import { code } from './support/text.ts';
import { isCalled, shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A table is read from end to end to become a partition',
    why: 'PostgreSQL looks at every row to see whether it belongs into the partition. Meanwhile nobody reads or writes the table.',
    fix: 'Say first by a constraint that all rows belong there: `CHECK (...) NOT VALID`, validated in a transaction of its own. Then no row is read, and the constraint can go.',
    severity: 'warning',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before: `CREATE TABLE events (day date NOT NULL) PARTITION BY RANGE (day); CREATE TABLE events_2024 (day date NOT NULL); CREATE TABLE events_2025 (day date NOT NULL, CONSTRAINT fits CHECK (day >= '2025-01-01' AND day < '2026-01-01'))`,
      bad: `def upgrade():\n    op.execute("ALTER TABLE events ATTACH PARTITION events_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    # It has been validated: CHECK (day >= '2025-01-01' AND day < '2026-01-01')\n    op.execute("ALTER TABLE events ATTACH PARTITION events_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
    },
  },
  messages: {
    reads: ({ table }: { table: string }) => ({
      message: `Nobody reads or writes ${table} while every row of it is looked at to become a partition.`,
      help: `Say first, each in a transaction of its own, that all rows belong there:${code(
        `ALTER TABLE ${table} ADD CONSTRAINT ${table.replaceAll('.', '_')}_fits CHECK (<column> >= ... AND <column> < ...) NOT VALID;`,
        `ALTER TABLE ${table} VALIDATE CONSTRAINT ${table.replaceAll('.', '_')}_fits;`,
      )}`,
    }),
  },
  check(subject, { report, notChecked }) {
    for (const { partition } of actionsIn(subject, 'attach partition')) {
      const trace = seen(subject, 'ATTACH PARTITION', ['scanned'], notChecked);
      const table = trace?.scanned
        .map(({ relation }): Relation => relation)
        .find((relation) => isCalled(relation, partition) && subject.isOld(relation));
      if (!table) continue;
      report(
        'reads',
        { table: shownRelation(table) },
        whereOf(subject, { about: shownRelation(table), table }),
      );
    }
  },
});
