import { blocksWrites } from '../model/lock.ts';
import { readCommands } from '../sql/commands.ts';
import type { ParsedStatement } from '../sql/parse.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { note } from './support/evidence.ts';
import { changesSchema } from './support/mixed.ts';
import { seen } from './support/seen.ts';
import { list } from './support/text.ts';
import { evidenceOf, placeOf, shownRelation } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'SQL that is made while a DO block runs',
    why: 'What `EXECUTE` makes out of variables cannot be read, neither by a reviewer nor by the other rules: only the locks that it took were seen. Commands that stand in a DO block as they are, or in a literal string, are judged like all others.',
    fix: 'Write the commands out, or make them in Python, where each is sent by itself and seen.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE users (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    op.execute("DO $$ DECLARE t text := 'users'; BEGIN EXECUTE format('COMMENT ON TABLE %I IS %L; ALTER TABLE %I ADD COLUMN age int', t, 'people', t); END $$")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    op.execute("DO $$ BEGIN ALTER TABLE users ADD COLUMN age int; END $$")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
    },
  },
  messages: {
    made: ({ tables }: { tables: readonly string[] }) => ({
      message: `This DO block makes SQL while it runs, which cannot be read before; it locks ${list(tables)} against others.`,
      help: 'Write the commands out, or make them in Python, where each is sent by itself and seen.',
    }),
  },
  check(subject, { report, notChecked }) {
    const { command, isOld } = subject;
    if (command.kind !== 'DoStmt') return;
    const dynamic = madeLater(subject);
    if (dynamic.length === 0) return;
    const locks = (seen(subject, 'DO', ['locks'], notChecked)?.locks ?? []).filter(
      ({ relation, mode }) => isOld(relation) && relation.kind.endsWith('table') && blocksWrites(mode),
    );
    if (locks.length === 0) return;
    const tables = locks.map(({ relation }) => shownRelation(relation));
    report(
      'made',
      { tables },
      {
        place: placeOf(subject),
        evidence: [...evidenceOf(subject), ...dynamic.map((text) => note(`EXECUTE ${text}`))],
        about: tables.join(' '),
      },
    );
  },
});

/** What the block executes and nobody can read; nothing where a command that can be read may be what took the locks. */
function madeLater({ statement }: StatementSubject): readonly string[] {
  const { commands, unread } = readCommands(statement.sql);
  if (commands.some((one: ParsedStatement) => changesSchema(one))) return [];
  return unread.filter(({ why }) => why === 'dynamic').map(({ text }) => text);
}
