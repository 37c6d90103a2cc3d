import type { Finding, Severity } from '../../model/finding.ts';
import type { TableSize } from '../../model/report.ts';
import { sizeInWords } from './size-words.ts';
import { shownRelation } from './traced.ts';

/**
 * Below both, a table is small: PostgreSQL reads or rewrites as much from memory in milliseconds (an eighth of the
 * standard shared_buffers of 128 MB, and a tenth of a second even at 160 MB a second), which is shorter than what the
 * readers that it keeps waiting take by themselves.
 */
export const smallRows = 10_000;
export const smallBytes = 16 * 1024 ** 2;

/** Where nobody counted the rows, nobody knows. */
const isSmall = ({ rows = Number.POSITIVE_INFINITY, bytes }: TableSize): boolean =>
  rows < smallRows && bytes < smallBytes;

const oneLess: Readonly<Record<Severity, Severity>> = {
  error: 'warning',
  warning: 'notice',
  notice: 'notice',
};

/**
 * The finding with the size that its table has in production, in numbers and as a sentence at the end of its message;
 * with one severity less where it may weigh less and the table is small. As it is where the size is not known.
 */
export function withSize(
  finding: Finding,
  sizes: readonly TableSize[] | undefined,
  mayWeighLess: boolean,
): Finding {
  const { table, message, severity } = finding;
  const size = table && sizes?.find(({ schema, name }) => schema === table.schema && name === table.name);
  if (!size) return finding;
  const weight = mayWeighLess && isSmall(size) ? oneLess[severity] : severity;
  const because = weight === severity ? '' : `: over in milliseconds, so a ${weight} and not ${a(severity)}`;
  const sentence = `In production ${shownRelation(size)} has ${sizeInWords(size)}${because}.`;
  return { ...finding, severity: weight, message: `${message} ${sentence}`, table: size };
}

const a = (severity: Severity): string => `${severity === 'error' ? 'an' : 'a'} ${severity}`;
