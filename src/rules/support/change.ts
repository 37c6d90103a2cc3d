import type { Difference } from '../../model/difference.ts';
import type { RoundTrip } from '../../model/observation.ts';
import type { Facts } from '../../model/report.ts';
import type { Revision } from '../../model/revision.ts';
import type { SchemaObject } from '../../model/schema-object.ts';
import { quoteIdent } from '../../sql/quote.ts';

/** A revision among the facts. */
interface Of {
  readonly revision: Revision;
  readonly facts: Facts;
}

/** The round trip of the revision that a statement is of. */
export const tripOf = ({ revision, facts }: Of): RoundTrip | undefined =>
  facts.observations.roundTrips.find((trip) => trip.revision === revision.id);

/** What the revision does to the catalog; undefined where its upgrade fails. */
export const effectOf = (of: Of): readonly Difference[] | undefined => tripOf(of)?.effect;

/**
 * Whether the catalog had an object before the change: before the revision, and in a pull request before the first
 * revision of it. Only of things that the revision touches. Undefined where nobody could look.
 */
export function wasThere(of: Of, kind: string, name: string): boolean | undefined {
  const schema = tripOf(of)?.schema;
  if (!schema) return undefined;
  const isIt = (one: Pick<SchemaObject, 'kind' | 'name'>): boolean => one.kind === kind && one.name === name;
  return schema.before.some(isIt) && !earlierTrips(of).some(({ effect }) => effect?.some(isNew(isIt)));
}

const isNew =
  (isIt: (difference: Difference) => boolean) =>
  (difference: Difference): boolean =>
    difference.change === 'new' && isIt(difference);

/** Of the same change. Where the whole history is looked at, each revision is a change of its own. */
function earlierTrips({ revision, facts }: Of): readonly RoundTrip[] {
  if (facts.plan.scope === 'all') return [];
  const { roundTrips } = facts.observations;
  return roundTrips.slice(
    0,
    roundTrips.findIndex((trip) => trip.revision === revision.id),
  );
}

/** As the catalog spells a name: without `public.`, with quotes where PostgreSQL wants them. */
export const spelled = ({ schema, name }: { readonly schema: string; readonly name: string }): string =>
  schema === 'public' ? quoteIdent(name) : `${quoteIdent(schema)}.${quoteIdent(name)}`;

export const spelledColumn = (
  table: { readonly schema: string; readonly name: string },
  column: string,
): string => `${spelled(table)}.${quoteIdent(column)}`;
