/** What the catalog needs of a database; `database/provider.ts` has the same shape. */
export interface CatalogSource {
  query<Row>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  prepared<Row>(name: string, sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}
