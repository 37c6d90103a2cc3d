import { strongest } from '../../../src/model/lock.ts';
import type { Statement } from '../../../src/model/observation.ts';
import type { Facts } from '../../../src/model/report.ts';
import type { Relation, Trace } from '../../../src/model/trace.ts';

/** What the change took of a table, transaction by transaction, in the words of a case. */
export function takes(facts: Facts, table: string): string {
  const moves = facts.observations.roundTrips.map(({ upgrade }) => transactionsOf(upgrade.statements));
  return moves
    .flat()
    .map((traces) => ofTransaction(traces, table))
    .filter((words) => words !== '')
    .join(' | ');
}

function transactionsOf(statements: readonly Statement[]): readonly (readonly Trace[])[] {
  const traces = statements.flatMap(({ trace }) => (trace ? [trace] : []));
  return [...Map.groupBy(traces, ({ transaction }) => transaction).values()];
}

function ofTransaction(traces: readonly Trace[], table: string): string {
  const isTable = ({ name, existed }: Relation): boolean => name === table && existed;
  const isIndexOf = (relation: Relation): boolean => relation.of === table && relation.existed;
  const lock = strongest(
    traces.flatMap(({ locks }) => locks.filter(({ relation }) => isTable(relation)).map(({ mode }) => mode)),
  );
  if (lock === undefined) return '';
  const rewritten = traces.some(({ rewritten }) => rewritten.some(isTable));
  const rebuilt = traces.some(({ rewritten }) => rewritten.some(isIndexOf));
  const scanned = traces.some(({ scanned }) => scanned.some(({ relation }) => isTable(relation)));
  if (rewritten) return `${lock} + rewrite`;
  return `${lock}${scanned ? ' + scan' : ''}${rebuilt ? ' + reindex' : ''}`;
}
