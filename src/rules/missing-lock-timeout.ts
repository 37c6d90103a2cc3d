import { blocksReads } from '../model/lock.ts';
import { defineRule } from './rule.ts';
import { addedBefore } from './support/edits.ts';
import { code } from './support/text.ts';
import { placeOf, shownRelation, whereOf } from './support/traced.ts';
import { type BlockingLock, worstUnlimited } from './support/waits.ts';

const limit = `op.execute("SET LOCAL lock_timeout = '5s'")`;

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A lock is waited for without a limit',
    why: 'A lock that blocks others waits for every transaction that uses the table, and everybody who comes later waits behind it: one forgotten session and a change of a millisecond stop the application. `lock_timeout` is what was in force when the lock was taken: set by env.py, the role, the server or the revision. Reported once for each revision, at its strongest lock.',
    fix: 'Give up after a few seconds and try again. Set `lock_timeout` where env.py makes its engine, for the role that migrates, or in the revision.',
    severity: 'notice',
    optIn: true,
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    op.add_column("orders", sa.Column("note", sa.Text()))\n\ndef downgrade():\n    op.drop_column("orders", "note")`,
      good: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '5s'")\n    op.add_column("orders", sa.Column("note", sa.Text()))\n\ndef downgrade():\n    op.execute("SET LOCAL lock_timeout = '5s'")\n    op.drop_column("orders", "note")`,
    },
  },
  messages: {
    waits: ({ table, mode }: BlockingLock) => ({
      message: `This waits for ${shownRelation(table)} as long as anybody uses it, because lock_timeout is 0, and whoever wants to ${blocksReads(mode) ? 'read or write' : 'write to'} ${shownRelation(table)} meanwhile waits behind it.`,
      help: `Give up after some seconds, and try again. In env.py, for all revisions:${code(`engine = create_engine(url, connect_args={"options": "-c lock_timeout=5s"})`)}\nor before this line, for this one:${code(limit)}`,
    }),
  },
  check(subject, tell) {
    const lock = worstUnlimited(subject, 'lockTimeoutMs', tell);
    if (lock)
      tell.report(
        'waits',
        lock,
        whereOf(subject, { edit: addedBefore(subject.revision, 'upgrade', placeOf(subject), [limit]) }),
      );
  },
});
