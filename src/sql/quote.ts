import { scanTokens } from './engine.ts';
import type { QualifiedName } from './name.ts';

/** A name as SQL has to spell it: in quotes where PostgreSQL's quote_ident() would put them. */
export const quoteIdent = (name: string): string =>
  /^[a-z_][a-z0-9_]*$/.test(name) && !isKeyword(name) ? name : `"${name.replaceAll('"', '""')}"`;

export const quoteName = ({ schema, name }: QualifiedName): string =>
  schema === undefined ? quoteIdent(name) : `${quoteIdent(schema)}.${quoteIdent(name)}`;

/** Whether a word means something to the grammar in some place where a name can stand. */
function isKeyword(word: string): boolean {
  const answer = scanTokens(word);
  if (!('json' in answer)) return true;
  const { tokens } = JSON.parse(answer.json) as { readonly tokens: readonly { keywordName: string }[] };
  return tokens.some(
    ({ keywordName }) => keywordName !== 'NO_KEYWORD' && keywordName !== 'UNRESERVED_KEYWORD',
  );
}
