import { matchesGlob } from 'node:path';
import type { Finding, Suppression } from '../../model/finding.ts';
import type { Facts } from '../../model/report.ts';
import type { Directive, Revision } from '../../model/revision.ts';
import type { IgnoreEntry } from '../../model/suppression.ts';
import { readIgnore, reasonIn } from './directives.ts';

/** A comment in a revision's file, or an entry of `ignore` in the settings: it lets findings of some rules pass. */
export interface DeclaredSuppression {
  /** What a finding that it lets pass says of it. */
  readonly suppression: Suppression;
  /** As they are spelt: any of them may be the name of no rule. */
  readonly rules: readonly string[];
  /** How a sentence speaks of it. */
  readonly called: string;
  /** How many lines it is about: among several that cover a finding the smallest counts. */
  readonly reach: number;
  /** The revisions that it is about; of a comment the one it stands in. */
  readonly revisions: readonly Revision[];
  covers(finding: Finding): boolean;
}

/** Farther than any statement or function, and nearer than the settings. */
const wholeFile = Number.MAX_SAFE_INTEGER;

/** All comments that let something pass; those that name no rule, or stand alone, are left to bad-directive. */
export function inComments({ graph }: Facts): readonly DeclaredSuppression[] {
  return graph.revisions.flatMap((revision) =>
    revision.directives.flatMap((directive) => declaredBy(directive, revision) ?? []),
  );
}

function declaredBy(directive: Directive, revision: Revision): DeclaredSuppression | undefined {
  const { covers, place } = directive;
  const { rules, reason } = readIgnore(directive) ?? { rules: [], reason: '' };
  if (!covers || rules.length === 0) return undefined;
  const { file, line = 1, endLine = line } = covers.place;
  const isFile = covers.what === 'file';
  return {
    suppression: { by: 'comment', place, reason },
    rules,
    called: `The comment "# migrate-check: ignore[${rules.join(', ')}]"`,
    reach: isFile ? wholeFile : endLine - line + 1,
    revisions: [revision],
    covers: (finding) =>
      isFile
        ? finding.place.file === file || finding.revision === revision.id
        : finding.place.file === file && within(finding.place.line, line, endLine),
  };
}

const within = (line: number | undefined, first: number, last: number): boolean =>
  line !== undefined && first <= line && line <= last;

export function inSettings(
  entries: readonly IgnoreEntry[],
  { graph }: Facts,
): readonly DeclaredSuppression[] {
  return entries.map(({ path, rules, reason, until, place }) => ({
    suppression: {
      by: 'settings',
      ...(place ? { place } : {}),
      reason: reasonIn(reason),
      ...(until === undefined ? {} : { until }),
    },
    rules,
    called: `The entry of ignore for ${rules.join(', ')} in ${path}`,
    reach: Number.POSITIVE_INFINITY,
    revisions: graph.revisions.filter((revision) => isAt(revision.place.file, path)),
    covers: (finding) => isAt(finding.place.file, path),
  }));
}

/** Whether the end of a path matches a glob. Node's `**` passes over directories that begin with a dot. */
function isAt(file: string, glob: string): boolean {
  const parts = file.split('/');
  return parts.some((_, at) => matchesGlob(parts.slice(at).join('/'), glob));
}

/** Whether a day, such as 2027-01-31, lies after the last one on which it holds. Nothing ends where nobody says what day it is. */
export const isOver = ({ until }: Suppression, today: string | undefined): boolean =>
  until !== undefined && today !== undefined && today > until;

/** Whether it lets anything pass at all. */
export const holds = ({ suppression }: DeclaredSuppression, today: string | undefined): boolean =>
  suppression.reason !== '' && !isOver(suppression, today);
