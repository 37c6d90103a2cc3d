/** Each statement on tables with rows: what migrate-check sees on this major is what is expected, and what is published. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Facts } from '../../src/model/report.ts';
import type { ToolSession } from '../../src/tools/tool.ts';
import { testMajor } from '../support/postgres.ts';
import { inWords } from './outcome.ts';
import { moveOf, openTrials, walkTrials } from './project.ts';
import { expectedOn } from './sample.ts';
import { groups } from './samples/all.ts';
import { outcomeOf } from './traced.ts';
import { trialsOf } from './trial.ts';

const benches = new Map(groups.map((group) => [group.id, trialsOf(group, testMajor, [['filled', false]])]));
const later: (() => Promise<void>)[] = [];
let session: ToolSession;
beforeAll(async () => {
  session = await openTrials(benches, (clean) => later.push(clean));
});
afterAll(async () => {
  for (const clean of later.toReversed()) await clean();
});

describe.each(groups)('$title', ({ id }) => {
  const trials = benches.get(id) ?? [];
  let facts: Facts;
  beforeAll(async () => {
    facts = await walkTrials(session, id, trials);
  });

  test.each(trials)('$sample.name', (trial) => {
    const seen = inWords(outcomeOf(trial, moveOf(trial, facts)));
    expect(seen).toEqual(expectedOn(trial.sample, testMajor));
  });

  // Written by `vitest run -u`; docs/locks.md is generated from it.
  test('what is published', async () => {
    const seen = trials.map((trial) => [trial.sample.name, inWords(outcomeOf(trial, moveOf(trial, facts)))]);
    const text = `${JSON.stringify(Object.fromEntries(seen), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`results/${testMajor}/${id}.json`);
  });
});
