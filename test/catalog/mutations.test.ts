import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compare } from '../../src/catalog/compare.ts';
import type { Snapshot } from '../../src/catalog/snapshot.ts';
import type { Database } from '../../src/database/provider.ts';
import { testMajor, testServer } from '../support/postgres.ts';
import { mutations } from './mutations/all.ts';
import { noChanges } from './mutations/no-changes.ts';
import { richSchema } from './schema.ts';
import { objectsOf, Stand } from './stand.ts';

let template: Database;
let stand: Stand | undefined;

beforeAll(async () => {
  template = await (await testServer()).create();
  await template.query(richSchema(testMajor));
  await template.close();
});
afterAll(async () => stand?.end());

/** The stand as the last test left it, or a new one after one that could not be undone. */
async function ready(): Promise<{ stand: Stand; before: Snapshot }> {
  stand ??= await Stand.make(template);
  return { stand, before: await stand.reader.take() };
}

async function leave(): Promise<void> {
  await stand?.end();
  stand = undefined;
}

const applies = ({ since = 0, until = 99 }: { since?: number; until?: number }): boolean =>
  since <= testMajor && testMajor <= until;

test('the list is as long as promised', () => {
  expect(mutations.length).toBeGreaterThanOrEqual(150);
});

describe('a single change', () => {
  test.each(mutations.filter(applies))('$sql', async ({ sql, words, undo }) => {
    const { stand, before } = await ready();
    let isUndone = false;
    try {
      await stand.run(sql);
      const after = await stand.reader.take();
      const said = compare(before, after).map((difference) => difference.words);
      expect(said, said.join('\n')).toEqual(words);
      // The incremental way against the whole one, object by object.
      expect(objectsOf(after)).toEqual(objectsOf(await stand.lookAfresh()));
      if (undo !== undefined) {
        await stand.run(undo);
        expect(compare(before, await stand.reader.take())).toEqual([]);
        isUndone = true;
      }
    } finally {
      if (!isUndone) await leave();
    }
  });
});

describe('what changes nothing', () => {
  test.each(noChanges.map((statements) => ({ name: statements.join('; '), statements })))(
    '$name',
    async ({ statements }) => {
      const { stand, before } = await ready();
      for (const sql of statements) await stand.run(sql);
      const after = await stand.reader.take();
      expect(compare(before, after)).toEqual([]);
      expect(objectsOf(after)).toEqual(objectsOf(await stand.lookAfresh()));
    },
  );
});
