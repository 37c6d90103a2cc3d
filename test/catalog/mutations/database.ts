import { type Mutation, mutation } from './mutation.ts';

export const database: readonly Mutation[] = [
  mutation('CREATE SCHEMA fresh', 'schema fresh is new', 'DROP SCHEMA fresh'),
  mutation('DROP SCHEMA sales', [
    'default privileges of migrate_check in sales on tables is gone',
    'schema sales is gone',
  ]),
  mutation(
    'ALTER SCHEMA sales OWNER TO mc_writer',
    'schema sales: owner migrate_check became mc_writer',
    'ALTER SCHEMA sales OWNER TO CURRENT_USER',
  ),
  mutation(
    'REVOKE USAGE ON SCHEMA sales FROM mc_reader',
    'schema sales: grant of USAGE to mc_reader is gone',
    'GRANT USAGE ON SCHEMA sales TO mc_reader',
  ),
  mutation(
    'COMMENT ON SCHEMA sales IS NULL',
    'schema sales: comment "what is sold" is gone',
    `COMMENT ON SCHEMA sales IS 'what is sold'`,
  ),
  mutation(
    `COMMENT ON SCHEMA public IS 'mine'`,
    'schema public: comment "standard public schema" became "mine"',
    `COMMENT ON SCHEMA public IS 'standard public schema'`,
  ),
  mutation('CREATE EXTENSION hstore', 'extension hstore is new', 'DROP EXTENSION hstore'),
  mutation('DROP EXTENSION pg_trgm', 'extension pg_trgm is gone', 'CREATE EXTENSION pg_trgm SCHEMA spare'),
  mutation(
    'ALTER EXTENSION pg_trgm SET SCHEMA sales',
    'extension pg_trgm: schema spare became sales',
    'ALTER EXTENSION pg_trgm SET SCHEMA spare',
  ),
  mutation(
    'ALTER EXTENSION pg_trgm ADD FUNCTION slug(text)',
    'function slug(text) is gone',
    'ALTER EXTENSION pg_trgm DROP FUNCTION slug(text)',
  ),
  mutation(
    'ALTER DEFAULT PRIVILEGES IN SCHEMA sales GRANT INSERT ON TABLES TO mc_writer',
    'default privileges of migrate_check in sales on tables: grant of INSERT to mc_writer is new',
    'ALTER DEFAULT PRIVILEGES IN SCHEMA sales REVOKE INSERT ON TABLES FROM mc_writer',
  ),
  mutation(
    'ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO mc_writer',
    'default privileges of migrate_check in any schema on sequences is new',
    'ALTER DEFAULT PRIVILEGES REVOKE USAGE ON SEQUENCES FROM mc_writer',
  ),
  mutation(
    'ALTER STATISTICS together SET STATISTICS 50',
    'statistics together: target 50 is new',
    'ALTER STATISTICS together SET STATISTICS -1',
  ),
  mutation(
    'DROP STATISTICS together',
    'statistics together is gone',
    'CREATE STATISTICS together (ndistinct, dependencies) ON org_id, email FROM users',
  ),
  mutation(
    `ALTER PUBLICATION news SET (publish = 'update')`,
    'publication news: operation insert is gone, operation delete is gone, operation truncate is gone',
    `ALTER PUBLICATION news SET (publish = 'insert, update, delete, truncate')`,
  ),
  mutation(
    'ALTER PUBLICATION news DROP TABLE ONLY heir',
    'publication news: table heir is gone',
    'ALTER PUBLICATION news ADD TABLE ONLY heir',
  ),
  mutation(
    'ALTER PUBLICATION some_news SET TABLE orders WHERE (id > 6), TABLES IN SCHEMA spare',
    'publication some_news: table orders where (id > 5) is gone, table orders where (id > 6) is new',
    'ALTER PUBLICATION some_news SET TABLE orders WHERE (id > 5), TABLES IN SCHEMA spare',
    { since: 15 },
  ),
  mutation(
    'ALTER PUBLICATION column_news SET TABLE orders (id)',
    'publication column_news: table orders (id, n) is gone, table orders (id) is new',
    'ALTER PUBLICATION column_news SET TABLE orders (id, n)',
    { since: 15 },
  ),
  mutation(
    'ALTER PUBLICATION some_news DROP TABLES IN SCHEMA spare',
    'publication some_news: schema spare is gone',
    'ALTER PUBLICATION some_news ADD TABLES IN SCHEMA spare',
    { since: 15 },
  ),
  mutation(
    'DROP PUBLICATION all_news',
    'publication all_news is gone',
    `CREATE PUBLICATION all_news FOR ALL TABLES WITH (publish = 'insert')`,
  ),
  mutation(
    `ALTER SERVER elsewhere OPTIONS (SET host 'here')`,
    'foreign server elsewhere: option host=there is gone, option host=here is new',
    `ALTER SERVER elsewhere OPTIONS (SET host 'there')`,
  ),
  mutation(
    'DROP USER MAPPING FOR CURRENT_USER SERVER elsewhere',
    'user mapping for migrate_check on elsewhere is gone',
    `CREATE USER MAPPING FOR CURRENT_USER SERVER elsewhere OPTIONS (user 'a', password 'hush-hush')`,
  ),
  mutation(
    `ALTER USER MAPPING FOR CURRENT_USER SERVER elsewhere OPTIONS (DROP user)`,
    'user mapping for migrate_check on elsewhere: option user is gone',
  ),
  mutation(
    `ALTER FOREIGN DATA WRAPPER plain_wrapper OPTIONS (SET url 'v')`,
    'foreign data wrapper plain_wrapper: option url=u is gone, option url=v is new',
    `ALTER FOREIGN DATA WRAPPER plain_wrapper OPTIONS (SET url 'u')`,
  ),
  mutation(
    'DROP COLLATION by_number',
    'collation by_number is gone',
    `CREATE COLLATION by_number (provider = icu, locale = 'de-u-kn-true')`,
  ),
  mutation(
    `DROP COLLATION by_number; CREATE COLLATION by_number (provider = icu, locale = 'fr-u-kn-true')`,
    'collation by_number: locale de-u-kn-true became fr-u-kn-true',
  ),
  mutation(
    'DROP OPERATOR === (integer, integer)',
    'operator ===(integer, integer) is gone',
    'CREATE OPERATOR === (leftarg = integer, rightarg = integer, function = int4eq)',
  ),
  mutation(
    'ALTER OPERATOR === (integer, integer) SET (RESTRICT = eqsel)',
    'operator ===(integer, integer): restriction estimator eqsel is new',
    'ALTER OPERATOR === (integer, integer) SET (RESTRICT = NONE)',
  ),
  mutation(
    'ALTER OPERATOR FAMILY lone_family USING btree ADD OPERATOR 3 = (integer, integer)',
    'operator family lone_family using btree: operator 3 =(integer,integer) is new',
    'ALTER OPERATOR FAMILY lone_family USING btree DROP OPERATOR 3 (integer, integer)',
  ),
  mutation('DROP OPERATOR CLASS int_class USING btree', [
    'operator class int_class using btree is gone',
    'operator family int_family using btree: function 1 btint4cmp(integer,integer) is gone, operator 1 <(integer,integer) is gone',
  ]),
  mutation(
    'DROP CAST (mood AS place)',
    'cast mood as place is gone',
    'CREATE CAST (mood AS place) WITH INOUT',
  ),
  mutation(
    'ALTER TEXT SEARCH CONFIGURATION words DROP MAPPING FOR word',
    'text search configuration words: mapping word 1 simple is gone',
    'ALTER TEXT SEARCH CONFIGURATION words ADD MAPPING FOR word WITH simple',
  ),
  mutation(
    `ALTER TEXT SEARCH DICTIONARY plain_dict (accept = false)`,
    `text search dictionary plain_dict: option accept = 'false' is new`,
  ),
  mutation('CREATE LANGUAGE mine HANDLER plpgsql_call_handler', 'language mine is new', 'DROP LANGUAGE mine'),
  mutation('CREATE ROLE mc_fresh LOGIN', 'role mc_fresh is new', 'DROP ROLE mc_fresh'),
  mutation(
    'ALTER ROLE mc_reader CREATEDB',
    'role mc_reader: may create databases no became yes',
    'ALTER ROLE mc_reader NOCREATEDB',
  ),
  mutation(
    'GRANT mc_reader TO mc_writer',
    'role mc_writer: membership of mc_reader is new',
    'REVOKE mc_reader FROM mc_writer',
  ),
  mutation(
    `ALTER ROLE mc_reader SET work_mem = '6MB'`,
    'setting role mc_reader work_mem: value work_mem=5MB became work_mem=6MB',
    `ALTER ROLE mc_reader SET work_mem = '5MB'`,
  ),
];
