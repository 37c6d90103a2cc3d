import { defineRule } from './rule.ts';
import { ofFailure } from './support/evidence.ts';
import { failureOf } from './support/own-rule.ts';
import { failurePlace } from './support/places.ts';

export const rule = defineRule({
  subject: 'upgrade',
  needs: ['revision'],
  meta: {
    title: 'A key of a partitioned table lacks the partition key',
    why: 'PostgreSQL checks uniqueness within each partition, so every primary key and unique constraint of a partitioned table has to contain the columns that it is partitioned by. Without them the upgrade fails.',
    fix: 'Add the columns of the partition key to the constraint: `PRIMARY KEY (id, day)`.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    op.create_table("events", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("day", sa.Date()), postgresql_partition_by="RANGE (day)")\n\ndef downgrade():\n    op.drop_table("events")`,
      good: `def upgrade():\n    op.create_table("events", sa.Column("id", sa.BigInteger(), primary_key=True, autoincrement=False), sa.Column("day", sa.Date(), primary_key=True), postgresql_partition_by="RANGE (day)")\n\ndef downgrade():\n    op.drop_table("events")`,
    },
  },
  messages: {
    lacks: ({ detail }: { detail: string }) => ({
      message: `The upgrade fails: ${detail}`,
      help: 'Add the columns of the partition key to the primary key and to each unique constraint, as in sa.PrimaryKeyConstraint("id", "day").',
    }),
  },
  check({ revision, move }, { report }) {
    const failure = failureOf(move.failure, 'keyNotInPrimaryKey');
    if (!failure) return;
    report(
      'lacks',
      { detail: failure.detail ?? failure.message },
      {
        place: failurePlace(failure, revision, 'upgrade'),
        evidence: ofFailure(failure, move.output),
      },
    );
  },
});
