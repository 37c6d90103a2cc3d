import { expect, test } from 'vitest';
import type { FindingTable } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { terminal } from '../../src/reporters/terminal.ts';
import { finding, reportOf } from '../cli/report.ts';

const table = (name: string, more: Partial<FindingTable> = {}): FindingTable => ({
  schema: 'public',
  name,
  ...more,
});
const rendered = (tables: readonly (FindingTable | undefined)[], more: Partial<Report> = {}): string => {
  const findings = tables.map((one) => (one ? { ...finding, table: one } : finding));
  return terminal.render(reportOf({ findings, ...more }), { colour: false, width: 160, verbose: false });
};
const known = table('orders', { rows: 3, bytes: 8192 });
const statistics = { tableSizes: [{ schema: 'public', name: 'orders', rows: 3, bytes: 8192 }] };

test('tables that the statistics do not have are named once, whatever is found about them', () => {
  const text = rendered([known, table('users'), table('users'), table('Users'), undefined], statistics);
  expect(text).toContain(
    '\nnot checked\n  size in production of public.users, public.Users: not in the table statistics\n',
  );
  expect(text.match(/table statistics/g)).toHaveLength(1);
});

test('nothing is said where all are known, or where nobody brought statistics', () => {
  expect(rendered([known, table('split', { bytes: 0 })], statistics)).not.toContain('table statistics');
  expect(rendered([table('users')])).not.toContain('table statistics');
});

test('many are counted', () => {
  const tables = Array.from({ length: 9 }, (_, at) => table(`t${at}`));
  expect(rendered(tables, statistics)).toContain('public.t5 and 3 more: not in the table statistics');
});
