import type { Failure } from '../../model/observation.ts';
import type { Facts } from '../../model/report.ts';
import { code, py } from './text.ts';

type Hint = (failure: Failure, direction: 'upgrade' | 'downgrade') => string;

/** What usually helps, by SQLSTATE (PostgreSQL manual, appendix A). */
const bySqlState: Readonly<Record<string, Hint>> = {
  '0A000': () =>
    'PostgreSQL cannot do this here; the message says why. Often another command does the same in two steps.',
  '22P02': () =>
    'A value cannot be read as the new type. Convert it with a USING expression, or update the rows first.',
  '23502': () =>
    'Rows hold NULL there. Fill them before the column becomes NOT NULL, or give it a default first.',
  '23503': () =>
    'Rows point at something that is not there. Delete or correct them before the foreign key is made, or delete in the other order.',
  '23505': () =>
    'Rows have the same key. Insert with ON CONFLICT DO NOTHING, or remove the doubles before the unique constraint is made.',
  '23514': () => 'Rows violate the check. Correct them before it is made.',
  '25001': () =>
    `This command cannot run inside a transaction. Take it out of the one around the migration:${code('with op.get_context().autocommit_block():', '    op.execute("...")')}`,
  '2BP01': () =>
    'Something still depends on it. Drop what depends on it first: the reverse of the order in which upgrade() makes things.',
  '3F000': missing,
  '40P01': () =>
    'Two sessions waited for each other. A second connection that the migration opens may hold a lock that this one needs.',
  '42501': () =>
    'The role of the disposable database may not do this. What needs a superuser belongs in the base file (--base-sql) or an image of your own.',
  '42601': () => 'PostgreSQL cannot parse the statement at the place it names.',
  '42701': exists,
  '42703': missing,
  '42704': (failure, direction) => unmadeType(failure, direction) ?? missing(failure, direction),
  '42710': exists,
  '42723': exists,
  '42804': () =>
    `PostgreSQL does not convert this by itself. Say how:${code('op.alter_column("table", "column", type_=sa.Integer(), postgresql_using="column::integer")')}\nA default has to be dropped before and set again after, when it cannot be converted either.`,
  '42883': missing,
  '42P01': missing,
  '42P06': exists,
  '42P07': exists,
  '53100': () =>
    'The disk that the disposable database is on is full, which says nothing about the revision. Set TMPDIR to a directory with more room, or name a server that has it: --database-url',
  '53200': () =>
    'The server of the disposable database has no memory left, which says nothing about the revision. Give the machine or the container more, or name a server that has it: --database-url',
  '55006': () => 'Somebody else uses it: a second connection that the migration opened and did not close.',
  '55P03': () => 'A lock could not be had in time: a second connection that the migration opened holds it.',
  '55P04': () =>
    'A new enum label can be used only after the transaction that added it is committed. Put ALTER TYPE ... ADD VALUE in a revision of its own, or in an autocommit_block.',
  '57014': () => 'A statement_timeout that the project sets was reached.',
};

function missing(_: Failure, direction: 'upgrade' | 'downgrade'): string {
  return direction === 'upgrade'
    ? 'It is not there at this point of the history. Look at which revision makes it, and whether this one comes after it.'
    : 'It is not there at this point. Look whether upgrade() made it under another name, or an earlier line of downgrade() took it away (a dropped table takes its indexes, constraints and triggers with it).';
}

/** A table that Alembic makes brings its enum types along; a column that it adds or alters does not. */
function unmadeType({ message, sql = '' }: Failure, direction: 'upgrade' | 'downgrade'): string | undefined {
  const type = /^type "(.+)" does not exist$/.exec(message)?.[1];
  const alters = /^\s*ALTER TABLE\s.*\s(ADD|TYPE)\s/is.test(sql);
  if (type === undefined || !alters || direction === 'downgrade') return undefined;
  const make = code(`op.execute(${py(`CREATE TYPE ${type} AS ENUM ('...')`)})`);
  const drop = code(`op.execute(${py(`DROP TYPE ${type}`)})`);
  return `Where it is the type of an extension, make that first. Where it is an enum: op.create_table makes the type of an sa.Enum, op.add_column and op.alter_column do not. Make it before this line:${make}\nand take it away at the end of downgrade():${drop}`;
}

function exists(_: Failure, direction: 'upgrade' | 'downgrade'): string {
  return direction === 'upgrade'
    ? 'It is there already at this point of the history. Look at which revision made it first; sa.Enum makes its type again with each table unless create_type=False.'
    : 'It is there already, so upgrade() did not take it away. Take the line out of downgrade().';
}

const byReason: Readonly<Partial<Record<Failure['reason'], Hint>>> = {
  'timed-out': () =>
    'Look for a lock that a second connection holds, a wait for something that does not come, or give it longer: --timeout 10m',
  exited: () => 'A migration must not end the process (sys.exit, os._exit). Raise an exception instead.',
  disconnected: () =>
    'The connection ended in the middle of the migration: closed by the migration, by pg_terminate_backend, or by the server. Leave it open; Alembic closes it.',
  'not-applied': (_, direction) =>
    `Nothing of the ${direction} was committed. In env.py run the migrations inside Alembic's own transaction:${code('with connectable.connect() as connection:', '    context.configure(connection=connection, target_metadata=target_metadata)', '    with context.begin_transaction():', '        context.run_migrations()')}`,
};

/** What usually helps against a failure of this kind. */
export function hintFor(failure: Failure, direction: 'upgrade' | 'downgrade', facts: Facts): string {
  const hint = byReason[failure.reason] ?? bySqlState[failure.sqlstate ?? ''];
  return hint?.(failure, direction) ?? versionsHint(failure, facts) ?? `Correct ${direction}() at this line.`;
}

/** Old versions refuse what new ones know; then the versions are what a reader has to know. */
function versionsHint({ error, message }: Failure, { toolchain }: Facts): string | undefined {
  const pattern = tooNew[error];
  if (!pattern?.test(message)) return undefined;
  const { alembic, sqlalchemy } = toolchain.versions;
  return `Ran with Alembic ${alembic ?? 'of unknown version'} and SQLAlchemy ${sqlalchemy ?? 'of unknown version'}. Look whether they know it, or run with the versions that the project pins: --python PATH`;
}

const tooNew: Readonly<Partial<Record<string, RegExp>>> = {
  TypeError: /unexpected keyword argument|positional argument/,
  AttributeError: /'(alembic|sqlalchemy)[\w.]*' has no attribute/,
};

const notThere = new Set(['42P01', '42703', '42704', '42883', '3F000']);

export const isMissingObject = ({ sqlstate }: Failure): boolean => notThere.has(sqlstate ?? '');
