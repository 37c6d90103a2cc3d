import type { CreateTrigStmt } from '@pgsql/types';
import type { Facts } from '../../model/report.ts';
import { commandsOf } from '../../sql/commands.ts';
import { texts } from '../../sql/name.ts';
import { quoteIdent } from '../../sql/quote.ts';
import { finalTables } from './final.ts';
import { type Part, textOf } from './tables.ts';

/** pg_trigger.h: TRIGGER_TYPE_BEFORE, TRIGGER_TYPE_UPDATE */
const before = 2;
const update = 16;

/** Whether a trigger may change each row before it is updated. */
const firesBeforeUpdate = ({ row, timing = 0, events = 0 }: CreateTrigStmt): boolean =>
  row === true && (timing & before) !== 0 && (events & update) !== 0;

const triggerIn = (sql: string): CreateTrigStmt | undefined => {
  const [command] = commandsOf(sql).filter(({ kind }) => kind === 'CreateTrigStmt');
  return command?.kind === 'CreateTrigStmt' ? command.node : undefined;
};

export function keepsUpdatedAt(trigger: Part): boolean {
  const node = triggerIn(textOf(trigger, 'definition') ?? '');
  return node !== undefined && firesBeforeUpdate(node);
}

/** Names that such triggers and their functions have. */
const telling =
  /updated?_?(?:at|on|time)|update_?(?:modified|timestamp)|touch|(?:set|moddate)_?time|moddatetime|modified/i;

/**
 * The function of a trigger that keeps the time of the last update in some table of the project, where there is one:
 * in the tables as they are at the end, or in a statement of a revision that was only upgraded through.
 */
export function usesUpdateTriggers(facts: Facts): string | undefined {
  const triggers = [...finalTables(facts).values()].flatMap((table) => table.triggers);
  const written = facts.observations.passedThrough
    .flatMap(({ statements }) => statements)
    .filter(({ sql }) => /\btrigger\b/i.test(sql));
  return [...triggers.map((trigger) => textOf(trigger, 'definition') ?? ''), ...written.map(({ sql }) => sql)]
    .flatMap((sql) => triggerIn(sql) ?? [])
    .filter((node) => firesBeforeUpdate(node))
    .map(({ trigname = '', funcname }) => ({ trigger: trigname, by: texts(funcname).at(-1) ?? '' }))
    .filter(({ trigger, by }) => telling.test(`${trigger} ${by}`))
    .map(({ by }) => quoteIdent(by))[0];
}
