import '../support/sql.ts';
import { expect, test } from 'vitest';
import { keepsUpdatedAt, usesUpdateTriggers } from '../../src/rules/support/update-triggers.ts';
import { facts, move, roundTrip } from '../support/facts.ts';
import { revision } from '../support/graph.ts';
import { sent, thing } from './sent.ts';

const trigger = (when: string, name = 'set_updated_at', by = 'app.touch()', each = 'ROW'): string =>
  `CREATE TRIGGER ${name} ${when} ON orders FOR EACH ${each} EXECUTE FUNCTION ${by}`;
const keeps = (definition: string): boolean => keepsUpdatedAt({ name: 'g', facts: { definition } });

test.each(['BEFORE UPDATE', 'BEFORE INSERT OR UPDATE', 'BEFORE UPDATE OF state'])(
  'a row can get the time of its update from a trigger %s',
  (when) => {
    expect(keeps(trigger(when))).toBe(true);
  },
);

test.each([
  trigger('AFTER UPDATE'),
  trigger('BEFORE INSERT'),
  trigger('BEFORE DELETE'),
  trigger('BEFORE UPDATE', 'g', 'f()', 'STATEMENT'),
  'CREATE INDEX i ON orders (a)',
  'no SQL',
])('but not from %s', (definition) => {
  expect(keeps(definition)).toBe(false);
});

function usedBy(...sql: readonly string[]): string | undefined {
  const after = [
    thing('table', 'orders'),
    ...sql.map((definition, at) => thing('trigger', `orders.g${at}`, { definition }, 'orders')),
  ];
  return usesUpdateTriggers(
    facts([revision('a')], { roundTrips: [roundTrip('a', { schema: { before: [], after } })] }),
  );
}

test('a project uses such triggers where one has a name that says so, or a function that does', () => {
  expect(usedBy(trigger('BEFORE UPDATE', 'g', 'app."Set_Updated_At"()'))).toBe('"Set_Updated_At"');
  expect(usedBy(trigger('BEFORE UPDATE', 'set_updated_at', 'f()'))).toBe('f');
  expect(usedBy('CREATE INDEX i ON t (a)', trigger('AFTER UPDATE'), trigger('BEFORE UPDATE'))).toBe('touch');
  expect(usedBy(trigger('BEFORE UPDATE', 'audit', 'log_change()'))).toBeUndefined();
  expect(usedBy(trigger('AFTER UPDATE'))).toBeUndefined();
  expect(usedBy()).toBeUndefined();
});

test('those that were made before the change count as well', () => {
  const passed = (sql: string) =>
    usesUpdateTriggers(facts([], { passedThrough: [move('upgrade', 'a', { statements: [sent(sql)] })] }));
  expect(passed(`CREATE TABLE orders (); ${trigger('BEFORE UPDATE')}`)).toBe('touch');
  expect(passed('DROP TRIGGER set_updated_at ON orders')).toBeUndefined();
});
