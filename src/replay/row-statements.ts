import type { Statement } from '../model/observation.ts';

/** Statements that change no rows but those of tables that they define anew, which the catalog shows. */
const definitions =
  /^\s*(?:alter|drop|comment|grant|revoke|set|reset|show|begin|commit|rollback|savepoint|release|create\s+(?!table\b|materialized\b)|create\s+table\b(?!.*\bas\b))/is;

/** What stands behind a semicolon is looked at by nobody: the body of a function, or one more statement. */
const several = /;\s*\S/;

/**
 * Whether rows may be others after this statement: true when in doubt (SELECT calls functions, DO does anything). What
 * the tool itself sends has no place and does not count.
 */
export const mayChangeRows = ({ sql, place }: Statement): boolean =>
  place !== undefined && (!definitions.test(sql) || several.test(sql));
