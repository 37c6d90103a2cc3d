import { defineRule } from './rule.ts';
import { whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A whole database is dropped',
    why: 'Everything in it is gone, for every application that uses it. Which databases there are is nothing that the migrations of one of them decide, and on a server with another set of them the name means something else.',
    fix: 'Take the command out of the migration. Databases are made and dropped where the server is set up.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("DROP DATABASE IF EXISTS reports")\n\ndef downgrade():\n    pass`,
      good: `def upgrade():\n    op.execute("CREATE SCHEMA reports")\n\ndef downgrade():\n    op.execute("DROP SCHEMA reports")`,
    },
  },
  messages: {
    dropped: ({ database }: { database: string }) => ({
      message: `The migration drops the database ${database}, with everything in it.`,
      help: 'Take the command out of the migration. Databases are made and dropped where the server is set up.',
    }),
  },
  check(subject, { report }) {
    const { command } = subject;
    if (command.kind !== 'DropdbStmt') return;
    const { dbname: database = '' } = command.node;
    report('dropped', { database }, whereOf(subject, { about: database }));
  },
});
