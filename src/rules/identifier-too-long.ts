import { longNames } from '../sql/long-names.ts';
import { defineRule } from './rule.ts';
import { note } from './support/evidence.ts';
import { evidenceOf, placeOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A name that PostgreSQL cuts short',
    why: 'A name has room for 63 bytes. PostgreSQL cuts a longer one and says so only in a notice: two names that begin alike become the same, and who looks for the name as it was written, in a later migration or in the catalog, does not find it.',
    fix: 'Write a name of at most 63 bytes.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    op.create_table("orders", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("note", sa.Text()))\n    op.execute("CREATE INDEX ix_orders_note_for_the_search_on_the_page_of_the_customers_of_the_shop ON orders (note)")\n\ndef downgrade():\n    op.drop_table("orders")`,
      good: `def upgrade():\n    op.create_table("orders", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("note", sa.Text()))\n    op.execute("CREATE INDEX ix_orders_note ON orders (note)")\n\ndef downgrade():\n    op.drop_table("orders")`,
    },
  },
  messages: {
    cut: ({ written, kept }: { written: string; kept: string }) => ({
      message: `${written} is longer than a name can be: PostgreSQL calls it ${kept}.`,
      help: 'Give it a name of at most 63 bytes.',
    }),
  },
  check(subject, { report }) {
    const { command } = subject;
    if (!makes.test(command.kind)) return;
    const names = new Set(longNames(command.text).map(({ written }) => written));
    for (const written of names) {
      const kept = cut(written);
      report(
        'cut',
        { written, kept },
        {
          place: placeOf(subject),
          evidence: [...evidenceOf(subject), note(`cut at 63 bytes: ${kept}`)],
          about: written,
        },
      );
    }
  },
});

/** Statements that give something a name. What only uses one finds it: it is cut there as well. */
const makes = /^(?:Create|Define|Composite|Index|View|Rename|AlterTable|AlterDomain)/;

/** As the scanner does it: never within a character (scansup.c, truncate_identifier). */
function cut(written: string): string {
  let kept = '';
  for (const character of written) {
    if (Buffer.byteLength(kept + character) > 63) break;
    kept += character;
  }
  return kept;
}
