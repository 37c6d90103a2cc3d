import { defineRule } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { effectOf, spelled, wasThere } from './support/change.ts';
import { seen } from './support/seen.ts';
import { list } from './support/text.ts';
import { oldTable, shownRelation, whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A view, or a column of one, is dropped',
    why: 'The release that still runs while this one is deployed reads the view, and fails. A view that is dropped and made again in the same transaction is missed by nobody, unless it lacks a column then.',
    fix: 'Make the new view under a new name, release code that reads it, and drop the former one in a later release. A column is added at the end by `CREATE OR REPLACE VIEW`.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      before: 'CREATE VIEW totals AS SELECT 1 AS id, 2 AS amount',
      bad: `def upgrade():\n    op.execute("DROP VIEW totals")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    op.execute("CREATE VIEW totals_v2 AS SELECT 1 AS id")\n\ndef downgrade():\n    op.execute("DROP VIEW totals_v2")`,
    },
  },
  messages: {
    dropped: ({ view }: { view: string }) => ({
      message: `The view ${view} is dropped, and the running release fails where it reads it.`,
      help: 'Release code that does not read it first, and drop it in a later release.',
    }),
    lacks: ({ view, columns }: { view: string; columns: readonly string[] }) => ({
      message: `The view ${view} is made again without ${list(columns)}, and the running release fails where it reads ${columns.length > 1 ? 'them' : 'it'}.`,
      help: 'Make the new view under a new name, release code that reads it, and drop the former one in a later release.',
    }),
  },
  check(subject, { report, notChecked }) {
    const drops = actionsIn(subject, 'drop').filter(({ kind }) => kind.endsWith('view'));
    for (const { name, kind } of drops) {
      const view = seen(subject, 'DROP VIEW', ['locks'], notChecked) && oldTable(subject, name, notChecked);
      const effect = effectOf(subject);
      if (!view || !effect || wasThere(subject, kind, spelled(view)) === false) continue;
      const gone = effect.filter(({ change }) => change === 'gone').map((one) => one.name);
      const columns = gone.filter((one) => one.startsWith(`${spelled(view)}.`));
      const isGone = gone.includes(spelled(view));
      if (!isGone && columns.length === 0) continue;
      report(
        isGone ? 'dropped' : 'lacks',
        { view: shownRelation(view), columns },
        whereOf(subject, { about: shownRelation(view) }),
      );
    }
  },
});
