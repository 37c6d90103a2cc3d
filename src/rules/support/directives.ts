import { distance } from 'fastest-levenshtein';
import type { Directive, Revision } from '../../model/revision.ts';

/** What may follow `# migrate-check:` in a revision's file, each with the rest that it needs. */
export const keywords = { irreversible: '<reason>', ignore: '[rule] <reason>' } as const;
type Keyword = keyof typeof keywords;

/** A directive as it is to be written. */
export const written = (keyword: Keyword): string =>
  `# migrate-check: ${keyword}${keyword === 'ignore' ? '' : ' '}${keywords[keyword]}`;

/** The known keyword that a directive spells or nearly spells. */
export function meant({ keyword }: Directive): Keyword | undefined {
  return nearest(keyword.toLowerCase(), Object.keys(keywords) as readonly Keyword[]);
}

/** The known word that is nearest to one, if one is near enough to be meant. */
export function nearest<Word extends string>(word: string, known: readonly Word[]): Word | undefined {
  const far = (one: Word): number => distance(one, word);
  return known
    .filter((one) => far(one) <= Math.min(3, Math.floor(one.length / 3)))
    .toSorted((a, b) => far(a) - far(b))[0];
}

/**
 * The declaration that a revision cannot be taken back. One that is misspelt or has no reason counts too:
 * bad-directive reports it, and nothing else has to.
 */
export function declaredIrreversible({ directives }: Revision): Directive | undefined {
  return directives.find((directive) => meant(directive) === 'irreversible');
}

/** What `# migrate-check: ignore[rule, rule] reason` says; undefined for any other directive. No rules where no brackets are. */
export function readIgnore({
  keyword,
  text,
}: Directive): { readonly rules: readonly string[]; readonly reason: string } | undefined {
  if (keyword !== 'ignore') return undefined;
  const [, inside = '', rest = text] = /^\[([^\]]*)\](.*)$/s.exec(text) ?? [];
  const rules = inside
    .split(',')
    .map((rule) => rule.trim())
    .filter((rule) => rule !== '');
  return { rules, reason: reasonIn(rest) };
}

/** The reason in some words; empty where there are only signs. */
export function reasonIn(words: string): string {
  const reason = words.replace(/^[\s:–—-]+/, '').trim();
  return /\p{L}/u.test(reason) ? reason : '';
}
