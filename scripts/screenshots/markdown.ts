import type { Page } from 'playwright-core';
import { beginning, compose } from '../../src/github/comment-body.ts';
import { linksOf } from '../../src/github/links.ts';
import type { Report } from '../../src/model/report.ts';
import { comment } from '../../src/reporters/markdown/comment.ts';
import { summary } from '../../src/reporters/markdown/summary.ts';
import type { RenderOptions } from '../../src/reporters/reporter.ts';
import { drawMermaid } from '../../test/support/mermaid-page.ts';
import { commentPage, summaryPage } from './github.ts';
import { inBoth, type Shot } from './shot.ts';

const head = '5f2c1e07a9b84d3690c1d2e3f4a5b6c7d8e9f012';
const repository = { owner: 'example', repo: 'shop' };

/** The comment on a pull request, and the summary of the run. */
export function markdownShots(report: Report): readonly Shot[] {
  const links = linksOf({ server: 'https://github.com', repository, head }, report.writtenBy);
  const how: RenderOptions = { colour: false, width: 100, verbose: false, links };
  const body = compose(
    beginning({ key: 'migrations', project: report.project.directory }),
    { run: { id: 4711, attempt: 1 }, head, step: '1' },
    comment.render(report, how),
    `[Run 4711](https://github.com/example/shop/actions/runs/4711) on ${head.slice(0, 12)}`,
  );
  return [
    ...inBoth({
      name: 'comment',
      html: commentPage(body),
      width: 920,
      settle: async (page) => {
        await drawMermaid(page);
        await open(page, 'DROP COLUMN');
      },
    }),
    ...inBoth({
      name: 'summary',
      html: summaryPage(summary.render(report, how)),
      width: 1000,
      height: 1640,
      // What stands above is the same as in the comment.
      settle: async (page) => {
        await drawMermaid(page);
        await open(page, '3da1');
        await page.evaluate(
          `[...document.querySelectorAll('h3')].find((h3) => h3.textContent === 'The revisions').scrollIntoView()`,
        );
      },
    }),
  ];
}

/** Opens the first folded part in which something stands. */
const open = (page: Page, words: string): Promise<void> =>
  page.locator('details', { hasText: words }).first().locator('summary').click();
