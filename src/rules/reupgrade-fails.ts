import type { Failure } from '../model/observation.ts';
import type { Facts } from '../model/report.ts';
import { defineRule } from './rule.ts';
import { isFaultOfEnvironment } from './support/environment.ts';
import { ofFailure } from './support/evidence.ts';
import { hintFor } from './support/hints.ts';
import { ends } from './support/outcome.ts';
import { failurePlace } from './support/places.ts';
import { causeOfReupgrade } from './support/round-trip.ts';
import { called, code, py } from './support/text.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision', 'downgrade', 'reupgrade'],
  meta: {
    title: 'The second upgrade fails',
    why: 'The upgrade works, the downgrade works, and then the upgrade does not work any more. After a roll-back the fixed release cannot be deployed.',
    fix: 'Make `upgrade()` and `downgrade()` mirror each other. PostgreSQL cannot take a label out of an enum, so add it with `ADD VALUE IF NOT EXISTS`.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      before: `CREATE TYPE mood AS ENUM ('happy', 'sad')`,
      bad: `def upgrade():\n    op.execute("ALTER TYPE mood ADD VALUE 'tired'")\n\ndef downgrade():\n    pass`,
      good: `def upgrade():\n    op.execute("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'tired'")\n\ndef downgrade():\n    pass`,
    },
  },
  messages: {
    fails: ({ revision, how, hint }: { revision: string; how: string; hint: string }) => ({
      message: `${revision} does not go again after it was taken back: the second upgrade ${how}.`,
      help: hint,
    }),
  },
  check(trip, { report }) {
    const { revision, roundTrip, facts } = trip;
    const failure = roundTrip.reupgrade?.failure;
    if (!failure || causeOfReupgrade(trip) !== 'itself' || isFaultOfEnvironment(failure, revision, facts))
      return;
    report(
      'fails',
      { revision: called(revision), how: ends(failure), hint: labelHint(failure) ?? again(failure, facts) },
      {
        place: failurePlace(failure, revision, 'upgrade'),
        evidence: ofFailure(failure, roundTrip.reupgrade?.output),
      },
    );
  },
});

/** A label cannot be taken back, so an upgrade that adds one has to bear that it is there. */
function labelHint({ sql = '', sqlstate }: Failure): string | undefined {
  const [, start, rest] =
    /^\s*(ALTER\s+TYPE\s+\S+\s+ADD\s+VALUE)\s+((?!IF\s+NOT).*?)\s*;?\s*$/is.exec(sql) ?? [];
  if (sqlstate !== '42710' || start === undefined || rest === undefined) return undefined;
  return `PostgreSQL cannot take a label out of an enum, so let the upgrade bear that it is there:${code(`op.execute(${py(`${start} IF NOT EXISTS ${rest}`)})`)}`;
}

function again(failure: Failure, facts: Facts): string {
  const sure =
    'The catalog was as before, so what is in the way is something else that the first upgrade left: rows, the state of a sequence, or the session.';
  return failure.reason === 'sql'
    ? `${sure} ${hintFor(failure, 'upgrade', facts)}`
    : hintFor(failure, 'upgrade', facts);
}
