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
        'The second upgrade then fails:',
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
      name: 'names that SQL has to quote',
      facts: trip(a, {
        trace: [
          changed('column', '"user".id', 'default', "nextval('user_id_seq'::regclass)", null),
          changed('column', 'app."a.b"."Age"', 'type', 'bigint', 'integer'),
          isNew('column', '"order"."say ""hi"""', 'ALTER TABLE "order" DROP COLUMN "say ""hi"""'),
        ],
      }),
      line: 19,
      says: [
        'op.alter_column("user", "id", server_default=sa.text("nextval(\'user_id_seq\'::regclass)"))',
        'op.execute("ALTER TABLE app.\\"a.b\\" ALTER COLUMN \\"Age\\" TYPE bigint")',
        'op.drop_column("order", "say \\"hi\\"")',
      ],
    },
    {
      name: 'what no line can be written for is named beside the lines',
      facts: trip(a, {
        trace: [
          isNew('column', 'stats.day', 'ALTER TABLE stats DROP COLUMN day'),
          changed(
            'constraint',
            'stats.stats_pkey',
            'definition',
            'PRIMARY KEY (id)',
            'PRIMARY KEY (id, day)',
          ),
        ],
      }),
      line: 19,
      says: [
        'op.drop_column("stats", "day")\nGive back in downgrade() as it was before the upgrade: constraint stats.stats_pkey.',
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
    {
      name: 'two things that no line takes away',
      facts: trip(a, { trace: [isNew('view', 'v'), isNew('view', 'w')] }),
      line: 19,
      says: [
        'is not what it was before: view v is new; view w is new.\nTake away in downgrade() what is shown above and was not there before the upgrade.',
      ],
      omits: ['The second upgrade', 'Add to downgrade', 'Make again', 'Give back'],
    },
    {
      name: 'what a line gives back is not named beside it',
      facts: trip(a, { trace: [changed('column', 'users.email', 'nullable', 'no', 'yes')] }),
      line: 19,
      says: ['Add to downgrade():\n    op.alter_column("users", "email", nullable=False)'],
      omits: ['Give back', 'Make again', 'The next upgrade fails'],
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
