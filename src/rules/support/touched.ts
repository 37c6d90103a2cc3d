import type { Evidence } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { type Action, actionsOf } from '../../sql/action.ts';
import { commandsOf } from '../../sql/commands.ts';
import type { QualifiedName } from '../../sql/name.ts';
import type { ParsedStatement } from '../../sql/statement.ts';
import type { RoundTripSubject } from '../rule.ts';
import { ofSql } from './evidence.ts';
import { finalTables } from './final.ts';
import { definition } from './places.ts';
import { type Table, tablesOf } from './tables.ts';
import { isCalled } from './traced.ts';

/** A table that the upgrade of a revision touched. */
export interface Touched {
  /** Undefined where the upgrade made it. */
  readonly before: Table | undefined;
  readonly after: Table;
  /** As the last revision that touches it leaves it; undefined where it is gone by then. */
  readonly last: Table | undefined;
}

/** The tables that are there after an upgrade and that it made or changed; none where it failed. */
export function touchedTables({ roundTrip, facts }: RoundTripSubject): readonly Touched[] {
  const { schema } = roundTrip;
  if (!schema) return [];
  const before = tablesOf(schema.before);
  const last = finalTables(facts);
  return [...tablesOf(schema.after)].map(([key, after]) => ({
    before: before.get(key),
    after,
    last: last.get(key),
  }));
}

/** Whether a name in a command is that of a table; without a schema the search path decides. */
export const isNamed = (table: Pick<Table, 'schema' | 'name'>, written: QualifiedName | undefined): boolean =>
  written !== undefined && isCalled(table, written);

type Test = (command: ParsedStatement) => boolean;

/** A command that does such a thing. */
export const doing =
  (test: (action: Action) => boolean): Test =>
  (command) =>
    actionsOf(command).some(test);

/** The first command of the upgrade that does what each test asks for, else what the next asks for; else the function itself. */
export function doneAt(
  { revision, roundTrip }: Pick<RoundTripSubject, 'revision' | 'roundTrip'>,
  ...tests: readonly Test[]
): { readonly place: Place; readonly evidence: readonly Evidence[] } {
  for (const test of tests) {
    for (const statement of roundTrip.upgrade.statements) {
      const command = commandsOf(statement.sql).find(test);
      if (command)
        return { place: statement.place ?? definition(revision, 'upgrade'), evidence: [ofSql(command.text)] };
    }
  }
  return { place: definition(revision, 'upgrade'), evidence: [] };
}

/** A command that makes a table, or adds to it or changes it. */
export const concerns = (table: Pick<Table, 'schema' | 'name'>): Test =>
  doing((action) => 'table' in action && isNamed(table, action.table));
