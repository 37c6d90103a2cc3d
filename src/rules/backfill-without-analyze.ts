import type { Statement } from '../model/observation.ts';
import type { Relation } from '../model/trace.ts';
import { actionsOf } from '../sql/action.ts';
import { commandsOf } from '../sql/commands.ts';
import { isOn } from '../sql/indexes.ts';
import type { QualifiedName } from '../sql/name.ts';
import type { ParsedStatement } from '../sql/parse.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { spelled } from './support/change.ts';
import { type NotChecked, seen } from './support/seen.ts';
import { code, py } from './support/text.ts';
import { isCalled, oldTable, scanOf, shownRelation, whereOf } from './support/traced.ts';

/** Rows in production from which on a plan that is wrong for some minutes is worth a word. */
const large = 1_000_000;

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A large table is filled, and not analysed',
    why: 'Until autovacuum comes by, the planner takes the column for what it was before the backfill, and may choose plans that are slow by orders of magnitude. Reported only of tables that have a million rows or more by the statistics of production (`--table-stats`).',
    fix: 'End the revision with `ANALYZE` of the table.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      rows: { users: 2_000_000 },
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, plan text)',
      bad: `def upgrade():\n    op.execute("UPDATE users SET plan = 'free' WHERE ctid = ANY (ARRAY(SELECT ctid FROM users WHERE plan IS NULL LIMIT 5000))")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    op.execute("UPDATE users SET plan = 'free' WHERE ctid = ANY (ARRAY(SELECT ctid FROM users WHERE plan IS NULL LIMIT 5000))")\n    op.execute("ANALYZE users")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
    },
  },
  messages: {
    stale: ({ table, name }: { table: string; name: string }) => ({
      message: `Many rows of ${table} are changed, and the planner goes on with what it knew of them before.`,
      help: `End the revision with:${code(`op.execute(${py(`ANALYZE ${name}`)})`)}`,
    }),
  },
  check(subject, { report, notChecked }) {
    const table = tableFilled(subject, notChecked);
    if (!table || !mayBeLarge(subject, table) || isFollowedUp(subject, table)) return;
    report(
      'stale',
      { table: shownRelation(table), name: spelled(table) },
      whereOf(subject, { about: shownRelation(table), table }),
    );
  },
});

/** The old table whose rows it reads from end to end to change them. */
function tableFilled(subject: StatementSubject, notChecked: NotChecked): Relation | undefined {
  const updated = actionsIn(subject, 'update').filter(({ table }) => mayBeLarge(subject, table));
  const trace = updated.length > 0 ? seen(subject, 'UPDATE', ['scanned'], notChecked) : undefined;
  return updated
    .flatMap(({ table }) => oldTable(subject, table, notChecked) ?? [])
    .find((table) => trace && scanOf(trace, table));
}

const mayBeLarge = ({ facts }: StatementSubject, table: QualifiedName): boolean =>
  (facts.tableSizes ?? []).some((size) => isCalled(size, table) && (size.rows ?? 0) >= large);

/** Whether a later statement fills it further, and is the one to speak of, or analyses it. */
function isFollowedUp({ move, statement }: StatementSubject, table: Relation): boolean {
  const later = move.statements.slice(move.statements.indexOf(statement) + 1);
  return later.some(({ sql }: Statement) =>
    commandsOf(sql).some((command) => updates(command, table) || analyses(command, table)),
  );
}

const updates = (command: ParsedStatement, table: Relation): boolean =>
  actionsIn({ command }, 'update').some((write) => isCalled(table, write.table));

function analyses(command: ParsedStatement, table: Relation): boolean {
  if (command.kind !== 'VacuumStmt') return false;
  return actionsOf(command).some(
    (action) =>
      (action.does === 'analyze' || isOn(command.node.options, 'analyze')) &&
      'tables' in action &&
      (action.tables.length === 0 || action.tables.some((name) => isCalled(table, name))),
  );
}
