import { distance } from 'fastest-levenshtein';
import type { Directive, Revision } from '../../model/revision.ts';

/** What may follow `# migrate-check:` in a revision's file. */
export const keywords = ['irreversible'] as const;
type Keyword = (typeof keywords)[number];

/** The known keyword that a directive spells or nearly spells. */
export function meant({ keyword }: Directive): Keyword | undefined {
  return keywords.find((known) => distance(known, keyword.toLowerCase()) <= 3);
}

/**
 * The declaration that a revision cannot be taken back. One that is misspelt or has no reason counts too:
 * bad-directive reports it, and nothing else has to.
 */
export function declaredIrreversible({ directives }: Revision): Directive | undefined {
  return directives.find((directive) => meant(directive) === 'irreversible');
}
