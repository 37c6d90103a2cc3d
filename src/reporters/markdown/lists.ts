import type { Report } from '../../model/report.ts';
import { reasonsNotChecked } from '../not-checked.ts';
import { count } from '../wording.ts';
import { folded, type Page, paragraphs, placeLink, ruleLink } from './page.ts';
import { text } from './words.ts';

/** A list that can be shown in part, and says how much of it is not. */
export interface List {
  readonly length: number;
  render(shown: number): string;
}

/** By what the change under check asks less of itself than the base ref does: never folded away. */
export function relaxations(page: Page): List {
  const items = (page.report.relaxations ?? []).map(
    ({ place, words }) => `${place ? `${placeLink(place, page)}: ` : ''}${text(words)}`,
  );
  return list(items, (body) => `### This change lets pass\n\n${body}`);
}

/** What is let pass, with the reasons, and what the baseline has to do with it. */
export function letPass(page: Page): List {
  const { findings, baseline } = page.report;
  const passed = findings.filter(({ suppressed }) => suppressed && suppressed.by !== 'baseline');
  const items = [
    ...passed.map(({ rule, place, suppressed: { reason = '', until } = {} }) => {
      const end = until === undefined ? '' : ` (until ${text(until)})`;
      return `${ruleLink(rule, page)} at ${placeLink(place, page)}: ${text(reason)}${end}`;
    }),
    ...(baseline ? ofBaseline(baseline) : []),
  ];
  return list(items, (body) => folded(`Let pass: ${count(items.length, 'entry', 'entries')}`, body));
}

function ofBaseline({ file, letPass, fixed }: NonNullable<Report['baseline']>): readonly string[] {
  return [
    `${count(letPass, 'finding')} recorded in ${text(file)}`,
    ...(fixed.length > 0
      ? [
          `${count(fixed.length, 'entry', 'entries')} of it can go, what they name is fixed: \`migrate-check baseline\``,
        ]
      : []),
  ];
}

/** What was not looked at, with the reasons, and what a reader has to know of how it was. */
export function notChecked(page: Page): List {
  const { remarks } = page.report.observations;
  const items = [
    ...reasonsNotChecked(page.report).map((reason) => text(reason)),
    ...remarks.map((remark) => `Good to know: ${text(remark.text)}`),
  ];
  return list(items, (body) =>
    folded(`Not checked, and good to know: ${count(items.length, 'thing')}`, body),
  );
}

const list = (items: readonly string[], around: (body: string) => string): List => ({
  length: items.length,
  render(shown) {
    if (items.length === 0) return '';
    const more = items.length - shown;
    return around(
      paragraphs(
        items
          .slice(0, shown)
          .map((item) => `- ${item}`)
          .join('\n'),
        more > 0 ? `${more} more ${more === 1 ? 'is' : 'are'} not listed here.` : '',
      ),
    );
  },
});
