import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { gitlab } from '../../src/reporters/gitlab.ts';
import { loadSql } from '../../src/sql/engine.ts';
import { id } from '../support/graph.ts';
import { bigReport } from './big-report.ts';
import { hostileReport } from './hostile/report.ts';
import { hostileStrings, inWords } from './hostile/strings.ts';
import { findingOf, how, small } from './support/documents.ts';

await loadSql();

const schema = JSON.parse(await readFile('test/reporters/schema/gitlab-code-quality.json', 'utf8')) as object;
const validate = new Ajv2020({ allErrors: true }).compile(schema);

interface Entry {
  readonly description: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: {
    readonly path: string;
    readonly lines: { readonly begin: number; readonly end: number };
  };
}

function read(report: Report): readonly Entry[] {
  const entries = JSON.parse(gitlab.render(report, how)) as readonly Entry[];
  expect(validate(entries), JSON.stringify(validate.errors)).toBe(true);
  return entries;
}

const of = (...findings: Report['findings']): readonly Entry[] => read({ ...small, findings });

test('a small report, word for word', async () => {
  expect(read(small)).toHaveLength(2);
  await expect(gitlab.render(small, how)).toMatchFileSnapshot('goldens/gitlab.json');
});

test('a report without findings is an empty list', () => {
  expect(gitlab.render({ ...small, findings: [] }, how)).toBe('[]\n');
});

test('severities are among those that GitLab knows', () => {
  const severities = (['error', 'warning', 'notice'] as const).map((severity) =>
    findingOf('r', { severity }),
  );
  expect(of(...severities).map(({ severity }) => severity)).toEqual(['critical', 'major', 'info']);
});

test('what is let pass is not shown', () => {
  expect(of(findingOf('r', { suppressed: { by: 'settings', reason: 'small' } }))).toEqual([]);
});

test('two findings that only their lines tell apart have two fingerprints, the same each time', () => {
  const [one, other] = of(findingOf('r'), findingOf('r', { place: { file: 'versions/b.py', line: 9 } }));
  expect(one?.fingerprint).toMatch(/^[0-9a-f]{16}:1$/);
  expect(other?.fingerprint).toBe(`${one?.fingerprint.slice(0, -1)}2`);
});

test.each([
  [{ file: 'versions/b.py' }, 'versions/b.py', 1, 1],
  [{ file: './versions//b.py', line: 3, endLine: 7 }, 'versions/b.py', 3, 7],
  [{ file: 'versions/b.py', line: 0, endLine: -2 }, 'versions/b.py', 1, 1],
  [{ file: 'versions/b.py', line: 9, endLine: 2 }, 'versions/b.py', 9, 9],
  [{ file: '../../usr/lib/python3/site.py', line: 3 }, 'versions/a.py', 9, 9],
  [{ file: '/etc/passwd' }, 'versions/a.py', 9, 9],
  [{ file: 'C:\\windows\\win.ini' }, 'versions/a.py', 9, 9],
  [{ file: 'a\0b' }, 'versions/a.py', 9, 9],
])('%j is at %s, lines %i to %i', (place, path, begin, end) => {
  const [entry] = of(findingOf('r', { place, revision: id('a') }));
  expect(entry?.location).toEqual({ path, lines: { begin, end } });
});

test('what is outside of the repository and of no revision is where the project is', () => {
  const finding = findingOf('r', { place: { file: '/etc/passwd' } });
  expect(of(finding)[0]?.location.path).toBe('shop/alembic.ini');
  const project = { ...small.project, directory: '../shop', file: '/srv/alembic.ini' };
  expect(read({ ...small, project, findings: [finding] })[0]?.location.path).toBe('migrations');
});

test('500 findings are 500 entries, each of its own', () => {
  const entries = read(bigReport());
  expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(500);
});

test.each(hostileStrings.map((text) => [inWords(text), text] as const))(
  'a report full of %s is three entries within the repository',
  (_, text) => {
    const entries = read(hostileReport(text));
    expect(entries.map(({ severity }) => severity)).toEqual(['critical', 'major', 'info']);
    for (const { description, location } of entries) {
      expect(posix.normalize(location.path)).toBe(location.path);
      expect(description).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Cs}]/v);
      expect(description.length).toBeLessThanOrEqual(2000);
    }
  },
);
