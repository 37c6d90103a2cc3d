import type { Relation } from '../model/trace.ts';
import type { QualifiedName } from '../sql/name.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { seen } from './support/seen.ts';
import { code } from './support/text.ts';
import { isCalled, shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'The default partition is read from end to end for a new one',
    why: 'Rows of the default partition could belong into the new one. PostgreSQL looks at each of them, and meanwhile nobody reads or writes the default partition.',
    fix: 'Say first by a constraint on the default partition that it has no such rows: `CHECK (...) NOT VALID`, validated in a transaction of its own. Then no row is read, and the constraint can go.',
    severity: 'warning',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before: `CREATE TABLE events (day date NOT NULL) PARTITION BY RANGE (day); CREATE TABLE events_rest PARTITION OF events DEFAULT; ALTER TABLE events_rest ADD CONSTRAINT not_2027 CHECK (day < '2027-01-01' OR day >= '2028-01-01')`,
      bad: `def upgrade():\n    op.execute("CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    # The default partition has been validated: CHECK (day < '2027-01-01' OR day >= '2028-01-01')\n    op.execute("CREATE TABLE events_2027 PARTITION OF events FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
    },
  },
  messages: {
    reads: ({ table }: { table: string }) => ({
      message: `Nobody reads or writes the default partition ${table} while every row of it is looked at.`,
      help: `Say first, each in a transaction of its own, that it has no rows for the new partition:${code(
        `ALTER TABLE ${table} ADD CONSTRAINT ${table.replaceAll('.', '_')}_others CHECK (<column> < ... OR <column> >= ...) NOT VALID;`,
        `ALTER TABLE ${table} VALIDATE CONSTRAINT ${table.replaceAll('.', '_')}_others;`,
      )}`,
    }),
  },
  check(subject, { report, notChecked }) {
    const [added] = partitionsAdded(subject);
    const trace = added && seen(subject, 'a new partition', ['scanned'], notChecked);
    const table = trace?.scanned
      .map(({ relation }): Relation => relation)
      .find((relation) => !isCalled(relation, added ?? { name: '' }) && subject.isOld(relation));
    if (!table) return;
    report(
      'reads',
      { table: shownRelation(table) },
      whereOf(subject, { about: shownRelation(table), table }),
    );
  },
});

function partitionsAdded(subject: StatementSubject): readonly QualifiedName[] {
  return [
    ...actionsIn(subject, 'attach partition').map(({ partition }) => partition),
    ...actionsIn(subject, 'create table').flatMap(({ partitionOf, table }) => (partitionOf ? [table] : [])),
  ];
}
