import { blocksReads } from '../model/lock.ts';
import { defineRule } from './rule.ts';
import { isCopied } from './support/batch-copy.ts';
import { note, ofSql } from './support/evidence.ts';
import { code, list } from './support/text.ts';
import { evidenceOf, placeOf, shownRelation } from './support/traced.ts';
import { isMoreOfTheSame, isWorkUnseen, type WorkUnderLock, workUnderLock } from './support/under-lock.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'Rows are worked on while a table is locked',
    why: 'A lock is kept until the transaction ends. After `ALTER TABLE` nobody reads or writes the table, and every request waits, until the rows that the same transaction goes on to read or write are done: seconds or hours, by their number. Where the lock lets readers pass, writers wait (a warning).',
    fix: 'Let the transaction end first: put the work on rows into a revision of its own, or into an `autocommit_block`, in batches.',
    severity: 'error',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, email text)',
      bad: `def upgrade():\n    op.add_column("users", sa.Column("domain", sa.Text()))\n    op.execute("UPDATE users SET domain = split_part(email, '@', 2) WHERE domain IS NULL")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    op.add_column("users", sa.Column("domain", sa.Text()))\n    with op.get_context().autocommit_block():\n        updated = 1\n        while updated:\n            updated = op.get_bind().execute(sa.text(\n                "UPDATE users SET domain = split_part(email, '@', 2) WHERE id IN "\n                "(SELECT id FROM users WHERE domain IS NULL AND email IS NOT NULL LIMIT 5000)"\n            )).rowcount\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
    },
  },
  messages: {
    works: ({ locked, mode, read }: WorkUnderLock) => ({
      message: `The transaction keeps everybody from ${blocksReads(mode) ? 'reading and writing' : 'writing to'} ${shownRelation(locked)} while this reads ${list(read.map(shownRelation))} from end to end.`,
      help: `Let the transaction end first. Put this into a revision of its own, or into a block that is committed by itself:${code('with op.get_context().autocommit_block():', '    op.execute("...")')}`,
    }),
  },
  check(subject, { report, notChecked }) {
    const work = workUnderLock(subject);
    if (!work && isWorkUnseen(subject))
      notChecked('whether rows are read or written while others wait for a lock was not seen');
    if (!work || isMoreOfTheSame(subject, work)) return;
    const { locked, mode, read, by } = work;
    if (isCopied(subject, locked.name)) return;
    report('works', work, {
      place: placeOf(subject),
      severity: blocksReads(mode) ? 'error' : 'warning',
      evidence: [
        ...evidenceOf(subject),
        note(`${mode} on ${shownRelation(locked)} is held since:`),
        ofSql(by.sql),
      ],
      about: read.map(shownRelation).join(' '),
      table: locked,
    });
  },
});
