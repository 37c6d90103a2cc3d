import type { Facts } from '../model/report.ts';
import type { Revision } from '../model/revision.ts';
import { defineRule } from './rule.ts';
import { isFaultOfEnvironment } from './support/environment.ts';
import { ofFailure } from './support/evidence.ts';
import { hintFor } from './support/hints.ts';
import { ends } from './support/outcome.ts';
import { projectPlace } from './support/places.ts';
import { called, code } from './support/text.ts';

export const rule = defineRule({
  subject: 'rehearsal',
  needs: ['rehearsal'],
  meta: {
    title: 'The upgrade fails when all revisions run in one go',
    why: 'Each revision goes up by itself. One plain `alembic upgrade heads`, which is what sets up a new database, fails: unless env.py says otherwise all revisions share one transaction, and some things work only after a commit, such as the use of a new enum label.',
    fix: 'Put `transaction_per_migration=True` into `context.configure(...)` in env.py, or run the statement that has to be committed in `with op.get_context().autocommit_block():`.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      before: `CREATE TABLE teams (id bigint PRIMARY KEY);\nCREATE TABLE members (id bigint PRIMARY KEY, team_id bigint REFERENCES teams DEFERRABLE INITIALLY DEFERRED);\nCREATE INDEX ON members (team_id);\nINSERT INTO teams VALUES (1)`,
      bad: [
        `def upgrade():\n    op.execute("INSERT INTO members (id, team_id) VALUES (1, 1)")  # looked up when the transaction ends\n\ndef downgrade():\n    op.execute("DELETE FROM members WHERE id = 1")`,
        `def upgrade():\n    op.add_column("members", sa.Column("role", sa.Text()))  # refused as long as something is to be looked up\n\ndef downgrade():\n    op.drop_column("members", "role")`,
      ],
      good: [
        `def upgrade():\n    op.execute("INSERT INTO members (id, team_id) VALUES (1, 1)")\n    op.execute("SET CONSTRAINTS ALL IMMEDIATE")\n\ndef downgrade():\n    op.execute("DELETE FROM members WHERE id = 1")\n    op.execute("SET CONSTRAINTS ALL IMMEDIATE")`,
        `def upgrade():\n    op.add_column("members", sa.Column("role", sa.Text()))\n\ndef downgrade():\n    op.drop_column("members", "role")`,
      ],
    },
  },
  messages: {
    fails: ({ how, revision, hint }: { how: string; revision: Revision | undefined; hint: string }) => ({
      message: `Each revision goes up by itself, but one plain "alembic upgrade heads" ${how}${revision ? ` in ${called(revision)}` : ''}.`,
      help: hint,
    }),
  },
  check({ rehearsal, facts }, { report }) {
    const { failure, output } = rehearsal;
    if (!failure) return;
    const revision = facts.graph.revisions.find(({ place }) => place.file === failure.place?.file);
    if (revision && isFaultOfEnvironment(failure, revision, facts)) return;
    report(
      'fails',
      {
        how: ends(failure).replace(/^fails: .*/s, 'fails'),
        revision,
        hint: help(failure.sqlstate, hintFor(failure, 'upgrade', facts), facts),
      },
      {
        ...(revision ? { revision: revision.id } : {}),
        place: failure.place ?? projectPlace(facts),
        evidence: ofFailure(failure, output),
      },
    );
  },
});

function help(sqlstate: string | undefined, hint: string, { project }: Facts): string {
  const config = project.tool === 'alembic' ? 'env.py' : project.label;
  const own = sqlstate === '55P04' || sqlstate === '25001' ? '' : `${hint}\n`;
  return `${own}In this project all revisions of one upgrade share a transaction. Give each its own, in ${config}:${code('context.configure(..., transaction_per_migration=True)')}\nor commit what the later revision needs, in the revision that makes it:${code('with op.get_context().autocommit_block():', '    op.execute("...")')}`;
}
