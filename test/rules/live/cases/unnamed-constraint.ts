import type { LiveCases } from '../case.ts';

const timed = "SET LOCAL lock_timeout = '2s'";
const orders =
  'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric); CREATE TABLE notes (id bigint PRIMARY KEY);';
const move = (up: readonly string[], down: readonly string[]): string => {
  const lines = (all: readonly string[]) => all.map((sql) => `    op.execute("${sql}")\n`).join('');
  return `def upgrade():\n${lines([timed, ...up])}\ndef downgrade():\n${lines(down)}`;
};
const check = 'ALTER TABLE orders ADD CHECK (total >= 0) NOT VALID';
const drop = 'ALTER TABLE orders DROP CONSTRAINT orders_total_check';

export const cases: LiveCases = {
  bad: [
    {
      name: 'a check',
      before: orders,
      code: move([check], [drop]),
      at: 'ADD CHECK',
      says: [
        'the downgrade drops it as orders_total_check, which is what PostgreSQL happened to call it here',
        'ADD CONSTRAINT orders_total_check',
      ],
    },
    {
      name: 'after others that have a name, or are of another table, or go otherwise',
      before: `${orders} ALTER TABLE notes ADD COLUMN total numeric;`,
      code: move(
        [
          'ALTER TABLE orders ADD CONSTRAINT named CHECK (total < 9) NOT VALID',
          'ALTER TABLE notes ADD CHECK (total >= 0) NOT VALID',
          check,
          'ALTER TABLE orders ADD note text',
        ],
        [
          'ALTER TABLE orders DROP CONSTRAINT named',
          'ALTER TABLE notes DROP CONSTRAINT IF EXISTS no_name',
          'ALTER TABLE notes DROP CONSTRAINT notes_total_check',
          drop,
          'ALTER TABLE orders DROP COLUMN note',
        ],
      ),
      at: 'notes ADD CHECK',
      says: ['drops it as orders_total_check', 'drops it as notes_total_check'],
      omits: ['no_name', 'named,'],
      times: 2,
    },
  ],
  good: [
    {
      name: 'with a name',
      before: orders,
      code: move(
        ['ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total >= 0) NOT VALID'],
        [drop],
      ),
      shows: 'the advice',
    },
    {
      name: 'with a name, beside one of another table that has none and goes in another way',
      before: orders,
      code: move(
        [
          'ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total >= 0) NOT VALID',
          'CREATE TABLE tags (id bigint PRIMARY KEY)',
          'ALTER TABLE tags ADD CHECK (id > 0)',
        ],
        [drop, 'DROP TABLE tags'],
      ),
    },
    {
      name: 'it goes with its column',
      before: orders,
      code: move(
        ['ALTER TABLE orders ADD note text', 'ALTER TABLE orders ADD CHECK (length(note) < 9) NOT VALID'],
        ['ALTER TABLE orders DROP COLUMN note'],
      ),
      shows: 'nobody has to name it',
    },
  ],
};
