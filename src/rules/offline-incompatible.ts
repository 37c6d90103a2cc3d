import { defineRule } from './rule.ts';
import { note } from './support/evidence.ts';

export const rule = defineRule({
  subject: 'revision',
  needs: [],
  meta: {
    title: 'alembic upgrade --sql stops at this revision',
    why: 'In a place where somebody else runs the SQL, `alembic upgrade --sql` writes it down without a database. Nothing answers then: rows, counts and what is there already are not known, and what is done with them fails. Linters that read that SQL see nothing of this revision, and of none after it.',
    fix: 'Write it without a question: `op.execute` with SQL that finds its rows itself (`INSERT ... SELECT`), or leave the part out where `op.get_context().as_sql` is true.',
    severity: 'notice',
    optIn: true,
    since: '0.1.0',
    examples: {
      before: `CREATE TABLE teams (id bigint PRIMARY KEY);\nCREATE TABLE members (team_id bigint REFERENCES teams);\nCREATE INDEX ON members (team_id)`,
      bad: `def upgrade():\n    for row in op.get_bind().execute(sa.text("SELECT id FROM teams")):\n        op.execute(f"INSERT INTO members (team_id) VALUES ({row.id})")\n\ndef downgrade():\n    op.execute("DELETE FROM members WHERE team_id IN (SELECT id FROM teams)")`,
      good: `def upgrade():\n    op.execute("INSERT INTO members (team_id) SELECT id FROM teams")\n\ndef downgrade():\n    op.execute("DELETE FROM members WHERE team_id IN (SELECT id FROM teams)")`,
    },
  },
  messages: {
    asks: ({ name }: { name: string }) => ({
      message: `This needs an answer of the database (${name}). "alembic upgrade --sql" has none, and stops here.`,
      help: 'Write it as SQL that needs no answer (INSERT ... SELECT, UPDATE ... FROM), or leave it out where op.get_context().as_sql is true.',
    }),
  },
  check({ revision }, { report, notChecked }) {
    if (!revision.reliances) return notChecked('nobody has looked at what its file needs');
    const [first, ...more] = revision.reliances.filter(({ on }) => on === 'connection');
    if (!first) return;
    report('asks', first, {
      place: first.place,
      evidence: more.map(({ place }) => note(`line ${place.line} as well`)),
    });
  },
});
