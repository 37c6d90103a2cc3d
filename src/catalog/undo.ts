import type { CatalogObject } from './object.ts';

/** Kinds that are dropped by their own name. */
const byName: Readonly<Record<string, string>> = {
  table: 'TABLE',
  view: 'VIEW',
  'materialized view': 'MATERIALIZED VIEW',
  'foreign table': 'FOREIGN TABLE',
  'composite type': 'TYPE',
  sequence: 'SEQUENCE',
  index: 'INDEX',
  'enum type': 'TYPE',
  domain: 'DOMAIN',
  'range type': 'TYPE',
  type: 'TYPE',
  function: 'FUNCTION',
  procedure: 'PROCEDURE',
  schema: 'SCHEMA',
  extension: 'EXTENSION',
  'event trigger': 'EVENT TRIGGER',
  publication: 'PUBLICATION',
  statistics: 'STATISTICS',
  'foreign data wrapper': 'FOREIGN DATA WRAPPER',
  'foreign server': 'SERVER',
  collation: 'COLLATION',
  'text search configuration': 'TEXT SEARCH CONFIGURATION',
  'text search dictionary': 'TEXT SEARCH DICTIONARY',
  role: 'ROLE',
};

/** The statement that drops a new object, where it can be written exactly. */
export function dropStatement({ kind, name, parent }: CatalogObject): string | undefined {
  const word = byName[kind];
  if (word !== undefined) return `DROP ${word} ${plain(name)}`;
  const table = parent?.slice(parent.indexOf(' ') + 1);
  const owner = parent?.slice(0, parent.indexOf(' '));
  if (table === undefined || owner === undefined || !name.startsWith(`${table}.`)) return undefined;
  const part = name.slice(table.length + 1);
  if (kind === 'column') return `ALTER ${owner === 'composite type' ? 'TYPE' : 'TABLE'} ${plain(table)} DROP ${owner === 'composite type' ? 'ATTRIBUTE' : 'COLUMN'} ${part}`;
  if (kind === 'constraint') return `ALTER ${owner === 'domain' ? 'DOMAIN' : 'TABLE'} ${plain(table)} DROP CONSTRAINT ${part}`;
  const onTable = { trigger: 'TRIGGER', rule: 'RULE', policy: 'POLICY' }[kind];
  return onTable === undefined ? undefined : `DROP ${onTable} ${part} ON ${plain(table)}`;
}

const plain = (name: string): string => name.replace(/^public\./, '');
