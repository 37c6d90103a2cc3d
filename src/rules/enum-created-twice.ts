import { defineRule } from './rule.ts';
import { ofFailure } from './support/evidence.ts';
import { failureOf } from './support/own-rule.ts';
import { failurePlace } from './support/places.ts';
import { code, py } from './support/text.ts';

export const rule = defineRule({
  subject: 'upgrade',
  needs: ['revision'],
  meta: {
    title: 'An enum type is made a second time',
    why: '`sa.Enum` makes its type with every table that has a column of it. Where the type is there already the upgrade fails, and the deployment stops here.',
    fix: 'Refer to the type that is there: `postgresql.ENUM(name="mood", create_type=False)`.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      before: `CREATE TYPE mood AS ENUM ('good', 'bad')`,
      bad: `def upgrade():\n    op.create_table("days", sa.Column("day", sa.Date(), primary_key=True), sa.Column("mood", sa.Enum("good", "bad", name="mood")))\n\ndef downgrade():\n    op.drop_table("days")`,
      good: `def upgrade():\n    mood = postgresql.ENUM("good", "bad", name="mood", create_type=False)\n    op.create_table("days", sa.Column("day", sa.Date(), primary_key=True), sa.Column("mood", mood))\n\ndef downgrade():\n    op.drop_table("days")`,
    },
  },
  messages: {
    twice: ({ name }: { name: string }) => ({
      message: `The upgrade fails: the enum type ${name} is there already, and this makes it again.`,
      help: `Refer to the type that is there:${code(`postgresql.ENUM(name=${py(name)}, create_type=False)`, '# from sqlalchemy.dialects import postgresql')}`,
    }),
  },
  check({ revision, move }, { report }) {
    const failure = failureOf(move.failure, 'enumTwice');
    if (!failure) return;
    const name = /"(.+)"/.exec(failure.message)?.[1] ?? 'of this name';
    report(
      'twice',
      { name },
      {
        place: failurePlace(failure, revision, 'upgrade'),
        evidence: ofFailure(failure, move.output),
        about: name,
      },
    );
  },
});
