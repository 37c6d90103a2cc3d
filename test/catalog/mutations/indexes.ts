import { type Mutation, mutation } from './mutation.ts';

export const indexes: readonly Mutation[] = [
  mutation('CREATE INDEX fresh ON orders (n)', 'index fresh is new', 'DROP INDEX fresh'),
  mutation(
    'DROP INDEX users_email',
    'index users_email is gone',
    `CREATE INDEX users_email ON users (email); COMMENT ON INDEX users_email IS 'an index'`,
  ),
  mutation(
    'DROP INDEX users_lower; CREATE UNIQUE INDEX users_lower ON users (lower(email))',
    'index users_lower: definition changed',
  ),
  mutation(
    'ALTER INDEX users_email RENAME TO users_mail',
    ['index users_email is gone', 'index users_mail is new'],
    'ALTER INDEX users_mail RENAME TO users_email',
  ),
  mutation(
    'ALTER INDEX users_email SET (fillfactor = 70)',
    'index users_email: definition changed',
    'ALTER INDEX users_email RESET (fillfactor)',
  ),
  mutation(
    'ALTER INDEX users_meta ALTER COLUMN 1 SET STATISTICS 77',
    'index users_meta: statistics target 1: 77 is new',
    'ALTER INDEX users_meta ALTER COLUMN 1 SET STATISTICS -1',
  ),
  mutation(
    `COMMENT ON INDEX users_meta IS 'c'`,
    'index users_meta: comment "c" is new',
    'COMMENT ON INDEX users_meta IS NULL',
  ),
  mutation(
    'COMMENT ON INDEX users_email IS NULL',
    'index users_email: comment "an index" is gone',
    `COMMENT ON INDEX users_email IS 'an index'`,
  ),
  mutation(
    'CLUSTER org USING org_pkey',
    'index org_pkey: became the index to cluster on',
    'ALTER TABLE org SET WITHOUT CLUSTER',
  ),
  mutation('CREATE INDEX event_id ON ONLY event (id)', 'index event_id is new', 'DROP INDEX event_id'),
  mutation(
    `UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'users_email'::regclass`,
    'index users_email: became INVALID',
    `UPDATE pg_index SET indisvalid = true WHERE indexrelid = 'users_email'::regclass`,
  ),
  mutation(
    'CREATE INDEX event_2024_id ON event_2024 (id); CREATE INDEX event_id ON ONLY event (id)',
    ['index event_2024_id is new', 'index event_id is new'],
    'DROP INDEX event_2024_id; DROP INDEX event_id',
  ),
  mutation(
    'CREATE UNIQUE INDEX per_tier_n ON per_tier (n)',
    'index per_tier_n is new',
    'DROP INDEX per_tier_n',
  ),
  mutation(
    'DROP INDEX event_k',
    ['index event_2024_k_idx is gone', 'index event_k is gone', 'index event_rest_k_idx is gone'],
    'CREATE INDEX event_k ON event (k)',
  ),
];
