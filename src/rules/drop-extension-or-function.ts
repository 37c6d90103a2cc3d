import type { Difference } from '../model/difference.ts';
import { quoteIdent } from '../sql/quote.ts';
import { defineRule, type StatementSubject } from './rule.ts';
import { actionsIn } from './support/actions.ts';
import { effectOf, tripOf, wasThere } from './support/change.ts';
import { whereOf } from './support/traced.ts';

export const rule = defineRule({
  subject: 'statement',
  needs: ['statements'],
  meta: {
    title: 'An extension or a function is dropped',
    why: 'The release that still runs calls the function, or one of the extension, and fails. PostgreSQL does not know what the bodies of other functions call: those break as well, when they are called next.',
    fix: 'Release code that does not call it, and drop it in a later release. A trigger function, one that has a new version with other arguments, and what was made in the same change are not reported.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      before: 'CREATE FUNCTION tax(numeric) RETURNS numeric LANGUAGE sql AS $$ SELECT $1 * 0.2 $$',
      bad: `def upgrade():\n    op.execute("DROP FUNCTION tax(numeric)")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
      good: `def upgrade():\n    op.execute("CREATE OR REPLACE FUNCTION tax(numeric) RETURNS numeric LANGUAGE sql AS $$ SELECT $1 * 0.19 $$")\n\n# migrate-check: irreversible this example is about the upgrade\ndef downgrade():\n    raise NotImplementedError`,
    },
  },
  messages: {
    dropped: ({ kind, name }: { kind: string; name: string }) => ({
      message: `The ${kind} ${name} is dropped, and what calls ${kind === 'extension' ? 'its functions' : 'it'} fails: the running release, and functions of which PostgreSQL does not know that they do.`,
      help: 'Release code that does not call it first, and drop it in a later release.',
    }),
  },
  check(subject, { report, notChecked }) {
    for (const { kind, name } of actionsIn(subject, 'drop')) {
      if (!kinds.has(kind)) continue;
      const effect = effectOf(subject);
      if (!effect) return notChecked(`the upgrade fails, so whether the ${kind} is gone was not seen`);
      const gone = effect.find(
        (one) => one.change === 'gone' && one.kind === kind && isNamed(one, name.name),
      );
      if (!gone || isNewVersion(effect, gone) || isOfTriggers(subject, gone)) continue;
      if (wasThere(subject, kind, gone.name) === false) continue;
      report('dropped', { kind, name: gone.name }, whereOf(subject, { about: gone.name }));
    }
  },
});

const kinds: ReadonlySet<string> = new Set(['extension', 'function', 'procedure', 'aggregate']);

/** Of `tax(numeric)` and `shop.tax(numeric)`. */
const withoutArguments = (name: string): string => name.replace(/\(.*$/s, '');

const isNamed = ({ name }: Difference, own: string): boolean => {
  const plain = withoutArguments(name);
  return plain === quoteIdent(own) || plain.endsWith(`.${quoteIdent(own)}`);
};

const isNewVersion = (effect: readonly Difference[], { kind, name }: Difference): boolean =>
  effect.some(
    (one) =>
      one.change === 'new' && one.kind === kind && withoutArguments(one.name) === withoutArguments(name),
  );

/** Nobody but a trigger can call it, and PostgreSQL knows which do. */
function isOfTriggers(subject: StatementSubject, { kind, name }: Difference): boolean {
  const before = tripOf(subject)?.schema?.before ?? [];
  const definition = before.find((one) => one.kind === kind && one.name === name)?.facts['definition'];
  return /\bRETURNS (?:event_)?trigger\b/.test(String(definition));
}
