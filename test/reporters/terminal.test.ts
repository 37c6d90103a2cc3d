import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { Finding, RuleId } from '../../src/model/finding.ts';
import type { Chain } from '../../src/model/observation.ts';
import type { Report } from '../../src/model/report.ts';
import type { RenderOptions } from '../../src/reporters/reporter.ts';
import { terminal } from '../../src/reporters/terminal.ts';
import { changed, facts, failure, move, report, roundTrip, sqlFailure } from '../support/facts.ts';
import { id, revision } from '../support/graph.ts';
import { example } from './example.ts';

const how: RenderOptions = { colour: false, width: 100, verbose: false };
const text = terminal.render(example, how);
const many = (number: number) => {
  const history = Array.from({ length: number }, (_, at) => revision(`r${at}`));
  const roundTrips = history.map((one) =>
    roundTrip(one.id, { trace: [changed('view', 'v', 'definition', 'a', 'b')] }),
  );
  return report(facts(history, { roundTrips }));
};
const lines = text.split('\n');

test('the first lines say what was checked, with what', () => {
  expect(lines[0]).toBe('migrate-check 0.1.0  shop (shop/alembic.ini, section [alembic])');
  expect(lines[1]).toContain('Python 3.12.1, Alembic 1.20.1, SQLAlchemy 2.1.9');
  expect(lines[2]).toContain('PostgreSQL 17.10 · local');
  expect(lines[3]).toContain('5 revisions up, down and up again');
});

test('a finding says how bad, where, which rule, what, and what to type', () => {
  const at = lines.indexOf('error  versions/b.py:8  enum-left-behind');
  expect(at).toBeGreaterThan(0);
  const finding = lines.slice(at, at + 22).join('\n');
  expect(finding).toContain('The downgrade of b (Add moods) leaves the enum type mood behind');
  expect(finding).toContain('  > 8 | def downgrade():');
  expect(finding).toContain('    9 |     op.drop_table("entries")');
  expect(finding).toContain('+ enum type mood is new');
  expect(finding).toContain(
    'server DuplicateObject (SQLSTATE 42710): type "mood" already exists\n         HINT: Take another name.',
  );
  expect(finding).toContain("SQL CREATE TYPE mood AS ENUM ('good')");
  expect(finding).toMatch(/→ Add to the end of downgrade\(\):\n {8}op\.execute\("DROP TYPE mood"\)/);
});

test('definitions of several lines are shown as a small diff', () => {
  expect(text).toContain('-  name\n');
  expect(text).toContain('+  email\n');
  expect(text).toContain('~ view v: definition');
});

test('what was not looked at is told with its reason, and so is what is irreversible on purpose', () => {
  const rest = lines.slice(lines.indexOf('not checked'));
  expect(rest).toContain('  f: it needs e, whose upgrade fails');
  expect(rest).toContain('  rehearsal: the upgrade of e fails by itself');
  expect(rest).toContain('  downgrade of d: declared irreversible: the old values are gone');
  expect(rest).toContain('  env.py is run once for each move: it runs migrations 2 times');
});

test('revisions that share a reason share a line', () => {
  const history = Array.from({ length: 500 }, (_, at) => revision(`r${at}`));
  const leftOut = history.map((one) => ({
    revision: one.id,
    because: 'unchanged' as const,
    why: 'not changed',
  }));
  const many = terminal.render(
    report({ ...facts(history), plan: { scope: 'all', steps: [], leftOut } }),
    how,
  );
  expect(many).toContain('500 revisions (r0, r1, r2, r3, r4, r5 and 494 more): not changed');
  expect(many.split('\n').length).toBeLessThan(20);
});

test('rules that found something stand with their revisions above the verdict', () => {
  const at = lines.indexOf('found');
  expect(lines.slice(at + 1, at + 4)).toEqual([
    '    1 enum-left-behind        b',
    '    1 downgrade-leaves-trace  c',
    '    1 upgrade-fails           e',
  ]);
  expect(terminal.render(many(30), { ...how, width: 60 })).toMatch(
    /^ {3}30 downgrade-leaves-trace {2}r0, r1, r2, r3, r4 and 25 more$/m,
  );
  expect(terminal.render(many(1), how)).not.toContain('found\n');
});

test('of many alike the first are shown whole, the rest in short, and all whole on demand', () => {
  const frames = (shown: string): number => shown.match(/^ {2}~ view v/gm)?.length ?? 0;
  const shown = terminal.render(many(30), how);
  expect(frames(shown)).toBe(5);
  expect(shown.match(/^error {2}versions/gm)).toHaveLength(30);
  expect(shown).toContain('\n25 findings in short; --verbose shows all whole\n');
  const verbose = terminal.render(many(30), { ...how, verbose: true });
  expect(frames(verbose)).toBe(30);
  expect(verbose).not.toContain('in short');
});

test('something about a thing that is new or gone is a change of it', () => {
  const about = (words: string) =>
    roundTrip('a', { trace: [{ ...changed('column', 'users.age', 'default', null, '0'), words }] });
  const shown = (words: string): string =>
    terminal.render(report(facts([revision('a')], { roundTrips: [about(words)] })), how);
  expect(shown('column users.age: default 0 is new')).toContain('  ~ column users.age: default 0 is new');
  expect(shown('column users.age: default 0 is gone')).toContain('  ~ column users.age: default 0 is gone');
  expect(shown('column users.age is new')).toContain('  + column users.age is new');
});

test('a statement begins beside its label, however Alembic breaks it', () => {
  const downgrade = move('downgrade', 'a', { failure: sqlFailure('42P01', 'no', { sql: '\nDROP TABLE t' }) });
  const shown = report(facts([revision('a')], { roundTrips: [roundTrip('a', { downgrade })] }));
  expect(terminal.render(shown, how)).toContain('\n  SQL DROP TABLE t\n');
});

test('a walk down in a row that stops says where and why', () => {
  const chain: Chain = {
    down: [id('b')],
    stopped: { above: id('a'), because: 'it does not come back by itself' },
    reached: 'part of the way',
    below: [],
  };
  const shown = terminal.render(report(facts([revision('a'), revision('b', ['a'])], { chain })), how);
  expect(shown).toContain(' · the last one down once more');
  expect(shown).toContain('not checked\n  down in a row from a: it does not come back by itself\n');
});

test('after the findings there is one hint where to read on, and none where nothing was found', () => {
  const hints = lines.filter((line) => /^migrate-check explain /.test(line));
  expect(hints).toEqual(['migrate-check explain enum-left-behind says more']);
  expect(terminal.render(report(facts([revision('a')])), how)).not.toContain('explain');
});

test('the last lines are the verdict, the counts and where the time went', () => {
  expect(lines.slice(-3)).toEqual([
    'failed: 3 errors',
    '13 moves in 250 ms · slowest: upgrade of a, 312 ms · 2 databases rebuilt after failed moves (5 extra moves)',
    '',
  ]);
  const clean = terminal.render(report(facts([revision('a')])), how);
  expect(clean).toContain('\npassed: no findings\n');
  expect(clean).not.toContain('not checked');
});

test.each([40, 60, 80, 120])('at %i columns no sentence is longer', (width) => {
  const wide = terminal
    .render(example, { ...how, width })
    .split('\n')
    .filter(
      (line) =>
        line.length > width &&
        !/^( {4}|migrate-check|error|notice| {2}(SQL|server|Python|[+~-]) )|·|→/.test(line),
    );
  expect(wide).toEqual([]);
});

test('colour changes nothing but the colour', () => {
  const coloured = terminal.render(example, { ...how, colour: true });
  expect(coloured).toContain('\u001b[');
  expect(stripVTControlCharacters(coloured)).toBe(text);
  expect(text).not.toContain('\u001b');
});

test('verbose adds every move and statement, with line and time', () => {
  const verbose = terminal.render(example, { ...how, verbose: true });
  expect(verbose).toMatch(/^ +4\.2 ms :15 +CREATE TABLE users \( id int \) {2}\(2 rows\)$/m);
  expect(verbose).toMatch(/^ {2}upgrade again 3\.0 ms DuplicateObject$/m);
  expect(text).not.toContain('CREATE TABLE users');
});

test('nothing that comes from a project reaches the terminal as control characters or starts a line of its own', () => {
  const evil = '\u001b[2J\u202e\r\npassed: no findings';
  const bad = failure('sql', `E${evil}`, evil, {
    detail: evil,
    hint: evil,
    sql: evil,
    place: { file: `a${evil}`, line: 1 },
  });
  const hostile = revision('a', [], {
    title: evil,
    source: `${evil}\n`,
    place: { file: `a${evil}`, line: 1 },
  });
  const seen = report(
    facts([hostile], {
      roundTrips: [
        roundTrip('a', {
          upgrade: move('upgrade', 'a', {
            failure: bad,
            output: { text: evil, omitted: 0 },
            statements: [{ sql: evil, milliseconds: 1 }],
          }),
        }),
      ],
      notObserved: [{ what: 'revision', revision: id(evil), blockedBy: id(evil), why: evil }],
      remarks: [{ kind: 'ended-badly', text: evil }],
    }),
  );
  const shown = terminal.render(seen, { ...how, verbose: true });
  expect(shown).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
  expect(shown).not.toMatch(/^passed/m);
});

test('the whole', async () => {
  await expect(text).toMatchFileSnapshot('goldens/terminal.txt');
});

const passing = (): Report => {
  const [first, ...others] = example.findings as [Finding, ...Finding[]];
  const reason = `it is known ${'and well '.repeat(20)}`;
  const suppressed = {
    by: 'settings',
    reason,
    until: '2027-01-31',
    place: { file: 'migrate-check.yml', line: 3 },
  } as const;
  const recorded = { by: 'baseline', reason: 'recorded in base.json' } as const;
  const [second, ...rest] = others as [Finding, ...Finding[]];
  const entry = {
    rule: 'rows-left-behind' as RuleId,
    file: 'versions/z.py',
    fingerprint: 'f',
    about: 'Rows stay',
  };
  return {
    ...example,
    findings: [{ ...first, suppressed }, { ...second, suppressed: recorded }, ...rest],
    baseline: { file: 'base.json', letPass: 1, fixed: [entry], notChecked: [] },
    relaxations: [
      { by: 'settings', place: { file: 'migrate-check.yml' }, words: 'fail-on: never, was error' },
      {
        by: 'comment',
        place: { file: 'versions/a.py', line: 3 },
        words: `ignore[upgrade-fails] ${reason}end`,
      },
    ],
  };
};

test('what is let pass is a line each at the end, is not shown as a finding, and is counted apart', () => {
  const shown = terminal.render(passing(), how).split('\n');
  expect(shown).not.toContain('error  versions/b.py:8  enum-left-behind');
  const at = shown.indexOf('let pass');
  expect(at).toBeGreaterThan(shown.indexOf('not checked'));
  expect(shown[at + 1]).toMatch(/^ {2}enum-left-behind {2}versions\/b\.py:8 {2}it is known and well .*…$/);
  expect(shown[at + 1]?.length).toBe(100);
  expect(shown.slice(at + 2, at + 6)).toEqual([
    '  1 finding recorded in base.json',
    '  1 entry of it is fixed and can go: migrate-check baseline',
    '    rows-left-behind  versions/z.py',
    '',
  ]);
  expect(shown).toContain('failed: 1 error, 2 let pass');
  expect(shown.filter((line) => line.includes('enum-left-behind'))).toHaveLength(1);
});

test('what the baseline lets pass is listed where everything is wanted', () => {
  const lineOf = (verbose: boolean) =>
    terminal
      .render(passing(), { ...how, verbose })
      .split('\n')
      .filter((line) => line === '  downgrade-leaves-trace  versions/c.py:19  recorded in base.json');
  expect(lineOf(false)).toEqual([]);
  expect(lineOf(true)).toHaveLength(1);
});

test('what the change asks less of itself is told whole', () => {
  const shown = terminal.render(passing(), how).split('\n');
  const at = shown.indexOf('this change lets pass');
  expect(shown[at + 1]).toBe('  migrate-check.yml  fail-on: never, was error');
  expect(shown[at + 2]).toMatch(/^ {2}versions\/a\.py:3 {2}ignore\[upgrade-fails\] it is known .*end$/);
  expect(text).not.toContain('this change lets pass');
  expect(text).not.toContain('let pass');
});

test('the line of a finding stands without the empty lines around it', () => {
  const at = lines.findIndex((line) => line.includes('> 8 | def downgrade():'));
  expect(lines.slice(at - 1, at + 3)).toEqual([
    '',
    '  > 8 | def downgrade():',
    '    9 |     op.drop_table("entries")',
    '',
  ]);
});

test('in a narrow terminal the first lines are broken at blanks', () => {
  const head = terminal
    .render(example, { ...how, width: 50 })
    .split('\n')
    .slice(1, 6);
  expect(head).toEqual([
    '  Python 3.12.1, Alembic 1.20.1, SQLAlchemy 2.1.9',
    '  .venv/bin/python (from .venv)',
    '  PostgreSQL 17.10 · local',
    '  5 revisions up, down and up again · all 6 down',
    '  in a row · one plain upgrade to the heads',
  ]);
});
