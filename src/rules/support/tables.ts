import type { SchemaObject } from '../../model/schema-object.ts';
import { dottedName, type QualifiedName } from '../../sql/name.ts';
import { identifiers } from './undo.ts';

/** A part of a table: its own name, without quotes, and what is known of it. */
export interface Part {
  readonly name: string;
  readonly facts: SchemaObject['facts'];
}

/** A table as the catalog had it at one moment, its parts by kind. */
export interface Table {
  readonly schema: string;
  readonly name: string;
  /** As people write it: without `public.`, with quotes where they are needed. */
  readonly shown: string;
  readonly facts: SchemaObject['facts'];
  readonly columns: readonly Part[];
  readonly constraints: readonly Part[];
  /** Those of constraints included. */
  readonly indexes: readonly Part[];
  readonly triggers: readonly Part[];
  readonly policies: readonly Part[];
}

/** By `tableKey`. */
export type Tables = ReadonlyMap<string, Table>;

/** A name without a schema is one in public. */
export const tableKey = ({ schema = 'public', name }: QualifiedName): string =>
  JSON.stringify([schema, name]);

const read = new WeakMap<readonly SchemaObject[], Tables>();

/** The tables among some objects. Many rules ask for the same: it is put together once. */
export function tablesOf(objects: readonly SchemaObject[]): Tables {
  const known = read.get(objects) ?? putTogether(objects);
  read.set(objects, known);
  return known;
}

function putTogether(objects: readonly SchemaObject[]): Tables {
  const parts = Map.groupBy(objects, ({ kind, name, parent }) => `${kind} of ${wholeOf(kind, name, parent)}`);
  const tables = objects.filter(({ kind }) => kind === 'table');
  return new Map(
    tables.map((table) => {
      const of = (kind: string): readonly Part[] => (parts.get(`${kind} of ${table.name}`) ?? []).map(toPart);
      const { schema = 'public', name } = dottedName(identifiers(table.name));
      return [
        tableKey({ schema, name }),
        {
          schema,
          name,
          shown: table.name,
          facts: table.facts,
          columns: of('column'),
          constraints: of('constraint'),
          indexes: of('index'),
          triggers: of('trigger'),
          policies: of('policy'),
        },
      ];
    }),
  );
}

/** The table of an index is that of the constraint that made it. */
function wholeOf(kind: string, name: string, parent: SchemaObject['parent']): string {
  if (!parent) return name;
  return kind === 'index' && parent.kind === 'constraint'
    ? parent.name.replace(/\.(?:"(?:[^"]|"")*"|[^".]+)$/, '')
    : parent.name;
}

const toPart = ({ name, facts }: SchemaObject): Part => ({ name: identifiers(name).at(-1) ?? name, facts });

/** The argument of Alembic's operations that says where a table is. */
export const inSchema = ({ schema }: Pick<Table, 'schema'>): { readonly schema?: string } =>
  schema === 'public' ? {} : { schema };

/** A fact that is one text; undefined where it does not apply. */
export function textOf({ facts }: Pick<Part, 'facts'>, fact: string): string | undefined {
  const value = facts[fact];
  return typeof value === 'string' ? value : undefined;
}

/** The parts that `after` has by name and `before` has not, or has otherwise; all of them where there was none before. */
export const newParts = (before: readonly Part[] | undefined, after: readonly Part[]): readonly Part[] =>
  after.filter(({ name, facts }) => {
    const old = before?.find((part) => part.name === name);
    return !old || old.facts['definition'] !== facts['definition'];
  });
