import { envPy } from '../../../support/alembic.ts';
import type { LiveCases } from '../case.ts';

const shop = 'CREATE SCHEMA shop';
const table = 'CREATE TABLE teams (id bigint PRIMARY KEY)';

const limited = envPy('postgresql+psycopg2://nobody:secret@127.0.0.1:1/production').replace(
  'poolclass=pool.NullPool',
  'poolclass=pool.NullPool, connect_args={"options": "-c lock_timeout=5s"}',
);

export const cases: LiveCases = {
  bad: [
    {
      name: 'the search path, set more than once',
      before: shop,
      sql: ['SET search_path TO public', 'SET search_path TO shop, public', table],
      at: 'SET search_path TO shop',
      says: [
        'the session still has search_path at shop, public',
        'sql SET search_path TO shop, public',
        'op.execute("SET LOCAL search_path TO ...")',
        'op.execute("RESET search_path")',
        'before: "$user", public; after: shop, public',
      ],
    },
    {
      name: 'a limit of time is taken away, in capitals',
      before: shop,
      sql: ["SET LOCAL LOCK_TIMEOUT = '1s'", 'SET LOCK_TIMEOUT = 0', "SET LOCAL lock_timeout = '2s'", table],
      files: { 'migrations/env.py': limited },
      at: 'SET LOCK_TIMEOUT = 0',
      says: ['the session still has lock_timeout at 0', 'lock_timeout before: 5s; after: 0'],
    },
    {
      name: 'by a function, and by the way down',
      before: shop,
      code: `def upgrade():
    op.execute("SELECT set_config('work_mem', '5MB', false)")

def downgrade():
    op.execute("SET work_mem = '6MB'")`,
      at: '',
      times: 2,
      says: ['After the upgrade of', 'work_mem at 5MB', 'After the downgrade of', 'work_mem at 6MB'],
    },
  ],
  good: [
    { name: 'a limit of time stays', before: shop, sql: ["SET lock_timeout = '5s'", table] },
    {
      name: 'for the transaction',
      shows: 'what the help says',
      before: shop,
      sql: ['SET LOCAL search_path TO shop, public', table],
    },
    {
      name: 'put back',
      shows: 'what the help says',
      before: shop,
      sql: ["SET work_mem = '5MB'", table, 'RESET work_mem'],
    },
    { name: 'to what it was', before: shop, sql: ['SET search_path TO "$user", public', table] },
  ],
};
