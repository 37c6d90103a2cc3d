import { expect } from 'vitest';
import { typed } from './typed.ts';

/** Sees that the set-up is refused: with 2, with no report, and with what is wrong and what to type. */
export async function refused(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { code, stdout, stderr } = await typed(args, { cwd, env });
  expect([code, stdout], stderr).toEqual([2, '']);
  return stderr;
}
