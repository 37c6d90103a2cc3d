import type { Difference } from '../model/difference.ts';
import { quoteIdent } from '../sql/quote.ts';
import { defineRule } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { effectOf, wasThere } from './support/change.ts';
import { ofDifferences } from './support/evidence.ts';
import { list } from './support/text.ts';
import { evidenceOf, placeOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'A schema is dropped with all that is in it',
    why: '`DROP SCHEMA ... CASCADE` drops every table, view, type and function of the schema, those too that only production has. Their rows are gone, and no downgrade brings them back.',
    fix: 'Drop what is in the schema by name, in releases after the code that uses it, and then the empty schema without `CASCADE`: PostgreSQL refuses where something was forgotten.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      before: "CREATE SCHEMA audit; CREATE TYPE audit.action AS ENUM ('read', 'write')",
      bad: `def upgrade():\n    op.execute("DROP SCHEMA audit CASCADE")\n\n# migrate-check: irreversible nobody audits any more\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    op.execute("DROP TYPE audit.action")\n    op.execute("DROP SCHEMA audit")\n\n# migrate-check: irreversible nobody audits any more\ndef downgrade():\n    raise NotImplementedError`,
    },
  },
  messages: {
    dropped: ({ schema, inside }: { schema: string; inside: readonly string[] }) => ({
      message: `The schema ${schema} is dropped with all that is in it: ${list(inside)}.`,
      help: `Drop what is in it by name, and then the empty schema without CASCADE: op.execute("DROP SCHEMA ${schema}")`,
    }),
  },
  check(subject, { report, notChecked }) {
    for (const { kind, name, cascade } of actionsIn(subject, 'drop')) {
      if (kind !== 'schema' || !cascade) continue;
      const effect = effectOf(subject);
      if (!effect) return notChecked('the upgrade fails, so what was in the schema was not seen');
      const schema = quoteIdent(name.name);
      const inside = effect.filter((difference) => isIn(difference, schema));
      const old = inside.filter((one) => wasThere(subject, one.kind, one.name) !== false);
      if (old.length === 0) continue;
      report(
        'dropped',
        { schema, inside: old.map((one) => `${one.kind} ${one.name}`) },
        {
          place: placeOf(subject),
          evidence: [...evidenceOf(subject), ...ofDifferences(old)],
          about: schema,
        },
      );
    }
  },
});

const isIn = ({ change, name }: Difference, schema: string): boolean =>
  change === 'gone' && name.startsWith(`${schema}.`);
