import type { Difference } from '../../model/difference.ts';
import type { Evidence } from '../../model/finding.ts';
import type { Failure, Output } from '../../model/observation.ts';
import { placeText } from '../../model/place.ts';
import { count } from './text.ts';

/** Lines of evidence that a reader still reads. */
const differencesShown = 12;
const outputLines = 15;
const sqlLength = 2000;

export const ofSql = (text: string): Evidence => ({ kind: 'sql', text: cut(text) });

export const note = (text: string): Evidence => ({ kind: 'note', text });

/** Each difference in its words; values that need lines of their own are given whole. */
export function ofDifferences(
  differences: readonly Difference[],
  cap = differencesShown,
): readonly Evidence[] {
  const rest = differences.length - cap;
  return [
    ...differences.slice(0, cap).map(ofDifference),
    ...(rest > 0 ? [note(`and ${count(rest, 'more difference')}`)] : []),
  ];
}

function ofDifference({ words, facts, change }: Difference): Evidence {
  const long = facts.filter(({ before, after }) =>
    [before, after].some((value) => value?.includes('\n') || (value?.length ?? 0) > 60),
  );
  if (change !== 'changed' || long.length === 0) return { kind: 'difference', words };
  const side = (which: 'before' | 'after'): string => long.map((fact) => fact[which] ?? '').join('\n');
  return { kind: 'difference', words, before: side('before'), after: side('after') };
}

/** What the server or Python said, the statement, how it was reached, and what the migration printed. */
export function ofFailure(failure: Failure, output?: Output): readonly Evidence[] {
  const { error, sqlstate, message, detail, hint, sql, calledFrom } = failure;
  const said = [
    `${error}${sqlstate === undefined ? '' : ` (SQLSTATE ${sqlstate})`}: ${message}`,
    ...(detail === undefined ? [] : [`DETAIL: ${detail}`]),
    ...(hint === undefined ? [] : [`HINT: ${hint}`]),
  ].join('\n');
  return [
    failure.reason === 'sql' || failure.reason === 'disconnected'
      ? { kind: 'server', text: said }
      : note(said),
    ...(sql === undefined ? [] : [ofSql(sql)]),
    ...(calledFrom.length === 0 ? [] : [note(`called from ${calledFrom.map(placeText).join(', then ')}`)]),
    ...ofOutput(output),
  ];
}

/** What Alembic logs of every move, in whatever format the project's ini gives it. */
const announced =
  /\bRunning (upgrade|downgrade) .* -> |\bContext impl \w+\.$|\bWill assume transactional DDL\.$/;

function ofOutput(output: Output | undefined): readonly Evidence[] {
  const lines = (output?.text.trimEnd().split('\n') ?? []).filter((line) => !announced.test(line));
  const text = lines.slice(-outputLines).join('\n');
  return text.trim() === '' ? [] : [{ kind: 'output', text }];
}

const cut = (sql: string): string => (sql.length > sqlLength ? `${sql.slice(0, sqlLength)} ...` : sql);
