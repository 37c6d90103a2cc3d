import type { Relation } from '../../model/trace.ts';
import { quoteIdent } from '../../sql/quote.ts';
import { spelled } from './change.ts';
import { py } from './text.ts';
import { execute } from './undo.ts';

type Where = Pick<Relation, 'schema' | 'name'>;

/** The lines of a revision that gives a column its values, five thousand rows at a time, each batch committed by itself. */
export function fillLines(
  table: Where,
  column: string,
  value: string,
  open = `${quoteIdent(column)} IS NULL`,
): readonly string[] {
  const name = spelled(table);
  const rows = `SELECT ctid FROM ${name} WHERE ${open} LIMIT 5000`;
  return [
    'with op.get_context().autocommit_block():',
    '    filled = 1',
    '    while filled:',
    '        filled = op.get_bind().execute(sa.text(',
    `            ${py(`UPDATE ${name} SET ${quoteIdent(column)} = ${value} `)}`,
    `            ${py(`WHERE ctid = ANY (ARRAY(${rows}))`)}`,
    '        )).rowcount',
  ];
}

/** The lines that make whatever writes a row compute one of its columns from the others. */
export function computeLines(table: Where, column: string, value: string): readonly string[] {
  const name = `${table.name}_${column}`;
  const own = spelled({ schema: table.schema, name });
  return [
    execute(
      `CREATE FUNCTION ${own}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN SELECT ${value} INTO NEW.${quoteIdent(column)} FROM (SELECT NEW.*) AS r; RETURN NEW; END $$`,
    ),
    execute(
      `CREATE TRIGGER ${quoteIdent(name)} BEFORE INSERT OR UPDATE ON ${spelled(table)} FOR EACH ROW EXECUTE FUNCTION ${own}()`,
    ),
  ];
}
