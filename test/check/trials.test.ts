import { expect, test } from 'vitest';
import type { Judged } from '../../src/check/judging.ts';
import { type SuggestRequest, withSuggestions } from '../../src/check/suggest.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Proposal } from '../../src/rules/rule.ts';
import { findingOf } from '../reporters/support/documents.ts';
import { facts, roundTrip } from '../support/facts.ts';
import { revision } from '../support/graph.ts';
import { silent } from '../support/replay.ts';
import { temporary } from '../support/temporary.ts';

const source = 'a\nb\n';
const file = 'versions/b.py';
const named = (fingerprint: string): Finding => findingOf('several-heads', { fingerprint });
const judged = (...names: readonly string[]): Judged => {
  const edit: Proposal = { file, startLine: 2, endLine: 2, before: ['b'], after: ['B'] };
  const edits = new Map(names.map((name) => [name, edit]));
  return {
    facts: facts([revision('b', [], { source })], { roundTrips: [roundTrip('b')] }),
    judgement: { findings: names.map(named), coverage: [], rules: [], verdict: 'passed', edits },
  };
};

async function tried(
  before: Judged,
  again: SuggestRequest['again'],
  more: Partial<SuggestRequest> = {},
): Promise<readonly string[]> {
  const root = await temporary({ [file]: source });
  const { signal } = new AbortController();
  const findings = await withSuggestions(before, { root, progress: silent, signal, again, ...more });
  return findings.flatMap(({ fingerprint, suggestion }) => (suggestion ? [fingerprint] : []));
}

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

test('each edit is tried by itself, as the text of its file', async () => {
  const seen: unknown[] = [];
  const held = await tried(judged('x', 'y'), async (edited, texts) => {
    seen.push([edited, [...texts].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])]);
    return judged('x');
  });
  expect(seen).toEqual([
    [file, [[file, 'a\nB\n']]],
    [file, [[file, 'a\nB\n']]],
  ]);
  expect(held).toEqual(['y']);
});

test('one that cannot be walked is none, and the next is tried', async () => {
  let first = true;
  const held = await tried(judged('x', 'y'), async () => {
    if (!first) return judged('x');
    first = false;
    throw new Error('the project cannot be opened');
  });
  expect(held).toEqual(['y']);
});

test('after its time a trial ends, and no other begins', async () => {
  let begun = 0;
  const again: SuggestRequest['again'] = (_, __, signal) => {
    begun += 1;
    return untilAborted(signal);
  };
  expect(await tried(judged('x', 'y'), again, { budgetMs: 1 })).toEqual([]);
  expect(begun).toBe(1);
});

test('who is stopped suggests nothing', async () => {
  const cancel = new AbortController();
  const again: SuggestRequest['again'] = (_, __, signal) => {
    const ended = untilAborted(signal);
    cancel.abort(new Error('stopped'));
    return ended;
  };
  await expect(tried(judged('x'), again, { signal: cancel.signal })).rejects.toThrow('stopped');
});

test('where there is nothing to try nobody is told of trials', async () => {
  const stages: string[] = [];
  const progress = { ...silent, stage: (text: string) => stages.push(text) };
  await tried(judged(), () => Promise.reject(new Error('tried')), { progress });
  expect(stages).toEqual([]);
});
