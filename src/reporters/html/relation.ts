import { type Relation, shownRelation } from '../../model/trace.ts';

/** As PostgreSQL would name it to a reader: without `public.`, an index with its table: `orders_pkey (on orders)`. */
export function relationName(relation: Relation): string {
  const { of } = relation;
  return of === undefined ? shownRelation(relation) : `${shownRelation(relation)} (on ${of})`;
}
