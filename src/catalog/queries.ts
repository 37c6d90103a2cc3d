import { columnSections } from './sections/columns.ts';
import { databaseSections } from './sections/database.ts';
import { foreignSections } from './sections/foreign.ts';
import { operatorSections } from './sections/operators.ts';
import { partSections } from './sections/parts.ts';
import { publicationSections } from './sections/publications.ts';
import { relationSections, relations } from './sections/relations.ts';
import { routineSections } from './sections/routines.ts';
import { searchSections } from './sections/search.ts';
import type { Section, SectionRequest, UnitKind } from './sections/section.ts';
import { typeSections } from './sections/types.ts';

const sections: readonly Section[] = [
  ...[...relationSections, ...columnSections, ...partSections, ...typeSections, ...routineSections],
  ...[
    ...databaseSections,
    ...publicationSections,
    ...foreignSections,
    ...operatorSections,
    ...searchSections,
  ],
];

/** What a row of the queries below holds; see Section. `unit` is null in the row that only makes settings. */
export interface ObjectRow {
  readonly unit: string | null;
  readonly part: string;
  readonly kind: string;
  readonly name: string;
  readonly parent_kind: string | null;
  readonly parent_name: string | null;
  readonly facts: Record<string, unknown>;
}

/** The whole user schema in one statement. */
export function everything(major: number): string {
  return union('relation', sections, { major, filter: () => 'true' });
}

/** The objects of the units of one kind whose oids are in $1. */
export function someUnits(kind: UnitKind, major: number): string {
  const wanted = sections.filter(({ of }) => of === kind);
  return union(kind, wanted, { major, filter: (column) => `${column} = ANY ($1::oid[])` });
}

/**
 * Definitions are printed under settings of our own, whatever the history has made the defaults of the database.
 * They are set in the first arm of the union, which runs first, and end with the statement.
 */
const settings: Readonly<Record<string, string>> = {
  search_path: 'public',
  TimeZone: 'UTC',
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  extra_float_digits: '1',
  bytea_output: 'hex',
  quote_all_identifiers: 'off',
};

function union(kind: UnitKind, wanted: readonly Section[], request: SectionRequest): string {
  const set = Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', true)`);
  const first = `SELECT NULL::text, concat(${set.join(', ')}), '', '', NULL::text, NULL::text, NULL::jsonb`;
  const shared = kind === 'relation' ? `WITH ${relations(request.filter)}\n` : '';
  return `${shared}SELECT unit, part, kind, name, parent_kind, parent_name, jsonb_strip_nulls(facts) AS facts
FROM (${[first, ...wanted.map(({ sql }) => sql(request))].join('\nUNION ALL')}
) AS found (unit, part, kind, name, parent_kind, parent_name, facts)`;
}
