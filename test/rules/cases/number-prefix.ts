import { facts } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

/** A line of revisions in files of these names, each on top of the one before. */
const line = (...names: readonly string[]) =>
  facts(
    names.map((name, at) => {
      const file = `versions/${name}.py`;
      const functions = { shape: 'acts', place: { file, line: 14, endLine: 16 } } as const;
      return revision(`r${at}`, at === 0 ? [] : [`r${at - 1}`], {
        place: { file, line: 9 },
        upgrade: functions,
        downgrade: functions,
      });
    }),
  );
const merge = (() => {
  const { graph, ...more } = line('01_a', '02_b', '03_c', 'x');
  const revisions = graph.revisions.map((one) =>
    one.id === 'r3' ? { ...one, parents: [...one.parents, graph.revisions[0]?.id ?? one.id] } : one,
  );
  return { ...more, graph: { ...graph, revisions } };
})();

export const cases: Cases = {
  bad: [
    {
      name: 'the same twice',
      facts: line('001_a', '002_b', '003_c', '003_d'),
      file: 'versions/003_d.py',
      line: 14,
      says: ['003_d.py and 003_c.py have the same number', 'git mv 003_d.py 004_d.py'],
    },
    {
      name: 'a child before its parent',
      facts: line('2_b', '1_a', '3_c'),
      file: 'versions/1_a.py',
      line: 14,
      says: ['1_a.py comes after 2_b.py in the history', 'git mv 1_a.py 4_a.py'],
    },
    {
      name: 'a number is left out',
      facts: line('010_a', '011_b', '013_c', '014_d'),
      file: 'versions/013_c.py',
      line: 14,
      says: ['no file with the number 012 before 013_c.py', 'git mv 013_c.py 012_c.py'],
    },
    {
      name: 'a file has none',
      facts: line('001_a', '002_b', '003_c', 'add_d'),
      file: 'versions/add_d.py',
      line: 14,
      says: ['add_d.py has no number', 'git mv add_d.py 004_add_d.py'],
    },
  ],
  good: [
    { name: 'all in a row, from anywhere', facts: line('007_a', '008_b', '009_c', '010_d') },
    { name: 'no numbers', facts: line('a', 'b', 'c') },
    { name: 'most have none', facts: line('1_a', '2_b', '3_c', 'd', 'e') },
    { name: 'too few to be a custom', facts: line('1_a', '3_b') },
    { name: 'years', facts: line('2019_a', '2023_b', '2026_c') },
    { name: 'dates', facts: line('2022-12-16_a', '2022-12-17_b', '2023-01-02_c', '2024-05-05_d') },
    {
      name: 'dates, two of a year',
      facts: line('2021_12_16_a', '2022_02_17_b', '2023_01_02_c', '2023_05_05_d'),
    },
    { name: 'the same for most', facts: line('2022_a', '2022_b', '2022_c', '2023_d') },
    { name: 'longer than any row', facts: line('20260101_a', '20260102_b', '20260103_c', 'd') },
    { name: 'a folder of its own for each', facts: line('a/1_a', 'b/1_b', 'a/2_c', 'a/3_d') },
    { name: 'a merge needs none', facts: merge },
  ],
};
