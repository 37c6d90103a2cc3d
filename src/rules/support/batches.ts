import type { Trial } from '../../model/trial.ts';
import { quoteIdent } from '../../sql/quote.ts';
import { spelled } from './change.ts';
import { code, list } from './text.ts';
import type { RowsChanged } from './whole-table.ts';

/**
 * How to change the rows of a table a few at a time: in the author's own words where those have stood their trial, else
 * with what only the author knows in angle brackets.
 */
export function inBatches(change: RowsChanged, trial: Trial | undefined): string {
  const count = trial ? `Count the rows where they are many:${code(trial.count)}\n` : '';
  return count + (trial?.batches ? byKey(change, trial.batches) : byHand(change));
}

function byKey({ does }: RowsChanged, { first, next, key }: NonNullable<Trial['batches']>): string {
  const each = 'Do it in batches that are each committed, in an autocommit_block';
  if (does === 'delete') return `${each}, until one deletes nothing:${code(first)}`;
  const last = key.map(quoteIdent);
  const greatest = last.length === 1 ? `the greatest ${list(last)}` : `the last ${list(last)} in their order`;
  return `${each}. The first one:${code(first)}\nThen, until one returns nothing, with ${greatest} that was returned:${code(next)}`;
}

function byHand({ does, table }: RowsChanged): string {
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
