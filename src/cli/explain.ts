import { nearest } from '../config/spelling.ts';
import { widthOf, write } from '../host/output.ts';
import { SetupError } from '../model/setup-error.ts';
import { makePage, type Page, wrap } from '../reporters/terminal/page.ts';
import { rules } from '../rules/index.ts';
import { pageOf, type RulePage, type Section } from '../rules/page.ts';
import { colourOf, type Host } from './host.ts';
import type { ExplainAsked } from './rule-arguments.ts';

/** `migrate-check explain RULE`: its page, as docs/rules has it. SetupError `bad-usage` where there is no such rule. */
export async function explainCommand({ rule: id }: ExplainAsked, host: Host): Promise<number> {
  const [, rule] = rules.find(([known]) => known === id) ?? [];
  if (!rule) throw unknown(id);
  const width = Math.min(widest, widthOf(host.stdout));
  const page = makePage({ colour: colourOf(host, host.stdout), width, verbose: false });
  await write(host.stdout, pageText(pageOf(id, rule), page));
  return 0;
}

/** Longer lines of prose are hard to read. */
const widest = 100;

function unknown(id: string): SetupError {
  const meant = nearest(
    id,
    rules.map(([known]) => known),
  );
  return new SetupError(
    'bad-usage',
    `There is no rule ${id}`,
    meant === undefined
      ? 'See them all: migrate-check rules'
      : `Did you mean migrate-check explain ${meant}?`,
  );
}

function pageText({ title, id, weight, since, sections }: RulePage, page: Page): string {
  const head = [
    page.paint('bold', title),
    inCode(page.paint('dim', `${id} · ${weight} · since ${since}`), page),
  ];
  return [...head, ...sections.flatMap((section) => sectionLines(section, page))].join('\n');
}

const sectionLines = ({ heading, prose, blocks }: Section, page: Page): readonly string[] => [
  '',
  ...(heading === undefined ? [] : [page.paint('bold', heading)]),
  ...(prose === undefined ? [] : [inCode(wrap(prose, page, '  ').join('\n'), page)]),
  // Whole lines, so that they can be copied.
  ...blocks.flatMap(({ text }, at) => [
    ...(at === 0 ? [] : ['']),
    ...text.split('\n').map((line) => `    ${line}`.trimEnd()),
  ]),
];

/** A colour says as much as the backticks, which stay where there is none. */
const inCode = (text: string, page: Page): string =>
  text.replace(/`([^`]+)`/g, (quoted, code: string) => {
    const painted = page.paint('cyan', code);
    return painted === code ? quoted : painted;
  });
