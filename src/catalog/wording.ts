import { grantsInWords } from './grants.ts';
import { type Fact, plainName } from './object.ts';
import { asList } from './weight.ts';

/** A fact that differs, as a person would say it: "type varchar(100) became text". */
export function inWords(name: string, before: Fact | undefined, after: Fact | undefined): string {
  const truth = truths[name];
  if (truth) return after === 'yes' || after === 'always' ? truth[0] : truth[1];
  if (name === 'columns in order') return 'its columns are in another order';
  if (name === 'grants') return grantsInWords(asList(before), asList(after));
  const one = singular[name];
  if (one !== undefined) return listInWords(name, one, asList(before), asList(after));
  const [old, now] = [spell(name, before), spell(name, after)];
  if (name === 'definition' && old !== null && now !== null) return 'definition changed';
  if ([old, now].some((value) => value !== null && isLong(value))) return `${name} changed`;
  if (old === null) return `${name} ${now} is new`;
  return now === null ? `${name} ${old} is gone` : `${name} ${old} became ${now}`;
}

/** The value as people write it; null for none. */
export function spell(name: string, fact: Fact | undefined): string | null {
  if (fact === undefined) return null;
  if (typeof fact !== 'string') return fact.join(name === 'columns in order' ? ', ' : '\n');
  if (name === 'owned by') return plainName(fact);
  if (name === 'comment') return `"${fact}"`;
  return typeNames.has(name) ? shortType(fact) : fact;
}

const isLong = (value: string): boolean => value.includes('\n') || value.length > 80;

const typeNames: ReadonlySet<string> = new Set([
  'type',
  'base type',
  'subtype',
  'of type',
  'result',
  'key type',
]);

/** PostgreSQL's short names for its own long ones. */
const shortType = (type: string): string =>
  type
    .replace(/^character varying\b/, 'varchar')
    .replace(/^timestamp(\(\d\))? with time zone\b/, 'timestamptz$1')
    .replace(/^timestamp(\(\d\))? without time zone\b/, 'timestamp$1')
    .replace(/^time(\(\d\))? without time zone\b/, 'time$1')
    .replace(/^double precision\b/, 'float8');

/** Facts that hold or do not: what is said when they do now, and when they do no longer. */
const truths: Readonly<Record<string, readonly [string, string]>> = {
  nullable: ['became nullable', 'became NOT NULL'],
  validated: ['became validated', 'is no longer validated'],
  enforced: ['became enforced', 'is no longer enforced'],
  valid: ['became valid', 'became INVALID'],
  clustered: ['became the index to cluster on', 'is no longer the index to cluster on'],
  populated: ['was filled', 'is no longer filled'],
  'row security': ['row security was enabled', 'row security was disabled'],
  'forced row security': [
    'row security was forced on its owner',
    'row security is no longer forced on its owner',
  ],
  'only inherited': ['is now only inherited', 'is no longer only inherited'],
  permissive: ['became permissive', 'became restrictive'],
};

/** Facts that are lists, and what one of them is called. */
const singular: Readonly<Record<string, string>> = {
  labels: 'label',
  parents: 'parent',
  options: 'option',
  'storage parameters': 'storage parameter',
  'toast parameters': 'toast parameter',
  'foreign options': 'foreign option',
  'statistics targets': 'statistics target',
  'disabled triggers': 'disabled trigger',
  roles: 'role',
  tables: 'table',
  schemas: 'schema',
  operations: 'operation',
  mappings: 'mapping',
  operators: 'operator',
  functions: 'function',
  tags: 'tag',
  'member of': 'membership of',
};

function listInWords(name: string, one: string, before: readonly string[], after: readonly string[]): string {
  const gone = before.filter((item) => !after.includes(item)).map((item) => `${one} ${item} is gone`);
  const added = after.filter((item) => !before.includes(item)).map((item) => `${one} ${item} is new`);
  const all = [...gone, ...added];
  return all.length === 0 ? `its ${name} are in another order` : all.join(', ');
}
