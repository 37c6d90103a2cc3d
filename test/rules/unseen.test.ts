import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { Statement } from '../../src/model/observation.ts';
import { factsOf, sent, subjectsOf, table, upgrading } from './sent.ts';

const offered = (...statements: readonly Statement[]) => subjectsOf(factsOf(upgrading(statements)));

/** Texts of the statements that the last one may share a transaction with, and of which nobody saw what they lock. */
const unseenBeforeLast = (...statements: readonly Statement[]) =>
  offered(...statements)
    .at(-1)
    ?.unseenBefore.map(({ sql }) => sql);

const alter = 'ALTER TABLE a ADD b int';
const last = sent('DROP TABLE a', { transaction: 2 });

test.each<readonly [why: string, before: Statement, isUnseen: boolean]>([
  ['nobody looked', sent(alter), true],
  ['its locks were not seen', sent(alter, { transaction: 2, unseen: ['locks'] }), true],
  ['all was seen', sent(alter, { transaction: 2 }), false],
  ['other parts were not seen', sent(alter, { transaction: 2, unseen: ['scanned'] }), false],
  ['it was of another transaction', sent(alter, { transaction: 1, unseen: ['locks'] }), false],
  ['it committed by itself', sent(alter, { transaction: 2, autocommit: true, unseen: ['locks'] }), false],
  ['it can keep nobody waiting', sent('INSERT INTO a VALUES (1)'), false],
])('a statement before another is unseen or not: %s', (_, before, isUnseen) => {
  expect(unseenBeforeLast(before, last)).toEqual(isUnseen ? [alter] : []);
});

test('after what committed by itself nothing is held', () => {
  expect(unseenBeforeLast(sent(alter), sent('VACUUM a', { autocommit: true }))).toEqual([]);
});

test.each([
  ['CREATE TABLE a (b int)', false],
  ['CREATE TABLE public.a (b int)', false],
  ['CREATE TABLE a AS SELECT 1', false],
  ['CREATE TABLE IF NOT EXISTS a (b int)', true],
  ['CREATE TABLE other.a (b int)', true],
])('a table that nobody saw made is new from then on, where it is certain: %s', (sql, isOld) => {
  const [made, after] = offered(sent(sql), last);
  expect(made?.isOld(table('a'))).toBe(true);
  expect(after?.isOld(table('a'))).toBe(isOld);
  expect(after?.isOld(table('c'))).toBe(true);
});
