import type { Finding, Severity } from '../model/finding.ts';
import type { Place } from '../model/place.ts';

export interface Annotation {
  readonly level: Severity;
  readonly title: string;
  readonly message: string;
  readonly place?: Place;
}

/** GitHub shows ten of each level for a step and drops the rest without a word; the failing step itself is one of them. */
const shown = 9;

/** Characters of a message; the runner cuts it off there. */
const longest = 4096;

/**
 * What stands on the lines of the migrations: for each level the first findings, worst first as they come, and one
 * pointer to the rest, put first so that it is not what is dropped.
 */
export function annotationsOf(findings: readonly Finding[]): readonly Annotation[] {
  return (['error', 'warning', 'notice'] as const).flatMap((level) => {
    const ofLevel = findings.filter(({ severity }) => severity === level);
    const left = ofLevel.length - shown;
    const pointer: Annotation = {
      level,
      title: 'migrate-check',
      message: `${left} more of this severity: see the log of this step`,
    };
    return [...(left > 0 ? [pointer] : []), ...ofLevel.slice(0, shown).map(annotationOf)];
  });
}

function annotationOf({ severity, rule, message, help, place }: Finding): Annotation {
  const text = `${message}\n\n${help}`;
  const cut = text.length > longest ? `${text.slice(0, longest - 4)} ...` : text;
  return { level: severity, title: rule, message: cut, place };
}
