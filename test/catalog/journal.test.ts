import { expect, test } from 'vitest';
import { Journal } from '../../src/catalog/journal.ts';
import { object } from './support.ts';

const table = object('table', 'public.a', { owner: 'me' });
const other = object('table', 'public.a', { owner: 'you' });

test('what is put again unchanged is not written', () => {
  const journal = new Journal();
  journal.put(table);
  const { position } = journal;
  journal.put(object('table', 'public.a', { owner: 'me' }));
  expect(journal.position).toBe(position);
});

test('every position keeps what was there', () => {
  const journal = new Journal();
  const empty = journal.position;
  journal.put(table);
  const mine = journal.position;
  journal.put(other);
  const yours = journal.position;
  journal.remove('table public.a');
  expect([empty, mine, yours, journal.position].map((at) => journal.allAt(at).get('table public.a'))).toEqual(
    [undefined, table, other, undefined],
  );
});

test('only what was written between two positions is touched, in whichever order they are given', () => {
  const journal = new Journal();
  journal.put(table);
  const from = journal.position;
  journal.put(object('table', 'public.b'));
  const to = journal.position;
  journal.put(other);
  expect([...journal.touched(from, to)]).toEqual(['table public.b']);
  expect([...journal.touched(to, from)]).toEqual(['table public.b']);
});

test('removing what is not there writes nothing', () => {
  const journal = new Journal();
  journal.remove('table public.a');
  expect(journal.position).toBe(0);
});
