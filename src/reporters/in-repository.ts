import type { Finding } from '../model/finding.ts';
import { isInside, type Place } from '../model/place.ts';
import type { Report } from '../model/report.ts';

/** Lines of a file, for a reader that takes no place without one: the first where none is known. */
export interface Lines {
  /** Relative to the root, with slashes and neither `.` nor `..` in it. */
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
}

/** As long as a path may be on Linux (PATH_MAX of limits.h). */
const longest = 4096;

/** Where in the repository a place is; undefined of one on another drive, above the root, or of no file at all. */
export function inRepository({ file, line = 1, endLine = line }: Place): Lines | undefined {
  const parts = file.split('/').filter((part) => part !== '' && part !== '.');
  if (!isInside(file) || parts.length === 0 || file.length > longest) return undefined;
  const first = lineOf(line);
  return { file: parts.join('/').toWellFormed(), line: first, endLine: Math.max(first, lineOf(endLine)) };
}

const lineOf = (line: number): number => Math.max(1, Math.trunc(line) || 1);

/** For a report that names nothing that is in the repository. */
const nowhere: Lines = { file: 'migrations', line: 1, endLine: 1 };

/**
 * Where in the repository a finding is. One outside of it, as in a package that a migration calls, is where its revision
 * is, or else the project.
 */
export function linesOf({ place, revision }: Finding, { graph, project }: Report): Lines {
  const ofRevision = (): Place | undefined => graph.revisions.find(({ id }) => id === revision)?.place;
  return (
    inRepository(place) ??
    inRepository(ofRevision() ?? { file: '' }) ??
    inRepository({ file: project.file ?? '' }) ??
    inRepository({ file: project.directory }) ??
    nowhere
  );
}
