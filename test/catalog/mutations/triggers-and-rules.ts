import { type Mutation, mutation } from './mutation.ts';

export const triggersAndRules: readonly Mutation[] = [
  mutation(
    'ALTER TABLE users DISABLE TRIGGER touched',
    'trigger users.touched: enabled yes became no',
    'ALTER TABLE users ENABLE TRIGGER touched',
  ),
  mutation(
    'ALTER TABLE users ENABLE ALWAYS TRIGGER touched',
    'trigger users.touched: enabled yes became always',
    'ALTER TABLE users ENABLE TRIGGER touched',
  ),
  mutation(
    'DROP TRIGGER touched ON users',
    'trigger users.touched is gone',
    `CREATE TRIGGER touched BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION touch(); COMMENT ON TRIGGER touched ON users IS 'a trigger'`,
  ),
  mutation(
    'CREATE TRIGGER fresh AFTER UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch()',
    'trigger orders.fresh is new',
    'DROP TRIGGER fresh ON orders',
  ),
  mutation(
    'DROP TRIGGER checked ON org',
    'trigger org.checked is gone',
    'CREATE CONSTRAINT TRIGGER checked AFTER INSERT ON org DEFERRABLE FOR EACH ROW EXECUTE FUNCTION touch()',
  ),
  mutation(
    'COMMENT ON TRIGGER touched ON users IS NULL',
    'trigger users.touched: comment "a trigger" is gone',
    `COMMENT ON TRIGGER touched ON users IS 'a trigger'`,
  ),
  mutation(
    'ALTER TRIGGER touched ON users RENAME TO met',
    ['trigger users.met is new', 'trigger users.touched is gone'],
    'ALTER TRIGGER met ON users RENAME TO touched',
  ),
  mutation('DROP RULE quiet ON cache', 'rule cache.quiet is gone'),
  mutation(
    'ALTER TABLE cache DISABLE RULE quiet',
    'rule cache.quiet: enabled yes became no',
    'ALTER TABLE cache ENABLE RULE quiet',
  ),
  mutation(
    'COMMENT ON RULE quiet ON cache IS NULL',
    'rule cache.quiet: comment "a rule" is gone',
    `COMMENT ON RULE quiet ON cache IS 'a rule'`,
  ),
  mutation(
    "CREATE OR REPLACE RULE quiet AS ON INSERT TO cache WHERE NEW.k = 'y' DO INSTEAD NOTHING",
    'rule cache.quiet: definition changed',
  ),
  mutation(
    'ALTER POLICY own_rows ON users USING (id > 2)',
    'policy users.own_rows: using (id > 1) became (id > 2)',
    'ALTER POLICY own_rows ON users USING (id > 1)',
  ),
  mutation(
    'ALTER POLICY own_rows ON users TO mc_writer',
    'policy users.own_rows: role mc_reader is gone, role mc_writer is new',
    'ALTER POLICY own_rows ON users TO mc_reader',
  ),
  mutation(
    'ALTER POLICY narrow ON users WITH CHECK (false)',
    'policy users.narrow: check true became false',
    'ALTER POLICY narrow ON users WITH CHECK (true)',
  ),
  mutation(
    'DROP POLICY narrow ON users',
    'policy users.narrow is gone',
    'CREATE POLICY narrow ON users AS RESTRICTIVE FOR INSERT WITH CHECK (true)',
  ),
  mutation(
    'DROP POLICY narrow ON users; CREATE POLICY narrow ON users FOR INSERT WITH CHECK (true)',
    'policy users.narrow: became permissive',
  ),
  mutation(
    'DROP POLICY own_rows ON users; CREATE POLICY own_rows ON users FOR DELETE TO mc_reader USING (id > 1)',
    'policy users.own_rows: command SELECT became DELETE',
  ),
  mutation(
    `COMMENT ON POLICY narrow ON users IS 'p'`,
    'policy users.narrow: comment "p" is new',
    'COMMENT ON POLICY narrow ON users IS NULL',
  ),
  mutation(
    'ALTER EVENT TRIGGER watch_ddl DISABLE',
    'event trigger watch_ddl: enabled yes became no',
    'ALTER EVENT TRIGGER watch_ddl ENABLE',
  ),
  mutation(
    'DROP EVENT TRIGGER watch_ddl',
    'event trigger watch_ddl is gone',
    `CREATE EVENT TRIGGER watch_ddl ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION on_ddl()`,
  ),
];
