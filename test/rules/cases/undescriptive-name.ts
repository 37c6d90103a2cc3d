import { facts } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const titled = (title: string, file = 'versions/8f3a5b6c7d8e_x.py') => {
  const functions = { shape: 'acts', place: { file, line: 14, endLine: 16 } } as const;
  return facts([
    revision('8f3a5b6c7d8e', [], {
      title,
      place: { file, line: 9 },
      upgrade: functions,
      downgrade: functions,
    }),
  ]);
};
const [left, right] = [revision('x'), revision('y')];
const merge = facts([left, right, revision('m', ['x', 'y'], { title: 'new' })]);

export const cases: Cases = {
  bad: [
    ...['update', 'Fix', 'auto', 'new migration', 'empty message', 'DB schema changes 2', '12345'].map(
      (title) => ({
        name: title,
        facts: titled(title),
        line: 14,
        says: [`"${title}" does not say what this revision does`, 'Add country to users'],
      }),
    ),
    {
      name: 'no title, and a file that says nothing',
      facts: titled('', 'versions/8f3a5b6c7d8e_update.py'),
      line: 14,
      says: ['"update"'],
    },
  ] as unknown as Cases['bad'],
  good: [
    { name: 'what it does', facts: titled('Add country to users') },
    { name: 'one word that says something', facts: titled('new users') },
    { name: 'no title, and a file that says it', facts: titled('', 'versions/8f3a5b6c7d8e_add_country.py') },
    { name: 'another script', facts: titled('новые пользователи') },
    { name: 'nobody wanted a name', facts: titled('', 'versions/8f3a5b6c7d8e.py') },
    { name: 'a merge', facts: merge },
    { name: 'a letter', facts: titled('a') },
  ],
};
