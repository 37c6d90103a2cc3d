import type { Finding } from '../../src/model/finding.ts';
import type { Facts } from '../../src/model/report.ts';
import type { Directive } from '../../src/model/revision.ts';
import { type Judgement, type JudgeSettings, judge } from '../../src/rules/judge.ts';
import { move, sqlFailure, trip } from '../support/facts.ts';
import { revision } from '../support/graph.ts';

export const file = 'versions/a.py';

export function judged(from: Facts, settings: Partial<JudgeSettings> = {}): Judgement {
  return judge(from, { failOn: 'error', rules: {}, ...settings });
}

export const rulesOf = (findings: readonly Finding[]): readonly string[] => findings.map(({ rule }) => rule);
export const counted = (findings: readonly Finding[]): readonly string[] =>
  rulesOf(findings.filter(({ suppressed }) => !suppressed));

/** `# migrate-check: ignore[...]` on a line, about the file or about some lines. */
export const ignore = (line: number, text: string, about?: readonly [number, number]): Directive => ({
  keyword: 'ignore',
  text,
  place: { file, line },
  covers: about
    ? { what: 'statement', place: { file, line: about[0], endLine: about[1] } }
    : { what: 'file', place: { file } },
});

/** A revision whose upgrade fails on line 15, with some comments. */
export function failing(...directives: readonly Directive[]): Facts {
  const place = { file, line: 15 };
  const upgrade = move('upgrade', 'a', { failure: sqlFailure('42601', 'syntax error', { place }) });
  return trip(revision('a', [], { directives }), { upgrade });
}
