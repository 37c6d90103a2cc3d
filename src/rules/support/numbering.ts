import { basename, dirname } from 'node:path';
import type { Revision, RevisionGraph } from '../../model/revision.ts';

/** A file whose name begins with a number, as 0012_add_tags.py, in a folder where that is the custom. */
export interface Numbered {
  readonly revision: Revision;
  readonly name: string;
  readonly number: number;
  /** Of the number with the zeros before it. */
  readonly digits: number;
}

/** The files of one folder. */
export interface Numbering {
  readonly numbered: readonly Numbered[];
  readonly next: number;
}

const known = new WeakMap<RevisionGraph, ReadonlyMap<string, Numbering>>();

/** The numbers of the folder that a revision is in; undefined where it is not the custom to have any. */
export function numberingOf(graph: RevisionGraph, revision: Revision): Numbering | undefined {
  const folders = known.get(graph) ?? readFolders(graph);
  known.set(graph, folders);
  return folders.get(dirname(revision.place.file));
}

function readFolders({ revisions }: RevisionGraph): ReadonlyMap<string, Numbering> {
  const folders = Map.groupBy(revisions, ({ place }) => dirname(place.file));
  return new Map(
    [...folders].flatMap(([folder, all]) => {
      const numbered = all.flatMap(readNumber);
      const numbers = numbered.map(({ number }) => number);
      return isCustom(numbers, all.length) ? [[folder, { numbered, next: Math.max(...numbers) + 1 }]] : [];
    }),
  );
}

/** Sequential, by most files: hashes that begin with digits are far apart, and years are the same in many. */
function isCustom(numbers: readonly number[], files: number): boolean {
  const span = Math.max(...numbers) - Math.min(...numbers) + 1;
  const mostly = (part: number, whole: number): boolean => part * 3 >= whole * 2;
  return (
    numbers.length >= 3 &&
    mostly(numbers.length, files) &&
    mostly(new Set(numbers).size, numbers.length) &&
    span <= numbers.length * 2
  );
}

/** 2022_12_16 and the like, a file_template that Alembic's documentation shows. */
const isDated = (name: string): boolean => /^\d{4}([_.-])\d{2}\1\d{2}(?!\d)/.test(name);

function readNumber(revision: Revision): readonly Numbered[] {
  const name = basename(revision.place.file);
  const digits = /^(\d{1,6})(?=[_.-])/.exec(name)?.[1];
  return digits === undefined || isDated(name)
    ? []
    : [{ revision, name, number: Number(digits), digits: digits.length }];
}

/** A name with another number in front, in as many digits. */
export const renumbered = (name: string, number: number, digits: number): string =>
  `${String(number).padStart(digits, '0')}${name.replace(/^\d{1,6}(?=[_.-])/, '').replace(/^(?![_.-])/, '_')}`;
