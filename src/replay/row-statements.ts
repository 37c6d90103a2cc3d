import type { Statement } from '../model/observation.ts';

/** Statements that cannot make a row; anything else may (SELECT calls functions, DO does anything). */
const rowless =
  /^\s*(?:alter|drop|truncate|comment|grant|revoke|set|reset|show|begin|commit|rollback|savepoint|release|create\s+(?!table\b|materialized\b)|create\s+table\b(?!.*\bas\b))/is;

/** Whether rows may be there after this statement that were not before; true when in doubt. What the tool itself sends has no place and does not count. */
export function mayMakeRows({ sql, place }: Statement): boolean {
  return place !== undefined && !rowless.test(sql);
}
