import type { Failure, RoundTrip } from '../../model/observation.ts';
import type { Revision } from '../../model/revision.ts';

/** What SQLAlchemy 1.4 to 2.1 say when a constraint is to be dropped that has no name. */
const noName = /Can't emit DROP CONSTRAINT for constraint .*it has no name/s;
/** The call, as far as its first argument. */
const dropsNone = /\bdrop_constraint\(\s*(?:constraint_name\s*=\s*)?None\b/;

/**
 * Whether a move failed because a constraint was to be dropped without its name. With a naming_convention SQLAlchemy
 * does not say so: it makes up a name from columns that the call does not give, which ends in some other error of
 * Python's or in a name that is not there (SQLSTATE 42704). Then the line shows it.
 */
export function isUnnamed(failure: Failure, revision: Revision): boolean {
  if (noName.test(failure.message)) return true;
  const ofName = failure.reason === 'python' || failure.sqlstate === '42704';
  return ofName && dropsNone.test(callAt(revision, failure));
}

export interface UnnamedDrop {
  /** Absent where the call does not show it. */
  readonly table?: string;
  /** `foreignkey`, `unique`, `check` or `primary`, as the call says. */
  readonly type?: string;
}

/** Names that PostgreSQL gives by itself, and those that the naming convention in SQLAlchemy's manual gives. */
const typical: Readonly<Record<string, RegExp>> = {
  foreignkey: /_fkey\d*$|^fk_/,
  unique: /_key\d*$|^uq_/,
  check: /_check\d*$|^ck_/,
  primary: /_pkey\d*$|^pk_/,
};

/** The call on the failing line, read as far as a line of Python can be read. */
export function readDrop(revision: Revision, failure: Failure): UnnamedDrop {
  const call = callAt(revision, failure);
  const table =
    /drop_constraint\(\s*(?:constraint_name\s*=\s*)?None\s*,\s*(?:table_name\s*=\s*)?['"]([^'"]+)['"]/.exec(
      call,
    )?.[1] ??
    batchTable(linesOf(revision).slice(0, failure.place?.line ?? 0)) ??
    /Table\('([^']+)'/.exec(failure.message)?.[1];
  const type = /type_\s*=\s*['"](\w+)['"]/.exec(call)?.[1];
  return { ...(table === undefined ? {} : { table }), ...(type === undefined ? {} : { type }) };
}

/** Lines below the failing one, in the same function, that drop a constraint without its name as well. */
export function furtherLines(
  revision: Revision,
  direction: 'upgrade' | 'downgrade',
  { place }: Failure,
): readonly number[] {
  const last = revision[direction].place?.endLine;
  const failing = place?.line;
  if (last === undefined || failing === undefined) return [];
  return linesOf(revision)
    .map((_, at) => at + 1)
    .filter((line) => line > failing && line <= last && startsDrop(revision, line));
}

function startsDrop(revision: Revision, line: number): boolean {
  const text = linesFrom(revision, line);
  return /^[^\n#]*\bdrop_constraint\(/.test(text) && dropsNone.test(callIn(text));
}

const linesOf = ({ source }: Revision): readonly string[] => source.split('\n');

/** Enough lines for one call. */
const linesFrom = (revision: Revision, line: number): string =>
  linesOf(revision)
    .slice(Math.max(0, line - 1), line + 5)
    .join('\n');

const callIn = (text: string): string => text.split(/\n\s*(?=op\.|batch_op\.)/)[0] ?? '';

function callAt(revision: Revision, { place }: Failure): string {
  return place?.line === undefined || place.file !== revision.place.file
    ? ''
    : callIn(linesFrom(revision, place.line));
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
  const pattern = type === undefined ? undefined : typical[type];
  const likely = made.filter((name) => pattern?.test(name));
  return likely.length > 0 ? likely : made;
}

function split(name: string): { readonly table: string; readonly name: string } {
  const dot = name.lastIndexOf('.');
  return { table: name.slice(0, dot), name: name.slice(dot + 1).replaceAll('"', '') };
}
