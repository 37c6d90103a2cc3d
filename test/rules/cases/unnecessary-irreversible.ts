import { changed, isGone, isNew, move, trip } from '../../support/facts.ts';
import type { Cases } from '../case.ts';
import { irreversible } from '../pieces.ts';

const declared = irreversible('a', 'nobody needs it');
const place = { file: 'versions/a.py', line: 15 };

export const cases: Cases = {
  bad: [
    {
      name: 'an index that comes and goes',
      facts: trip(declared, { effect: [isNew('index', 'ix')] }),
      line: 20,
      says: ['a is declared irreversible, but its downgrade runs', 'Take the comment'],
    },
    {
      name: 'a column that is changed, but not its type, and what the server does by itself',
      facts: trip(declared, {
        effect: [
          changed('column', 'users.email', 'nullable', 'no', 'yes'),
          changed('view', 'v', 'type', 'a', 'b'),
          isGone('index', 'ix'),
          isNew('column', 'users.type'),
        ],
        upgrade: move('upgrade', 'a', { statements: [{ sql: 'UPDATE alembic_version', milliseconds: 1 }] }),
      }),
      line: 20,
      says: ['Take the comment "# migrate-check: irreversible" out of the file.'],
    },
  ],
  good: [
    {
      name: 'the downgrade leaves something',
      facts: trip(declared, { effect: [isNew('index', 'ix')], trace: [isNew('index', 'ix')] }),
    },
    {
      name: 'a column is lost with what was in it',
      facts: trip(declared, { effect: [isGone('column', 'users.email')] }),
    },
    {
      name: 'a type that holds less',
      facts: trip(declared, { effect: [changed('column', 'users.email', 'type', 'text', 'varchar(10)')] }),
    },
    {
      name: 'rows are changed',
      facts: trip(declared, {
        upgrade: move('upgrade', 'a', {
          statements: [{ sql: "UPDATE users SET password = ''", place, milliseconds: 1 }],
        }),
      }),
    },
    ...['table', 'materialized view', 'schema', 'sequence'].map((kind) => ({
      name: `a ${kind} is gone`,
      facts: trip(declared, { effect: [isNew('index', 'ix'), isGone(kind, 'a')] }),
    })),
    {
      name: 'the second upgrade ends elsewhere',
      facts: trip(declared, { effect: [isNew('index', 'ix')], drift: [isNew('index', 'ix_1')] }),
    },
    {
      name: 'a type among other facts',
      facts: trip(declared, {
        effect: [
          {
            ...changed('column', 'users.email', 'type', 'text', 'varchar(10)'),
            facts: [
              { fact: 'nullable', before: 'no', after: 'yes' },
              { fact: 'type', before: 'text', after: 'varchar(10)' },
            ],
          },
        ],
      }),
    },
  ],
};
