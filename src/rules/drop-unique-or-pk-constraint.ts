import type { SchemaObject } from '../model/schema-object.ts';
import type { QualifiedName } from '../sql/name.ts';
import { defineRule } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { tripOf } from './support/change.ts';
import { constraintNamed, indexOf } from './support/definitions.ts';
import { type Table, tableKey, tablesOf, textOf } from './support/tables.ts';
import { code, list, py } from './support/text.ts';
import { isNamed } from './support/touched.ts';
import { oldTable, shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'Rows that were unique need not be any more',
    why: 'Without the constraint the running release can write doubles, and each `INSERT ... ON CONFLICT (columns)` of it fails at once, because it needs something unique on just those columns. The downgrade fails as soon as there is one double. Where another unique index or constraint on the same columns is there after the upgrade, it is not reported.',
    fix: 'Make the new unique index first (`CONCURRENTLY`), and drop the old constraint after it. Where the rows are to be unique no more, release code that does not count on it before.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, email text CONSTRAINT uq_users_email UNIQUE)',
      bad: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.drop_constraint("uq_users_email", "users")\n\ndef downgrade():\n    op.create_unique_constraint("uq_users_email", "users", ["email"])`,
      good: `def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ux_users_email")\n        op.create_index("ux_users_email", "users", ["email"], unique=True, postgresql_concurrently=True)\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.drop_constraint("uq_users_email", "users")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
    },
  },
  messages: {
    gone: ({ name, table, columns }: Data) => ({
      message: `Without ${name}, rows of ${table} can have the same ${list(columns)}, and INSERT ... ON CONFLICT (${columns.join(', ')}) of the running release fails.`,
      help: `Release code that does not count on it first. Where it is to be replaced, make what replaces it before:${code(`op.create_index(${py(`ux_${columns.join('_')}`)}, ${py(table)}, [${columns.map(py).join(', ')}], unique=True, postgresql_concurrently=True)`)}`,
    }),
  },
  check(subject, { report, notChecked }) {
    const schema = tripOf(subject)?.schema;
    if (!schema) return;
    for (const { table: written, name } of actionsIn(subject, 'drop constraint')) {
      if (!mayBeUnique(schema.before, written, name)) continue;
      const table = oldTable(subject, written, notChecked);
      if (!table) continue;
      const old = tablesOf(schema.before).get(tableKey(table));
      const dropped = old && constraintNamed(old, name);
      if (dropped?.type !== 'unique' && dropped?.type !== 'primary key') continue;
      const after = tablesOf(schema.after).get(tableKey(table));
      if (!after || after.indexes.some((part) => isUniqueOn(part, dropped.columns))) continue;
      report(
        'gone',
        { name, table: shownRelation(table), columns: dropped.columns },
        whereOf(subject, { about: `${shownRelation(table)} ${name}`, table }),
      );
    }
  },
});

/** Whether a table of this name had a constraint of that name that keeps rows apart. */
const mayBeUnique = (before: readonly SchemaObject[], written: QualifiedName, name: string): boolean =>
  [...tablesOf(before).values()].some((table) => {
    const type = isNamed(table, written) ? constraintNamed(table, name)?.type : undefined;
    return type === 'unique' || type === 'primary key';
  });

/** ON CONFLICT takes the columns in any order. */
function isUniqueOn(part: Table['indexes'][number], columns: readonly string[]): boolean {
  const index = indexOf(part);
  return (
    index?.unique === true &&
    !index.where &&
    textOf(part, 'valid') === 'yes' &&
    index.columns.length === columns.length &&
    columns.every((column) => index.columns.includes(column))
  );
}

interface Data {
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
}
