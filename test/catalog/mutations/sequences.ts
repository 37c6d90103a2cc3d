import { type Mutation, mutation } from './mutation.ts';

export const sequences: readonly Mutation[] = [
  mutation('CREATE SEQUENCE fresh_seq', 'sequence fresh_seq is new', 'DROP SEQUENCE fresh_seq'),
  mutation(
    'DROP SEQUENCE ticket',
    'sequence ticket is gone',
    'CREATE SEQUENCE ticket INCREMENT 5 START 100 CACHE 10',
  ),
  mutation(
    'ALTER SEQUENCE ticket INCREMENT 6',
    'sequence ticket: increment 5 became 6',
    'ALTER SEQUENCE ticket INCREMENT 5',
  ),
  mutation(
    'ALTER SEQUENCE ticket MAXVALUE 1000',
    'sequence ticket: maximum 9223372036854775807 became 1000',
    'ALTER SEQUENCE ticket NO MAXVALUE',
  ),
  mutation(
    'ALTER SEQUENCE ticket CYCLE',
    'sequence ticket: cycle no became yes',
    'ALTER SEQUENCE ticket NO CYCLE',
  ),
  mutation(
    'ALTER SEQUENCE ticket CACHE 2',
    'sequence ticket: cache 10 became 2',
    'ALTER SEQUENCE ticket CACHE 10',
  ),
  mutation(
    'ALTER SEQUENCE ticket START 7',
    'sequence ticket: start 100 became 7',
    'ALTER SEQUENCE ticket START 100',
  ),
  mutation(
    'ALTER SEQUENCE users_id_seq AS bigint',
    'sequence users_id_seq: maximum 2147483647 became 9223372036854775807, type integer became bigint',
    'ALTER SEQUENCE users_id_seq AS integer',
  ),
  mutation(
    'ALTER SEQUENCE users_id_seq OWNED BY NONE',
    'sequence users_id_seq: owned by users.id is gone',
    'ALTER SEQUENCE users_id_seq OWNED BY users.id',
  ),
  mutation(
    'ALTER TABLE org ALTER id SET INCREMENT BY 2',
    'sequence org_id_seq: increment 1 became 2',
    'ALTER TABLE org ALTER id SET INCREMENT BY 1',
  ),
  mutation(
    'GRANT USAGE ON SEQUENCE ticket TO mc_reader',
    'sequence ticket: grant of USAGE to mc_reader is new',
    'REVOKE USAGE ON SEQUENCE ticket FROM mc_reader',
  ),
  mutation(
    `COMMENT ON SEQUENCE ticket IS 's'`,
    'sequence ticket: comment "s" is new',
    'COMMENT ON SEQUENCE ticket IS NULL',
  ),
];
