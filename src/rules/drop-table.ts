import { blocksReads } from '../model/lock.ts';
import type { Relation } from '../model/trace.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { isCopied } from './support/batch-copy.ts';
import { tableAt } from './support/columns.ts';
import { seen } from './support/seen.ts';
import { code, list } from './support/text.ts';
import { isSame, oldTable, shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A table is dropped',
    why: 'All its rows are gone, and no downgrade brings them back. The release that still runs while this one is deployed fails on every statement that names it. Tables that it refers to by foreign key are locked against reading as well, until the transaction ends.',
    fix: 'Release code that does not use the table any more, keep a copy of what may be needed, and drop the table in a later release. A table that was made in the same change is not reported.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE carts (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    op.drop_table("carts")\n\ndef downgrade():\n    op.create_table("carts", sa.Column("id", sa.BigInteger(), primary_key=True, autoincrement=False))`,
      good: `def upgrade():\n    # The table stays until no release reads it.\n    op.create_table_comment("carts", "unused since release 12")\n\ndef downgrade():\n    op.drop_table_comment("carts")`,
    },
  },
  messages: {
    replaced: ({ table, others }: Data) => ({
      message: `Dropping ${table} deletes all its rows: the table of that name that there is afterwards is another one.${alsoUnread(others)}`,
      help: `Where its rows are not needed any more, or have been copied before, say so on the line:${code('# migrate-check: ignore[drop-table] <reason>')}`,
    }),
    dropped: ({ table, others }: Data) => ({
      message: `Dropping ${table} deletes all its rows, and the running release fails on every statement that names it.${alsoUnread(others)}`,
      help: `Release code that does not use ${table} first, and drop the table in a later release. Where that has happened, say so on the line:${code('# migrate-check: ignore[drop-table] <reason>')}`,
    }),
  },
  check(subject, { report, notChecked }) {
    const drops = actionsIn(subject, 'drop').filter(({ kind }) => kind === 'table');
    if (drops.length === 0 || !seen(subject, 'DROP TABLE', ['locks'], notChecked)) return;
    const tables = drops
      .flatMap(({ name }) => oldTable(subject, name, notChecked) ?? [])
      .filter(({ name }) => !isCopied(subject, name));
    for (const table of tables) {
      const others = alsoLocked(subject, tables).map(shownRelation);
      report(
        tableAt(subject, 'after', table) ? 'replaced' : 'dropped',
        { table: shownRelation(table), others },
        whereOf(subject, {
          about: shownRelation(table),
          table,
        }),
      );
    }
  },
});

interface Data {
  readonly table: string;
  /** Locked against reading as well. */
  readonly others: readonly string[];
}

const alsoUnread = (others: readonly string[]): string =>
  others.length > 0
    ? ` ${list(others)} ${others.length > 1 ? 'are' : 'is'} locked against reading as well.`
    : '';

/** Tables that are not dropped, and that nobody reads while the transaction lasts. */
function alsoLocked(
  { statement, isOld }: StatementSubject,
  dropped: readonly Relation[],
): readonly Relation[] {
  return (statement.trace?.locks ?? [])
    .filter(({ relation, mode }) => relation.kind.endsWith('table') && isOld(relation) && blocksReads(mode))
    .map(({ relation }) => relation)
    .filter((relation) => !dropped.some((table) => isSame(relation, table)));
}
