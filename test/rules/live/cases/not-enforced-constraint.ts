import type { LiveCases } from '../case.ts';

const timed = "SET LOCAL lock_timeout = '2s'";
const orders = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';
const since18 = { postgres: { from: 18 } };

export const cases: LiveCases = {
  bad: [
    {
      name: 'that is added',
      ...since18,
      before: orders,
      sql: [timed, 'ALTER TABLE orders ADD CONSTRAINT ck_total CHECK (total >= 0) NOT ENFORCED'],
      at: 'NOT ENFORCED',
      says: ['The check ck_total of orders is NOT ENFORCED', 'NOT VALID'],
    },
    {
      name: 'of a new table, without a name',
      ...since18,
      sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric, CHECK (total >= 0) NOT ENFORCED)',
      at: 'NOT ENFORCED',
      says: ['The check of orders'],
    },
    {
      name: 'of a new column',
      ...since18,
      before: orders,
      sql: [
        timed,
        'ALTER TABLE orders ADD COLUMN note text CONSTRAINT ck_note CHECK (length(note) < 9) NOT ENFORCED',
      ],
      at: 'NOT ENFORCED',
      says: ['The check ck_note'],
    },
  ],
  good: [
    {
      name: 'enforced from now on',
      before: orders,
      sql: [timed, 'ALTER TABLE orders ADD CONSTRAINT ck_total CHECK (total >= 0) NOT VALID'],
      shows: 'the advice',
    },
  ],
};
