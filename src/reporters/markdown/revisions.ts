import { countedIn } from '../../model/finding.ts';
import type { Move, RoundTrip } from '../../model/observation.ts';
import type { Revision, RevisionId } from '../../model/revision.ts';
import { count } from '../wording.ts';
import { remember } from './budget.ts';
import { fenced, htmlCode } from './escape.ts';
import type { List } from './lists.ts';
import { folded, type Page, paragraphs } from './page.ts';
import { outcomeOf, resultOf } from './round-trip.ts';
import { severityIcons } from './severity.ts';
import { statementsOf } from './statements.ts';

/** A revision each, folded: what came of its round trip, its SQL, its locks. Those with the worst findings first. */
export function revisionsList(page: Page): List {
  const trips = worstFirst(page);
  const piece = remember((at) => revisionOf(trips[at] as RoundTrip, page));
  return {
    length: trips.length,
    render(shown) {
      if (trips.length === 0) return '';
      const more = trips.length - shown;
      return paragraphs(
        '### Revision by revision',
        ...trips.slice(0, shown).map((_, at) => piece(at)),
        more > 0 ? `${count(more, 'more revision')} ${more === 1 ? 'is' : 'are'} not shown here.` : '',
      );
    },
  };
}

function worstFirst({ report }: Page): readonly RoundTrip[] {
  const { roundTrips, passedThrough } = report.observations;
  const failed = passedThrough
    .filter(({ failure }) => failure)
    .map((upgrade): RoundTrip => ({ revision: upgrade.revision, upgrade }));
  const ranks = new Map<RevisionId, number>();
  countedIn(report).forEach(({ revision }, at) => {
    if (revision !== undefined && !ranks.has(revision)) ranks.set(revision, at);
  });
  const rank = ({ revision }: RoundTrip): number => ranks.get(revision) ?? Number.MAX_SAFE_INTEGER;
  return [...failed, ...roundTrips].toSorted((one, other) => rank(one) - rank(other));
}

function revisionOf(trip: RoundTrip, page: Page): string {
  const { revision: id, upgrade, downgrade } = trip;
  const { graph } = page.report;
  const revision = graph.revisions.find((one) => one.id === id);
  const summary = `${iconOf(id, page)} ${htmlCode(nameOf(id, revision))}: ${outcomeOf(trip)}`;
  const body = paragraphs(
    resultOf(trip, page),
    statementsOf(upgrade, page),
    downgrade ? statementsOf(downgrade, page) : '',
    printed([upgrade, downgrade], page),
  );
  return folded(summary, body);
}

const nameOf = (id: RevisionId, revision: Revision | undefined): string =>
  revision && revision.title !== '' && revision.title !== id ? `${id} ${revision.title}` : id;

function iconOf(id: RevisionId, { report }: Page): string {
  const worst = countedIn(report).find(({ revision }) => revision === id)?.severity;
  return worst === undefined ? '✅' : severityIcons[worst];
}

const printed = (moves: readonly (Move | undefined)[], { extent }: Page): string =>
  paragraphs(
    ...moves.map((move) => {
      if (!move || move.output.text === '') return '';
      const { text, omitted } = move.output;
      const without = omitted > 0 ? `, without ${count(omitted, 'byte')}` : '';
      return folded(`Printed by the ${move.direction}${without}`, fenced(text, 'text', extent));
    }),
  );
