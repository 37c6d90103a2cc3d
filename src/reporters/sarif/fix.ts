import type { Finding } from '../../model/finding.ts';
import { inRepository } from '../in-repository.ts';
import { plain } from '../plain.ts';
import { locationOf } from './location.ts';

/** A replacement that is longer is made by nobody. */
const longest = 4000;

/**
 * The edit that ends a finding (SARIF 2.1.0, section 3.55); nothing where none was tried with success. One with anything
 * in it that the eye does not see, or in no file of the repository, is left out: a fix is put into a file as it is.
 */
export function fixOf({ suggestion }: Finding): object | undefined {
  if (!suggestion) return undefined;
  const { file, startLine, endLine, after } = suggestion.edit;
  const lines = inRepository({ file, line: startLine, endLine });
  const text = after.join('\n');
  if (!lines || text.length > longest || !isPlain(text)) return undefined;
  const deletedRegion = { startLine: lines.line, startColumn: 1, endLine: lines.endLine };
  return {
    description: { text: 'Tried on a disposable PostgreSQL' },
    artifactChanges: [
      {
        artifactLocation: locationOf(lines),
        // Without an end column a region ends before the line feed of its last line: section 3.30.2.
        replacements: [{ deletedRegion, insertedContent: { text } }],
      },
    ],
  };
}

const isPlain = (text: string): boolean => plain(text) === text.replaceAll('\t', '    ');
