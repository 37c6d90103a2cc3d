import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { Trace } from '../../src/model/trace.ts';
import { rules } from '../../src/rules/index.ts';
import type { Messages, Rule, StatementSubject, Tell } from '../../src/rules/rule.ts';
import { commandsOf } from '../../src/sql/commands.ts';

type Unseen = Trace['unseen'][number];

const facts = { observations: { roundTrips: [] }, plan: { scope: 'all' } };

/** What a rule on statements says of a command of which nobody, or not everybody, saw what it did. */
function said(id: string, sql: string, unseen?: readonly Unseen[], failure?: unknown): readonly string[] {
  const rule = new Map(rules).get(id) as Rule<'statement'> | undefined;
  const [command] = commandsOf(sql);
  if (!rule || !command) throw new Error(`${id}: ${sql}`);
  const heard: string[] = [];
  const tell: Tell<Messages> = {
    report: (key) => heard.push(`reports ${key}`),
    notChecked: (why) => heard.push(why),
  };
  const statement = { sql, ...(unseen ? { trace: { locks: [], scanned: [], unseen } } : {}) };
  const subject = {
    statement,
    command,
    earlier: [],
    unseenBefore: [],
    revision: { id: 'a' },
    move: { statements: [statement], ...(failure ? { failure } : {}) },
    isOld: () => true,
    facts,
  };
  rule.check(subject as unknown as StatementSubject, tell, {});
  return heard;
}

const verdicts: readonly (readonly [id: string, sql: string, name: string, needs: readonly Unseen[]])[] = [
  [
    'add-foreign-key-not-valid',
    'ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES c (id)',
    'ADD FOREIGN KEY',
    ['locks'],
  ],
  ['add-check-not-valid', 'ALTER TABLE a ADD CHECK (b > 0)', 'ADD CHECK', ['locks']],
  ['add-unique-constraint', 'ALTER TABLE a ADD UNIQUE (b)', 'ADD UNIQUE', ['locks']],
  ['add-primary-key', 'ALTER TABLE a ADD PRIMARY KEY (b)', 'ADD PRIMARY KEY', ['locks', 'scanned']],
  ['add-exclusion-constraint', 'ALTER TABLE a ADD EXCLUDE USING gist (b WITH &&)', 'ADD EXCLUDE', ['locks']],
  [
    'validate-in-same-transaction',
    'ALTER TABLE a VALIDATE CONSTRAINT b',
    'VALIDATE CONSTRAINT',
    ['locks', 'scanned'],
  ],
  ['create-index-non-concurrent', 'CREATE INDEX i ON a (b)', 'CREATE INDEX', ['locks', 'scanned']],
  ['partitioned-index', 'CREATE INDEX i ON a (b)', 'CREATE INDEX', ['locks', 'scanned']],
  [
    'unique-index-on-populated',
    'CREATE UNIQUE INDEX CONCURRENTLY i ON a (b)',
    'CREATE UNIQUE INDEX',
    ['locks'],
  ],
  ['drop-index-non-concurrent', 'DROP INDEX i', 'DROP INDEX', ['locks']],
  ['reindex-non-concurrent', 'REINDEX TABLE a', 'REINDEX', ['locks']],
  [
    'domain-constraint',
    'ALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE > 0)',
    'ALTER DOMAIN',
    ['locks', 'scanned'],
  ],
  ['drop-column', 'ALTER TABLE a DROP b', 'DROP COLUMN', ['locks']],
  ['drop-table', 'DROP TABLE a', 'DROP TABLE', ['locks']],
  ['truncate', 'TRUNCATE a', 'TRUNCATE', ['locks']],
  ['set-schema', 'ALTER TABLE a SET SCHEMA b', 'SET SCHEMA', ['locks']],
  ['rename-table', 'ALTER VIEW a RENAME TO b', 'RENAME', ['locks']],
  ['rename-column', 'ALTER TABLE a RENAME b TO c', 'RENAME COLUMN', ['locks']],
  ['lock-table-statement', 'LOCK a', 'LOCK TABLE', ['locks']],
  ['detach-partition-non-concurrent', 'ALTER TABLE a DETACH PARTITION b', 'DETACH PARTITION', ['locks']],
  ['attach-partition-scan', 'ALTER TABLE a ATTACH PARTITION b DEFAULT', 'ATTACH PARTITION', ['scanned']],
  ['vacuum-full', 'VACUUM FULL a', 'VACUUM FULL', ['rewritten']],
  ['drop-view', 'DROP VIEW a', 'DROP VIEW', ['locks']],
  [
    'default-partition-scan',
    'CREATE TABLE a PARTITION OF b FOR VALUES IN (1)',
    'a new partition',
    ['scanned'],
  ],
  ['cluster', 'CLUSTER a', 'CLUSTER', ['rewritten']],
  ['unbatched-backfill', 'DELETE FROM a WHERE b IS NULL', 'DELETE', ['scanned']],
];
const words = { locks: 'locked', scanned: 'read', rewritten: 'rewritten', written: 'written' } as const;

test.each(verdicts)('%s does not guess what it did not see: %s', (id, sql, name, needs) => {
  const blind = (...parts: readonly Unseen[]) => [
    `what was ${parts.map((part) => words[part]).join(' and ')} for ${name} was not seen`,
  ];
  expect(said(id, sql)).toEqual(blind(...needs));
  for (const part of needs) expect(said(id, sql, [part])).toEqual(blind(part));
  expect(said(id, sql, ['written'])).toEqual([]);
});

test.each([
  ['add-foreign-key-not-valid', 'ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES c (id) NOT VALID'],
  ['add-check-not-valid', 'ALTER TABLE a ADD CHECK (b > 0) NOT VALID'],
  ['add-unique-constraint', 'ALTER TABLE a ADD UNIQUE USING INDEX i'],
  ['create-index-non-concurrent', 'CREATE INDEX CONCURRENTLY i ON a (b)'],
  ['drop-index-non-concurrent', 'DROP INDEX CONCURRENTLY i'],
  ['drop-index-non-concurrent', 'DROP TABLE i'],
  ['reindex-non-concurrent', 'REINDEX TABLE CONCURRENTLY a'],
  ['unique-index-on-populated', 'CREATE INDEX CONCURRENTLY i ON a (b)'],
  ['domain-constraint', 'ALTER TABLE a ADD CHECK (b > 0)'],
  ['drop-column', 'ALTER TYPE a DROP ATTRIBUTE b'],
  ['drop-table', 'DROP VIEW a'],
  ['set-schema', 'ALTER FUNCTION a SET SCHEMA b'],
  ['rename-table', 'ALTER INDEX a RENAME TO b'],
  ['rename-column', 'ALTER TABLE a RENAME TO b'],
  ['detach-partition-non-concurrent', 'ALTER TABLE a DETACH PARTITION b CONCURRENTLY'],
  ['vacuum-full', 'VACUUM a'],
  ['cluster', 'VACUUM FULL a'],
  ['not-enforced-constraint', 'ALTER TABLE a ADD CHECK (b > 0)'],
  ['do-block-ddl', 'DO $$ BEGIN PERFORM 1; END $$'],
  ['delete-or-update-without-where', 'UPDATE a SET b = 1 WHERE c'],
  ['unbatched-backfill', "UPDATE a SET b = 1 WHERE c = 'd'"],
])('%s asks nothing about: %s', (id, sql) => {
  expect(said(id, sql)).toEqual([]);
});

test.each([
  ['not-enforced-constraint', 'ALTER TABLE a ADD CHECK (b > 0) NOT ENFORCED', 'NOT ENFORCED'],
  ['do-block-ddl', "DO $$ BEGIN EXECUTE 'DROP TABLE ' || a; END $$", 'DO'],
])('%s does not guess without a trace: %s', (id, sql, name) => {
  expect(said(id, sql)).toEqual([`what was locked for ${name} was not seen`]);
});

test('a statement that its move ended at is the affair of another rule', () => {
  const failure = { reason: 'sql', error: 'E', message: 'no', sql: 'DROP TABLE a', calledFrom: [] };
  expect(said('drop-table', 'DROP TABLE a', undefined, failure)).toEqual([]);
  expect(said('alter-type-rewrite', 'ALTER TABLE a ALTER b TYPE int', undefined, failure)).toEqual([]);
  expect(said('missing-lock-timeout', 'ALTER TABLE a ADD b int', undefined, failure)).toEqual([]);
});

test.each(['INSERT INTO a VALUES (1)', 'SELECT 1', 'SET x.y = 1', "COMMENT ON TABLE a IS 'b'"])(
  'nobody waits behind: %s',
  (sql) => {
    expect(said('missing-lock-timeout', sql)).toEqual([]);
  },
);

test('a function that a query calls may lock anything', () => {
  expect(said('missing-lock-timeout', 'SELECT f()')).toEqual(['what a statement locks was not seen']);
});

test.each([
  ['drop-cascade', 'DROP TABLE a CASCADE', 'so what CASCADE drops was not seen'],
  ['drop-schema', 'DROP SCHEMA a CASCADE', 'so what was in the schema was not seen'],
  ['drop-extension-or-function', 'DROP EXTENSION a', 'so whether the extension is gone was not seen'],
])('%s does not guess what an upgrade that fails would have done: %s', (id, sql, why) => {
  expect(said(id, sql, [])).toEqual([`the upgrade fails, ${why}`]);
});

test.each([
  ['app-code-in-migration', 'nobody has looked at what its file imports'],
  ['offline-incompatible', 'nobody has looked at what its file needs'],
  ['state-dependent-guard', 'nobody has looked at what its file asks'],
  ['edited-merged-revision', 'no base ref is known to compare with: --since origin/main'],
  ['stale-down-revision', 'no base ref is known to compare with: --since origin/main'],
])('%s says what it would have to know', (id, why) => {
  const rule = new Map(rules).get(id);
  const heard: string[] = [];
  const tell: Tell<Messages> = {
    report: (key) => heard.push(`reports ${key}`),
    notChecked: (told) => heard.push(told),
  };
  rule?.check({ revision: { id: 'a', parents: [] }, facts } as never, tell, {});
  expect(heard).toEqual([why]);
});

test.each(['missing-lock-timeout', 'missing-statement-timeout'])(
  '%s does not guess what was locked',
  (id) => {
    const why = ['what a statement locks was not seen'];
    expect(said(id, 'ALTER TABLE a ADD b int')).toEqual(why);
    expect(said(id, 'ALTER TABLE a ADD b int', ['locks'])).toEqual(why);
    expect(said(id, 'ALTER TABLE a ADD b int', ['scanned'])).toEqual([]);
  },
);
