import type { Report } from '../../src/model/report.ts';

/** What a statement takes in the pictures, in milliseconds, and what a move takes beside its statements. */
const ofStatement = [0.4, 1.2, 0.3, 2.1, 0.6];
const ofMove = 1.9;

/**
 * A report without what is another on each machine and in each run, so that a picture changes when what it shows has
 * changed: times are made up, of the size that they have, and the interpreter is where that of a project usually is.
 */
export function steady(report: Report): Report {
  return {
    ...(timed(report) as Report),
    toolchain: { ...report.toolchain, interpreter: '.venv/bin/python (from .venv)' },
    milliseconds: 2100,
  };
}

/** The same with other times, all the way down. */
function timed(value: unknown, at = 0): unknown {
  if (Array.isArray(value)) return value.map(timed);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, timed(inside)]));
  return 'milliseconds' in copy ? { ...copy, milliseconds: timeOf(copy, at) } : copy;
}

function timeOf({ statements }: Readonly<Record<string, unknown>>, at: number): number {
  if (!Array.isArray(statements)) return ofStatement[at % ofStatement.length] ?? 0;
  return statements.reduce((sum: number, { milliseconds }) => sum + milliseconds, ofMove);
}
