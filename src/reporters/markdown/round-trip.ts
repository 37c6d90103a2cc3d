import type { Difference } from '../../model/difference.ts';
import type { Failure, Move, RoundTrip, RowChange } from '../../model/observation.ts';
import { count, duration, grouped } from '../wording.ts';
import { code } from './escape.ts';
import { differencesBlock } from './evidence.ts';
import { type Page, paragraphs } from './page.ts';
import { text } from './words.ts';

/** What came of a round trip, in a few words of ours. */
export function outcomeOf({ upgrade, downgrade, trace = [], reupgrade, drift = [] }: RoundTrip): string {
  const faults = [
    ...(upgrade.failure ? ['does not run'] : []),
    ...(downgrade?.failure ? [backOf(downgrade.failure)] : []),
    ...(isFault(trace) ? [`leaves ${count(trace.filter(weighs).length, 'difference')} behind`] : []),
    ...(reupgrade?.failure ? ['does not go again'] : []),
    ...(isFault(drift) ? ['goes again to something else'] : []),
  ];
  if (faults.length > 0) return faults.join(', ');
  return downgrade && reupgrade ? 'went up, down and up again' : 'went up';
}

const backOf = ({ reason }: Failure): string =>
  reason === 'irreversible' ? 'cannot be taken back' : 'does not come back';

const weighs = ({ weight }: Difference): boolean => weight === 'fault';
const isFault = (differences: readonly Difference[]): boolean => differences.some(weighs);

/** Each move with its end, and what was another afterwards. */
export function resultOf(trip: RoundTrip, page: Page): string {
  const { upgrade, downgrade, reupgrade, trace, drift, rowsAfterDowngrade, rowsAfterReupgrade } = trip;
  return paragraphs(
    [
      moveLine('Upgrade', upgrade),
      moveLine('Downgrade', downgrade),
      moveLine('Upgrade again', reupgrade),
    ].join('\n'),
    changesOf('After the downgrade, against before the upgrade', trace, rowsAfterDowngrade, page),
    changesOf('After the second upgrade, against after the first', drift, rowsAfterReupgrade, page),
  );
}

function moveLine(name: string, move: Move | undefined): string {
  if (!move) return `- **${name}**: not run`;
  const { milliseconds, statements, failure, left = [] } = move;
  const settings = left
    .map(({ name: setting, after }) => `; leaves ${code(setting)} at ${code(after)}`)
    .join('');
  const size = `${count(statements.length, 'statement')}, ${duration(milliseconds)}`;
  return `- **${name}**: ${failure ? `fails: ${failureOf(failure)}` : `ran, ${size}`}${settings}`;
}

function failureOf({ error, sqlstate, message }: Failure): string {
  return `${code(error)}${sqlstate === undefined ? '' : ` (SQLSTATE ${code(sqlstate)})`}: ${text(message)}`;
}

function changesOf(
  title: string,
  differences: readonly Difference[] = [],
  rows: readonly RowChange[] = [],
  page: Page,
): string {
  if (differences.length === 0 && rows.length === 0) return '';
  const shown = differences.map(({ words, weight }) => ({
    words,
    ...(weight === 'fault' ? {} : { note: ` (no fault: ${weight})` }),
  }));
  return paragraphs(
    `${title}:`,
    differences.length === 0 ? '' : differencesBlock(shown, page),
    rowsList(rows, page),
  );
}

function rowsList(rows: readonly RowChange[], page: Page): string {
  const items = rows.slice(0, page.rows).map(({ table, before, after, contentChanged }) => {
    const what = contentChanged
      ? 'same number of rows, other content'
      : `${grouped(before)} rows became ${grouped(after)}`;
    return `- ${code(table)}: ${what}`;
  });
  const more = rows.length - items.length;
  return paragraphs(items.join('\n'), more > 0 ? `${count(more, 'more table')} left out.` : '');
}
