/** One of everything, for the mutations to change. `major` decides what the server can have. */
export const richSchema = (major: number): string => `
CREATE ROLE mc_reader; CREATE ROLE mc_writer;
CREATE SCHEMA sales; CREATE SCHEMA "Odd One"; CREATE SCHEMA spare;
COMMENT ON SCHEMA sales IS 'what is sold';
GRANT USAGE ON SCHEMA sales TO mc_reader;
CREATE EXTENSION citext; CREATE EXTENSION pg_trgm SCHEMA spare; CREATE EXTENSION btree_gist; CREATE EXTENSION postgres_fdw;

CREATE TYPE mood AS ENUM ('low', 'fine', 'high');
CREATE TYPE spare_mood AS ENUM ('x');
CREATE DOMAIN amount AS numeric(10, 2) NOT NULL DEFAULT 1 CONSTRAINT amount_positive CHECK (VALUE > 0);
CREATE TYPE place AS (street text, number integer);
CREATE TYPE stretch AS RANGE (subtype = float8);
CREATE COLLATION by_number (provider = icu, locale = 'de-u-kn-true');
CREATE SEQUENCE ticket INCREMENT 5 START 100 CACHE 10;

CREATE FUNCTION slug(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(t)';
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION plus_one(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 + 1';
CREATE PROCEDURE tidy(x integer) LANGUAGE plpgsql AS 'BEGIN END';
CREATE AGGREGATE total(integer) (sfunc = int4pl, stype = integer, initcond = '0');

CREATE TABLE org (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name citext NOT NULL UNIQUE,
  tier mood DEFAULT 'fine',
  CONSTRAINT name_long CHECK (length(name::text) > 1)
) WITH (fillfactor = 80);
CREATE TABLE users (
  id serial PRIMARY KEY,
  org_id bigint CONSTRAINT users_org_fk REFERENCES org (id) ON DELETE CASCADE,
  email varchar(100) COLLATE "C",
  score amount,
  home place,
  full_name text GENERATED ALWAYS AS (lower(email)) STORED,
  tags text[] DEFAULT '{}',
  during tstzrange,
  meta jsonb,
  seen timestamptz DEFAULT '2024-05-01 12:00:00+00',
  CONSTRAINT users_apart EXCLUDE USING gist (org_id WITH =, during WITH &&)
);
COMMENT ON TABLE users IS 'people'; COMMENT ON COLUMN users.email IS 'where they are reached';
CREATE INDEX users_email ON users (email); CREATE INDEX users_meta ON users ((meta ->> 'x'));
CREATE UNIQUE INDEX users_lower ON users (lower(email)) WHERE id > 3;
COMMENT ON INDEX users_email IS 'an index';
ALTER TABLE users ADD CONSTRAINT users_later CHECK (id > 0) NOT VALID;
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer REFERENCES users (id), n integer DEFAULT plus_one(3));
CREATE TABLE "Odd One"."Weird.Name" ("Col 1" integer, gone integer, b integer);
ALTER TABLE "Odd One"."Weird.Name" DROP COLUMN gone;
CREATE TABLE event (id bigint, at timestamptz NOT NULL, k integer, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE event_2024 PARTITION OF event FOR VALUES FROM ('2024-01-01 00:00+00') TO ('2025-01-01 00:00+00');
CREATE TABLE event_rest PARTITION OF event DEFAULT;
CREATE INDEX event_k ON event (k);
CREATE TABLE heir (own integer) INHERITS (org);
CREATE UNLOGGED TABLE cache (k text PRIMARY KEY, v bytea);
CREATE TABLE typed OF place;
CREATE TABLE parted (k text, v varchar(100));
CREATE TABLE parentless (); CREATE TABLE childless () INHERITS (parentless);

CREATE VIEW active AS SELECT u.id, o.name FROM users u JOIN org o ON o.id = u.org_id;
CREATE VIEW simple WITH (security_barrier) AS SELECT id FROM org;
CREATE MATERIALIZED VIEW per_tier AS SELECT tier, count(*) AS n FROM org GROUP BY 1;
CREATE UNIQUE INDEX per_tier_key ON per_tier (tier);
CREATE RULE quiet AS ON INSERT TO cache WHERE NEW.k = 'x' DO INSTEAD NOTHING;
COMMENT ON RULE quiet ON cache IS 'a rule';
CREATE TRIGGER touched BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION touch();
CREATE CONSTRAINT TRIGGER checked AFTER INSERT ON org DEFERRABLE FOR EACH ROW EXECUTE FUNCTION touch();
COMMENT ON TRIGGER touched ON users IS 'a trigger';
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON users FOR SELECT TO mc_reader USING (id > 1);
CREATE POLICY narrow ON users AS RESTRICTIVE FOR INSERT WITH CHECK (true);
GRANT SELECT ON org TO mc_reader; GRANT UPDATE (name) ON org TO mc_writer;
ALTER DEFAULT PRIVILEGES IN SCHEMA sales GRANT SELECT ON TABLES TO mc_reader;
CREATE STATISTICS together (ndistinct, dependencies) ON org_id, email FROM users;
CREATE FUNCTION on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER watch_ddl ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION on_ddl();
CREATE PUBLICATION news FOR TABLE org, heir; CREATE PUBLICATION all_news FOR ALL TABLES WITH (publish = 'insert');
CREATE SERVER elsewhere FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'there');
CREATE USER MAPPING FOR CURRENT_USER SERVER elsewhere OPTIONS (user 'a', password 'hush-hush');
CREATE FOREIGN DATA WRAPPER plain_wrapper OPTIONS (api_key 'hush-hush', url 'u');
CREATE FOREIGN TABLE remote (a integer OPTIONS (column_name 'b')) SERVER elsewhere OPTIONS (table_name 't');
CREATE OPERATOR === (leftarg = integer, rightarg = integer, function = int4eq);
CREATE OPERATOR FAMILY lone_family USING btree; CREATE OPERATOR FAMILY int_family USING btree;
CREATE OPERATOR CLASS int_class FOR TYPE integer USING btree FAMILY int_family AS OPERATOR 1 <, FUNCTION 1 btint4cmp(integer, integer);
CREATE CAST (mood AS place) WITH INOUT;
CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);
CREATE TEXT SEARCH DICTIONARY plain_dict (TEMPLATE = simple);
ALTER ROLE mc_reader SET work_mem = '5MB';
${major >= 15 ? 'CREATE PUBLICATION some_news FOR TABLE orders WHERE (id > 5), TABLES IN SCHEMA spare; CREATE PUBLICATION column_news FOR TABLE orders (id, n);' : ''}
CREATE TABLE alembic_version (version_num varchar(32) CONSTRAINT alembic_version_pkc PRIMARY KEY);
`;
