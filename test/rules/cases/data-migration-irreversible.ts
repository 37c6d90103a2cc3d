import type { RowChange } from '../../../src/model/observation.ts';
import type { Written } from '../../../src/model/trace.ts';
import { isGone, isNew, move, trip } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const users = { schema: 'public', name: 'users', kind: 'table', existed: true } as const;

/** An upgrade that writes rows of one table, and what the downgrade leaves of them. */
const wrote = (
  sql: string,
  rows: Partial<Written>,
  left: Partial<RowChange>,
  effect = [isNew('view', 'v')],
) =>
  trip(revision('a'), {
    upgrade: move('upgrade', 'a', {
      statements: [
        {
          sql,
          place: { file: 'versions/a.py', line: 15 },
          milliseconds: 1,
          trace: {
            transaction: 1,
            autocommit: false,
            seen: 'inside',
            locks: [{ relation: users, mode: 'ROW EXCLUSIVE' }],
            released: [],
            rewritten: [],
            scanned: [],
            written: [{ relation: users, inserted: 0, updated: 0, deleted: 0, ...rows }],
            lockTimeoutMs: 1000,
            statementTimeoutMs: 1000,
            unseen: [],
          },
        },
      ],
    }),
    effect,
    rowsAfterDowngrade: [{ table: 'users', before: 5, after: 5, contentChanged: false, ...left }],
  });
const remove = 'DELETE FROM users WHERE id = 1';
const update = "UPDATE users SET name = 'x' WHERE id = 1";

export const cases: Cases = {
  bad: [
    {
      name: 'a row is gone',
      facts: wrote(remove, { deleted: 1 }, { after: 4 }),
      line: 19,
      severity: 'warning',
      says: ['deletes rows of users, and 1 row is missing', 'users: 5 rows before the upgrade, 4 rows after'],
    },
    {
      name: 'a value is another',
      facts: wrote(update, { updated: 1 }, { contentChanged: true }),
      line: 19,
      severity: 'notice',
      says: ['changes rows of users', 'other values in them'],
    },
    {
      name: 'a column of another table, and another thing of this one, goes',
      facts: wrote(update, { updated: 1 }, { contentChanged: true }, [
        isGone('column', 'others.name'),
        isGone('index', 'users.ix'),
        isNew('column', 'users.age'),
      ]),
      line: 19,
      severity: 'notice',
      says: ['changes rows of users'],
    },
  ],
  good: [
    { name: 'the row came back', facts: wrote(remove, { deleted: 1 }, {}) },
    { name: 'more than was there came back', facts: wrote(remove, { deleted: 1 }, { after: 6 }) },
    { name: 'the values came back', facts: wrote(update, { updated: 1 }, {}) },
    { name: 'rows of another table', facts: wrote(remove, { deleted: 1 }, { table: 'others', after: 4 }) },
    {
      name: 'other values by something else',
      facts: wrote(remove, { deleted: 1 }, { contentChanged: true }),
    },
    { name: 'fewer rows by something else', facts: wrote(update, { updated: 1 }, { after: 4 }) },
    {
      name: 'the values went with their column',
      facts: wrote(update, { updated: 1 }, { contentChanged: true }, [isGone('column', 'users.name')]),
    },
    { name: 'no row was met', facts: wrote(remove, {}, { after: 4, contentChanged: true }) },
    {
      name: 'rows are only added',
      facts: wrote('INSERT INTO users VALUES (1)', { inserted: 1 }, { after: 6 }),
    },
  ],
};
