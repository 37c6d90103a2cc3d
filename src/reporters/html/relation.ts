import type { Relation } from '../../model/trace.ts';

/** As PostgreSQL would name it to a reader: without `public.`, an index with its table: `orders_pkey (on orders)`. */
export function relationName({ schema, name, of }: Relation): string {
  const full = schema === 'public' ? name : `${schema}.${name}`;
  return of === undefined ? full : `${full} (on ${of})`;
}
