import { spelled } from './change.ts';
import { code } from './text.ts';
import type { RowsChanged } from './whole-table.ts';

/**
 * How to change the rows of a table a few at a time, with what only the author knows in angle brackets. The author's own
 * statement in that form belongs here once it can be executed on the disposable database before anybody sees it.
 */
export function inBatches({ does, table }: RowsChanged): string {
  const name = spelled(table);
  const start = does === 'update' ? `UPDATE ${name} SET <column> = <value>` : `DELETE FROM ${name}`;
  return `Do it in batches that are each committed, by a condition that leaves out what is done already:${code(
    'with op.get_context().autocommit_block():',
    '    changed = 1',
    '    while changed:',
    '        changed = op.get_bind().execute(sa.text(',
    `            "${start.replaceAll('"', '\\"')} WHERE ctid = ANY (ARRAY("`,
    `            "SELECT ctid FROM ${name.replaceAll('"', '\\"')} WHERE <not done yet> LIMIT 5000))"`,
    '        )).rowcount',
  )}`;
}
