import { countedIn, type Finding, type Severity, severities } from '../model/finding.ts';
import { isAbove, type Place, placeText } from '../model/place.ts';
import { cut } from './cut.ts';
import { type Changed, isChanged } from './diff.ts';

export interface Annotation {
  readonly level: Severity;
  readonly title: string;
  readonly message: string;
  readonly place?: Place;
}

/** Which findings are shown on lines; `none` filters nothing. What fails the check is not asked here. */
export type Filter = 'added' | 'file' | 'none';

/** GitHub shows ten of each level for a step and drops the rest without a word; what stands first is one of them. */
const shown = 9;

/** Characters of a message; the runner cuts it off there. */
const longest = 4096;

export interface OnLines {
  readonly findings: readonly Finding[];
  readonly filter: Filter;
  /** Absent where nobody knows what was changed: then all of it is. */
  readonly changed?: Changed | undefined;
  /** What else is to be said: why the step fails, what could not be shown. GitHub counts it with the others. */
  readonly said?: Partial<Readonly<Record<Severity, string>>>;
}

/**
 * What stands on the lines of the migrations: for each level the first findings, worst first as they come. Before them,
 * so that it is not what is dropped, stands what else is to be said, and a pointer to those that are left out.
 */
export function annotationsOf({ findings, filter, changed, said = {} }: OnLines): readonly Annotation[] {
  const counting = countedIn({ findings });
  return severities.flatMap((level) => {
    const ofLevel = counting.filter(({ severity }) => severity === level);
    const wanted = onLines(ofLevel, filter, changed).slice(0, shown);
    const left = leftOut(ofLevel.length - wanted.length, level, wanted.length > 0);
    const first = [said[level], left].filter(Boolean).join('\n');
    return [
      ...(first === '' ? [] : [{ level, title: 'migrate-check', message: cut(first, longest) }]),
      ...wanted.map((finding) => annotationOf(finding, longest)),
    ];
  });
}

/** The findings whose lines are to be seen. */
export const onLines = (
  findings: readonly Finding[],
  filter: Filter,
  changed: Changed | undefined,
): readonly Finding[] =>
  filter === 'none' || !changed
    ? findings
    : findings.filter(({ place }) => isChanged(place, changed, filter));

/** "3 more errors are in the summary of this job"; where none of the level is shown, why that is. */
function leftOut(count: number, level: Severity, isMore: boolean): string {
  if (count === 0) return '';
  const [which, are] = count === 1 ? [level, 'is'] : [`${level}s`, 'are'];
  return isMore
    ? `${count} more ${which} ${are} in the summary of this job`
    : `${count} ${which} on no changed line ${are} in the summary of this job`;
}

/**
 * A finding on its line, of at most so many characters. What is outside the repository, as where a link leads out of it, is
 * on no page of GitHub, which refuses a whole check run for it: its place is in the message.
 */
export function annotationOf({ severity, rule, message, help, place }: Finding, most: number): Annotation {
  const text = `${message}\n\n${help}`;
  const said = { level: severity, title: rule };
  return place.file.startsWith('/') || isAbove(place.file)
    ? { ...said, message: cut(`${placeText(place)}: ${text}`, most) }
    : { ...said, message: cut(text, most), place };
}
