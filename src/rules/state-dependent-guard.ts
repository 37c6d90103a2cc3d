import { defineRule } from './rule.ts';
import { note } from './support/evidence.ts';
import { list } from './support/text.ts';

export const rule = defineRule({
  subject: 'revision',
  needs: [],
  meta: {
    title: 'What a revision does depends on what the database has already',
    why: 'A branch that asks the database whether a table or a column is there makes two histories of one: where somebody made it by hand, with other columns, it stays as it is, and the revision counts as applied. Nobody tests both ways.',
    fix: 'Take the question out. When databases differ, bring them to the same state first, by a revision that says so.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    if not sa.inspect(op.get_bind()).has_table("teams"):\n        op.create_table("teams", sa.Column("id", sa.BigInteger(), primary_key=True))\n\ndef downgrade():\n    op.drop_table("teams")`,
      good: `def upgrade():\n    op.create_table("teams", sa.Column("id", sa.BigInteger(), primary_key=True))\n\ndef downgrade():\n    op.drop_table("teams")`,
    },
  },
  messages: {
    asks: ({ questions }: { questions: readonly string[] }) => ({
      message: `This revision asks the database what it has already (${list(questions)}) and does one thing or another: databases that it has run on need not have the same schema.`,
      help: 'Take the question out, and let the revision fail where the database is not what the history says.',
    }),
  },
  check({ revision }, { report, notChecked }) {
    if (!revision.reliances) return notChecked('nobody has looked at what its file asks');
    const guards = revision.reliances.filter(({ on }) => on === 'schema');
    const [first] = guards;
    if (!first) return;
    const questions = [...new Set(guards.map(({ name }) => name))];
    report(
      'asks',
      { questions },
      { place: first.place, evidence: guards.map(({ name, place }) => note(`line ${place.line}: ${name}`)) },
    );
  },
});
