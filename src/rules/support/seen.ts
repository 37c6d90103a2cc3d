import type { Trace } from '../../model/trace.ts';
import type { StatementSubject } from '../rule.ts';
import { list } from './text.ts';

const words: Readonly<Record<Trace['unseen'][number], string>> = {
  locks: 'locked',
  rewritten: 'rewritten',
  scanned: 'read',
  written: 'written',
};

/** What was done for a statement, where all of these could be seen; else the rule says that they could not. */
export function seen(
  { statement: { trace } }: StatementSubject,
  command: string,
  parts: Trace['unseen'],
  notChecked: (why: string) => void,
): Trace | undefined {
  const missing = trace ? parts.filter((part) => trace.unseen.includes(part)) : parts;
  if (missing.length === 0) return trace;
  notChecked(`what was ${list(missing.map((part) => words[part]))} for ${command} was not seen`);
  return undefined;
}
