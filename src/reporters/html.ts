import { document, type Part } from './html/document.ts';
import { findingsSection } from './html/findings.ts';
import { graphSection } from './html/graph.ts';
import { letPassSection, relaxationsBlock } from './html/let-pass.ts';
import { type Markup, html as markup } from './html/markup.ts';
import { makePage, type Page } from './html/page.ts';
import { revisionsSection } from './html/revisions.ts';
import { rooms } from './html/room.ts';
import { rulesSection } from './html/rules.ts';
import { setupSection } from './html/setup.ts';
import { uncheckedSection } from './html/unchecked.ts';
import { verdictSection } from './html/verdict.ts';
import { wholeSection } from './html/whole.ts';
import type { Reporter } from './reporter.ts';

/** One page for a browser, which needs no network and nothing beside it: the whole report, to look around in. */
export const html: Reporter = {
  id: 'html',
  render(report, how) {
    let text = '';
    for (const room of rooms(report.findings.length)) {
      text = written(makePage(report, how, room));
      if (how.budget === undefined || Buffer.byteLength(text) <= how.budget) break;
    }
    return text;
  },
};

function written(page: Page): string {
  const { verdict, project } = page.report;
  const shown = parts(page).filter(({ content }) => content !== false);
  const main = markup`${verdictSection(page)}${relaxationsBlock(page)}${shown.map(({ content }) => content)}`;
  return document(`${verdict}: ${project.label} · migrate-check`, shown, main);
}

/** In the order in which a reader needs them. */
const parts = (page: Page): readonly (Part & { readonly content: Markup | false })[] => [
  { anchor: 'findings', name: 'Findings', count: page.counted.length, content: findingsSection(page) },
  { anchor: 'graph', name: 'History', content: graphSection(page) },
  {
    anchor: 'revisions',
    name: 'Revisions',
    count: page.report.graph.revisions.length,
    content: revisionsSection(page),
  },
  { anchor: 'whole', name: 'As a whole', content: wholeSection(page) },
  { anchor: 'unchecked', name: 'Not checked', content: uncheckedSection(page) },
  { anchor: 'let-pass', name: 'Let pass', content: letPassSection(page) },
  { anchor: 'rules', name: 'Rules', content: rulesSection(page) },
  { anchor: 'setup', name: 'Set-up', content: setupSection(page) },
];
