import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isInside } from '../model/place.ts';
import type { Edit } from '../model/suggestion.ts';

/**
 * The bytes of a file after an edit, its line ends and whatever comes after the last line as they were. Undefined where it
 * is not certain that somebody else gets the same: a file outside the repository, one that is not UTF-8, that has line
 * ends of two kinds, or that does not say what the revision said when it was read (`source`, with line feeds). `root` is
 * what files are relative to.
 */
export async function edited(root: string, edit: Edit, source: string): Promise<Uint8Array | undefined> {
  if (!isInside(edit.file)) return undefined;
  const bytes = await readFile(join(root, edit.file)).catch(() => undefined);
  const text = bytes && decoded(bytes);
  const end = text === undefined ? undefined : lineEnd(text);
  if (text === undefined || end === undefined) return undefined;
  const isSame = text.replace(/^\ufeff/, '').replaceAll(end, '\n') === source;
  if (!isSame) return undefined;
  const lines = text.split(end);
  const { startLine, endLine, after } = edit;
  return Buffer.from(lines.toSpliced(startLine - 1, endLine - startLine + 1, ...after).join(end));
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What ends each line; undefined where that is not the same for all. */
function lineEnd(text: string): '\n' | '\r\n' | undefined {
  const [all, carriage, both] = [/\n/g, /\r/g, /\r\n/g].map((end) => text.match(end)?.length ?? 0);
  if (carriage === 0) return '\n';
  return all === both && carriage === both ? '\r\n' : undefined;
}
