import { defineRule } from './rule.ts';
import { ofDifferences } from './support/evidence.ts';
import { definition } from './support/places.ts';
import { driftLeft } from './support/round-trip.ts';
import { called, count } from './support/text.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision', 'downgrade', 'reupgrade'],
  meta: {
    title: 'The second upgrade ends elsewhere',
    why: 'The downgrade leaves nothing behind, and still the second upgrade gives another catalog than the first: the revision does something else depending on what it finds, or on chance. Two databases with the same revision then differ.',
    fix: 'Let `upgrade()` do the same each time: no names from a clock or a random source, no `if` on what is there.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      bad: `from uuid import uuid4\n\ndef upgrade():\n    op.execute(f"CREATE SEQUENCE invoices START {uuid4().int % 1000000 + 1}")\n\ndef downgrade():\n    op.execute("DROP SEQUENCE invoices")`,
      good: `def upgrade():\n    op.execute("CREATE SEQUENCE invoices START 100000")\n\ndef downgrade():\n    op.execute("DROP SEQUENCE invoices")`,
    },
  },
  messages: {
    differs: ({ revision, number }: { revision: string; number: number }) => ({
      message: `The second upgrade of ${revision} gives another catalog than the first: ${count(number, 'difference')}.`,
      help: 'Look in upgrade() for names that are made up at run time and for branches on what is there already, and let it do the same each time.',
    }),
  },
  check(trip, { report }) {
    const differences = driftLeft(trip);
    if (differences.length === 0) return;
    report(
      'differs',
      { revision: called(trip.revision), number: differences.length },
      { place: definition(trip.revision, 'upgrade'), evidence: ofDifferences(differences) },
    );
  },
});
