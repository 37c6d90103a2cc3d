import { quoteIdent, quoteName } from '../../sql/quote.ts';
import type { ParsedStatement } from '../../sql/statement.ts';
import { type AddConstraint, constraintName } from './added-constraint.ts';
import { autocommitted, call } from './calls.ts';
import { execute } from './undo.ts';

/** The line that adds a constraint without looking at the rows that are there. `command` is the one that adds it now. */
export function addNotValid(added: AddConstraint, command: ParsedStatement): string {
  const { table, constraint } = added;
  if (constraint.references && isPlain(added, command)) return foreignKeyCall(added);
  const body = /\b(?:CHECK|FOREIGN\s+KEY)\b.*$/is.exec(command.text)?.[0] ?? '';
  const name = quoteIdent(constraintName(added));
  return execute(
    `ALTER TABLE ${quoteName(table)} ADD CONSTRAINT ${name} ${body.replace(/\s+/g, ' ')} NOT VALID`,
  );
}

/** The lines of a later revision that look at the rows, while everybody reads and writes. */
export const validateLater = (added: AddConstraint): readonly string[] =>
  autocommitted([
    execute(`ALTER TABLE ${quoteName(added.table)} VALIDATE CONSTRAINT ${quoteIdent(constraintName(added))}`),
  ]);

/** Of what the call has no words for, or other ones. */
const more = /\b(?:MATCH|INITIALLY|ENFORCED|PERIOD)\b|\bSET\s+(?:NULL|DEFAULT)\s*\(/i;

const isPlain = ({ constraint: { references } }: AddConstraint, { text }: ParsedStatement): boolean =>
  references !== undefined && references.columns.length > 0 && !more.test(text);

function foreignKeyCall(added: AddConstraint): string {
  const { table, constraint } = added;
  const { columns, deferrable, references } = constraint;
  if (!references) return '';
  const { table: parent, onDelete, onUpdate } = references;
  return call(
    'create_foreign_key',
    [constraintName(added), table.name, parent.name, columns, references.columns],
    {
      source_schema: table.schema,
      referent_schema: parent.schema,
      ondelete: onDelete === 'no action' ? undefined : onDelete.toUpperCase(),
      onupdate: onUpdate === 'no action' ? undefined : onUpdate.toUpperCase(),
      deferrable: deferrable ? true : undefined,
      postgresql_not_valid: true,
    },
  );
}
