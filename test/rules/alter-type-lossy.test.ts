import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { Relation } from '../../src/model/trace.ts';
import { rule } from '../../src/rules/alter-type-lossy.ts';
import type { StatementSubject } from '../../src/rules/rule.ts';
import { commandsOf } from '../../src/sql/commands.ts';

const items: Relation = { schema: 'public', name: 'items', kind: 'table', existed: true };
const before = [
  { kind: 'table', name: 'items', facts: {} },
  {
    kind: 'column',
    name: 'items.value',
    parent: { kind: 'table', name: 'items' },
    facts: { type: 'bigint' },
  },
];

/** Whether a number that gets less room is reported. */
function isReported(rewritten: readonly Relation[]): boolean {
  const [command] = commandsOf('ALTER TABLE items ALTER COLUMN value TYPE integer');
  const locks = [{ relation: items, mode: 'ACCESS EXCLUSIVE' }];
  const subject = {
    statement: { trace: { locks, rewritten, scanned: [], unseen: [] }, place: { file: 'a.py', line: 1 } },
    command,
    earlier: [],
    isOld: () => true,
    revision: { id: 'a' },
    facts: { observations: { roundTrips: [{ revision: 'a', schema: { before, after: [] } }] } },
  } as unknown as StatementSubject;
  let reported = false;
  const report = (): void => {
    reported = true;
  };
  rule.check(subject, { report, notChecked: () => undefined }, {});
  return reported;
}

test('values that are stored as they were have lost nothing, whatever the types say', () => {
  expect(isReported([items])).toBe(true);
  expect(isReported([])).toBe(false);
});
