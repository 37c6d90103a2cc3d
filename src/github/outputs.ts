import { countedIn, type Severity } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { cut } from './cut.ts';

interface Output {
  readonly name: string;
  readonly description: string;
  of(report: Report): string;
}

/** The verdict where there is no report. */
export const notChecked = 'not-checked';

/** What later steps of the job can go by: words, numbers and names, never a text. */
export const outputs: readonly Output[] = [
  {
    name: 'verdict',
    description: `passed, failed or incomplete; ${notChecked} where the set-up is wrong, and the others are empty`,
    of: ({ verdict }) => verdict,
  },
  { name: 'errors', description: 'how many errors were found', of: (report) => count(report, 'error') },
  { name: 'warnings', description: 'how many warnings were found', of: (report) => count(report, 'warning') },
  { name: 'notices', description: 'how many notices were found', of: (report) => count(report, 'notice') },
  {
    name: 'not-checked',
    description: 'how many rules could not be checked, wholly or in part',
    of: ({ coverage }) => String(coverage.filter(isLacking).length),
  },
  {
    name: 'head',
    description:
      'the head of the history; several are separated by blanks; empty where no migration was changed',
    of: ({ graph }) => cut(graph.heads.join(' '), longest),
  },
];

const count = (report: Report, level: Severity): string =>
  String(countedIn(report).filter(({ severity }) => severity === level).length);

const isLacking = (coverage: Report['coverage'][number]): boolean =>
  coverage.state === 'not-checked' || (coverage.state === 'checked' && coverage.notChecked.length > 0);

/** Characters of an output: whoever names revisions may be no friend. */
const longest = 1000;
