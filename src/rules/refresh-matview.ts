import { defineRule } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { spelled } from './support/change.ts';
import { storedAnewBy } from './support/stored-anew.ts';
import { code, py } from './support/text.ts';
import { isCalled, shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A materialized view is refreshed while nobody can read it',
    why: 'Without `CONCURRENTLY` nobody reads the view from when its query begins until the transaction ends.',
    fix: 'Give the view a unique index, and refresh it with `REFRESH MATERIALIZED VIEW CONCURRENTLY`. A view that was made in the same change is not reported.',
    severity: 'error',
    sizeMatters: true,
    since: '0.1.0',
    examples: {
      before:
        'CREATE MATERIALIZED VIEW totals AS SELECT 1 AS id; CREATE UNIQUE INDEX totals_id ON totals (id)',
      bad: `def upgrade():\n    op.execute("REFRESH MATERIALIZED VIEW totals")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    op.execute("REFRESH MATERIALIZED VIEW CONCURRENTLY totals")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
    },
  },
  messages: {
    blocks: ({ view, name }: { view: string; name: string }) => ({
      message: `Nobody can read the materialized view ${view} while it is refreshed, nor until the transaction ends.`,
      help: `Refresh it concurrently; it needs a unique index on columns for that:${code(`op.execute(${py(`REFRESH MATERIALIZED VIEW CONCURRENTLY ${name}`)})`)}`,
    }),
  },
  check(subject, tell) {
    for (const { view } of actionsIn(subject, 'refresh')) {
      const stored = storedAnewBy(subject, 'REFRESH MATERIALIZED VIEW', tell);
      const table = stored.find((relation) => isCalled(relation, view));
      if (!table) continue;
      tell.report(
        'blocks',
        { view: shownRelation(table), name: spelled(table) },
        whereOf(subject, { about: shownRelation(table), table }),
      );
    }
  },
});
