import type { Difference } from '../model/difference.ts';
import type { Statement } from '../model/observation.ts';
import { type Action, actionsOf } from '../sql/action.ts';
import { commandsOf } from '../sql/commands.ts';
import type { QualifiedName } from '../sql/name.ts';
import { quoteName } from '../sql/quote.ts';
import { defineRule } from './rule.ts';
import { note, ofSql } from './support/evidence.ts';
import { definition } from './support/places.ts';
import { hasSeenLocks } from './support/seen.ts';
import { isCalled } from './support/traced.ts';
import { identifiers } from './support/undo.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision', 'statements'],
  meta: {
    title: 'IF NOT EXISTS, and it exists',
    why: 'A table, an index or a column of that name was there already, and PostgreSQL has left it as it was, whatever it looks like. Whatever the migration wanted to make is not there.',
    fix: 'Leave `IF NOT EXISTS` out where the history decides what is there, or leave out the statement. In a step that commits by itself, such as `CREATE INDEX CONCURRENTLY`, it has its place, as long as it makes something the first time.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE users (id bigint PRIMARY KEY)',
      bad: `def upgrade():\n    op.execute("CREATE TABLE IF NOT EXISTS users (id bigint PRIMARY KEY, name text NOT NULL)")\n\ndef downgrade():\n    pass`,
      good: `def upgrade():\n    op.execute("CREATE TABLE IF NOT EXISTS people (id bigint PRIMARY KEY, name text NOT NULL)")\n\ndef downgrade():\n    op.drop_table("people")`,
    },
  },
  messages: {
    nothing: ({ kind, name }: Wanted) => ({
      message: `The ${kind} ${name} was there already: IF NOT EXISTS has left it as it was, and made nothing.`,
      help: `Leave the statement out; or, if another ${kind} is meant, change the one that is there.`,
    }),
  },
  check({ revision, roundTrip }, { report, notChecked }) {
    const { effect, upgrade } = roundTrip;
    if (!effect) return;
    for (const statement of upgrade.statements) {
      for (const command of commandsOf(statement.sql)) {
        const idle = actionsOf(command)
          .flatMap(wantedBy)
          .filter((wanted) => !isNew(wanted, effect));
        if (idle.length > 0 && !hasSeenLocks(statement)) {
          notChecked('what IF NOT EXISTS has made was not seen');
          continue;
        }
        for (const wanted of idle.filter(({ written }) => !hasMade(statement, written))) {
          report('nothing', wanted, {
            place: statement.place ?? definition(revision, 'upgrade'),
            evidence: [ofSql(command.text), note(`no ${wanted.kind} ${wanted.name} is new`)],
            about: `${wanted.kind} ${wanted.name}`,
          });
        }
      }
    }
  },
});

interface Wanted {
  readonly kind: 'table' | 'index' | 'column';
  /** As people write it. */
  readonly name: string;
  readonly written: QualifiedName;
  /** What it goes with, and is not told apart from where that is new. */
  readonly whole?: QualifiedName;
}

function wantedBy(action: Action): readonly Wanted[] {
  if (!('ifNotExists' in action) || !action.ifNotExists || action.does === 'add label') return [];
  const { table } = action;
  if (action.does === 'add column') {
    const written = { schema: table.name, name: action.column.name };
    return [{ kind: 'column', name: `${quoteName(table)}.${action.column.name}`, written, whole: table }];
  }
  if (action.does !== 'create index')
    return action.temporary ? [] : [{ kind: 'table', name: quoteName(table), written: table }];
  const { name = '' } = action;
  return [{ kind: 'index', name, written: { name }, whole: table }];
}

/** Whether it, or what it is a part of, is new after the upgrade. */
const isNew = ({ written, whole }: Wanted, effect: readonly Difference[]): boolean =>
  effect.some(
    ({ change, name }) => change === 'new' && [written, whole].some((one) => one && isNameOf(name, one)),
  );

const isNameOf = (spelled: string, { schema, name }: QualifiedName): boolean => {
  const [own, outer] = identifiers(spelled).toReversed();
  return own === name && (schema === undefined || schema === (outer ?? 'public'));
};

/** Whether the statement has made it all the same, and something later has taken it away. */
const hasMade = ({ trace }: Statement, written: QualifiedName): boolean =>
  trace?.locks.some(({ relation }) => !relation.existed && isCalled(relation, written)) ?? false;
