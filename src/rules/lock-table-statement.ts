import { blocksReads, blocksWrites, type LockMode } from '../model/lock.ts';
import { defineRule } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { seen } from './support/seen.ts';
import { isCalled, shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A table is locked by LOCK TABLE',
    why: 'Everybody who wants to write the table, with `ACCESS EXCLUSIVE` everybody who wants to read it, waits until the transaction ends, whatever it still has to do.',
    fix: 'Leave the command away: each statement takes the lock that it needs. Where rows must not change between two statements, `SELECT ... FOR UPDATE` locks those rows alone.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE counters (id bigint PRIMARY KEY, value bigint)',
      bad: `def upgrade():\n    op.execute("LOCK TABLE counters")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    op.execute("SELECT value FROM counters WHERE id = 1 FOR UPDATE")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
    },
  },
  messages: {
    locks: ({ table, mode }: { table: string; mode: LockMode }) => ({
      message: `LOCK TABLE keeps everybody from ${blocksReads(mode) ? 'reading and writing' : 'writing to'} ${table} until the transaction ends.`,
      help: 'Leave it away: each statement takes the lock that it needs. Where rows must not change between two statements, SELECT ... FOR UPDATE locks those alone.',
    }),
  },
  check(subject, { report, notChecked }) {
    for (const { table: written, mode } of actionsIn(subject, 'lock')) {
      const trace = seen(subject, 'LOCK TABLE', ['locks'], notChecked);
      const taken = trace?.locks.find((lock) => lock.mode === mode && isCalled(lock.relation, written));
      if (!taken || !blocksWrites(mode) || !subject.isOld(taken.relation)) continue;
      report(
        'locks',
        { table: shownRelation(taken.relation), mode },
        whereOf(subject, {
          severity: blocksReads(mode) ? 'warning' : 'notice',
          about: shownRelation(taken.relation),
          table: taken.relation,
        }),
      );
    }
  },
});
