import { type Mutation, mutation } from './mutation.ts';

export const constraints: readonly Mutation[] = [
  mutation(
    'ALTER TABLE orders ADD CHECK (n > 0)',
    'constraint orders.orders_n_check is new',
    'ALTER TABLE orders DROP CONSTRAINT orders_n_check',
  ),
  mutation(
    'ALTER TABLE users VALIDATE CONSTRAINT users_later',
    'constraint users.users_later: became validated',
  ),
  mutation(
    'ALTER TABLE users ALTER CONSTRAINT users_org_fk DEFERRABLE',
    'constraint users.users_org_fk: deferrable yes is new',
    'ALTER TABLE users ALTER CONSTRAINT users_org_fk NOT DEFERRABLE',
  ),
  mutation(
    'ALTER TABLE users ALTER CONSTRAINT users_org_fk DEFERRABLE INITIALLY DEFERRED',
    'constraint users.users_org_fk: deferrable initially deferred is new',
    'ALTER TABLE users ALTER CONSTRAINT users_org_fk NOT DEFERRABLE',
  ),
  mutation(
    'ALTER TABLE users ALTER CONSTRAINT users_org_fk NOT ENFORCED',
    'constraint users.users_org_fk: is no longer enforced',
    'ALTER TABLE users ALTER CONSTRAINT users_org_fk ENFORCED',
    { since: 18 },
  ),
  mutation(
    'ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey',
    'constraint orders.orders_user_id_fkey is gone',
    'ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id)',
  ),
  mutation(
    'ALTER TABLE users DROP CONSTRAINT users_org_fk, ADD CONSTRAINT users_org_fk FOREIGN KEY (org_id) REFERENCES org (id)',
    'constraint users.users_org_fk: definition changed',
  ),
  mutation(
    'ALTER TABLE org DROP CONSTRAINT org_name_key',
    'constraint org.org_name_key is gone',
    'ALTER TABLE org ADD UNIQUE (name)',
  ),
  mutation(
    'ALTER TABLE cache DROP CONSTRAINT cache_pkey; ALTER TABLE cache ALTER k DROP NOT NULL',
    ['column cache.k: became nullable', 'constraint cache.cache_pkey is gone'],
    'ALTER TABLE cache ADD PRIMARY KEY (k)',
  ),
  mutation('ALTER TABLE users DROP CONSTRAINT users_apart', 'constraint users.users_apart is gone'),
  mutation(
    'ALTER TABLE users RENAME CONSTRAINT users_later TO users_soon',
    ['constraint users.users_later is gone', 'constraint users.users_soon is new'],
    'ALTER TABLE users RENAME CONSTRAINT users_soon TO users_later',
  ),
  mutation(
    `COMMENT ON CONSTRAINT users_later ON users IS 'c'`,
    'constraint users.users_later: comment "c" is new',
    'COMMENT ON CONSTRAINT users_later ON users IS NULL',
  ),
  mutation('ALTER TABLE org DROP CONSTRAINT name_long', [
    'constraint heir.name_long is gone',
    'constraint org.name_long is gone',
  ]),
  mutation(
    'ALTER TABLE users DISABLE TRIGGER ALL',
    [
      'constraint users.users_org_fk: disabled trigger "RI_FKey_check_ins" no is new, disabled trigger "RI_FKey_check_upd" no is new',
      'trigger users.touched: enabled yes became no',
    ],
    'ALTER TABLE users ENABLE TRIGGER ALL',
  ),
  mutation(
    'ALTER DOMAIN amount DROP CONSTRAINT amount_positive',
    'constraint amount.amount_positive is gone',
    'ALTER DOMAIN amount ADD CONSTRAINT amount_positive CHECK (VALUE > 0)',
  ),
  mutation(
    'ALTER DOMAIN amount ADD CONSTRAINT small CHECK (VALUE < 9) NOT VALID',
    'constraint amount.small is new',
    'ALTER DOMAIN amount DROP CONSTRAINT small',
  ),
];
