import type { Statement } from '../model/observation.ts';
import { commandsOf } from '../sql/commands.ts';
import { quoteName } from '../sql/quote.ts';
import { defineRule } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { note, ofFailure, ofSql } from './support/evidence.ts';
import { failureOf } from './support/own-rule.ts';
import { failurePlace } from './support/places.ts';
import { code } from './support/text.ts';
import { execute } from './support/undo.ts';

export const rule = defineRule({
  subject: 'upgrade',
  needs: ['revision'],
  meta: {
    title: 'An enum label is used in the transaction that adds it',
    why: 'PostgreSQL refuses a new label until the transaction that added it is committed (SQLSTATE 55P04). The deployment stops here.',
    fix: 'Add the label in an `autocommit_block`, or in a revision of its own where each revision has its own transaction (`transaction_per_migration`).',
    severity: 'error',
    since: '0.1.0',
    examples: {
      before: `CREATE TYPE state AS ENUM ('open'); CREATE TABLE orders (id bigint PRIMARY KEY, state state)`,
      bad: `def upgrade():\n    op.execute("ALTER TYPE state ADD VALUE 'paid'")\n    op.execute("INSERT INTO orders VALUES (1, 'paid')")\n\n# migrate-check: irreversible a label cannot be taken back\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("ALTER TYPE state ADD VALUE IF NOT EXISTS 'paid'")\n    op.execute("INSERT INTO orders VALUES (1, 'paid')")\n\n# migrate-check: irreversible a label cannot be taken back\ndef downgrade():\n    raise NotImplementedError`,
    },
  },
  messages: {
    used: ({ message, lines }: { message: string; lines: readonly string[] }) => ({
      message: `The upgrade fails: ${message}. PostgreSQL takes a new enum label only after the transaction that added it is committed.`,
      help: `Add the label in a block that is committed by itself, before the line that uses it:${code('with op.get_context().autocommit_block():', ...lines.map((line) => `    ${line}`))}`,
    }),
  },
  check({ revision, move }, { report }) {
    const failure = failureOf(move.failure, 'newLabelUsed');
    if (!failure) return;
    const added = move.statements.filter((one) => labelsIn(one).length > 0);
    report(
      'used',
      { message: failure.message.split('\n')[0] ?? '', lines: added.flatMap(labelsIn) },
      {
        place: failurePlace(failure, revision, 'upgrade'),
        evidence: [
          ...ofFailure(failure, move.output),
          ...(added.length > 0 ? [note('The label was added by:')] : []),
          ...added.map(({ sql }) => ofSql(sql)),
        ],
      },
    );
  },
});

/** The calls that add labels so that they can be made again after a failure further on. */
const labelsIn = ({ sql }: Statement): readonly string[] =>
  commandsOf(sql)
    .flatMap((command) => actionsIn({ command }, 'add label'))
    .map(({ type, label }) =>
      execute(`ALTER TYPE ${quoteName(type)} ADD VALUE IF NOT EXISTS '${label.replaceAll("'", "''")}'`),
    );
