import type { Facts } from '../../model/report.ts';
import type { SchemaObject } from '../../model/schema-object.ts';
import { type Table, type Tables, tablesOf } from './tables.ts';

const known = new WeakMap<Facts['observations'], Tables>();

/**
 * The tables that the revisions in scope have touched, as the last of them left each: what one revision of a change
 * does not do, a later one may. Tables that are gone or called otherwise by then are not among them.
 */
export function finalTables({ observations }: Facts): Tables {
  const tables = known.get(observations) ?? last(observations);
  known.set(observations, tables);
  return tables;
}

function last({ roundTrips }: Facts['observations']): Tables {
  const tables = new Map<string, Table>();
  for (const { schema } of roundTrips) {
    if (!schema) continue;
    for (const key of tablesOf(schema.before).keys()) tables.delete(key);
    for (const [key, table] of tablesOf(schema.after)) tables.set(key, table);
  }
  return tables;
}

/** Something else than a table, as the last revision in scope that touches it leaves it; undefined where it is gone. */
export function finalObject({ observations }: Facts, kind: string, name: string): SchemaObject | undefined {
  const isIt = (one: SchemaObject): boolean => one.kind === kind && one.name === name;
  const touching = observations.roundTrips.findLast(
    ({ schema }) => schema?.before.some(isIt) || schema?.after.some(isIt),
  );
  return touching?.schema?.after.find(isIt);
}
