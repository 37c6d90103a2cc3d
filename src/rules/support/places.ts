import type { Failure } from '../../model/observation.ts';
import type { Place } from '../../model/place.ts';
import type { Facts } from '../../model/report.ts';
import type { Revision } from '../../model/revision.ts';

/** The line that defines a function of a revision; where it has none, the line that assigns the id. */
export function definition(revision: Revision, name: 'upgrade' | 'downgrade'): Place {
  const place = revision[name].place ?? revision.place;
  return { file: place.file, ...(place.line === undefined ? {} : { line: place.line }) };
}

/** Where a move failed; the function itself where the failure has no line. */
export function failurePlace(failure: Failure, revision: Revision, name: 'upgrade' | 'downgrade'): Place {
  return failure.place ?? definition(revision, name);
}

/** For what belongs to no revision: the configuration file. */
export function projectPlace({ project }: Facts): Place {
  return project.file === undefined ? { file: project.directory } : { file: project.file, line: 1 };
}

export const shown = ({ file, line }: Place): string => (line === undefined ? file : `${file}:${line}`);
