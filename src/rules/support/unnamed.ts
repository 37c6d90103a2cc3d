import type { Failure, RoundTrip } from '../../model/observation.ts';
import type { Revision } from '../../model/revision.ts';

/** What SQLAlchemy 1.4 to 2.1 say when a constraint is to be dropped that has no name. */
const noName = /Can't emit DROP CONSTRAINT for constraint .*it has no name/s;

export const isUnnamed = ({ message }: Failure): boolean => noName.test(message);

export interface UnnamedDrop {
  /** Absent where the call does not show it. */
  readonly table?: string;
  /** `foreignkey`, `unique`, `check` or `primary`, as the call says. */
  readonly type?: string;
}

/** Suffixes of the names that PostgreSQL gives by itself. */
const suffixes: Readonly<Record<string, RegExp>> = {
  foreignkey: /_fkey\d*$/,
  unique: /_key\d*$/,
  check: /_check\d*$/,
  primary: /_pkey\d*$/,
};

/** The call on the failing line, read as far as a line of Python can be read. */
export function readDrop({ source }: Revision, failure: Failure): UnnamedDrop {
  const lines = source.split('\n');
  const line = failure.place?.line ?? 0;
  const call =
    lines
      .slice(Math.max(0, line - 1), line + 5)
      .join('\n')
      .split(/\n\s*(?=op\.|batch_op\.)/)[0] ?? '';
  const table =
    /drop_constraint\(\s*None\s*,\s*(?:table_name\s*=\s*)?['"]([^'"]+)['"]/.exec(call)?.[1] ??
    batchTable(lines.slice(0, line)) ??
    /Table\('([^']+)'/.exec(failure.message)?.[1];
  const type = /type_\s*=\s*['"](\w+)['"]/.exec(call)?.[1];
  return { ...(table === undefined ? {} : { table }), ...(type === undefined ? {} : { type }) };
}

/** The table of the nearest `with op.batch_alter_table('items')` above. */
function batchTable(lines: readonly string[]): string | undefined {
  const opened = /batch_alter_table\(\s*['"]([^'"]+)['"]/;
  return lines.toReversed().flatMap((line) => opened.exec(line)?.[1] ?? [])[0];
}

/** Names of the constraints that the upgrade made and that the call can mean; empty where that was not seen. */
export function candidates({ effect }: RoundTrip, { table, type }: UnnamedDrop): readonly string[] {
  const made = (effect ?? [])
    .filter(({ kind, change }) => kind === 'constraint' && change === 'new')
    .map(({ name }) => split(name))
    .filter(
      (constraint) =>
        table === undefined || constraint.table === table || constraint.table.endsWith(`.${table}`),
    )
    .map(({ name }) => name);
  const suffix = type === undefined ? undefined : suffixes[type];
  const typical = made.filter((name) => suffix?.test(name));
  return typical.length > 0 ? typical : made;
}

function split(name: string): { readonly table: string; readonly name: string } {
  const dot = name.lastIndexOf('.');
  return { table: name.slice(0, dot), name: name.slice(dot + 1).replaceAll('"', '') };
}
