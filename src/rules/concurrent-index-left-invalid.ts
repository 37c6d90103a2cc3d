import { defineRule } from './rule.ts';
import { autocommitted } from './support/calls.ts';
import { indexOf } from './support/definitions.ts';
import { note } from './support/evidence.ts';
import { concurrently } from './support/index-call.ts';
import { type Part, textOf } from './support/tables.ts';
import { code } from './support/text.ts';
import { doing, doneAt, touchedTables } from './support/touched.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision'],
  meta: {
    title: 'An index that failed to be built stays INVALID',
    why: 'When `CREATE INDEX CONCURRENTLY` fails (doubles, a deadlock, a timeout), it leaves an INVALID index behind: each write keeps it, no query uses it, and a unique one keeps no doubles out. `IF NOT EXISTS` takes it for the index that is wanted, and skips it for ever.',
    fix: 'Drop what is left before each attempt: `DROP INDEX CONCURRENTLY IF EXISTS`, then `CREATE INDEX CONCURRENTLY` without `IF NOT EXISTS`.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      before:
        "CREATE TABLE users (id bigint PRIMARY KEY, email text); INSERT INTO users VALUES (1, 'a'), (2, 'a')",
      bad: `def upgrade():\n    with op.get_context().autocommit_block():\n        try:\n            op.create_index("uq_users_email", "users", ["email"], unique=True, postgresql_concurrently=True)\n        except Exception as error:\n            print(error)\n\ndef downgrade():\n    with op.get_context().autocommit_block():\n        op.execute("DROP INDEX CONCURRENTLY IF EXISTS uq_users_email")`,
      good: `def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_users_email")\n        op.create_index("ix_users_email", "users", ["email"], postgresql_concurrently=True)\n\ndef downgrade():\n    with op.get_context().autocommit_block():\n        op.drop_index("ix_users_email", table_name="users", postgresql_concurrently=True)`,
    },
  },
  messages: {
    invalid: ({ index, table, lines }: Data) => ({
      message: `The upgrade leaves the index ${index} of ${table} INVALID: each write keeps it, and no query uses it.`,
      help: `Let the upgrade fail where it cannot be built, and drop what an attempt has left before the next:${code(...lines)}`,
    }),
  },
  check(subject, { report }) {
    for (const { before, after } of touchedTables(subject)) {
      for (const part of after.indexes) {
        const wasInvalid = before?.indexes.some((old) => old.name === part.name && isInvalid(old));
        if (!isInvalid(part) || wasInvalid) continue;
        const { place, evidence } = doneAt(
          subject,
          doing((action) => action.does === 'create index' && action.name === part.name),
        );
        report(
          'invalid',
          { index: part.name, table: after.shown, lines: again(part) },
          {
            place,
            evidence: [...evidence, note(`${part.name} is INVALID after the upgrade`)],
            about: `${after.shown} ${part.name}`,
          },
        );
      }
    }
  },
});

/** One of a partitioned table is so until each partition has its own. */
const isInvalid = (part: Part): boolean => textOf(part, 'valid') === 'no' && indexOf(part)?.only !== true;

function again(part: Part): readonly string[] {
  const index = indexOf(part);
  return index ? autocommitted(concurrently(index, textOf(part, 'definition') ?? '')) : [];
}

interface Data {
  readonly index: string;
  readonly table: string;
  readonly lines: readonly string[];
}
