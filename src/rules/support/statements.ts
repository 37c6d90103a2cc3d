import type { Statement } from '../../model/observation.ts';
import type { Facts } from '../../model/report.ts';
import type { Revision } from '../../model/revision.ts';
import type { Relation } from '../../model/trace.ts';
import { actionsOf } from '../../sql/action.ts';
import { commandsOf } from '../../sql/commands.ts';
import type { QualifiedName } from '../../sql/name.ts';
import type { StatementSubject } from '../rule.ts';
import { mayBlock } from './may-block.ts';
import { newNames } from './renames.ts';
import { hasSeenLocks } from './seen.ts';
import { tableKey } from './tables.ts';
import { isCalled } from './traced.ts';

/** Every command of the upgrades of these revisions, with what is new around it. */
export function statementsOf(facts: Facts, revisions: readonly Revision[]): readonly StatementSubject[] {
  const upgrades = new Map(facts.observations.roundTrips.map((trip) => [trip.revision, trip.upgrade]));
  const fresh = new Fresh();
  return revisions.flatMap((revision) => {
    if (facts.plan.scope === 'all') fresh.forget();
    const move = upgrades.get(revision.id);
    return move ? ofMove({ revision, facts, move }, fresh) : [];
  });
}

type Around = Pick<StatementSubject, 'revision' | 'facts' | 'move'>;

function ofMove(around: Around, fresh: Fresh): readonly StatementSubject[] {
  const soFar = new Map<number, readonly Statement[]>();
  let unseen: readonly Statement[] = [];
  return around.move.statements.flatMap((statement) => {
    const transaction = statement.trace?.transaction;
    const earlier = transaction === undefined ? [] : (soFar.get(transaction) ?? []);
    if (transaction !== undefined) soFar.set(transaction, [...earlier, statement]);
    const isOld = fresh.isOld();
    fresh.note(statement);
    const unseenBefore = unseen.filter((one) => mayShare(one, statement));
    if (!hasSeenLocks(statement) && mayBlock(statement)) unseen = [...unseen, statement];
    return commandsOf(statement.sql).map((command) => ({
      ...around,
      statement,
      command,
      earlier,
      unseenBefore,
      isOld,
    }));
  });
}

/** Whether two statements may have been in one transaction, as far as that was seen. */
function mayShare({ trace: one }: Statement, { trace: other }: Statement): boolean {
  if (one?.autocommit || other?.autocommit) return false;
  return !one || !other || one.transaction === other.transaction;
}

/** The relations that were made since it was told to forget, by the names they have by now. */
class Fresh {
  #names: ReadonlySet<string> = new Set();
  /** Of those whose making nobody saw: as they are written. */
  #written: readonly QualifiedName[] = [];

  forget(): void {
    this.#names = new Set();
    this.#written = [];
  }

  /** As of now: what is made later does not make what was done before harmless. */
  isOld(): (relation: Relation) => boolean {
    const [names, written] = [this.#names, this.#written];
    return (relation) =>
      relation.existed && !names.has(tableKey(relation)) && !written.some((name) => isCalled(relation, name));
  }

  note(statement: Statement): void {
    if (!hasSeenLocks(statement)) {
      const made = madeBy(statement);
      if (made.length > 0) this.#written = [...this.#written, ...made];
    }
    const touched = (statement.trace?.locks ?? []).map(({ relation }) => relation);
    const added = touched.flatMap((relation) => {
      if (relation.existed && !this.#names.has(tableKey(relation))) return [];
      return [relation, ...newNames(statement, relation)].map(tableKey);
    });
    if (added.some((name) => !this.#names.has(name))) this.#names = new Set([...this.#names, ...added]);
  }
}

/** The tables that a statement makes for certain, by its text alone. */
const madeBy = ({ sql }: Statement): readonly QualifiedName[] =>
  commandsOf(sql)
    .flatMap((command) => actionsOf(command))
    .flatMap((action) =>
      (action.does === 'create table' || action.does === 'create table as') && !action.ifNotExists
        ? [action.table]
        : [],
    );
