import { expect, test } from 'vitest';
import type { RuleId } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { junit } from '../../src/reporters/junit.ts';
import { loadSql } from '../../src/sql/engine.ts';
import { facts } from '../support/facts.ts';
import { id, revision } from '../support/graph.ts';
import { bigReport } from './big-report.ts';
import { large } from './hostile/large.ts';
import { hostileReport } from './hostile/report.ts';
import { shortHostileStrings } from './hostile/strings.ts';
import { findingOf, how, small } from './support/documents.ts';
import { againstSchema, parseXml, skeleton } from './support/xml.ts';

await loadSql();

const read = (report: Report): Element => parseXml(junit.render(report, how));
const named = (root: Element, suite: string, name: string): Element => {
  const found = root.querySelector(`testsuite[name="${suite}"] > testcase[name="${name}"]`);
  if (!found) throw new Error(`no case ${name} of ${suite}`);
  return found;
};
const outcomeOf = (one: Element): readonly string[] =>
  [...one.children].map(({ tagName }) => tagName).filter((tag) => tag !== 'system-out');
const numbers = (element: Element): readonly (string | null)[] =>
  ['tests', 'failures', 'errors', 'skipped'].map((name) => element.getAttribute(name));

/** One revision that nothing is wrong with, and these findings. */
const withFindings = (more: Partial<Report>): Report => ({
  ...bigReport({ findings: 0, revisions: 1 }),
  findings: [],
  verdict: 'passed',
  ...more,
});

test('a small report, word for word', async () => {
  const text = junit.render(small, how);
  expect(await againstSchema([text])).toEqual([]);
  await expect(text).toMatchFileSnapshot('goldens/junit.xml');
});

test('the schema says what is wrong with another document', async () => {
  const spoilt = junit.render(small, how).replace('<testcase name="upgrade"', '<testcase title="upgrade"');
  expect((await againstSchema([spoilt])).join('\n')).toMatch(/title/);
});

test('each part of a round trip is a case, and fails by the findings about it', () => {
  const root = read(small);
  const suites = [...root.querySelectorAll('testsuite')].map((suite) => suite.getAttribute('name'));
  expect(suites).toEqual(['a Create users', 'b Add moods', 'the history as a whole']);
  const failed = named(root, 'b Add moods', 'downgrade');
  const [failure] = failed.children;
  expect(failed.getAttribute('file')).toBe('versions/b.py');
  expect(failure?.tagName).toBe('failure');
  expect(failure?.getAttribute('type')).toBe('downgrade-fails');
  expect(failure?.getAttribute('message')).toMatch(
    /^db\/helpers\.py:7: b \(Add moods\) cannot be taken back/,
  );
  expect(failure?.getAttribute('message')).toMatch(/ \(and 1 more\)$/);
  expect(failure?.textContent).toContain('error enum-left-behind\nversions/b.py:19: The downgrade of b');
  expect(numbers(root.children[1] as Element)).toEqual(['4', '1', '0', '1']);
  expect(outcomeOf(named(root, 'a Create users', 'downgrade'))).toEqual([]);
});

test('what was not run is skipped, and says why', () => {
  const again = named(read(small), 'b Add moods', 'upgrade again');
  expect(outcomeOf(again)).toEqual(['skipped']);
  expect(again.children[0]?.getAttribute('message')).toBe('the downgrade fails');
});

test('rules that could not look are one case that is skipped, by their reasons', () => {
  const coverage: Report['coverage'] = [
    { rule: 'one' as RuleId, state: 'not-checked', why: 'nobody looked' },
    { rule: 'two' as RuleId, state: 'not-checked', why: 'nobody looked' },
    { rule: 'three' as RuleId, state: 'not-checked', why: 'it is off' },
  ];
  const one = named(
    read(withFindings({ coverage })),
    'the history as a whole',
    'rules that were not checked',
  );
  expect(one.children[0]?.getAttribute('message')).toBe(
    '2 rules: nobody looked (one, two)\n1 rule: it is off (three)',
  );
});

test.each<[Report['failOn'], string[]]>([
  ['error', ['error']],
  ['warning', ['error', 'warning']],
  ['notice', ['error', 'warning', 'notice']],
  ['never', []],
])('where %s shuts the gate, a case fails by %j', (failOn, failing) => {
  const findings = (['error', 'warning', 'notice'] as const).map((severity) =>
    findingOf(`a-${severity}`, { severity, revision: id('r000') }),
  );
  const one = named(read(withFindings({ findings, failOn })), 'r000 Change number 0', 'rules');
  const said = (tag: string): readonly string[] =>
    [...(one.querySelector(tag)?.textContent ?? '').matchAll(/^(\w+) a-\w+$/gm)].map(
      ([, word]) => word ?? '',
    );
  expect(said('failure')).toEqual(failing);
  expect(said('system-out')).toEqual(['error', 'warning', 'notice'].filter((one) => !failing.includes(one)));
});

test('what is let pass fails nothing, and is said', () => {
  const suppressed = { by: 'comment', reason: 'the table is empty' } as const;
  const findings = [findingOf('drop-table', { revision: id('r000'), suppressed })];
  const one = named(read(withFindings({ findings })), 'r000 Change number 0', 'rules');
  expect(outcomeOf(one)).toEqual([]);
  expect(one.textContent).toContain('error drop-table (let pass by comment: the table is empty)');
});

test.each([
  ['chain-fails', 'down in a row'],
  ['upgrade-in-one-go-fails', 'upgrade in one go'],
  ['several-heads', 'rules'],
])('a finding of %s is in the case %s of the whole history', (rule, name) => {
  const root = read(withFindings({ findings: [findingOf(rule)], verdict: 'failed' }));
  expect(outcomeOf(named(root, 'the history as a whole', name))).toEqual(['failure']);
  expect(root.getAttribute('failures')).toBe('1');
});

test('a finding about a revision that is out of scope is not lost', () => {
  const root = read(withFindings({ findings: [findingOf('drop-table', { revision: id('before') })] }));
  expect(outcomeOf(named(root, 'the history as a whole', 'rules'))).toEqual(['failure']);
});

test('a gate that is shut because something was not looked at is an error', () => {
  const name = 'everything in scope was looked at';
  const root = read(withFindings({ verdict: 'incomplete' }));
  expect(outcomeOf(named(root, 'the history as a whole', name))).toEqual(['error']);
  expect(root.getAttribute('errors')).toBe('1');
  const open = read(withFindings({ verdict: 'incomplete', failOn: 'never' }));
  expect(open.querySelector(`[name="${name}"]`)).toBeNull();
});

test('a history that nothing is to be walked of has no case but the rules', async () => {
  const empty = { ...withFindings({}), ...facts([], { roundTrips: [] }) };
  const { chain: _, rehearsal: __, ...observations } = empty.observations;
  const text = junit.render({ ...empty, observations, plan: { ...empty.plan, steps: [] } }, how);
  expect(await againstSchema([text])).toEqual([]);
  expect([...parseXml(text).querySelectorAll('testcase')].map((one) => one.getAttribute('name'))).toEqual([
    'rules',
  ]);
});

test('a project and a revision with dots in their names are a package and a class', () => {
  const report = { ...withFindings({}), ...facts([revision('1.2')]) };
  const [one] = read({ ...report, project: { ...report.project, label: 'a.b' } }).querySelectorAll(
    'testcase',
  );
  expect(one?.getAttribute('classname')).toBe('a_b.1_2');
});

test('500 findings over 60 revisions are all in it, and each number is right', () => {
  const root = read(bigReport());
  const said = [...root.querySelectorAll('failure, system-out')]
    .map(({ textContent }) => textContent)
    .join('\n');
  for (let at = 0; at < 500; at++) expect(said).toContain(`Finding number ${at}:`);
  const cases = [...root.querySelectorAll('testcase')];
  expect(numbers(root).slice(0, 3)).toEqual([
    String(cases.length),
    String(cases.filter((one) => outcomeOf(one)[0] === 'failure').length),
    '0',
  ]);
});

test('whatever names and messages are, the elements are the same', async () => {
  const texts = shortHostileStrings.map((text) => junit.render(hostileReport(text), how));
  const expected = skeleton(parseXml(junit.render(hostileReport('MARK'), how)));
  for (const [at, text] of texts.entries()) {
    const input = shortHostileStrings[at] ?? '';
    // A path that leaves the repository is no file of it, and so there is none.
    const root = parseXml(text.replaceAll(/ file="[^"]*"/g, ''));
    expect(skeleton(root), JSON.stringify(input)).toEqual(withoutFiles(expected));
    expect(text, JSON.stringify(input)).not.toMatch(/[[\p{Cc}\p{Bidi_Control}\p{Cs}]--\n]/v);
    expect(text, JSON.stringify(input)).not.toMatch(/::|##\[/);
  }
  expect(await againstSchema(texts)).toEqual([]);
});

const withoutFiles = (value: unknown): unknown =>
  Array.isArray(value) ? value.filter((one) => one !== 'file').map(withoutFiles) : value;

test.each(large.map((text) => [text.slice(0, 8), text] as const))(
  'of names as large as %j no more than the beginning is shown',
  async (_, text) => {
    const rendered = junit.render(hostileReport(text), how);
    expect(rendered.length).toBeLessThan(2_000_000);
    expect(rendered).toMatch(/\(\d\d\d,\d\d\d more characters\)/);
    expect(await againstSchema([rendered])).toEqual([]);
  },
);
