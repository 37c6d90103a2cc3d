import { describe, expect, test } from 'vitest';
import { makeProgress } from '../../src/host/progress.ts';
import type { Progress } from '../../src/model/progress.ts';
import { Kept } from '../cli/host.ts';

function observed(live: boolean): { progress: Progress; output: Kept; pass(milliseconds: number): void } {
  const clock = { now: 0 };
  const output = new Kept();
  const progress = makeProgress({ output, live, now: () => clock.now });
  return { progress, output, pass: (milliseconds) => (clock.now += milliseconds) };
}

describe('plain lines', () => {
  test('are one for each stage, and one now and then on a long walk', () => {
    const { progress, output, pass } = observed(false);
    progress.stage('walking 45 revisions');
    progress.move(1, 45, 'upgrade 001');
    pass(9_999);
    progress.move(2, 45, 'downgrade 001');
    pass(1);
    progress.move(3, 45, 'upgrade 001');
    progress.move(4, 45, 'upgrade 002');
    progress.end();
    expect(output.text).toBe('walking 45 revisions\n3 of 45: upgrade 001\n');
  });

  test('hold no control characters', () => {
    const { progress, output } = observed(false);
    progress.stage('one\ntwo\u001b[31m red\r');
    expect(output.text).toBe('one two red\n');
  });
});

describe('the live line', () => {
  /** What stands in the line after everything was written. */
  const line = (text: string): string => text.split('\r').at(-1)?.replace('\u001b[K', '') ?? '';

  test('is rewritten in place and taken away at the end', () => {
    const { progress, output, pass } = observed(true);
    progress.stage('starting PostgreSQL 17');
    expect(line(output.text)).toBe('starting PostgreSQL 17');
    pass(100);
    progress.move(12, 45, 'downgrade 007');
    expect(line(output.text)).toBe('12 of 45: downgrade 007');
    expect(output.text).not.toContain('\n');
    progress.end();
    expect(line(output.text)).toBe('');
    const whole = output.text;
    progress.end();
    expect(output.text).toBe(whole);
  });

  test('is cut to the width of the terminal', () => {
    const { progress, output } = observed(true);
    progress.stage('ü'.repeat(60));
    expect([...line(output.text)]).toHaveLength(39);
    expect(line(output.text)).toBe(`${'ü'.repeat(38)}…`);
  });

  test('is as wide as usual on a terminal without a size', () => {
    const { progress, output } = observed(true);
    output.columns = 0;
    progress.stage('starting PostgreSQL 17');
    expect(line(output.text)).toBe('starting PostgreSQL 17');
  });

  test('is not redrawn faster than anybody reads, but for the last move', () => {
    const { progress, output, pass } = observed(true);
    pass(1000);
    progress.move(1, 3, 'a');
    pass(10);
    progress.move(2, 3, 'b');
    expect(line(output.text)).toBe('1 of 3: a');
    progress.move(3, 3, 'c');
    expect(line(output.text)).toBe('3 of 3: c');
  });

  test('leaves a terminal alone that nothing was written to', () => {
    const { progress, output } = observed(true);
    progress.end();
    expect(output.text).toBe('');
  });
});
