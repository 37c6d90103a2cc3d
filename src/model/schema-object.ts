/** A thing in the catalog at one moment. */
export interface SchemaObject {
  /** In words, such as `table` or `column`. */
  readonly kind: string;
  /** Qualified as PostgreSQL spells it, without `public.`. */
  readonly name: string;
  /** What it is a part of and goes with: of a column its table, of an index its table or the constraint that made it. */
  readonly parent?: { readonly kind: string; readonly name: string };
  /** What is known of it, in words: `type`, `nullable`, `default`, `definition`. One that does not apply is absent. */
  readonly facts: Readonly<Record<string, string | readonly string[]>>;
}
