/** Where something stands, which two spellings of one statement do not share. */
const places = new Set(['location', 'list_start', 'list_end', 'rexpr_list_start', 'rexpr_list_end']);

/** Whether two trees say the same, wherever it stands. */
export const sameTree = (one: unknown, other: unknown): boolean => spelled(one) === spelled(other);

const spelled = (tree: unknown): string | undefined =>
  JSON.stringify(tree, (key, value: unknown) => (places.has(key) ? undefined : value));
