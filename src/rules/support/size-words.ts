import type { TableSize } from '../../model/report.ts';

const scales = [
  [1e9, ' billion'],
  [1e6, ' million'],
  [1e3, ' thousand'],
] as const;
/** Of 1024 each, as pg_size_pretty counts and spells them (PostgreSQL manual, Database Object Size Functions). */
const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** "about 120 million rows, 34 GB"; "34 GB" where nobody counted the rows. */
export const sizeInWords = ({ rows, bytes }: Pick<TableSize, 'rows' | 'bytes'>): string =>
  rows === undefined ? bytesInWords(bytes) : `${rowsInWords(rows)}, ${bytesInWords(bytes)}`;

/** "no rows", "about 950 rows", "about 1.2 million rows": an estimate of PostgreSQL is right in two digits at best. */
export function rowsInWords(rows: number): string {
  if (rows === 0) return 'no rows';
  if (rows < 1000) return `about ${rows} row${rows === 1 ? '' : 's'}`;
  const rounded = twoDigits(rows);
  const [scale, word] = scales.find(([least]) => rounded >= least) ?? [1, ''];
  return `about ${rounded / scale}${word} rows`;
}

/** "0 bytes", "8 kB", "1.5 MB", "34 GB", "120 TB". */
export function bytesInWords(bytes: number): string {
  const power = units.findIndex((_, at) => Math.round(bytes / 1024 ** at) < 1024);
  const unit = power === -1 ? units.length - 1 : power;
  return unit === 0 ? `${bytes} bytes` : `${twoDigits(bytes / 1024 ** unit)} ${units[unit]}`;
}

/** Rounded to two digits that count. */
const twoDigits = (number: number): number => Number(number.toPrecision(2));
