import type { Difference } from '../../model/difference.ts';
import { commandsOf } from '../../sql/commands.ts';
import { quoteIdent } from '../../sql/quote.ts';
import type { StatementSubject } from '../rule.ts';
import { actionsIn } from './actions.ts';

/** What the revision takes away and none of its commands names. */
export function lostBeside(
  { move }: Pick<StatementSubject, 'move'>,
  effect: readonly Difference[],
): readonly Difference[] {
  const names = new Set(
    move.statements.flatMap(({ sql }) => commandsOf(sql)).flatMap((command) => dropped({ command })),
  );
  return effect.filter(({ change, name }) => change === 'gone' && !names.has(lastPart(name)));
}

/** By their own names: the schema and the table in front may be left out where they are written. */
function dropped(of: Pick<StatementSubject, 'command'>): readonly string[] {
  return actionsIn(of, 'drop', 'drop column', 'drop constraint').map((action) => {
    if (action.does === 'drop') return quoteIdent(action.name.name);
    return quoteIdent(action.does === 'drop column' ? action.column : action.name);
  });
}

/** Of `public.users`, `users.email` and `is_good(mood)`. */
const lastPart = (name: string): string =>
  /(?:"(?:[^"]|"")*"|[^".(]+)$/.exec(name.replace(/\(.*$/s, ''))?.[0] ?? name;
