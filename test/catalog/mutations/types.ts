import { type Mutation, mutation } from './mutation.ts';

export const types: readonly Mutation[] = [
  mutation(`ALTER TYPE mood ADD VALUE 'odd' BEFORE 'fine'`, 'enum type mood: label odd is new'),
  mutation(
    `ALTER TYPE mood RENAME VALUE 'low' TO 'bad'`,
    'enum type mood: label low is gone, label bad is new',
    `ALTER TYPE mood RENAME VALUE 'bad' TO 'low'`,
  ),
  mutation(`CREATE TYPE fresh AS ENUM ('a')`, 'enum type fresh is new', 'DROP TYPE fresh'),
  mutation('DROP TYPE spare_mood', 'enum type spare_mood is gone', `CREATE TYPE spare_mood AS ENUM ('x')`),
  mutation(
    'ALTER TYPE spare_mood RENAME TO left_mood',
    ['enum type left_mood is new', 'enum type spare_mood is gone'],
    'ALTER TYPE left_mood RENAME TO spare_mood',
  ),
  mutation(
    `COMMENT ON TYPE mood IS 'm'`,
    'enum type mood: comment "m" is new',
    'COMMENT ON TYPE mood IS NULL',
  ),
  mutation(
    'ALTER TYPE mood OWNER TO mc_writer',
    'enum type mood: owner migrate_check became mc_writer',
    'ALTER TYPE mood OWNER TO CURRENT_USER',
  ),
  mutation(
    'REVOKE USAGE ON TYPE mood FROM PUBLIC',
    'enum type mood: grant of USAGE to PUBLIC is gone',
    'GRANT USAGE ON TYPE mood TO PUBLIC',
  ),
  mutation(
    'ALTER DOMAIN amount DROP NOT NULL',
    'domain amount: became nullable',
    'ALTER DOMAIN amount SET NOT NULL',
  ),
  mutation(
    'ALTER DOMAIN amount SET DEFAULT 9',
    'domain amount: default 1 became 9',
    'ALTER DOMAIN amount SET DEFAULT 1',
  ),
  mutation('CREATE DOMAIN fresh_domain AS text', 'domain fresh_domain is new', 'DROP DOMAIN fresh_domain'),
  mutation(
    'ALTER TYPE place ADD ATTRIBUTE zip text CASCADE',
    ['column place.zip is new', 'column typed.zip is new'],
    'ALTER TYPE place DROP ATTRIBUTE zip CASCADE',
  ),
  mutation('CREATE TYPE pair AS (a integer, b text)', 'composite type pair is new', 'DROP TYPE pair'),
  mutation(
    `COMMENT ON COLUMN place.street IS 's'`,
    'column place.street: comment "s" is new',
    'COMMENT ON COLUMN place.street IS NULL',
  ),
  mutation('CREATE TYPE days AS RANGE (subtype = date)', 'range type days is new', 'DROP TYPE days'),
  mutation(
    'DROP TYPE stretch',
    'range type stretch is gone',
    'CREATE TYPE stretch AS RANGE (subtype = float8)',
  ),
  mutation(
    'DROP TYPE stretch; CREATE TYPE stretch AS RANGE (subtype = integer)',
    'range type stretch: operator class float8_ops became int4_ops, subtype float8 became integer',
  ),
];
