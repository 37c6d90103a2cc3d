import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { SchemaObject } from '../../src/model/schema-object.ts';
import { factsOf, judgedBy, sent, thing, upgrading } from './sent.ts';

const definer = 'SECURITY DEFINER';
const invoker = 'SECURITY INVOKER';
const routine = (rights: string, name = 'app.f(integer)', kind: 'function' | 'procedure' = 'function') =>
  thing(kind, name, {
    definition: `CREATE OR REPLACE ${kind} ${name}${kind === 'function' ? ' RETURNS int' : ''} LANGUAGE sql ${rights} AS 'SELECT 1'`,
  });

const open = (before: readonly SchemaObject[], after: readonly SchemaObject[], ...sql: readonly string[]) =>
  judgedBy(
    'security-definer-search-path',
    factsOf(
      upgrading(
        sql.map((one) => sent(one)),
        { schema: { before, after } },
      ),
    ),
  ).findings.map(({ message, help, evidence }) => ({ name: message.split(' ')[0], help, evidence }));

test('each new routine that runs as its owner is told of, where it is made', () => {
  const others = 'SELECT 1; ALTER FUNCTION f(integer) OWNER TO CURRENT_USER';
  const make = `CREATE FUNCTION app.f(integer) RETURNS int LANGUAGE sql ${definer} AS 'SELECT 1'`;
  expect(open([], [routine(definer), routine(definer, 'g(text)', 'procedure')], others, make)).toEqual([
    { name: 'g(text)', help: expect.stringContaining('ALTER PROCEDURE g(text) SET'), evidence: [] },
    {
      name: 'app.f(integer)',
      help: expect.stringContaining('ALTER FUNCTION app.f(integer) SET search_path = pg_catalog'),
      evidence: [{ kind: 'sql', text: make }],
    },
  ]);
});

test('one that was not open before is told of, whatever others were', () => {
  const before = [
    routine(invoker),
    routine(definer, 'app.f(text)'),
    routine(definer, 'app.f(integer)', 'procedure'),
  ];
  expect(open(before, [routine(definer)])).toMatchObject([{ name: 'app.f(integer)' }]);
});

test.each([
  ['it was open before', [routine(definer)], [routine(definer)]],
  ['it runs as its caller', [], [routine(invoker)]],
  ['it has a path of its own', [], [routine(`${definer} SET lock_timeout = 1 SET search_path = pg_catalog`)]],
  [
    'it was looked up when it was made',
    [],
    [thing('function', 'f()', { definition: `CREATE FUNCTION f() RETURNS int ${definer} RETURN 1` })],
  ],
  ['it is none', [], [thing('view', 'v', { definition: 'SELECT 1' }), thing('function', 'f()')]],
])('nothing is said where %s', (_, before, after) => {
  expect(open(before, after)).toEqual([]);
});

test('a path of another setting is none', () => {
  expect(open([], [routine(`${definer} SET lock_timeout = 1`)])).toHaveLength(1);
});
