import type { Report } from '../../model/report.ts';
import { reasonsOfRun } from '../not-checked.ts';
import { count, few } from '../wording.ts';
import { message } from './message.ts';
import type { Descriptors } from './rules.ts';

/** Notifications of one kind; more are counted. */
const most = 500;

/** What the run did not look at and why, what one has to know of how it looked, and how many results have no room. */
export function notificationsOf(report: Report, rules: Descriptors, leftOut: number): readonly object[] {
  const left = `${count(leftOut, 'more finding')}, the mildest, have no room here: the report that --json writes has all`;
  return [
    ...(leftOut > 0 ? [{ level: 'warning', message: message(left, '') }] : []),
    ...atMost(reasonsOfRun(report).map((reason) => note(`Not checked: ${reason}`))),
    ...atMost(report.observations.remarks.map(({ text }) => note(`Good to know: ${text}`))),
    ...atMost(rulesNotChecked(report, rules)),
  ];
}

const note = (text: string): object => ({ level: 'note', message: message(text, '') });

function atMost(notes: readonly object[]): readonly object[] {
  if (notes.length <= most) return notes;
  return [...notes.slice(0, most), note(`${notes.length - most} more like these`)];
}

const rulesNotChecked = ({ coverage }: Report, rules: Descriptors): readonly object[] =>
  coverage.flatMap((one) => {
    const why = one.state === 'not-checked' ? one.why : one.state === 'checked' && few(one.notChecked);
    const reference = rules.reference(one.rule);
    return why && reference
      ? [{ ...note(`${reference.id} not checked: ${why}`), associatedRule: reference }]
      : [];
  });
