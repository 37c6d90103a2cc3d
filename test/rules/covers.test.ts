import '../support/sql.ts';
import { describe, expect, test } from 'vitest';
import { covers, hasAsManyKeys } from '../../src/rules/support/covers.ts';
import {
  constraintColumns,
  constraintOf,
  indexColumns,
  indexOf,
  isFoundBy,
} from '../../src/rules/support/definitions.ts';
import type { Part } from '../../src/rules/support/tables.ts';

const part = (definition: string, valid = 'yes'): Part => ({ name: 'one', facts: { definition, valid } });
const index = (how: string, valid = 'yes'): Part =>
  part(`CREATE INDEX one ON public.t USING btree ${how}`, valid);
const unique = (how: string): Part => part(`CREATE UNIQUE INDEX one ON public.t USING btree ${how}`);
const hash = (how: string): Part => part(`CREATE INDEX one ON public.t USING hash ${how}`);

describe('what one index does another one does', () => {
  test.each([
    ['with more columns behind', index('(a, b)'), index('(a)')],
    ['the same', index('(a, b)'), index('(a, b)')],
    ['the same rows', index('(a, b) WHERE (c > 1)'), index('(a) WHERE (c > 1)')],
    ['an expression, wherever it stands', index('(lower(a), b)'), index('(lower(a))')],
    ['what is only included is there', index('(a, b)'), index('(a) INCLUDE (b)')],
    ['unique as well', unique('(a)'), unique('(a)')],
    ['uniqueness is more', unique('(a)'), index('(a)')],
    ['both without two NULLs', unique('(a) NULLS NOT DISTINCT'), unique('(a) NULLS NOT DISTINCT')],
    ['by another method, the same', hash('(a)'), hash('(a)')],
  ])('%s', (_, wide, narrow) => {
    expect(covers(wide, narrow)).toBe(true);
  });

  test.each([
    ['an attempt that failed', index('(a, b)', 'no'), index('(a)')],
    ['another method', hash('(a)'), index('(a)')],
    ['other rows', index('(a, b) WHERE (c > 1)'), index('(a)')],
    ['another order', index('(b, a)'), index('(a)')],
    ['down and not up', index('(a DESC, b)'), index('(a)')],
    ['uniqueness of more', unique('(a, b)'), unique('(a)')],
    ['no uniqueness', index('(a)'), unique('(a)')],
    ['two NULLs', unique('(a)'), unique('(a) NULLS NOT DISTINCT')],
    ['fewer columns', index('(a)'), index('(a, b)')],
    ['what is included is not there', index('(a, b)'), index('(a) INCLUDE (c)')],
    ['a text that is no index', part('CHECK (a)'), index('(a)')],
    ['of a text that is no index', index('(a)'), part('CHECK (a)')],
  ])('but not %s', (_, wide, narrow) => {
    expect(covers(wide, narrow)).toBe(false);
  });

  test('as many keys are as many columns and expressions', () => {
    expect(hasAsManyKeys(index('(a, lower(b)) INCLUDE (c)'), index('(c, d)'))).toBe(true);
    expect(hasAsManyKeys(index('(a)'), index('(a, b)'))).toBe(false);
  });
});

describe('what the catalog prints', () => {
  test('is read as a constraint or an index, or is none', () => {
    expect(constraintOf(part('UNIQUE (a, b)'))).toMatchObject({ type: 'unique', columns: ['a', 'b'] });
    expect(constraintOf(part('TRIGGER'))).toBeUndefined();
    expect(constraintOf({ name: 'one', facts: {} })).toBeUndefined();
    expect(indexOf(part('CHECK (a)'))).toBeUndefined();
    expect(indexOf(part('DROP TABLE a'))).toBeUndefined();
    expect(indexOf({ name: 'one', facts: {} })).toBeUndefined();
  });

  test('names columns in all its parts', () => {
    const all = index('(a, lower(t.b)) INCLUDE (c) WHERE ((t.d > 1) AND e)');
    expect(indexColumns(all)).toEqual(['a', 'c', 'b', 'd', 'e']);
    expect(indexColumns(part('CHECK (a)'))).toEqual([]);
    expect(constraintColumns(part('CHECK ((t.a > b))'))).toEqual(['a', 'b']);
    expect(constraintColumns(part('FOREIGN KEY (a) REFERENCES u(x)'))).toEqual(['a']);
    expect(constraintColumns(part('no constraint'))).toEqual([]);
  });

  test.each([
    ['in another order', index('(b, a, c)'), true],
    ['of another method', hash('(a, b)'), true],
    ['one of them is not among the first', index('(a, c, b)'), false],
    ['of some rows', index('(a, b) WHERE (c > 1)'), false],
    ['an attempt that failed', index('(a, b)', 'no'), false],
    ['of ranges of pages', part('CREATE INDEX one ON public.t USING brin (a, b)'), false],
    ['a text that is no index', part('CHECK (a)'), false],
  ])('a and b are found by an index: %s', (_, one, found) => {
    expect(isFoundBy(one, ['a', 'b'])).toBe(found);
  });
});
