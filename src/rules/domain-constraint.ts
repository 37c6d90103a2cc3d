import { blocksWrites } from '../model/lock.ts';
import { texts } from '../sql/name.ts';
import { defineRule } from './rule.ts';
import { seen } from './support/seen.ts';
import { code, list } from './support/text.ts';
import { scanOf, shownRelation, whereOf } from './support/traced.ts';
import { execute } from './support/undo.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A constraint of a domain is tested on every table that uses it',
    why: '`ALTER DOMAIN ... ADD CONSTRAINT` reads every table with a column of the domain, one after the other, and keeps SHARE on all of them until the transaction ends: nobody writes to any.',
    fix: 'Add it `NOT VALID`, which reads nothing: values that come are tested, and those that are there are not. Put what has to hold for them as well on each table as a CHECK, `NOT VALID` and validated in a revision after it.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      before: 'CREATE DOMAIN email AS text; CREATE TABLE users (id bigint PRIMARY KEY, address email)',
      bad: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '2s'")\n    op.execute("ALTER DOMAIN email ADD CONSTRAINT has_at CHECK (VALUE LIKE '%@%')")\n\ndef downgrade():\n    op.execute("ALTER DOMAIN email DROP CONSTRAINT has_at")`,
      good: `def upgrade():\n    op.execute("ALTER DOMAIN email ADD CONSTRAINT has_at CHECK (VALUE LIKE '%@%') NOT VALID")\n\ndef downgrade():\n    op.execute("ALTER DOMAIN email DROP CONSTRAINT has_at")`,
    },
  },
  messages: {
    tested: ({ tables, line }: { tables: string; line: string | undefined }) => ({
      message: `Every value of the domain is tested: ${tables} are read from end to end, and until the transaction ends nobody writes to them.`,
      help:
        line === undefined
          ? `Do not wait long for the locks, and do it when nobody writes to ${tables}:${code(`op.execute("SET LOCAL lock_timeout = '2s'")`)}`
          : `Test only the values that come:${code(line)}\nWhat has to hold for those that are there as well belongs on each table, as a CHECK that is NOT VALID and validated in a revision after it.`,
    }),
  },
  check(subject, { report, notChecked }) {
    const { command, isOld } = subject;
    if (command.kind !== 'AlterDomainStmt') return;
    const trace = seen(subject, 'ALTER DOMAIN', ['locks', 'scanned'], notChecked);
    if (!trace) return;
    const tables = trace.locks
      .filter(({ relation, mode }) => isOld(relation) && blocksWrites(mode) && scanOf(trace, relation))
      .map(({ relation }) => relation);
    const [table] = tables;
    if (!table) return;
    report(
      'tested',
      { tables: list(tables.map(shownRelation)), line: command.node.def && notValid(command.text) },
      whereOf(subject, { about: texts(command.node.typeName).join('.'), table }),
    );
  },
});

const notValid = (added: string): string => execute(`${added.replace(/\s+/g, ' ')} NOT VALID`);
