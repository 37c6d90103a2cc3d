import { needs } from '../model/graph.ts';
import type { Move, NotObserved, RoundTrip } from '../model/observation.ts';
import type { Plan } from '../model/plan.ts';
import type { Revision, RevisionGraph, RevisionId } from '../model/revision.ts';
import { Unrepeatable } from './checkpoint.ts';
import { isClean, type Tick, walkRoundTrip } from './round-trip.ts';
import type { Look, Workbench } from './workbench.ts';

export interface Walk {
  readonly roundTrips: readonly RoundTrip[];
  readonly passedThrough: readonly Move[];
  readonly notObserved: readonly NotObserved[];
  /** The revisions at the end of the walk that came back clean, in the order they were applied, and the look below them; absent when there are none. */
  readonly clean?: { readonly revisions: readonly RevisionId[]; readonly floor: Look };
  /** Why there is no database any more. */
  readonly stuck?: string;
  /** Revisions that could not be applied. */
  readonly blocked: ReadonlySet<RevisionId>;
}

/** Takes every planned revision, in topological order: a round trip, or only up. */
export async function walk(bench: Workbench, plan: Plan, graph: RevisionGraph, tick: Tick): Promise<Walk> {
  const walker = new Walker(bench, new Map(graph.revisions.map((revision) => [revision.id, revision])), tick);
  for (const step of plan.steps) {
    if (step.kind === 'round-trip' || step.kind === 'upgrade') await walker.take(step.kind, step.revision);
  }
  return walker.result();
}

class Walker {
  readonly #bench: Workbench;
  readonly #revisions: ReadonlyMap<RevisionId, Revision>;
  readonly #tick: Tick;
  readonly #roundTrips: RoundTrip[] = [];
  readonly #passedThrough: Move[] = [];
  readonly #notObserved: NotObserved[] = [];
  readonly #blocked = new Map<RevisionId, RevisionId>();
  #clean: RevisionId[] = [];
  #floor: Look | undefined;
  #stuck: string | undefined;

  constructor(bench: Workbench, revisions: ReadonlyMap<RevisionId, Revision>, tick: Tick) {
    this.#bench = bench;
    this.#revisions = revisions;
    this.#tick = tick;
  }

  /** One revision. Once the database cannot be rebuilt, what comes after it cannot be looked at. */
  async take(kind: 'round-trip' | 'upgrade', id: RevisionId): Promise<void> {
    if (this.#stuck !== undefined) {
      this.#notObserved.push({
        what: 'revision',
        revision: id,
        why: `the database cannot be rebuilt: ${this.#stuck}`,
      });
      return;
    }
    try {
      await this.#take(kind, id);
    } catch (error) {
      if (!(error instanceof Unrepeatable)) throw error;
      this.#stuck = error.message;
      this.#startOver();
    }
  }

  async #take(kind: 'round-trip' | 'upgrade', id: RevisionId): Promise<void> {
    const culprit = this.#culprit(id);
    if (culprit) {
      this.#blocked.set(id, culprit);
      this.#notObserved.push({
        what: 'revision',
        revision: id,
        blockedBy: culprit,
        why: `it needs ${culprit}, whose upgrade fails`,
      });
    } else if (kind === 'round-trip') await this.#roundTrip(id);
    else await this.#passThrough(id);
  }

  async #roundTrip(id: RevisionId): Promise<void> {
    this.#floor ??= await this.#bench.now();
    const { roundTrip, notObserved, recovery } = await walkRoundTrip(this.#bench, id, this.#tick);
    this.#roundTrips.push(roundTrip);
    this.#notObserved.push(...notObserved);
    if (roundTrip.upgrade.failure) this.#blocked.set(id, id);
    else if (isClean(roundTrip)) this.#clean.push(id);
    else this.#startOver();
    if (recovery?.kind === 'restore') await this.#bench.restore(recovery.look, recovery.failure);
    else if (recovery) await this.#bench.rebuild();
  }

  /** Nobody looks before it: after one that fails the database is rebuilt, whatever state it is in. */
  async #passThrough(id: RevisionId): Promise<void> {
    this.#tick('upgrade', id);
    const move = await this.#bench.move('upgrade', id);
    this.#passedThrough.push(move);
    this.#startOver();
    if (!move.failure) return;
    this.#blocked.set(id, id);
    await this.#bench.rebuild();
  }

  /** The chain can only go down as far as everything below it is known to come back. */
  #startOver(): void {
    this.#clean = [];
    this.#floor = undefined;
  }

  #culprit(id: RevisionId): RevisionId | undefined {
    const revision = this.#revisions.get(id);
    return (
      revision &&
      needs(revision)
        .map((need) => this.#blocked.get(need))
        .find((found) => found !== undefined)
    );
  }

  result(): Walk {
    return {
      roundTrips: this.#roundTrips,
      passedThrough: this.#passedThrough,
      notObserved: this.#notObserved,
      ...(this.#floor && this.#clean.length > 0
        ? { clean: { revisions: this.#clean, floor: this.#floor } }
        : {}),
      blocked: new Set(this.#blocked.keys()),
      ...(this.#stuck === undefined ? {} : { stuck: this.#stuck }),
    };
  }
}
