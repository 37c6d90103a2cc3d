import { countedIn } from '../../model/finding.ts';
import type { Move } from '../../model/observation.ts';
import type { Report, Verdict } from '../../model/report.ts';
import { bySeverity } from '../by-severity.ts';
import { oneLine } from '../plain.ts';
import { movesOf } from '../walked.ts';
import { count, duration } from '../wording.ts';
import type { Page } from './page.ts';

const styles: Readonly<Record<Verdict, 'green' | 'red' | 'yellow'>> = {
  passed: 'green',
  failed: 'red',
  incomplete: 'yellow',
};

/** The last lines: the verdict, how much of what, how long and where the time went. */
export function summary(report: Report, page: Page): readonly string[] {
  const { verdict, findings, milliseconds, observations } = report;
  const counted = countedIn(report);
  const found = bySeverity(counted);
  const letPass = findings.length - counted.length;
  const moves = movesOf(report);
  const slowest = moves.reduce<Move | undefined>(
    (most, move) => (most && most.milliseconds >= move.milliseconds ? most : move),
    undefined,
  );
  const { count: rebuilt, moves: extra } = observations.recoveries;
  return [
    '',
    `${page.paint([styles[verdict], 'bold'], verdict)}: ${found.join(', ') || 'no findings'}${letPass > 0 ? `, ${letPass} let pass` : ''}${verdict === 'incomplete' ? '; something in scope could not be checked' : ''}`,
    page.paint(
      'dim',
      [
        `${count(moves.length, 'move')} in ${duration(milliseconds)}`,
        ...(slowest
          ? [
              `slowest: ${slowest.direction} of ${oneLine(slowest.revision)}, ${duration(slowest.milliseconds)}`,
            ]
          : []),
        ...(rebuilt > 0
          ? [`${count(rebuilt, 'database')} rebuilt after failed moves (${count(extra, 'extra move')})`]
          : []),
      ].join(' · '),
    ),
  ];
}
