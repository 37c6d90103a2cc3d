import { type Mutation, mutation } from './mutation.ts';

export const views: readonly Mutation[] = [
  mutation('CREATE VIEW another AS SELECT 1 AS one', 'view another is new', 'DROP VIEW another'),
  mutation('DROP VIEW active', 'view active is gone'),
  mutation(
    'CREATE OR REPLACE VIEW simple WITH (security_barrier) AS SELECT id FROM org WHERE id > 2',
    'view simple: definition changed',
    'CREATE OR REPLACE VIEW simple WITH (security_barrier) AS SELECT id FROM org',
  ),
  mutation('CREATE OR REPLACE VIEW simple WITH (security_barrier) AS SELECT id, tier FROM org', [
    'column simple.tier is new',
    'view simple: definition changed',
  ]),
  mutation(
    'ALTER VIEW simple RESET (security_barrier)',
    'view simple: option security_barrier=true is gone',
    'ALTER VIEW simple SET (security_barrier)',
  ),
  mutation(
    'ALTER VIEW active ALTER id SET DEFAULT 4',
    'column active.id: default 4 is new',
    'ALTER VIEW active ALTER id DROP DEFAULT',
  ),
  mutation(
    `COMMENT ON VIEW active IS 'v'`,
    'view active: comment "v" is new',
    'COMMENT ON VIEW active IS NULL',
  ),
  mutation(
    'REFRESH MATERIALIZED VIEW per_tier WITH NO DATA',
    'materialized view per_tier: is no longer filled',
    'REFRESH MATERIALIZED VIEW per_tier',
  ),
  mutation('DROP MATERIALIZED VIEW per_tier', 'materialized view per_tier is gone'),
  mutation(
    'CREATE MATERIALIZED VIEW other AS SELECT 1 AS one',
    'materialized view other is new',
    'DROP MATERIALIZED VIEW other',
  ),
];
