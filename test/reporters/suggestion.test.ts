import { expect, test, vi } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { Edit } from '../../src/model/suggestion.ts';
import { html } from '../../src/reporters/html.ts';
import { markdown } from '../../src/reporters/markdown.ts';
import { sarif } from '../../src/reporters/sarif.ts';
import { terminal } from '../../src/reporters/terminal.ts';
import { findingOf, how, small } from './support/documents.ts';
import { againstSarif } from './support/multitool.ts';
import { resultsIn } from './support/sarif.ts';

/** Microsoft's checker is a large program to start. */
vi.setConfig({ testTimeout: 120_000 });

const edit: Edit = {
  file: 'versions/b.py',
  startLine: 8,
  endLine: 9,
  before: ['    op.drop_table("a")', '    # ``` and <b>'],
  after: ['    op.drop_table("a")', '    op.execute("DROP TYPE a")', '    # ``` and <b>'],
};
const withEdit = (more: Partial<Edit> = {}, suppressed?: Finding['suppressed']) => ({
  ...small,
  findings: [
    {
      ...findingOf('enum-left-behind'),
      suggestion: { edit: { ...edit, ...more }, walked: [], milliseconds: 1234 },
      ...(suppressed ? { suppressed } : {}),
    },
  ],
});

test('a terminal shows the patch, where it is, and what it took to try it', () => {
  expect(terminal.render(withEdit(), how)).toContain(`
  Suggested, and tried here in 1.2 s: versions/b.py:8
           op.drop_table("a")
      +    op.execute("DROP TYPE a")
           # \`\`\` and <b>
`);
});

test('nothing of it where nothing was tried, or the finding is let pass', () => {
  const none = { ...small, findings: [findingOf('enum-left-behind')] };
  const passed = withEdit({}, { by: 'comment', reason: 'so it is' });
  for (const report of [none, passed])
    for (const reporter of [terminal, markdown, html])
      expect(reporter.render(report, how)).not.toMatch(/was tried|tried here|tried on/);
});

test('in Markdown it is code, which nothing in it ends', () => {
  const text = markdown.render(withEdit(), how);
  expect(text).toMatch(/^````diff$/m);
  expect(text).toContain('+    op.execute("DROP TYPE a")');
});

test('in a page its text is text', () => {
  const page = html.render(withEdit(), how);
  expect(page).toContain('<ins>+    op.execute(&quot;DROP TYPE a&quot;)\n</ins>');
  expect(page).toContain('and &lt;b&gt;');
});

const fixes = (report: typeof small): unknown =>
  (resultsIn(sarif.render(report, how))[0] as { readonly fixes?: unknown } | undefined)?.fixes;

test('in SARIF it is a fix, which is what the standard takes', async () => {
  const report = withEdit();
  expect(fixes(report)).toEqual([
    {
      description: { text: 'Tried on a disposable PostgreSQL' },
      artifactChanges: [
        {
          artifactLocation: { uri: 'versions/b.py', uriBaseId: '%SRCROOT%' },
          replacements: [
            {
              deletedRegion: { startLine: 8, startColumn: 1, endLine: 9 },
              insertedContent: { text: edit.after.join('\n') },
            },
          ],
        },
      ],
    },
  ]);
  expect(await againstSarif([sarif.render(report, how)])).toEqual([]);
});

test.each([
  ['outside of the repository', { file: '../b.py' }],
  ['with a character that turns the direction of text', { after: ['# \u202e'] }],
  ['too long', { after: ['x'.repeat(5000)] }],
])('in SARIF there is no fix that is %s', (_, more) => {
  expect(fixes(withEdit(more))).toBeUndefined();
});
