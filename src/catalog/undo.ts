import { type CatalogObject, plainName } from './object.ts';

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

/** What belongs to something that it is not dropped from, such as the sequence of an identity column. */
const notOnTheirOwn: ReadonlySet<string> = new Set(['sequence of column', 'index of constraint']);

/** The statement that drops a new object, where it can be written exactly. */
export function dropStatement({ kind, name, parent }: CatalogObject): string | undefined {
  if (parent && notOnTheirOwn.has(`${kind} of ${parent.kind}`)) return undefined;
  const word = byName[kind];
  if (word !== undefined) return `DROP ${word} ${plainName(name)}`;
  if (!parent || !name.startsWith(`${parent.name}.`)) return undefined;
  const whole = plainName(parent.name);
  const part = name.slice(parent.name.length + 1);
  if (kind === 'column')
    return `ALTER ${alterWord(parent.kind)} ${whole} DROP ${columnWord(parent.kind)} ${part}`;
  if (kind === 'constraint') return `ALTER ${alterWord(parent.kind)} ${whole} DROP CONSTRAINT ${part}`;
  const onTable = { trigger: 'TRIGGER', rule: 'RULE', policy: 'POLICY' }[kind];
  return onTable === undefined ? undefined : `DROP ${onTable} ${part} ON ${whole}`;
}

const alterWord = (kind: string): string =>
  ({ 'composite type': 'TYPE', domain: 'DOMAIN', 'foreign table': 'FOREIGN TABLE' })[kind] ?? 'TABLE';
const columnWord = (kind: string): string => (kind === 'composite type' ? 'ATTRIBUTE' : 'COLUMN');
