import type { Statement } from '../../model/observation.ts';
import type { Facts } from '../../model/report.ts';
import type { Revision } from '../../model/revision.ts';
import type { Relation } from '../../model/trace.ts';
import { commandsOf } from '../../sql/commands.ts';
import type { StatementSubject } from '../rule.ts';
import { newNames } from './renames.ts';
import { tableKey } from './tables.ts';

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
  return around.move.statements.flatMap((statement) => {
    const transaction = statement.trace?.transaction;
    const earlier = transaction === undefined ? [] : (soFar.get(transaction) ?? []);
    if (transaction !== undefined) soFar.set(transaction, [...earlier, statement]);
    const isOld = fresh.isOld();
    fresh.note(statement);
    return commandsOf(statement.sql).map((command) => ({ ...around, statement, command, earlier, isOld }));
  });
}

/** The relations that were made since it was told to forget, by the names they have by now. */
class Fresh {
  #names: ReadonlySet<string> = new Set();

  forget(): void {
    this.#names = new Set();
  }

  /** As of now: what is made later does not make what was done before harmless. */
  isOld(): (relation: Relation) => boolean {
    const names = this.#names;
    return (relation) => relation.existed && !names.has(tableKey(relation));
  }

  note(statement: Statement): void {
    const touched = (statement.trace?.locks ?? []).map(({ relation }) => relation);
    const added = touched.flatMap((relation) => {
      if (relation.existed && !this.#names.has(tableKey(relation))) return [];
      return [relation, ...newNames(statement, relation)].map(tableKey);
    });
    if (added.some((name) => !this.#names.has(name))) this.#names = new Set([...this.#names, ...added]);
  }
}
