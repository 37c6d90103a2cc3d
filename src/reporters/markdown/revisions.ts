import { countedIn, type Finding } from '../../model/finding.ts';
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
  const worst = worstOfEach(page);
  const trips = worstFirst(page, worst);
  const piece = remember((at) => revisionOf(trips[at] as RoundTrip, worst, page));
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

/** The worst finding of each revision that has any, the worst of all first. */
type WorstFindings = ReadonlyMap<RevisionId, Finding>;

function worstOfEach({ report }: Page): WorstFindings {
  const worst = new Map<RevisionId, Finding>();
  for (const finding of countedIn(report))
    if (finding.revision !== undefined && !worst.has(finding.revision)) worst.set(finding.revision, finding);
  return worst;
}

function worstFirst({ report }: Page, worst: WorstFindings): readonly RoundTrip[] {
  const { roundTrips, passedThrough } = report.observations;
  const failed = passedThrough
    .filter(({ failure }) => failure)
    .map((upgrade): RoundTrip => ({ revision: upgrade.revision, upgrade }));
  const ranks = new Map([...worst.keys()].map((id, at) => [id, at]));
  const rank = ({ revision }: RoundTrip): number => ranks.get(revision) ?? Number.MAX_SAFE_INTEGER;
  return [...failed, ...roundTrips].toSorted((one, other) => rank(one) - rank(other));
}

function revisionOf(trip: RoundTrip, worst: WorstFindings, page: Page): string {
  const { revision: id, upgrade, downgrade } = trip;
  const { graph } = page.report;
  const revision = graph.revisions.find((one) => one.id === id);
  const summary = `${iconOf(worst.get(id))} ${htmlCode(nameOf(id, revision))}: ${outcomeOf(trip)}`;
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

const iconOf = (worst: Finding | undefined): string => (worst ? severityIcons[worst.severity] : '✅');

const printed = (moves: readonly (Move | undefined)[], { extent }: Page): string =>
  paragraphs(
    ...moves.map((move) => {
      if (!move || move.output.text === '') return '';
      const { text, omitted } = move.output;
      const without = omitted > 0 ? `, without ${count(omitted, 'byte')}` : '';
      return folded(`Printed by the ${move.direction}${without}`, fenced(text, 'text', extent));
    }),
  );
