import type { Relation } from '../../model/trace.ts';
import type { TypeReference } from '../../sql/name.ts';
import { quoteIdent, quoteName } from '../../sql/quote.ts';
import { spelled } from './change.ts';
import { saType } from './sa-types.ts';
import { py } from './text.ts';
import { execute } from './undo.ts';

type Where = Pick<Relation, 'schema' | 'name'>;

/** A call of Alembic's about something in the schema of a table. */
export const op = (call: string, { schema }: Pick<Where, 'schema'>, ...given: readonly string[]): string =>
  `op.${call}(${[...given, ...(schema === 'public' ? [] : [`schema=${py(schema)}`])].join(', ')})`;

/** `ALTER TABLE ...` as SQL, for what Alembic has no call for. */
export const alterTable = (table: Where, rest: string): string =>
  execute(`ALTER TABLE ${spelled(table)} ${rest}`);

/** The line that adds a column of this type that may be NULL. `more` are further arguments of the column. */
export function addColumn(
  table: Where,
  column: string,
  type: TypeReference,
  ...more: readonly string[]
): string {
  const known = saType(type);
  if (known === undefined) return alterTable(table, `ADD COLUMN ${quoteIdent(column)} ${writtenType(type)}`);
  return op('add_column', table, py(table.name), `sa.Column(${[py(column), known, ...more].join(', ')})`);
}

const writtenType = (type: TypeReference): string => {
  const { modifiers, array } = type;
  return `${quoteName(type)}${modifiers.length > 0 ? `(${modifiers.join(', ')})` : ''}${array ? '[]' : ''}`;
};
