import { type Failure, upgradesIn } from '../model/observation.ts';
import type { Facts } from '../model/report.ts';
import { defineRule } from './rule.ts';
import { isFaultOfEnvironment } from './support/environment.ts';
import { ofFailure } from './support/evidence.ts';
import { hintFor, isMissingObject } from './support/hints.ts';
import { ends } from './support/outcome.ts';
import { hasOwnRule } from './support/own-rule.ts';
import { failurePlace } from './support/places.ts';
import { called, code, count } from './support/text.ts';
import { isUnnamed } from './support/unnamed.ts';

export const rule = defineRule({
  subject: 'upgrade',
  needs: ['revision'],
  meta: {
    title: 'The upgrade fails',
    why: 'The revision cannot be applied to the state that the revisions before it leave. A deployment stops here, and nobody can set up a new database.',
    fix: 'Correct `upgrade()` at the line that is shown. Where the history was never meant to start from an empty database, give it its base with `--base-sql FILE` and the first revision to replay with `--start-at REV`.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE users (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    op.add_column("user", sa.Column("age", sa.Integer()))  # the table is called users\n\ndef downgrade():\n    op.drop_column("user", "age")`,
      good: `def upgrade():\n    op.add_column("users", sa.Column("age", sa.Integer()))\n\ndef downgrade():\n    op.drop_column("users", "age")`,
    },
  },
  messages: {
    fails: ({ revision, failure, behind, hint }: Data) => ({
      message: `The upgrade of ${revision} ${ends(failure)}${behind > 0 ? `; ${count(behind, 'later revision')} could not be looked at because of it` : ''}.`,
      help: hint,
    }),
  },
  check({ revision, move, facts }, { report }) {
    const { failure } = move;
    if (!failure || hasOwnRule(failure)) return;
    if (isUnnamed(failure, revision) || isFaultOfEnvironment(failure, revision, facts)) return;
    const behind = facts.observations.notObserved.filter(({ blockedBy }) => blockedBy === revision.id).length;
    const hint = hintFor(failure, 'upgrade', facts);
    const base = mayLackBase(move.revision, failure, facts) ? `\n${baseHint}` : '';
    report(
      'fails',
      { revision: called(revision), failure, behind, hint: hint + base },
      { place: failurePlace(failure, revision, 'upgrade'), evidence: ofFailure(failure, move.output) },
    );
  },
});

interface Data {
  readonly revision: string;
  readonly failure: Failure;
  readonly behind: number;
  readonly hint: string;
}

const baseHint = `If this history does not start from an empty database, give it its base and the revision it corresponds to:${code('migrate-check --base-sql base.sql --start-at REV')}`;

/** Only the first failing revision of a history that was replayed from empty can lack what was made elsewhere. */
function mayLackBase(revision: string, failure: Failure, { plan, observations }: Facts): boolean {
  if (plan.baseSql !== undefined || plan.startAt !== undefined || !isMissingObject(failure)) return false;
  const failing = upgradesIn(observations).filter((move) => move.failure);
  const failed = new Set(failing.map((move) => move.revision));
  const planned = plan.steps.flatMap((step) => ('revision' in step ? [step.revision] : []));
  return planned.find((id) => failed.has(id)) === revision;
}
