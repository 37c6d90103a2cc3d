import type { Finding } from '../../model/finding.ts';
import { oneLine, plain } from '../plain.ts';
import { duration } from '../wording.ts';
import { patchLines } from './evidence.ts';
import type { Page } from './page.ts';

/** The edit that ends a finding, as a patch; nothing where none was tried with success. */
export function suggestionLines({ suggestion }: Finding, page: Page): readonly string[] {
  if (!suggestion) return [];
  const { edit, milliseconds } = suggestion;
  const where = `${oneLine(edit.file)}:${edit.startLine}`;
  return [
    '',
    `  ${page.paint('green', 'Suggested, and tried here')} ${page.paint('dim', `in ${duration(milliseconds)}:`)} ${where}`,
    ...patchLines(plain(edit.before.join('\n')), plain(edit.after.join('\n')), page),
  ];
}
