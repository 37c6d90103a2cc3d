import { defineRule, type StatementSubject } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { effectOf } from './support/change.ts';
import { ofDifferences } from './support/evidence.ts';
import { lostBeside } from './support/lost.ts';
import { list } from './support/text.ts';
import { evidenceOf, placeOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'CASCADE drops what nobody named',
    why: '`CASCADE` drops whatever depends on the thing: views, foreign keys of other tables, columns, functions. What that is depends on the database, and the migration does not say it; in production it can be more than here.',
    fix: 'Drop what depends on it by name, first. Then PostgreSQL refuses where something was forgotten. Where nothing depends on it, `CASCADE` is not reported.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      before: "CREATE TYPE mood AS ENUM ('good'); CREATE DOMAIN mood_or_none AS mood",
      bad: `def upgrade():\n    op.execute("DROP TYPE mood CASCADE")\n\n# migrate-check: irreversible nobody has moods any more\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    op.execute("DROP DOMAIN mood_or_none")\n    op.execute("DROP TYPE mood")\n\n# migrate-check: irreversible nobody has moods any more\ndef downgrade():\n    raise NotImplementedError`,
    },
  },
  messages: {
    more: ({ lost }: { lost: readonly string[] }) => ({
      message: `CASCADE drops more than is named: ${list(lost)}.`,
      help: `Drop these by name before it, if they have to go, and leave CASCADE away: ${list(lost, 12)}.`,
    }),
  },
  check(subject, { report, notChecked }) {
    if (!cascades(subject)) return;
    const effect = effectOf(subject);
    if (!effect) return notChecked('the upgrade fails, so what CASCADE drops was not seen');
    const lost = lostBeside(subject, effect);
    if (lost.length === 0) return;
    report(
      'more',
      { lost: lost.map(({ kind, name }) => `${kind} ${name}`) },
      {
        place: placeOf(subject),
        evidence: [...evidenceOf(subject), ...ofDifferences(lost)],
        about: lost.map(({ kind, name }) => `${kind} ${name}`).join(' '),
      },
    );
  },
});

/** A schema with all that is in it is drop-schema's affair. */
const cascades = (subject: StatementSubject): boolean =>
  actionsIn(subject, 'drop', 'drop column', 'drop constraint').some(
    ({ cascade, kind }) => cascade && kind !== 'schema',
  );
