import { countedIn } from '../../model/finding.ts';
import { opens, type Report, type Verdict } from '../../model/report.ts';
import { bySeverity } from '../by-severity.ts';
import { reasonsNotChecked } from '../not-checked.ts';
import { walked } from '../walked.ts';
import { count, duration } from '../wording.ts';
import { inCell } from './escape.ts';
import { paragraphs } from './page.ts';
import { text } from './words.ts';

const icons: Readonly<Record<Verdict, string>> = { passed: '✅', failed: '❌', incomplete: '⚠️' };

/** The verdict: the first line, and the only one that is always there. */
export const heading = ({ verdict }: Pick<Report, 'verdict'>, word: string = verdict): string =>
  `## ${icons[verdict]} migrate-check: ${word}`;

/** What came of it and how much was looked at, in a few lines; in one where all is well. */
export function glance(report: Report): string {
  if (isClean(report)) return `Nothing was found: ${text(`${walked(report)} · ${equipment(report)}`)}`;
  const [head, ...rows] = [
    ['Findings', found(report)],
    ['Checked', text(walked(report))],
    // A blank that breaks no line: the other cell takes all the room that it can.
    ['Not\u00a0checked', notChecked(report)],
    ['With', text(equipment(report))],
  ]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `| ${name} | ${inCell(value ?? '')} |`);
  return paragraphs(meaning(report), [head, '| :-- | :-- |', ...rows].join('\n'));
}

/** Looked at all that is in scope, and found nothing that counts. */
export const isClean = (report: Report): boolean =>
  report.verdict === 'passed' && countedIn(report).length === 0;

/** What the verdict means for whoever waits, where the word does not say it. */
function meaning(report: Report): string {
  const { verdict, failOn } = report;
  if (verdict === 'incomplete')
    return 'Something in scope could not be checked, so nobody knows whether it is safe.';
  if (verdict === 'failed' && opens(report)) return 'It stops nobody: `fail-on` is `never`.';
  return verdict === 'passed' && countedIn(report).length > 0 ? `Nothing is at or above \`${failOn}\`.` : '';
}

function found(report: Report): string {
  const counted = countedIn(report);
  const letPass = report.findings.length - counted.length;
  return `${bySeverity(counted).join(', ') || 'none'}${letPass > 0 ? `; ${letPass} let pass` : ''}`;
}

function equipment({ server, toolchain, project, writtenBy, milliseconds }: Report): string {
  const versions = Object.entries(toolchain.versions).map(([name, version]) => `${name} ${version}`);
  return [
    ...(server ? [`PostgreSQL ${server.version} (${server.provider})`] : []),
    ...(versions.length > 0 ? [versions.join(', ')] : []),
    `${project.label} in ${duration(milliseconds)}`,
    `migrate-check ${writtenBy}`,
  ].join(' · ');
}

function notChecked(report: Report): string {
  const reasons = reasonsNotChecked(report).length;
  return reasons === 0 ? '' : `${count(reasons, 'thing')}, listed below with the reason`;
}
