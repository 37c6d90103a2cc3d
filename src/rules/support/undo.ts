import type { Difference } from '../../model/difference.ts';
import { py } from './text.ts';

/** What depends on others goes first. Kinds that are not named go in between. */
const order = [
  'event trigger',
  'trigger',
  'rule',
  'policy',
  'view',
  'materialized view',
  'statistics',
  'publication',
  'constraint',
  'index',
  'column',
  'table',
  'foreign table',
  'sequence',
  'function',
  'procedure',
  'aggregate',
  'domain',
  'composite type',
  'range type',
  'type',
  'enum type',
  'foreign server',
  'foreign data wrapper',
  'schema',
  'extension',
  'role',
];
const rank = ({ kind }: Difference): number =>
  order.includes(kind) ? order.indexOf(kind) : order.indexOf('table');

/** The lines of downgrade() that take away what is new, in an order that works; what nobody can write exactly is left out. */
export function undoLines(differences: readonly Difference[]): readonly string[] {
  return differences
    .filter(({ change }) => change === 'new')
    .sort((a, b) => rank(a) - rank(b))
    .flatMap(
      (difference) => opCall(difference) ?? (difference.undo === undefined ? [] : [execute(difference.undo)]),
    );
}

/** The lines that give a changed column its former type, default and nullability. */
export function restoreLines(differences: readonly Difference[]): readonly string[] {
  return differences
    .filter(({ kind, change }) => kind === 'column' && change === 'changed')
    .flatMap(restoreColumn);
}

export const execute = (sql: string): string => `op.execute(${py(sql)})`;

/** Alembic's own call, where there is one for the kind. */
function opCall({ kind, name, undo }: Difference): string | undefined {
  const parts = identifiers(name);
  if (parts.length > 3) return undefined;
  const own = parts.at(-1) ?? name;
  if (kind === 'table') return call('drop_table', [own], parts.at(-2));
  if (kind === 'index') return call('drop_index', [own], parts.at(-2));
  const table = parts.at(-2);
  if (table === undefined || !undo?.startsWith('ALTER TABLE ')) return undefined;
  if (kind === 'column') return call('drop_column', [table, own], parts.at(-3));
  return kind === 'constraint' ? call('drop_constraint', [own, table], parts.at(-3)) : undefined;
}

function call(
  name: string,
  words: readonly string[],
  schema: string | undefined,
  more: readonly string[] = [],
): string {
  const where = schema === undefined ? [] : [`schema=${py(schema)}`];
  return `op.${name}(${[...words.map(py), ...more, ...where].join(', ')})`;
}

function restoreColumn({ name, facts }: Difference): readonly string[] {
  const [column = '', table = '', schema] = identifiers(name).toReversed();
  if (table === '') return [];
  const alter = (...more: readonly string[]): string => call('alter_column', [table, column], schema, more);
  const [own = '', ...whole] = spelledParts(name).toReversed();
  const qualified = whole.toReversed().join('.');
  return facts.flatMap(({ fact, before }) => {
    if (fact === 'nullable') return [alter(`nullable=${before === 'yes' ? 'True' : 'False'}`)];
    if (fact === 'default')
      return [alter(`server_default=${before === null ? 'None' : `sa.text(${py(before)})`}`)];
    if (fact === 'type' && before !== null)
      return [execute(`ALTER TABLE ${qualified} ALTER COLUMN ${own} TYPE ${before}`)];
    return [];
  });
}

/** The identifiers of a qualified name as SQL spells them; a dot inside quotes does not part. */
const spelledParts = (name: string): readonly string[] => name.match(/"(?:[^"]|"")*"|[^.]+/g) ?? [];

/** The same as Alembic wants them: without quotes. */
export const identifiers = (name: string): readonly string[] =>
  spelledParts(name).map((part) => (part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part));
