/**
 * Every value that stands under a key in a tree, outermost first and in the order of the text. Without recursion:
 * trees of real statements are deeper than JavaScript's stack.
 */
export function* under(tree: unknown, wanted: string): Generator<unknown> {
  const waiting: unknown[] = [tree];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next) && wanted in next) yield (next as Readonly<Record<string, unknown>>)[wanted];
    for (const value of Object.values(next).reverse()) waiting.push(value);
  }
}
