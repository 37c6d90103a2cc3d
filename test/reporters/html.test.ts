import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { RevisionId } from '../../src/model/revision.ts';
import { example } from './example.ts';
import { large } from './hostile/large.ts';
import { everywhere, longHistory, pageOf } from './html/reports.ts';

const page = pageOf(example);

test('only our own script and style may do anything, and nothing may be asked for', () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  for (const name of ['script', 'style']) {
    const all = [...page.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gs'))];
    expect(all).toHaveLength(1);
    const hash = createHash('sha256')
      .update(all[0]?.[1] ?? '')
      .digest('base64');
    expect(policy).toContain(`${name}-src 'sha256-${hash}'`);
  }
  expect(page).not.toMatch(/ style=| on[a-z]+=/);
});

test('nothing is loaded, and without links nothing leads out', () => {
  expect(page).not.toMatch(/(?:src|srcset|action|data)="/);
  expect(
    [...page.matchAll(/href="([^"]*)"/g)].map(([, to = '']) => to).filter((to) => !to.startsWith('#')),
  ).toEqual([]);
});

test('every link within the page leads somewhere, and no place has two', () => {
  expect([...page.matchAll(/href="#([^"]*)"/g)].length).toBeGreaterThan(20);
  expectLinksToLead(page);
});

function expectLinksToLead(page: string): void {
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
  expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
}

test('places and rules are links where there are addresses, and only to the web', () => {
  const links = {
    place: ({ file }: { readonly file: string }) =>
      file.includes('b.py') ? `https://git.example/${file}` : 'javascript:1',
    rule: () => 'https://rules.example/',
  };
  const linked = pageOf(example, { links });
  expect(linked).toContain('href="https://git.example/versions/b.py"');
  expect(linked).toContain('href="https://rules.example/"');
  expect(linked).not.toContain('href="javascript:');
});

test('the verdict is said for each', () => {
  const heading = (text: string): string =>
    text.replace(/.*<h1[^>]*>(.*?)<\/h1>.*/s, '$1').replaceAll(/<[^>]*>/g, '');
  expect(heading(page)).toBe('Failed');
  expect(heading(pageOf({ ...example, verdict: 'passed', findings: [] }))).toBe('Passed');
  const incomplete = pageOf({ ...example, verdict: 'incomplete', findings: [], failOn: 'never' });
  expect(heading(incomplete)).toBe('Incomplete');
  expect(incomplete).toContain('No findings; something in scope could not be checked.');
  expect(incomplete).toContain('It stops nobody');
});

test('the locks of a transaction are drawn, each told apart by words, by pattern and by colour', () => {
  const drawn = pageOf(everywhere('orders'));
  const figure = /<figure.*?<\/figure>/s.exec(drawn)?.[0] ?? '';
  for (const [strength, mode] of [
    ['reads', 'ACCESS EXCLUSIVE'],
    ['writes', 'SHARE'],
    ['changes', 'SHARE UPDATE EXCLUSIVE'],
    ['rows', 'ACCESS SHARE'],
  ])
    expect(figure).toMatch(new RegExp(`class="bar ${strength}".*?>${mode}</text>`, 's'));
  expect(figure).toContain('from statement 1 until the commit: nobody reads or writes');
  for (const pattern of ['p-writes', 'p-changes']) expect(drawn).toContain(`id="${pattern}"`);
});

test('an empty history is a page, too', () => {
  const nothing = { ...example.observations, roundTrips: [], notObserved: [], remarks: [] };
  const { chain: _, rehearsal: __, ...observations } = nothing;
  const empty = pageOf({
    ...example,
    graph: { revisions: [], bases: [], heads: [], faults: [] },
    plan: { scope: 'all', steps: [], leftOut: [] },
    observations,
    findings: [],
    verdict: 'passed',
  });
  expect(empty).toContain('Nothing to walk.');
  expect(empty).not.toContain('id="graph"');
});

test('what came back is counted among what was taken back', () => {
  const { roundTrips } = example.observations;
  const well = roundTrips.filter(
    ({ downgrade, trace = [] }) => downgrade && trace.every(({ weight }) => weight !== 'fault'),
  );
  const run = roundTrips.filter(({ downgrade }) => downgrade);
  expect([well.length, run.length, roundTrips.length]).toEqual([2, 4, 5]);
  expect(page).toMatch(/Came back<\/dt><dd>2 of 4 <span[^>]*>1 not run</);
});

test('what belongs to the change is marked, and what does not is not', () => {
  const changed = pageOf({
    ...example,
    plan: { scope: 'changed', steps: [{ kind: 'round-trip', revision: 'b' as RevisionId }], leftOut: [] },
  });
  expect([...changed.matchAll(/aria-label="(\w) [^"]*part of the change/g)].map(([, id]) => id)).toEqual([
    'b',
  ]);
  expect(page).not.toContain('part of the change');
});

test.each(large.map((text) => [text.slice(0, 4), text]))(
  'a text of a megabyte makes no page of many: %j',
  (_, text) => {
    expect(Buffer.byteLength(pageOf(everywhere(text)))).toBeLessThan(6_000_000);
  },
);

test('where there is less room, what is milder is left out, and how much', () => {
  const report = longHistory(200, (at) => at % 2 === 0);
  const whole = pageOf(report);
  const found = report.findings.length;
  expect(found).toBe(100);
  for (const share of [0.9, 0.6, 0.3, 0.2]) {
    const budget = Math.floor(whole.length * share);
    const less = pageOf(report, { budget });
    expect(Buffer.byteLength(less)).toBeLessThanOrEqual(budget);
    const shown = [...less.matchAll(/class="finding /g)].length;
    const left = Number(/(\d+) findings? left out for want of room, none worse/.exec(less)?.[1] ?? 0);
    expect(shown + left).toBe(found);
    expect(less).toContain('for want of room');
    expectLinksToLead(less);
  }
});

test('what was seen of revisions without findings goes first', () => {
  const report = longHistory(200, (at) => at === 7);
  const less = pageOf(report, { budget: Math.floor(pageOf(report).length * 0.7) });
  expect(less).toContain('ALTER TABLE table_7 ');
  expect(less).not.toContain('ALTER TABLE table_8 ');
});
