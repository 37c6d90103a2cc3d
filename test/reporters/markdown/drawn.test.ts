/** What Mermaid reads is looked at in drawing.test.ts; here it draws, where there is a browser. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comment } from '../../../src/reporters/markdown/comment.ts';
import { summary } from '../../../src/reporters/markdown/summary.ts';
import { chromiumPath, launch, noChromium } from '../../support/chromium.ts';
import { drawMermaid } from '../../support/mermaid-page.ts';
import { open } from '../../support/quiet-page.ts';
import { bigReport } from '../big-report.ts';
import { example } from '../example.ts';
import { hostileReport } from '../hostile/report.ts';
import { shortHostileStrings } from '../hostile/strings.ts';
import { how } from './support/harmless.ts';
import { drawingsIn, nodesOf, parsed } from './support/rendered.ts';

const drawings = (markdown: string): readonly string[] => drawingsIn(nodesOf(parsed(markdown)));

/** A page with the sources as code, as a reader of Markdown makes it. */
const pageOf = (sources: readonly string[]): string =>
  `<!doctype html><title>Drawings</title>${sources.map((source) => `<pre><code class="language-mermaid">${escaped(source)}</code></pre>`).join('')}`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

describe.skipIf(chromiumPath === undefined)(`in a browser (else ${noChromium})`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test.each([
    ['of everything that can be found', example, 6],
    ['of 500 findings over 60 revisions', bigReport(), 20],
  ])('the drawings %s are drawn', async (_, report, nodes) => {
    const sources = drawings(summary.render(report, how));
    const page = await open(browser, pageOf(sources));
    await drawMermaid(page);
    expect(sources).toHaveLength(2);
    expect(await page.locator('.mermaid > svg').count()).toBe(2);
    expect(await page.locator('.mermaid .node').count()).toBe(nodes);
    expect(await page.locator('.mermaid .task').count()).toBe(sources[1]?.match(/ :(?:crit, )?\d/g)?.length);
  });

  test('the drawings of hostile names show the names, and do nothing', async () => {
    const sources = shortHostileStrings.map(
      (text) => drawings(comment.render(hostileReport(text), how))[0] ?? '',
    );
    const page = await open(browser, pageOf(sources));
    await drawMermaid(page);
    expect(await page.locator('.mermaid > svg').count()).toBe(shortHostileStrings.length);
    expect(await page.locator('.mermaid .node').count()).toBe(2 * shortHostileStrings.length);
    expect(await page.locator('.mermaid').locator('a, img, script, iframe, form, input').count()).toBe(0);
  });

  test('what Mermaid cannot draw is a failure', async () => {
    const page = await open(browser, pageOf(['flowchart LR\n  a["x']));
    await expect(drawMermaid(page)).rejects.toThrow('Parse error');
  });
});
