import type { Relation } from '../../model/trace.ts';
import type { Messages, StatementSubject, Tell } from '../rule.ts';
import { seen } from './seen.ts';

/** What holds rows, was there before the change, and was stored anew; where nobody could see it, the rule says so. */
export function storedAnewBy(
  subject: StatementSubject,
  command: string,
  { notChecked }: Pick<Tell<Messages>, 'notChecked'>,
): readonly Relation[] {
  const trace = seen(subject, command, ['rewritten'], notChecked);
  return (trace?.rewritten ?? []).filter(
    (relation) =>
      subject.isOld(relation) && (relation.kind === 'table' || relation.kind === 'materialized view'),
  );
}
