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
