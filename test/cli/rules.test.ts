/** What is said about rules, which is what their pages in docs/ say. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { rules } from '../../src/rules/index.ts';
import { temporary } from '../support/temporary.ts';
import { fakeHost } from './host.ts';

const docs = join(import.meta.dirname, '..', '..', 'docs', 'rules');
const never = () => Promise.reject(new Error('Not expected to be loaded'));

/** Runs a command where nothing can be checked. */
async function said(argv: readonly string[], env: Record<string, string> = {}, columns = 100) {
  const host = { ...fakeHost(await temporary()), engine: never };
  host.stdout.columns = columns;
  const code = await main(argv, { ...host, env: { ...host.env, ...env } });
  return { code, text: host.stdout.text, error: host.stderr.text };
}

/** Words alone: neither blanks nor the marks of Markdown. */
const words = (text: string): readonly string[] =>
  text
    .replace(/<!--.*?-->/gs, '')
    .replace(/^```\w*$/gm, '')
    .replaceAll('`', '')
    .split(/\s+/)
    .filter((word) => !/^#*$/.test(word));

describe('explain', () => {
  test.each(rules.map(([id]) => id))('%s says what its page in docs says', async (id) => {
    const { code, text } = await said(['explain', id]);
    expect(code).toBe(0);
    expect(words(text)).toEqual(words(await readFile(join(docs, `${id}.md`), 'utf8')));
  });

  test('keeps prose within the terminal, and code whole', async () => {
    const { text } = await said(['explain', 'alter-type-rewrite'], {}, 50);
    const lines = text.split('\n');
    expect(lines.filter((line) => /^ {2}\S/.test(line) && line.length > 50)).toEqual([]);
    expect(text).toContain(
      '    CREATE TABLE events (id bigint PRIMARY KEY, number integer)\n\nReported\n    def upgrade():\n',
    );
    expect(Math.max(...lines.map(({ length }) => length))).toBeGreaterThan(120);
  });

  test('has no lines too long to read in a wide terminal', async () => {
    const { text } = await said(['explain', 'drop-table'], {}, 300);
    const prose = text.split('\n').filter((line) => /^ {2}\S/.test(line));
    expect(prose.length).toBeGreaterThan(2);
    expect(prose.filter(({ length }) => length > 100)).toEqual([]);
  });

  test('is in colour where that is wanted, and then code has no backticks', async () => {
    const plain = await said(['explain', 'unnamed-constraint'], { FORCE_COLOR: '1', NO_COLOR: '1' });
    const coloured = await said(['explain', 'unnamed-constraint'], { FORCE_COLOR: '1' });
    expect(plain.text).toBe(stripVTControlCharacters(plain.text));
    expect(plain.text).toContain('`upgrade()`');
    expect(coloured.text).toContain('\u001b[36mupgrade()\u001b[39m');
    expect(stripVTControlCharacters(coloured.text)).toBe(plain.text.replaceAll('`', ''));
  });

  test.each([
    ['drop-tabel', 'There is no rule drop-tabel\nDid you mean migrate-check explain drop-table?'],
    ['nothing-like-it', 'There is no rule nothing-like-it\nSee them all: migrate-check rules'],
  ])('%s, which is no rule, is told', async (id, sentences) => {
    expect(await said(['explain', id])).toEqual({ code: 2, text: '', error: `Error: ${sentences}\n` });
  });

  test('needs a rule', async () => {
    const { code, error } = await said(['explain']);
    expect(code).toBe(2);
    expect(error).toContain("Missing required argument 'rule'");
  });
});

describe('rules', () => {
  const rows = (text: string) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t'));

  test('lists every rule once, worst first', async () => {
    const { code, text } = await said(['rules', '--plain']);
    expect(code).toBe(0);
    expect(
      rows(text)
        .map(([id]) => id)
        .sort(),
    ).toEqual(rules.map(([id]) => id).sort());
    const order = ['error', 'warning', 'notice'];
    const levels = rows(text).map(([, severity = '']) => order.indexOf(severity));
    expect(levels).toEqual(levels.toSorted());
    expect(text).toContain('drop-schema\terror\tdefault\t');
    expect(text).toContain('naming-convention\tnotice\ton request\t');
    expect(text).toContain('prefer-text\tnotice\tstyle\t');
  });

  test('of the severities that were asked for', async () => {
    const { text } = await said(['rules', '--plain', '--severity', 'error', '--severity', 'warning']);
    expect(new Set(rows(text).map(([, severity]) => severity))).toEqual(new Set(['error', 'warning']));
  });

  test('of a preset, for machines', async () => {
    const { text } = await said(['rules', '--preset', 'style', '--json']);
    const listed = JSON.parse(text) as readonly { readonly id: string; readonly preset: string }[];
    expect(listed.map(({ id }) => id)).toEqual(
      rules.filter(([, { meta }]) => meta.preset === 'style').map(([id]) => id),
    );
    expect(listed[0]).toEqual({
      id: 'ban-char-money',
      severity: 'notice',
      onRequest: true,
      preset: 'style',
      title: 'A type that surprises: char(n), money, timestamp(0)',
      since: '0.1.0',
    });
  });

  test.each([40, 60, 100, 200])('fits a terminal of %i columns and loses no word', async (columns) => {
    const { text } = await said(['rules'], {}, columns);
    // A name alone can be wider than the narrowest terminal.
    const fitting = Math.max(columns, 60);
    expect(text.split('\n').filter(({ length }) => length > fitting)).toEqual([]);
    const titles = rules.flatMap(([, { meta }]) => words(meta.title));
    expect(titles.filter((word) => !text.includes(word))).toEqual([]);
    expect(text).toContain(`${rules.length} rules`);
  });

  test('is in colour only where that is wanted, and plain never', async () => {
    const forced = { FORCE_COLOR: '1' };
    expect((await said(['rules'], forced)).text).toContain('\u001b[31merror  \u001b[39m');
    expect((await said(['rules'], { ...forced, NO_COLOR: '1' })).text).not.toContain('\u001b');
    expect((await said(['rules', '--plain'], forced)).text).not.toContain('\u001b');
  });

  test.each([
    [['--preset', 'styl'], 'There is no preset styl\nDid you mean style?'],
    [['--preset', 'everything'], 'There is no preset everything\nThere is: style'],
    [['--severity', 'fatal'], 'Allowed choices are error, warning, notice.'],
    [['--plain', '--json'], "cannot be used with option '--json'"],
  ])('%j is bad usage', async (flags, sentences) => {
    const { code, text, error } = await said(['rules', ...flags]);
    expect({ code, text }).toEqual({ code: 2, text: '' });
    expect(error).toContain(sentences);
  });
});
