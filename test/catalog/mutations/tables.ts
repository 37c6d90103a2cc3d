import { type Mutation, mutation } from './mutation.ts';

export const tables: readonly Mutation[] = [
  mutation(
    'CREATE TABLE brand_new (id serial PRIMARY KEY, o bigint REFERENCES org, t mood)',
    'table brand_new is new',
    'DROP TABLE brand_new',
  ),
  mutation('DROP TABLE typed', 'table typed is gone', 'CREATE TABLE typed OF place'),
  mutation('DROP TABLE orders', 'table orders is gone', undefined, { until: 14 }),
  mutation(
    'DROP TABLE orders',
    [
      'publication column_news: table orders (id, n) is gone',
      'publication some_news: table orders where (id > 5) is gone',
      'table orders is gone',
    ],
    undefined,
    { since: 15 },
  ),
  mutation(
    'ALTER TABLE org RENAME TO organisation',
    [
      'constraint users.users_org_fk: definition changed',
      'materialized view per_tier: definition changed',
      'publication news: table org is gone, table organisation is new',
      'table heir: parent org is gone, parent organisation is new',
      'table org is gone',
      'table organisation is new',
      'view active: definition changed',
      'view simple: definition changed',
    ],
    'ALTER TABLE organisation RENAME TO org',
  ),
  mutation(
    'ALTER TABLE cache SET SCHEMA sales',
    ['table cache is gone', 'table sales.cache is new'],
    'ALTER TABLE sales.cache SET SCHEMA public',
  ),
  mutation(
    'ALTER TABLE users REPLICA IDENTITY FULL',
    'table users: replica identity full is new',
    'ALTER TABLE users REPLICA IDENTITY DEFAULT',
  ),
  mutation(
    'ALTER TABLE org REPLICA IDENTITY USING INDEX org_name_key',
    ['index org_name_key: replica identity yes is new', 'table org: replica identity an index is new'],
    'ALTER TABLE org REPLICA IDENTITY DEFAULT',
  ),
  mutation(
    'ALTER TABLE org SET (fillfactor = 70)',
    'table org: storage parameter fillfactor=80 is gone, storage parameter fillfactor=70 is new',
    'ALTER TABLE org SET (fillfactor = 80)',
  ),
  mutation(
    'ALTER TABLE users SET (toast.autovacuum_enabled = false)',
    'table users: toast parameter autovacuum_enabled=false is new',
    'ALTER TABLE users RESET (toast.autovacuum_enabled)',
  ),
  mutation(
    'ALTER TABLE cache SET LOGGED',
    'table cache: persistence unlogged is gone',
    'ALTER TABLE cache SET UNLOGGED',
  ),
  mutation(
    'ALTER TABLE users FORCE ROW LEVEL SECURITY',
    'table users: row security was forced on its owner',
    'ALTER TABLE users NO FORCE ROW LEVEL SECURITY',
  ),
  mutation(
    'ALTER TABLE users DISABLE ROW LEVEL SECURITY',
    'table users: row security was disabled',
    'ALTER TABLE users ENABLE ROW LEVEL SECURITY',
  ),
  mutation(
    'ALTER TABLE orders OWNER TO mc_writer',
    'table orders: owner migrate_check became mc_writer',
    'ALTER TABLE orders OWNER TO CURRENT_USER',
  ),
  mutation(
    'GRANT INSERT ON org TO mc_reader',
    'table org: grant of INSERT to mc_reader is new',
    'REVOKE INSERT ON org FROM mc_reader',
  ),
  mutation(
    'REVOKE SELECT ON org FROM mc_reader',
    'table org: grant of SELECT to mc_reader is gone',
    'GRANT SELECT ON org TO mc_reader',
  ),
  mutation(
    'GRANT SELECT ON orders TO PUBLIC',
    'table orders: grant of SELECT to PUBLIC is new',
    'REVOKE SELECT ON orders FROM PUBLIC',
  ),
  mutation(
    'GRANT DELETE ON orders TO mc_reader WITH GRANT OPTION',
    'table orders: grant of DELETE (grantable) to mc_reader is new',
    'REVOKE DELETE ON orders FROM mc_reader',
  ),
  mutation(
    'COMMENT ON TABLE users IS NULL',
    'table users: comment "people" is gone',
    `COMMENT ON TABLE users IS 'people'`,
  ),
  mutation(
    `COMMENT ON TABLE org IS 'firms'`,
    'table org: comment "firms" is new',
    'COMMENT ON TABLE org IS NULL',
  ),
  mutation('ALTER TABLE event DETACH PARTITION event_rest', [
    'column event_rest.at: is no longer only inherited',
    'column event_rest.id: is no longer only inherited',
    'column event_rest.k: is no longer only inherited',
    'constraint event_rest.event_rest_pkey: is no longer only inherited',
    'index event_rest_k_idx: attached to event_k is gone',
    'table event_rest: parent event is gone, partition bound DEFAULT is gone',
  ]),
  mutation(
    `CREATE TABLE event_2025 PARTITION OF event FOR VALUES FROM ('2025-01-01 00:00+00') TO ('2026-01-01 00:00+00')`,
    'table event_2025 is new',
    'DROP TABLE event_2025',
  ),
  mutation('ALTER TABLE heir NO INHERIT org', [
    'column heir.id: is no longer only inherited',
    'column heir.name: is no longer only inherited',
    'column heir.tier: is no longer only inherited',
    'constraint heir.name_long: is no longer only inherited',
    'table heir: parent org is gone',
  ]),
  mutation(
    'ALTER TABLE childless NO INHERIT parentless',
    'table childless: parent parentless is gone',
    'ALTER TABLE childless INHERIT parentless',
  ),
  mutation('ALTER TABLE typed NOT OF', 'table typed: of type place is gone', 'ALTER TABLE typed OF place'),
  mutation('DROP TABLE event_2024', 'table event_2024 is gone'),
  mutation(
    "ALTER FOREIGN TABLE remote OPTIONS (SET table_name 'u')",
    'foreign table remote: option table_name=t is gone, option table_name=u is new',
    "ALTER FOREIGN TABLE remote OPTIONS (SET table_name 't')",
  ),
  mutation('DROP FOREIGN TABLE remote', 'foreign table remote is gone'),
  mutation(
    'ALTER TABLE orders DROP COLUMN user_id; ALTER TABLE orders ADD COLUMN user_id integer REFERENCES users (id)',
    'table orders: its columns are in another order',
  ),
];
