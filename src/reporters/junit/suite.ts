import type { Finding } from '../../model/finding.ts';
import { label, shown } from '../cut.ts';
import type { Lines } from '../in-repository.ts';
import { findingText, headOf } from './text.ts';
import type { Element } from './xml.ts';

/** One of the things that were checked. */
export interface Case {
  readonly name: string;
  readonly milliseconds?: number | undefined;
  /** Findings because of which it fails. */
  readonly failing?: readonly Finding[];
  /** Findings because of which it does not, those that are let pass among them. */
  readonly other?: readonly Finding[];
  /** Why it was not looked at; it is skipped then, unless it fails all the same. */
  readonly notChecked?: string | undefined;
  /** Why nobody can say whether it is well. */
  readonly incomplete?: string;
}

export interface Suite {
  readonly name: string;
  /** What its cases have in front of their names, where a reader shows them in one list. */
  readonly className: string;
  readonly lines?: Lines | undefined;
  readonly cases: readonly Case[];
}

export function suiteElement({ name, className, lines, cases }: Suite): Element {
  const outcomes = cases.map((one) => outcomeOf(one)?.name);
  const number = (outcome: string): number => outcomes.filter((one) => one === outcome).length;
  const took = cases.reduce((sum, { milliseconds = 0 }) => sum + milliseconds, 0);
  return {
    name: 'testsuite',
    attributes: {
      name,
      tests: cases.length,
      failures: number('failure'),
      errors: number('error'),
      skipped: number('skipped'),
      time: seconds(took),
      file: lines?.file,
    },
    content: cases.map((one) => caseElement(one, className, lines)),
  };
}

function caseElement(one: Case, className: string, lines: Lines | undefined): Element {
  const { name, milliseconds = 0, other = [] } = one;
  const outcome = outcomeOf(one);
  const output = other.map(findingText).join('\n\n');
  return {
    name: 'testcase',
    attributes: { name, classname: className, file: lines?.file, time: seconds(milliseconds) },
    content: [
      ...(outcome ? [outcome] : []),
      ...(output === '' ? [] : [{ name: 'system-out', attributes: {}, content: output }]),
    ],
  };
}

/** Why it did not pass; undefined where it did. Readers take one element of a case, so all findings stand in one. */
function outcomeOf({ failing = [], notChecked, incomplete }: Case): Element | undefined {
  const [first] = failing;
  if (first) {
    const more = failing.length > 1 ? ` (and ${failing.length - 1} more)` : '';
    const content = failing.map(findingText).join('\n\n');
    return {
      name: 'failure',
      attributes: { type: label(first.rule, 255, 'unnamed'), message: `${headOf(first)}${more}` },
      content,
    };
  }
  if (incomplete !== undefined)
    return { name: 'error', attributes: { type: 'incomplete', message: shown(incomplete, 2000) } };
  if (notChecked !== undefined) return { name: 'skipped', attributes: { message: shown(notChecked, 2000) } };
  return undefined;
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);
