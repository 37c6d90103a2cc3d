import type { Statement } from '../model/observation.ts';
import { actionsOf } from '../sql/action.ts';
import { commandsOf } from '../sql/commands.ts';
import type { ParsedStatement } from '../sql/statement.ts';
import { under } from '../sql/walk.ts';
import { defineRule } from './rule.ts';
import { ofSql } from './support/evidence.ts';
import { definition } from './support/places.ts';
import { called } from './support/text.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision', 'statements'],
  meta: {
    title: 'A revision that changes nothing',
    why: 'After the upgrade the catalog is what it was, and no statement could have written a row. Either the revision is empty, or what it says was so already: somebody expects a change that does not come.',
    fix: 'Write what is missing, or take the revision out. Merges, the first revision of a history and revisions that work on rows are not reported.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE users (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    pass\n\ndef downgrade():\n    pass`,
      good: `def upgrade():\n    op.create_table("orders", sa.Column("id", sa.BigInteger(), primary_key=True))\n\ndef downgrade():\n    op.drop_table("orders")`,
    },
  },
  messages: {
    silent: ({ revision }: { revision: string }) => ({
      message: `The upgrade of ${revision} sends no statement that could change anything.`,
      help: 'Write what it is for, or take the revision out.',
    }),
    unchanged: ({ revision }: { revision: string }) => ({
      message: `The upgrade of ${revision} leaves everything as it was: what its statements say was so already, or they take it back themselves.`,
      help: 'Take the statements out; or look whether another object is meant.',
    }),
  },
  check({ revision, roundTrip, facts }, { report }) {
    const { effect, upgrade } = roundTrip;
    if (effect?.length !== 0 || revision.parents.length !== 1 || upgrade.unlisted) return;
    const { remarks } = facts.observations;
    if (remarks.some(({ kind }) => kind === 'statements-cut')) return;
    const commands = upgrade.statements.flatMap(readAll);
    if (commands.some((command) => command === undefined || !isHarmless(command))) return;
    const defining = commands.filter((command) => command !== undefined && defines.test(command.kind));
    // Code that sends no statement may do something that is none of the database's business.
    if (defining.length === 0 && revision.upgrade.shape !== 'empty') return;
    report(
      defining.length === 0 ? 'silent' : 'unchanged',
      { revision: called(revision) },
      {
        place: definition(revision, 'upgrade'),
        evidence: defining.flatMap((command) => (command ? [ofSql(command.text)] : [])),
      },
    );
  },
});

/** The commands of a statement; undefined for one that cannot be read. */
const readAll = ({ sql }: Statement): readonly (ParsedStatement | undefined)[] => {
  const commands = commandsOf(sql);
  return commands.length === 0 ? [undefined] : commands;
};

/** Definitions: everything that they do is in the catalog. */
const defines =
  /^(?:Create(?!Role|db|Subscription)|Alter(?!Role|Database|System)|Index|Drop(?!Role|db)|Rename|Comment|Grant(?!Role)|View|Define)/;
const sets: ReadonlySet<string> = new Set(['VariableSetStmt', 'VariableShowStmt', 'TransactionStmt']);

/** Whether what it would do would be in the catalog, or it only asks the catalog. What IF NOT EXISTS leaves alone has a rule of its own. */
function isHarmless(command: ParsedStatement): boolean {
  if (command.kind === 'SelectStmt') return asksCatalog(command);
  if (actionsOf(command).some((action) => 'ifNotExists' in action && action.ifNotExists)) return false;
  return sets.has(command.kind) || defines.test(command.kind);
}

/** An inspector does that. */
function asksCatalog({ node }: ParsedStatement): boolean {
  const tables = [...under(node, 'RangeVar')] as readonly { schemaname?: string; relname?: string }[];
  return (
    tables.length > 0 && tables.every(({ schemaname, relname = '' }) => ofCatalog.test(schemaname ?? relname))
  );
}

const ofCatalog = /^(?:pg_|information_schema$)/;
