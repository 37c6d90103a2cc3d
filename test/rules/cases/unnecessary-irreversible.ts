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
  ],
};
