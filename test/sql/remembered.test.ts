import '../support/sql.ts';
import { expect, test } from 'vitest';
import { remembered } from '../../src/sql/remembered.ts';

test('the oldest texts are forgotten first, and no more than need be', () => {
  const computed: string[] = [];
  const known = remembered((text) => {
    computed.push(text);
    return { text };
  }, 6);
  for (const text of ['aaa', 'bbb', 'aaa', 'c', 'bbb', 'aaa']) known(text);
  expect(computed).toEqual(['aaa', 'bbb', 'c', 'aaa']);
});
