import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';

/** Waits until a question gives what is expected, and no longer; then the test goes on, or fails with the last answer. */
export async function eventually<T>(
  question: () => Promise<T>,
  expected: T,
  patience = 30_000,
): Promise<void> {
  const deadline = performance.now() + patience;
  for (;;) {
    const answer = await question();
    const fits = JSON.stringify(answer) === JSON.stringify(expected);
    if (fits || performance.now() > deadline) return expect(answer).toEqual(expected);
    await pause(25);
  }
}
