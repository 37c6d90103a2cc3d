import { basename } from 'node:path';
import type { Revision } from '../model/revision.ts';
import { defineRule } from './rule.ts';
import { type Numbered, type Numbering, numberingOf, renumbered } from './support/numbering.ts';
import { definition } from './support/places.ts';
import { code } from './support/text.ts';

export const rule = defineRule({
  subject: 'revision',
  needs: [],
  meta: {
    title: 'The number of a file is not the next one',
    why: 'The best practice: files are numbered in the order of the history, each number once and none left out. Where most files of a folder do so, whoever looks for the last one relies on it. Two with the same number are how a merge of two branches of work shows.',
    fix: 'Give the file the next number. The id of the revision, which databases remember, need not change.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      bad: `# versions/001_users.py\n# versions/002_teams.py\n# versions/003_tags.py\n# versions/003_notes.py, on top of 003_tags.py`,
      good: `# versions/001_users.py\n# versions/002_teams.py\n# versions/003_tags.py\n# versions/004_notes.py, on top of 003_tags.py`,
    },
  },
  messages: {
    twice: ({ name, other, to }: { name: string; other: string; to: string }) => ({
      message: `${name} and ${other} have the same number.`,
      help: rename(name, to),
    }),
    early: ({ name, other, to }: { name: string; other: string; to: string }) => ({
      message: `${name} comes after ${other} in the history, and before it by its number.`,
      help: rename(name, to),
    }),
    gap: ({ name, missing, to }: { name: string; missing: string; to: string }) => ({
      message: `There is no file with the number ${missing} before ${name}.`,
      help: rename(name, to),
    }),
    none: ({ name, to }: { name: string; to: string }) => ({
      message: `${name} has no number, unlike the files beside it.`,
      help: rename(name, to),
    }),
  },
  check({ revision, facts: { graph } }, { report }) {
    const numbering = numberingOf(graph, revision);
    if (!numbering) return;
    const where = { place: definition(revision, 'upgrade') };
    const mine = numbering.numbered.find((one) => one.revision === revision);
    const name = basename(revision.place.file);
    if (!mine) {
      const digits = numbering.numbered[0]?.digits ?? 1;
      // Merges join what is there and have often no place in the row.
      if (revision.parents.length < 2)
        report('none', { name, to: renumbered(name, numbering.next, digits) }, where);
      return;
    }
    const next = renumbered(name, numbering.next, mine.digits);
    const twin = earlierTwin(mine, numbering);
    if (twin) return report('twice', { name, other: twin.name, to: next }, where);
    const parent = laterParent(mine, numbering, revision);
    if (parent) return report('early', { name, other: parent.name, to: next }, where);
    if (isAfterGap(mine, numbering)) {
      const to = renumbered(name, mine.number - 1, mine.digits);
      report('gap', { name, missing: to.slice(0, mine.digits), to }, where);
    }
  },
});

const rename = (from: string, to: string): string => `Rename the file:${code(`git mv ${from} ${to}`)}`;

/** The one that had the number first, in the order of the graph. */
function earlierTwin(mine: Numbered, { numbered }: Numbering): Numbered | undefined {
  const first = numbered.find(({ number }) => number === mine.number);
  return first === mine ? undefined : first;
}

const laterParent = (
  { number }: Numbered,
  { numbered }: Numbering,
  { parents }: Revision,
): Numbered | undefined => numbered.find((one) => parents.includes(one.revision.id) && one.number > number);

function isAfterGap({ number }: Numbered, { numbered }: Numbering): boolean {
  const numbers = numbered.map((one) => one.number);
  return number !== Math.min(...numbers) && !numbers.includes(number - 1);
}
