/** What goes past whoever lists statements is found in the server's own log. */
import { expect, test } from 'vitest';
import type { Database } from '../../src/database/provider.ts';
import type { Failure, Move, Observations } from '../../src/model/observation.ts';
import { SetupError } from '../../src/model/setup-error.ts';
import { CrossCheck } from '../../src/replay/cross-check.ts';
import type { Sent, ToolSession } from '../../src/tools/tool.ts';
import { revisionPy } from '../support/alembic.ts';
import { walkProject } from '../support/replay.ts';

const walk = (upgrade: string): Promise<Observations> =>
  walkProject({
    a: revisionPy('a', null, 'op.execute("CREATE TABLE t (id int, c text)")', 'op.drop_table("t")'),
    b: revisionPy(
      'b',
      'a',
      upgrade,
      'op.execute("DROP TABLE t")\nop.execute("CREATE TABLE t (id int, c text)")',
    ),
    c: revisionPy('c', 'b', 'op.execute("SELECT 1 FROM t")', 'op.execute("SELECT 2 FROM t")'),
  });

/** What was not seen, but for the models, of which there are none. */
const missed = ({ notObserved }: Observations): readonly string[] =>
  notObserved
    .filter(({ what }) => what !== 'models')
    .map(({ what, revision, why }) => `${what} ${revision}: ${why}`);

const update = "UPDATE t SET c = 'hidden'";
const sentOnce = [
  "statements b: during its upgrade the server was sent a statement that nobody has listed: UPDATE t SET c = '...'",
];

const connect = 'import psycopg2\nother = psycopg2.connect("host=db.example dbname=prod")\n';
const ways: readonly (readonly [string, string])[] = [
  ['a cursor of the driver', `op.get_bind().connection.cursor().execute("${update}")`],
  [
    'a connection of the driver',
    `${connect}other.cursor().execute("${update}")\nother.commit()\nother.close()`,
  ],
  [
    'a program',
    `import subprocess, sys\nask = "import psycopg2; c = psycopg2.connect(''); c.autocommit = True; c.cursor().execute(\\"${update}\\")"\nsubprocess.run([sys.executable, "-c", ask], check=True)`,
  ],
  [
    'a program in another database',
    `import subprocess, sys\nask = "import psycopg2; c = psycopg2.connect('dbname=template1'); c.autocommit = True; c.cursor().execute(\\"DO $$ BEGIN PERFORM 1; END $$\\")"\nsubprocess.run([sys.executable, "-c", ask], check=True)`,
  ],
  [
    'a thread',
    `import threading\n${connect}def run():\n    other.cursor().execute("${update}")\nthread = threading.Thread(target=run)\nthread.start()\nthread.join()\nother.close()`,
  ],
];

test.each(ways)('%s is noticed, and what follows is not blamed', async (name, upgrade) => {
  const seen = await walk(upgrade);
  expect(seen.roundTrips.map(({ upgrade: { failure } }) => failure)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(missed(seen)).toEqual(
    name.endsWith('another database') ? [sentOnce[0]?.replace(/UPDATE.*/, "DO '...'")] : sentOnce,
  );
});

test('it is a fact of the move: what was sent, and which line opened the way', async () => {
  const seen = await walk(`op.get_bind().connection.cursor().execute("${update}")`);
  const [a, b, c] = seen.roundTrips;
  const way = { kind: 'raw-cursor', text: expect.any(String), place: { file: expect.any(String), line: 10 } };
  const sent = { count: 1, texts: ["UPDATE t SET c = '...'"] };
  expect(b?.upgrade.unlisted).toEqual({ sent, ways: [way] });
  expect(b?.reupgrade?.unlisted).toEqual({ sent, ways: [way] });
  for (const move of [a?.upgrade, b?.downgrade, c?.upgrade]) expect(move).not.toHaveProperty('unlisted');
});

test('a way that nothing but what drivers ask by themselves has gone is none', async () => {
  const seen = await walk('op.get_bind().connection.cursor().execute("SELECT pg_catalog.version()")');
  expect(seen.remarks.map(({ kind }) => kind)).toEqual(['raw-cursor']);
  expect(seen.roundTrips[1]?.upgrade).not.toHaveProperty('unlisted');
});

test('the same statement once listed and once not', async () => {
  const seen = await walk(`op.execute("${update}")\nop.get_bind().connection.cursor().execute("${update}")`);
  expect(missed(seen)).toEqual(sentOnce);
});

test('many are counted, and a few are shown', async () => {
  const seen = await walk(
    `cursor = op.get_bind().connection.cursor()\nfor n in range(5):\n    cursor.execute("ALTER TABLE t ADD COLUMN IF NOT EXISTS c%d int" % n)\ncursor.execute("SELECT id FROM t /* password */ WHERE c = 'secret' AND id = 1" + " AND true" * 100)`,
  );
  const [only, ...more] = missed(seen);
  expect(more).toEqual([]);
  expect(only).toContain(
    'the server was sent 6 statements that nobody has listed: ALTER TABLE t ADD COLUMN IF NOT EXISTS c0 int; ',
  );
  expect(only).toContain('c2 int and 3 more');
  expect(only).not.toMatch(/secret|password/);
  const { sent } = seen.roundTrips[1]?.upgrade.unlisted ?? {};
  expect(sent?.count).toBe(6);
  expect(sent?.texts).toEqual([0, 1, 2].map((n) => `ALTER TABLE t ADD COLUMN IF NOT EXISTS c${n} int`));
});

test('where the log is somebody else’s, that is said once', () => {
  const session = {} as ToolSession;
  const { notObserved } = new CrossCheck({ why: 'it is not ours' }, session);
  expect(notObserved).toEqual([
    {
      what: 'log',
      why: 'whether all statements are listed was not compared with the log of the server: it is not ours',
    },
  ]);
});

const database = { address: { database: 'd' } } as Database;
const listed: Sent = { sql: 'SELECT 1 FROM t' };
const asked = (logged: readonly string[], move: Partial<Move>, around: readonly Sent[] | 'too many' = []) => {
  const log = { take: async () => logged.map((sql) => ({ database: 'd', sql })) };
  const check = new CrossCheck(log, {
    takeAround: () => (around === 'too many' ? undefined : around),
  } as unknown as ToolSession);
  const made = { direction: 'upgrade', revision: 'a', statements: [listed], ...move } as unknown as Move;
  return check
    .unlistedIn(made, database)
    .then((found) => ({ found: found !== undefined, what: check.notObserved.map(({ what }) => what) }));
};
const failed = (reason: Failure['reason']) => ({ failure: { reason } as Failure, statements: [] });

test('a log without anything that is listed is no log', async () => {
  expect(await asked([update], {})).toEqual({ found: false, what: ['log'] });
  expect(await asked([listed.sql, update], {})).toEqual({ found: true, what: ['statements'] });
  expect(await asked([update], { statements: [] })).toEqual({ found: true, what: ['statements'] });
});

test('a move that was cut off has listed nothing, one that failed has', async () => {
  expect(await asked([update], failed('timed-out'))).toEqual({ found: false, what: [] });
  expect(await asked([update], failed('exited'))).toEqual({ found: false, what: [] });
  expect(await asked([update], failed('sql'))).toEqual({ found: true, what: ['statements'] });
});

test('what env.py sends is no secret, unless that is too much to keep', async () => {
  expect(await asked([listed.sql, update], {}, [{ sql: update }])).toEqual({ found: false, what: [] });
  expect(await asked([listed.sql, update], {}, 'too many')).toEqual({ found: false, what: ['log'] });
});

test('where no log can be read, what the tool has noticed is what is known', async () => {
  const ways = [{ kind: 'child-process', text: 'a program' }] as const;
  const move = { direction: 'upgrade', revision: 'a', statements: [], unlisted: { ways } } as unknown as Move;
  const session = { takeAround: () => [] } as unknown as ToolSession;
  const notOurs = new CrossCheck({ why: 'it is not ours' }, session);
  expect(await notOurs.unlistedIn(move, database)).toEqual({ ways });
  const { unlisted: _, ...plain } = move;
  expect(await notOurs.unlistedIn(plain, database)).toBeUndefined();
  const ours = new CrossCheck({ take: async () => [] }, session);
  expect(await ours.unlistedIn(move, database)).toBeUndefined();
});

test('a log that cannot be read is said, a server that is gone ends everything', async () => {
  const session = { takeAround: () => [] } as unknown as ToolSession;
  const broken = new CrossCheck({ take: () => Promise.reject(new Error('no file')) }, session);
  await broken.begin(database);
  await broken.begin(database);
  expect(broken.notObserved.map(({ why }) => why)).toEqual([expect.stringMatching(/: no file$/)]);
  const gone = new CrossCheck(
    { take: () => Promise.reject(new SetupError('no-database', 'gone', 'again')) },
    session,
  );
  await expect(gone.begin(database)).rejects.toThrow('gone');
});
