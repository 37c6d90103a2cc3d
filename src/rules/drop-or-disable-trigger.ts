import type { Difference } from '../model/difference.ts';
import { defineRule, type RoundTripSubject } from './rule.ts';
import { wasThere } from './support/change.ts';
import { ofDifferences, ofSql } from './support/evidence.ts';
import { definition } from './support/places.ts';
import { senderOf } from './support/sender.ts';
import { code } from './support/text.ts';
import { execute } from './support/undo.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision'],
  meta: {
    title: 'A trigger does not fire any more',
    why: 'What the trigger kept right, such as `updated_at`, an audit or a second table, is kept by nobody from now on. A trigger that a migration turned off for its own work and did not turn on again is found out months later.',
    fix: 'Turn the trigger on again in the same migration. Where it is dropped for good (a notice), release code first that does not rely on it.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      before:
        'CREATE TABLE users (id bigint PRIMARY KEY); CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$; CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch()',
      bad: `def upgrade():\n    op.execute("ALTER TABLE users DISABLE TRIGGER touch")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    op.execute("ALTER TABLE users DISABLE TRIGGER touch")\n    op.execute("UPDATE users SET id = 1 WHERE id = 2")\n    op.execute("ALTER TABLE users ENABLE TRIGGER touch")\n\ndef downgrade():\n    pass`,
    },
  },
  messages: {
    disabled: ({ trigger }: { trigger: string }) => ({
      message: `The trigger ${trigger} is turned off, and nothing turns it on again.`,
      help: `Add to the end of upgrade():${code(execute(`ALTER TABLE ${partsOf(trigger).table} ENABLE TRIGGER ${partsOf(trigger).own}`))}`,
    }),
    dropped: ({ trigger }: { trigger: string }) => ({
      message: `The trigger ${trigger} is dropped: what it kept right is kept by nobody from now on.`,
      help: 'If the running release relies on it, release code that does not first.',
    }),
  },
  check(trip, { report }) {
    const { effect = [], upgrade } = trip.roundTrip;
    for (const difference of effect.filter(({ kind }) => kind === 'trigger')) {
      const { name, change } = difference;
      const message = messageFor(difference);
      if (!message || wasThere(trip, 'trigger', name) === false || isReplaced(trip, name)) continue;
      const by = senderOf(upgrade, (action) =>
        change === 'gone'
          ? action.does === 'drop' && action.kind === 'trigger'
          : action.does === 'alter' && action.subtype.startsWith('AT_DisableTrig'),
      );
      report(
        message,
        { trigger: name },
        {
          place: by?.place ?? definition(trip.revision, 'upgrade'),
          severity: message === 'dropped' ? 'notice' : 'warning',
          evidence: [...(by ? [ofSql(by.sql)] : []), ...ofDifferences([difference])],
          about: name,
        },
      );
    }
  },
});

function messageFor({ change, facts }: Difference): 'disabled' | 'dropped' | undefined {
  if (change === 'gone') return 'dropped';
  return facts.some(({ fact, after }) => fact === 'enabled' && after === 'no') ? 'disabled' : undefined;
}

/** Another one on the same table may do what it did. */
const isReplaced = ({ roundTrip }: RoundTripSubject, name: string): boolean =>
  (roundTrip.effect ?? []).some(
    (one) =>
      one.kind === 'trigger' && one.change === 'new' && partsOf(one.name).table === partsOf(name).table,
  );

/** Of `users.touch`, as the catalog spells both. */
function partsOf(trigger: string): { readonly table: string; readonly own: string } {
  const own = /(?:"(?:[^"]|"")*"|[^".]+)$/.exec(trigger)?.[0] ?? trigger;
  return { table: trigger.slice(0, -own.length - 1), own };
}
