import { defineRule } from './rule.ts';
import { definition } from './support/places.ts';
import { extensionsLeft } from './support/round-trip.ts';
import { called, code, list } from './support/text.ts';
import { execute } from './support/undo.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision', 'downgrade'],
  meta: {
    title: 'An extension stays installed',
    why: 'The upgrade creates an extension and the downgrade leaves it. That is often on purpose, since others may use it by then; it is listed so that it is known.',
    fix: 'Nothing, if it is meant. Otherwise drop the extension in `downgrade()`.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")\n\ndef downgrade():\n    pass`,
      good: `def upgrade():\n    op.execute("CREATE EXTENSION pg_trgm")\n\ndef downgrade():\n    op.execute("DROP EXTENSION pg_trgm")`,
    },
  },
  messages: {
    left: ({ revision, names }: { revision: string; names: readonly string[] }) => ({
      message: `The downgrade of ${revision} leaves the extension${names.length > 1 ? 's' : ''} ${list(names)} installed.`,
      help: `If that is not meant, add to downgrade():${code(...names.map((name) => execute(`DROP EXTENSION ${name}`)))}`,
    }),
  },
  check(trip, { report }) {
    const names = extensionsLeft(trip).map(({ name }) => name);
    if (names.length > 0)
      report(
        'left',
        { revision: called(trip.revision), names },
        { place: definition(trip.revision, 'downgrade'), about: names.join(' ') },
      );
  },
});
