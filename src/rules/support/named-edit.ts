import type { Place } from '../../model/place.ts';
import type { Revision } from '../../model/revision.ts';
import type { Edit } from '../../model/suggestion.ts';
import { bodyOf, replaced, statementAt } from './edits.ts';
import type { PythonLine } from './python-lines.ts';
import { py } from './text.ts';

/**
 * The one name there is in place of None: in the call of `downgrade()` that drops the constraint and, where one call of
 * `upgrade()` can have made it, in that too, as one edit from the first of the two to the last.
 */
export function named(
  revision: Revision,
  place: Place,
  [name, ...others]: readonly string[],
): Edit | undefined {
  const drop = statementAt(revision, 'downgrade', place)?.statement;
  if (!drop || name === undefined || others.length > 0 || !drops.test(drop.text)) return undefined;
  const [make, ...more] = (bodyOf(revision, 'upgrade')?.lines ?? []).filter(({ text }) => makes.test(text));
  const isPair = make && more.length === 0 && make.endLine < drop.startLine;
  const lines = revision.source.split('\n');
  const withName = ({ text }: PythonLine, call: RegExp): readonly string[] =>
    text.replace(call, (_, head: string) => head + py(name)).split('\n');
  if (!isPair) return replaced(revision, drop.startLine, drop.endLine, withName(drop, drops));
  return replaced(revision, make.startLine, drop.endLine, [
    ...withName(make, makes),
    ...lines.slice(make.endLine, drop.startLine - 1),
    ...withName(drop, drops),
  ]);
}

/** Calls as far as their first argument. */
const drops = /(\bdrop_constraint\(\s*(?:constraint_name\s*=\s*)?)None\b/;
const makes =
  /(\bcreate_(?:foreign_key|unique_constraint|check_constraint|primary_key|exclude_constraint)\(\s*(?:constraint_name\s*=\s*)?)None\b/;
