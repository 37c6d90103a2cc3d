import { quoteIdent } from '../sql/quote.ts';
import { defineRule } from './rule.ts';
import { code, py } from './support/text.ts';
import { whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'An extension is updated to whatever version the server has',
    why: 'Without `TO` the version is the one that is installed beside the server: another one in production than here, and another one next month. What the next migrations rely on is then not there, or not the same.',
    fix: "Name the version: `ALTER EXTENSION postgis UPDATE TO '3.5.0'`.",
    severity: 'notice',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    op.execute("ALTER EXTENSION plpgsql UPDATE")\n\ndef downgrade():\n    pass`,
      good: `def upgrade():\n    op.execute("ALTER EXTENSION plpgsql UPDATE TO '1.0'")\n\ndef downgrade():\n    pass`,
    },
  },
  messages: {
    unpinned: ({ extension }: { extension: string }) => ({
      message: `The extension ${extension} is updated to the version that the server happens to have.`,
      help: `Name the version:${code(`op.execute(${py(`ALTER EXTENSION ${quoteIdent(extension)} UPDATE TO '<version>'`)})`)}`,
    }),
  },
  check(subject, { report }) {
    const { command } = subject;
    if (command.kind !== 'AlterExtensionStmt' || command.node.options) return;
    const { extname: extension = '' } = command.node;
    report('unpinned', { extension }, whereOf(subject, { about: extension }));
  },
});
