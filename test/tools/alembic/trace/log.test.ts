/** What SQLAlchemy and the drivers send is all listed, or is known for what drivers send by themselves. */
import { expect, test } from 'vitest';
import { compareSent } from '../../../../src/replay/unlisted.ts';
import { testPython } from '../../../support/alembic.ts';
import { testServer } from '../../../support/postgres.ts';
import { upgradeThrough } from './run.ts';

const ordinary = `from sqlalchemy.dialects import postgresql
c = op.get_bind()
mood = postgresql.ENUM("sad", "ok", name="mood")
op.create_table("t", sa.Column("id", sa.Integer, primary_key=True), sa.Column("c", sa.Text), sa.Column("j", postgresql.JSONB), sa.Column("m", mood), sa.Column("a", postgresql.ARRAY(sa.Integer)), sa.Column("r", postgresql.INT4RANGE))
t = sa.table("t", sa.column("id", sa.Integer), sa.column("c", sa.Text), sa.column("j", postgresql.JSONB), sa.column("m", postgresql.ENUM("sad", "ok", name="mood")), sa.column("a", postgresql.ARRAY(sa.Integer)))
op.bulk_insert(t, [{"id": n, "c": "it's %d %%" % n, "j": {"n": [n]}, "m": "ok", "a": [n]} for n in range(1200)])
c.execute(sa.text("UPDATE t SET c = :x WHERE id = :n"), [{"x": "$1 %s", "n": n} for n in range(130)])
c.execute(t.insert(), [{"id": 10000 + n} for n in range(30)])
for n in range(8):
    c.execute(t.update().where(t.c.id == n).values(c="a\\n\\tb", m="sad"))
    c.execute(sa.select(t).where(t.c.id < n)).fetchall()
with c.begin_nested():
    op.execute("""ALTER TABLE t
	ADD COLUMN d text DEFAULT '%'""")
sa.inspect(c).get_columns("t")
op.execute("DO $$ BEGIN UPDATE t SET c = 'x'; END $$")
with op.get_context().autocommit_block():
    op.execute("CREATE INDEX CONCURRENTLY ix ON t (id)")
    op.execute("VACUUM t")`;

const onServer = `
list(c.execute(sa.text("SELECT * FROM t WHERE id > :n").execution_options(stream_results=True), {"n": 5}))
op.execute("UPDATE t SET c = 'a' WHERE id = 3; UPDATE t SET c = 'b' WHERE id = 4")
engine = sa.create_engine(c.engine.url, poolclass=sa.pool.NullPool)
with engine.begin() as other:
    other.execute(sa.text("UPDATE t SET c = :x WHERE id < 0"), {"x": "other"})`;

const sync = testPython === 'oldest' ? ['psycopg2'] : ['psycopg2', 'psycopg'];
const async = testPython === 'oldest' ? ['asyncpg'] : ['asyncpg', 'psycopg_async'];

test.each([
  ...sync.map((driver) => [driver, ordinary + onServer] as const),
  ...async.map((driver) => [driver, ordinary] as const),
])('%s', async (driver, body) => {
  const { move, session, database } = await upgradeThrough([body], { driver });
  expect(move.failure).toBeUndefined();
  const { log } = await testServer();
  const logged = 'why' in log ? [] : await log.take(database);
  const { unlisted, found } = compareSent(logged, [...(session.takeAround() ?? []), ...move.statements]);
  expect(unlisted).toEqual([]);
  expect(found).toBeGreaterThan(move.statements.length);
});

test('what env.py and Alembic send is told beside the move, without its values', async () => {
  const { move, session } = await upgradeThrough(['op.execute("SELECT 1")'], {
    files: {},
  });
  expect(move.statements).toHaveLength(1);
  const around = session.takeAround() ?? [];
  expect(around.map(({ sql }) => sql).join()).toContain('INSERT INTO alembic_version');
  expect(around.every((one) => !('parameters' in one))).toBe(true);
  expect(session.takeAround()).toEqual([]);
});
