import type { Failure } from '../../model/observation.ts';
import type { Place } from '../../model/place.ts';
import type { Facts } from '../../model/report.ts';
import type { Revision } from '../../model/revision.ts';
import type { Where } from '../rule.ts';
import type { DeclaredSuppression } from './suppress-declared.ts';

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

/** Where a suppression is written; the configuration file for one that a program gave. */
export function declaredAt(
  { suppression, revisions: [revision] }: DeclaredSuppression,
  facts: Facts,
): Pick<Where, 'place' | 'revision'> {
  const place = suppression.place ?? projectPlace(facts);
  return suppression.by === 'comment' && revision ? { place, revision: revision.id } : { place };
}
