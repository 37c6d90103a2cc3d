import { changed, isGone, isNew, move, sqlFailure, trip } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const a = revision('a');

export const cases: Cases = {
  bad: [
    {
      name: 'things that stay, undone in an order that works',
      facts: trip(a, {
        trace: [
          isNew('function', 'touch()', 'DROP FUNCTION touch()'),
          isNew('table', 'app.tags', 'DROP TABLE app.tags'),
          isNew('column', 'users.city', 'ALTER TABLE users DROP COLUMN city'),
          isNew('index', 'ix_users', 'DROP INDEX ix_users'),
          isNew('trigger', 'users.touch', 'DROP TRIGGER touch ON users'),
        ],
        reupgrade: move('upgrade', 'a', {
          failure: sqlFailure('42701', 'column "city" of relation "users" already exists'),
        }),
      }),
      line: 19,
      says: [
        '5 differences',
        'The next upgrade fails because of it',
        'op.execute("DROP TRIGGER touch ON users")\n    op.drop_index("ix_users")\n    op.drop_column("users", "city")\n    op.drop_table("tags", schema="app")\n    op.execute("DROP FUNCTION touch()")',
      ],
    },
    {
      name: 'a column that came back otherwise',
      facts: trip(a, {
        trace: [
          changed('column', 'users.email', 'nullable', 'no', 'yes'),
          changed('column', 'users.age', 'type', 'bigint', 'integer'),
          changed('column', 'users.on', 'default', 'true', null),
        ],
      }),
      line: 19,
      says: [
        'op.alter_column("users", "email", nullable=False)',
        'op.execute("ALTER TABLE users ALTER COLUMN age TYPE bigint")',
        'server_default=sa.text("true")',
      ],
    },
    {
      name: 'something that is lost',
      facts: trip(a, { trace: [isGone('constraint', 'users.users_team_fkey')] }),
      line: 19,
      says: ['constraint users.users_team_fkey is gone', 'Make again in downgrade()'],
    },
    {
      name: 'more than anybody reads',
      facts: trip(a, { trace: Array.from({ length: 20 }, (_, at) => isNew('view', `v${at}`)) }),
      line: 19,
      says: ['20 differences', 'and 8 more differences'],
    },
  ],
  good: [
    {
      name: 'another order of columns',
      facts: trip(a, {
        trace: [changed('table', 'users', 'columns in order', 'a, b', 'b, a', 'column-order')],
      }),
    },
    {
      name: 'an enum type, which another rule tells better',
      facts: trip(a, { trace: [isNew('enum type', 'mood')] }),
    },
  ],
};
