import { describe, expect, test } from 'vitest';
import type { Finding, RuleId } from '../../../src/model/finding.ts';
import type { Report } from '../../../src/model/report.ts';
import { comment, resolved } from '../../../src/reporters/markdown/comment.ts';
import { facts, report } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import { example } from '../example.ts';
import { expectHarmless, how } from './support/harmless.ts';

const clean = report(facts([revision('a'), revision('b', ['a'])]));
const finding: Finding = {
  rule: 'drop-column' as RuleId,
  severity: 'warning',
  message: 'The column users.email goes, and who reads it fails.',
  help: 'Drop it once nobody reads it.',
  place: { file: 'versions/b.py', line: 12 },
  evidence: [],
  fingerprint: 'f',
};
const bodyOf = (more: Partial<Report>): string => comment.render({ ...clean, ...more }, how);
const paragraphsOf = (body: string): readonly string[] => body.trimEnd().split('\n\n');

describe('where all is well', () => {
  const body = [
    '## ✅ migrate-check: passed',
    '',
    'Nothing was found: 2 revisions up, down and up again · all 2 down in a row · one plain upgrade to the heads · PostgreSQL 17.10 (local) · python 3.12.1, alembic 1.20.1, sqlalchemy 2.1.9 · shop in 250 ms · migrate-check 0.1.0',
    '',
  ].join('\n');

  test('the comment says so in two lines', () => {
    expect(comment.render(clean, how)).toBe(body);
  });

  test('a comment that was red says that it is over', () => {
    expect(resolved.render(clean, how)).toBe(
      body.replace(': passed\n', ': resolved\n\nWhat was found here before is not there any more.\n'),
    );
  });

  test('what was not checked is there all the same, folded', () => {
    const shown = bodyOf({
      observations: {
        ...clean.observations,
        notObserved: [{ what: 'models', why: 'env.py gives no target_metadata' }],
      },
    });
    expect(paragraphsOf(shown).slice(2)).toEqual([
      '<details>\n<summary>Not checked, and good to know: 1 thing</summary>',
      '- models: `env.py` gives no `target_metadata`',
      '</details>',
    ]);
  });
});

describe('a verdict that does not say all', () => {
  test.each<[string, Partial<Report>, string, string]>([
    [
      'incomplete',
      { verdict: 'incomplete' },
      '## ⚠️ migrate-check: incomplete',
      'Something in scope could not be checked, so nobody knows whether it is safe.',
    ],
    [
      'failed, and nobody is stopped',
      { verdict: 'failed', failOn: 'never', findings: [finding] },
      '## ❌ migrate-check: failed',
      'It stops nobody: `fail-on` is `never`.',
    ],
    [
      'passed with findings',
      { findings: [finding] },
      '## ✅ migrate-check: passed',
      'Nothing is at or above `error`.',
    ],
  ])('%s', (_, more, heading, meaning) => {
    expect(paragraphsOf(bodyOf(more)).slice(0, 2)).toEqual([heading, meaning]);
  });
});

test('at one glance: how many, how far, with what, what not', () => {
  expect(paragraphsOf(comment.render(example, how)).slice(0, 2)).toEqual([
    '## ❌ migrate-check: failed',
    [
      '| Findings | 3 errors |',
      '| :-- | :-- |',
      '| Checked | 5 revisions up, down and up again · all 6 down in a row · one plain upgrade to the heads |',
      '| Not\u00a0checked | 4 things, listed below with the reason |',
      '| With | PostgreSQL 17.10 (local) · python 3.12.1, alembic 1.20.1, sqlalchemy 2.1.9 · shop in 250 ms · migrate-check 0.1.0 |',
    ].join('\n'),
  ]);
});

test('a finding: how bad, where, which rule, what happens, what to write, what shows it', () => {
  const body = comment.render(example, how);
  expect(body).toContain(
    [
      '❌ **error** · [`versions/b.py:8`](https://host.example/blob/versions/b.py#L8) · [`enum-left-behind`](https://host.example/rules/enum-left-behind)',
      'The downgrade of b (Add moods) leaves the enum type mood behind, and the next upgrade fails because of it.',
      '→ Add to the end of `downgrade()`:',
      '```\nop.execute("DROP TYPE mood")\n```',
      '<details>\n<summary>What shows it</summary>',
      '```diff\n+ enum type mood is new\n```',
      'The second upgrade then fails:',
      'The server said:',
      '```text\nDuplicateObject (SQLSTATE 42710): type "mood" already exists\nHINT: Take another name.\n```',
      "```sql\nCREATE TYPE mood AS ENUM ('good')\n```",
      '</details>',
    ].join('\n\n'),
  );
  expect(body).toContain(
    '```diff\n! view v: definition changed\n SELECT id,\n-  name\n+  email\n FROM users\n```',
  );
  expectHarmless(body);
});

test('without addresses there are names', () => {
  const { links: _, ...without } = how;
  const body = comment.render(example, without);
  expect(body).toContain('❌ **error** · `versions/b.py:8` · `enum-left-behind`\n');
  expect(body).not.toContain('](');
});

test('help that is nothing but code begins a line of its own', () => {
  expect(bodyOf({ findings: [{ ...finding, help: '    op.drop_table("a")' }] })).toContain(
    '\n\n→\n\n```\nop.drop_table("a")\n```',
  );
  expect(bodyOf({ findings: [{ ...finding, help: '' }] })).not.toContain('→');
});

test('an edit that was tried stands with its finding', () => {
  const edit = {
    file: 'versions/b.py',
    startLine: 12,
    endLine: 12,
    before: ['    pass'],
    after: ['    op.execute("DROP TYPE mood")', ''],
  };
  const body = bodyOf({ findings: [{ ...finding, suggestion: { edit, walked: [], milliseconds: 5 } }] });
  expect(body).toContain(
    [
      '→ Drop it once nobody reads it.',
      'This edit at [`versions/b.py:12`](https://host.example/blob/versions/b.py#L12) was tried, and ends it:',
      '```diff\n-    pass\n+    op.execute("DROP TYPE mood")\n+\n```',
    ].join('\n\n'),
  );
});

describe('what is let pass', () => {
  const suppressed = { by: 'settings', reason: 'copied to tags, unread since', until: '2027-01-31' } as const;
  const shown = bodyOf({
    findings: [
      { ...finding, suppressed },
      { ...finding, suppressed: { by: 'baseline', reason: 'recorded' } },
    ],
    baseline: {
      file: 'migrate-check-baseline.json',
      letPass: 1,
      fixed: [{ rule: 'drop-table' as RuleId, file: 'a', fingerprint: 'g', about: 'x' }],
      notChecked: [],
    },
    relaxations: [
      { by: 'settings', place: { file: 'migrate-check.yml', line: 3 }, words: 'drop-column is off now' },
    ],
  });

  test('by the change itself is never folded, and stands before the findings', () => {
    expect(paragraphsOf(shown).slice(2, 4)).toEqual([
      '### This change lets pass',
      '- [`migrate-check.yml:3`](https://host.example/blob/migrate-check.yml#L3): drop-column is off now',
    ]);
  });

  test('is listed with its reason and its end, that of the baseline as a number', () => {
    expect(paragraphsOf(shown).slice(4)).toEqual([
      '<details>\n<summary>Let pass: 3 entries</summary>',
      [
        '- [`drop-column`](https://host.example/rules/drop-column) at [`versions/b.py:12`](https://host.example/blob/versions/b.py#L12): copied to tags, unread since (until `2027-01-31`)',
        '- 1 finding recorded in `migrate-check-baseline.json`',
        '- 1 entry of it can go, what they name is fixed: `migrate-check baseline`',
      ].join('\n'),
      '</details>',
    ]);
  });
});

test('a list that is long says how much of it is not there', () => {
  const notObserved = Array.from({ length: 30 }, (_, at) => ({ what: 'rows', why: `reason ${at}` }) as const);
  const shown = bodyOf({ observations: { ...clean.observations, notObserved } });
  expect(shown.match(/^- rows: reason/gm)).toHaveLength(20);
  expect(shown).toContain('\n\n10 more are not listed here.\n\n</details>');
});
