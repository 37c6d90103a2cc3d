/** What docs/table-stats.md shows is what the program has. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { statsQuery, statsQueryHelp } from '../../src/cli/stats-query.ts';
import { merge } from '../../src/config/merge.ts';
import { parseSettings } from '../../src/config/settings-file.ts';
import { smallBytes, smallRows } from '../../src/rules/support/size.ts';
import { sizeInWords } from '../../src/rules/support/size-words.ts';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'table-stats.md'), 'utf8');
const blocks = (language: string): readonly string[] =>
  [...page.matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, name, text = '']) =>
    name === language ? [text] : [],
  );

test('the query is the one that is printed', () => {
  expect(blocks('sql')).toEqual([statsQuery('json')]);
});

test('the commands are those of the help and of the query itself', () => {
  const commands = blocks('sh').flatMap((text) => text.trim().split('\n'));
  const asked = commands.filter((line) => line.includes('psql'));
  expect(asked).toHaveLength(2);
  for (const line of asked) expect(statsQueryHelp).toContain(`  ${line}\n`);
  for (const line of asked)
    expect(statsQuery(line.includes('--csv') ? 'csv' : 'json')).toContain(`-- ${line}\n`);
});

test('the setting is one', () => {
  const [shown = ''] = blocks('yaml');
  const { settings } = merge([parseSettings(shown, { shown: 'migrate-check.yml', base: root })], root);
  expect(settings.tableStats).toBe(join(root, 'table-stats.json'));
});

test('the sentence and the limits are those of the rules', () => {
  expect(blocks('text').join('')).toContain(sizeInWords({ rows: 120_000_000, bytes: 34 * 1024 ** 3 }));
  expect(page.replaceAll(/\s+/g, ' ')).toContain(
    `fewer than ${smallRows.toLocaleString('en')} rows and less than ${smallBytes / 1024 ** 2} MB`,
  );
});
