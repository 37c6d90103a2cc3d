import type { Statement } from '../model/observation.ts';
import type { SchemaObject } from '../model/schema-object.ts';
import { commandsOf } from '../sql/commands.ts';
import { quoteIdent } from '../sql/quote.ts';
import { defineRule, type RoundTripSubject } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { wasThere } from './support/change.ts';
import { note, ofSql } from './support/evidence.ts';
import { definition } from './support/places.ts';
import { code, list } from './support/text.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision'],
  meta: {
    title: 'A label of an enum goes away or gets another name',
    why: 'The release that still runs while this one is deployed writes the former label and looks for it: PostgreSQL answers that it is no value of the type, and the request fails.',
    fix: 'Add the new label, release code that reads both and writes the new one, change the rows, and leave the former label where it is: it costs nothing.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      before: `CREATE TYPE mood AS ENUM ('good', 'bad')`,
      bad: `def upgrade():\n    op.execute("ALTER TYPE mood RENAME VALUE 'bad' TO 'sad'")\n\ndef downgrade():\n    op.execute("ALTER TYPE mood RENAME VALUE 'sad' TO 'bad'")`,
      good: `def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'sad'")\n\ndef downgrade():\n    # A label cannot be taken back, and one that nobody uses harms nobody.\n    pass`,
    },
  },
  messages: {
    gone: ({ type, labels }: { type: string; labels: readonly string[] }) => ({
      message: `The enum ${type} has no label ${list(labels)} any more, and the running release fails where it reads or writes ${labels.length > 1 ? 'them' : 'it'}.`,
      help: `Leave the former label, and add the new one:${code('with op.get_context().autocommit_block():', `    op.execute("ALTER TYPE ${type.replaceAll('"', '\\"')} ADD VALUE IF NOT EXISTS '<label>'")`)}\nThen release code that writes the new one, and change the rows after that.`,
    }),
  },
  check(trip, { report }) {
    const { before = [], after = [] } = trip.roundTrip.schema ?? {};
    for (const old of before.filter(({ kind }) => kind === 'enum type')) {
      const now = after.find(({ kind, name }) => kind === old.kind && name === old.name);
      const labels = now ? labelsOf(old).filter((label) => !labelsOf(now).includes(label)) : [];
      if (labels.length === 0 || wasThere(trip, old.kind, old.name) === false) continue;
      const by = changing(trip, old.name);
      report(
        'gone',
        { type: old.name, labels },
        {
          place: by?.place ?? definition(trip.revision, 'upgrade'),
          evidence: [
            ...(by ? [ofSql(by.sql)] : []),
            note(
              `labels of ${old.name} before: ${labelsOf(old).join(', ')}; after: ${now ? labelsOf(now).join(', ') : ''}`,
            ),
          ],
          about: `${old.name} ${labels.join(' ')}`,
        },
      );
    }
  },
});

const labelsOf = ({ facts }: SchemaObject): readonly string[] => [facts['labels'] ?? []].flat();

/** The statement that renames a label, or makes the type anew under its name. */
const changing = ({ roundTrip }: RoundTripSubject, type: string): Statement | undefined =>
  roundTrip.upgrade.statements.find(({ sql }) =>
    commandsOf(sql)
      .flatMap((command) => actionsIn({ command }, 'rename label', 'create enum'))
      .some(
        (action) =>
          type === quoteIdent(action.type.name) || type.endsWith(`.${quoteIdent(action.type.name)}`),
      ),
  );
