/**
 * Code scanning shows 5,000 results of a run and drops the others, by a rule of its own.
 * Source: docs.github.com, "SARIF results file is too large"
 */
export const mostResults = 5000;

/** The first results that fit into so many bytes of JSON, and are no more than anybody shows. */
export function fitting(results: readonly object[], bytes: number): readonly object[] {
  let left = bytes;
  const end = results.slice(0, mostResults).findIndex((result) => {
    // With the comma after it.
    left -= Buffer.byteLength(JSON.stringify(result)) + 1;
    return left < 0;
  });
  return results.slice(0, end === -1 ? mostResults : end);
}
