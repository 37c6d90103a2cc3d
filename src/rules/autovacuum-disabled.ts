import { defineRule } from './rule.ts';
import type { Table } from './support/tables.ts';
import { code } from './support/text.ts';
import { concerns, doneAt, touchedTables } from './support/touched.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision'],
  meta: {
    title: 'Autovacuum is off for a table',
    why: 'Nothing clears dead rows away any more and nothing keeps the statistics of the planner: the table grows and its queries get slower, until the server vacuums it by force to save its transaction ids, at the worst time.',
    fix: 'Leave autovacuum on. For a large backfill make it wait less or work more with `autovacuum_vacuum_scale_factor`, or switch it on again in the same change.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE events (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    op.execute("ALTER TABLE events SET (autovacuum_enabled = false)")\n\ndef downgrade():\n    op.execute("ALTER TABLE events RESET (autovacuum_enabled)")`,
      good: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '1s'")\n    op.execute("ALTER TABLE events SET (autovacuum_vacuum_scale_factor = 0.01)")\n\ndef downgrade():\n    op.execute("ALTER TABLE events RESET (autovacuum_vacuum_scale_factor)")`,
    },
  },
  messages: {
    off: ({ table, toast }: { table: string; toast: boolean }) => ({
      message: `Autovacuum stays off for ${toast ? 'the TOAST table of ' : ''}${table}: dead rows are never cleared away, and the table grows until the server vacuums it by force.`,
      help: `Switch it on again:${code(`op.execute("ALTER TABLE ${table.replaceAll('"', '\\"')} RESET (${toast ? 'toast.' : ''}autovacuum_enabled)")`)}`,
    }),
  },
  check(subject, { report }) {
    for (const { before, after, last } of touchedTables(subject)) {
      for (const fact of ['storage parameters', 'toast parameters']) {
        if (!isOff(after, fact) || !isOff(last, fact) || isOff(before, fact)) continue;
        const toast = fact === 'toast parameters';
        report(
          'off',
          { table: after.shown, toast },
          {
            ...doneAt(
              subject,
              (command) => concerns(after)(command) && command.text.includes('autovacuum_enabled'),
            ),
            about: `${after.shown} ${fact}`,
            table: after,
          },
        );
      }
    }
  },
});

/** No, in any of the spellings that a boolean option has, whole or short. */
const off = /^autovacuum_enabled=(?:f|fa|fal|fals|false|n|no|of|off|0)$/i;

const isOff = (table: Table | undefined, fact: string): boolean =>
  [table?.facts[fact] ?? []].flat().some((one) => off.test(one));
