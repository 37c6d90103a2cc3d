import type { Evidence } from '../model/finding.ts';
import type { Remark } from '../model/observation.ts';
import type { Facts } from '../model/report.ts';
import { defineRule } from './rule.ts';
import { isFaultOfEnvironment, unsafeTransaction } from './support/environment.ts';
import { note, ofDifferences, ofFailure } from './support/evidence.ts';
import { projectPlace } from './support/places.ts';
import { shortfall } from './support/rehearsal.ts';
import { code } from './support/text.ts';

export const rule = defineRule({
  subject: 'project',
  needs: [],
  meta: {
    title: 'env.py opens a transaction that swallows the migrations',
    why: 'env.py begins a transaction of its own, or sends a statement (which begins one) before Alembic does. Alembic then joins it and leaves the commit to whoever began it. When nobody does, everything runs, ends without an error and is rolled back; and an `autocommit_block` fails.',
    fix: 'Give Alembic a connection that has not been used, or commit before `context.begin_transaction()`. What must be set for the migrations belongs inside that block.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      bad: `# env.py\nwith connectable.connect() as connection:\n    connection.execute(text("SET search_path TO app"))  # begins a transaction\n    context.configure(connection=connection)\n    with context.begin_transaction():\n        context.run_migrations()`,
      good: `# env.py\nwith connectable.connect() as connection:\n    connection.execute(text("SET search_path TO app"))\n    connection.commit()\n    context.configure(connection=connection)\n    with context.begin_transaction():\n        context.run_migrations()`,
    },
  },
  messages: {
    swallows: ({ kind }: { kind: Remark['kind'] }) => ({
      message: `The migrations run and end without an error, but their work is lost or broken: env.py ${
        kind === 'begun-before'
          ? 'sends statements before the migrations run, which begins a transaction that nobody commits'
          : 'has a transaction open before Alembic begins its own, so Alembic leaves the commit to env.py, and nobody commits'
      }.`,
      help: `Commit what env.py sends before, so that Alembic can begin its own transaction:${code(...committed)}\nor let env.py begin the transaction and commit it, where no revision needs an autocommit_block:${code(...begun)}`,
    }),
  },
  check({ facts }, { report }) {
    const remark = unsafeTransaction(facts);
    const evidence = remark && lost(facts);
    if (!remark || !evidence) return;
    report(
      'swallows',
      { kind: remark.kind },
      { place: remark.place ?? projectPlace(facts), evidence: [note(remark.text), ...evidence] },
    );
  },
});

const committed = [
  'connection.execute(...)',
  'connection.commit()',
  'context.configure(connection=connection, ...)',
  'with context.begin_transaction():',
  '    context.run_migrations()',
];
const begun = [
  'with connectable.begin() as connection:',
  '    context.configure(connection=connection, ...)',
  '    context.run_migrations()',
];

/** What shows that work is lost; undefined where the transaction does no harm. */
function lost(facts: Facts): readonly Evidence[] | undefined {
  const { roundTrips, passedThrough, rehearsal } = facts.observations;
  const moves = [
    ...passedThrough,
    ...roundTrips.flatMap(({ upgrade, downgrade, reupgrade }) => [upgrade, downgrade, reupgrade]),
  ];
  for (const move of moves) {
    const revision = facts.graph.revisions.find(({ id }) => id === move?.revision);
    if (move?.failure && revision && isFaultOfEnvironment(move.failure, revision, facts))
      return [note(`Seen first at the ${move.direction} of ${move.revision}:`), ...ofFailure(move.failure)];
  }
  const missing = rehearsal && shortfall(rehearsal);
  if (!missing) return undefined;
  const heads =
    missing.missingHeads.length === 0
      ? []
      : [
          note(
            `After "alembic upgrade heads" the version table does not hold ${missing.missingHeads.join(', ')}`,
          ),
        ];
  return [...heads, ...ofDifferences(missing.differences)];
}
