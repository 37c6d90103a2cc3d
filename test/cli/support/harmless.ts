import { expect } from 'vitest';
import type { Ended } from '../command.ts';

/** Nothing is left of what a terminal, a reader's eye or a runner of GitHub would obey. */
export function expectHarmless({ stdout, stderr }: Ended): void {
  const said = stdout + stderr;
  expect(said.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
  expect(said).not.toMatch(/^\s*::[\w-]+.*::/m);
  expect(said).not.toContain('##[');
}
