import { countedIn, type Finding } from '../../model/finding.ts';
import type { Suggestion } from '../../model/suggestion.ts';
import { bySeverity } from '../by-severity.ts';
import { count } from '../wording.ts';
import { remember } from './budget.ts';
import { fenced } from './escape.ts';
import { evidenceOf } from './evidence.ts';
import { folded, type Page, paragraphs, placeLink, ruleLink } from './page.ts';
import { severityIcons } from './severity.ts';
import { prose, text } from './words.ts';

/** So many are read; further ones are folded. */
export const openFindings = 20;

/** How many are shown, and how many of those with what shows them. */
export interface FindingsShown {
  readonly findings: number;
  readonly evidence: number;
}

/** Findings, worst first, and how many there are more. */
export function findingsPart(page: Page): {
  readonly length: number;
  render(shown: FindingsShown): string;
} {
  const all = countedIn(page.report);
  const head = remember((at) => headOf(all[at] as Finding, page));
  const proof = remember((at) => proofOf(all[at] as Finding, page));
  const block = (at: number, evidence: number): string =>
    paragraphs(head(at), at < evidence ? proof(at) : '');
  return {
    length: all.length,
    render({ findings, evidence }) {
      if (all.length === 0) return '';
      const blocks = all.slice(0, findings).map((_, at) => block(at, evidence));
      const rest = all.slice(openFindings, findings);
      return paragraphs(
        '### What was found',
        ...blocks.slice(0, openFindings),
        rest.length === 0
          ? ''
          : folded(
              `${count(rest.length, 'more finding')}: ${bySeverity(rest).join(', ')}`,
              paragraphs(...blocks.slice(openFindings)),
            ),
        leftOut(all, findings),
        withoutProof(all, findings, evidence),
      );
    },
  };
}

/** How bad, where, which rule; what happens; what to write. */
function headOf({ severity, place, rule, message, help, suggestion }: Finding, page: Page): string {
  return paragraphs(
    `${severityIcons[severity]} **${severity}** · ${placeLink(place, page)} · ${ruleLink(rule, page)}`,
    text(message),
    helpOf(help, page),
    suggestion ? editOf(suggestion, page) : '',
  );
}

function helpOf(help: string, page: Page): string {
  const body = prose(help, page.extent);
  if (body === '') return '';
  // Code that nothing leads in has to begin a line.
  return /^\s{2,}/.test(help) ? `→\n\n${body}` : `→ ${body}`;
}

function editOf({ edit: { file, startLine, before, after } }: Suggestion, page: Page): string {
  const lines = [...before.map((line) => `-${line}`), ...after.map((line) => `+${line}`)].join('\n');
  const where = placeLink({ file, line: startLine }, page);
  return paragraphs(`This edit at ${where} was tried, and ends it:`, fenced(lines, 'diff', page.extent));
}

function proofOf(finding: Finding, page: Page): string {
  return finding.evidence.length === 0 ? '' : folded('What shows it', evidenceOf(finding, page));
}

function leftOut(all: readonly Finding[], shown: number): string {
  const more = all.slice(shown);
  if (more.length === 0) return '';
  return `**${more.length} more ${more.length === 1 ? 'finding is' : 'findings are'} not shown here: ${bySeverity(more).join(', ')}.**`;
}

function withoutProof(all: readonly Finding[], findings: number, evidence: number): string {
  const without = all.slice(evidence, findings).filter((finding) => finding.evidence.length > 0).length;
  return without === 0 ? '' : `What shows ${without === 1 ? 'one' : without} of them is left out here.`;
}
