import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { Stopped, watchSignals } from '../../src/host/signals.ts';

function watched() {
  const clock = { now: 0 };
  const source = new EventEmitter();
  const happened: (string | number)[] = [];
  const signals = watchSignals({
    source,
    now: () => clock.now,
    onStop: () => happened.push('stop'),
    exit: (code) => happened.push(code),
  });
  return { source, happened, signals, clock };
}

test('the first signal aborts, and says which it was', () => {
  const { source, happened, signals } = watched();
  source.emit('SIGTERM');
  expect(signals.signal.aborted).toBe(true);
  expect(signals.signal.reason).toEqual(new Stopped('SIGTERM'));
  expect(happened).toEqual(['stop']);
});

test('the second one ends at once, whichever it is', () => {
  const { source, happened, clock } = watched();
  source.emit('SIGINT');
  clock.now = 2000;
  source.emit('SIGTERM');
  expect(happened).toEqual(['stop', 143]);
});

test('a Ctrl-C that npm passes on as well is one wish', () => {
  const { source, happened, clock } = watched();
  source.emit('SIGINT');
  clock.now = 20;
  source.emit('SIGINT');
  expect(happened).toEqual(['stop']);
});

test('nobody listens any more when it is over', () => {
  const { source, signals } = watched();
  expect(source.eventNames()).toEqual(['SIGINT', 'SIGTERM', 'SIGHUP']);
  signals[Symbol.dispose]();
  expect(source.eventNames()).toEqual([]);
});
