import { blocksReads } from '../model/lock.ts';
import { defineRule } from './rule.ts';
import { code } from './support/text.ts';
import { shownRelation, whereOf } from './support/traced.ts';
import { type BlockingLock, worstUnlimited } from './support/waits.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A statement may hold others up without a limit',
    why: 'A statement that takes longer in production than anybody thought keeps others from the table for as long as it runs. `statement_timeout` is what was in force when it ran: set by env.py, the role, the server or the revision. Reported once for each revision, at its strongest lock.',
    fix: 'Set `statement_timeout` where env.py makes its engine, for the role that migrates, or in the revision; what needs longer says so itself.',
    severity: 'notice',
    optIn: true,
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE orders (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    op.add_column("orders", sa.Column("note", sa.Text()))\n\ndef downgrade():\n    op.drop_column("orders", "note")`,
      good: `def upgrade():\n    op.execute("SET LOCAL statement_timeout = '1min'")\n    op.add_column("orders", sa.Column("note", sa.Text()))\n\ndef downgrade():\n    op.drop_column("orders", "note")`,
    },
  },
  messages: {
    runs: ({ table, mode }: BlockingLock) => ({
      message: `However long this takes, nobody ${blocksReads(mode) ? 'reads or writes' : 'writes to'} ${shownRelation(table)} meanwhile: statement_timeout is 0.`,
      help: `Set a limit. In env.py, for all revisions:${code(`engine = create_engine(url, connect_args={"options": "-c statement_timeout=1min"})`)}\nor before this line, for this one:${code(`op.execute("SET LOCAL statement_timeout = '1min'")`)}`,
    }),
  },
  check(subject, tell) {
    const lock = worstUnlimited(subject, 'statementTimeoutMs', tell);
    if (lock) tell.report('runs', lock, whereOf(subject, {}));
  },
});
