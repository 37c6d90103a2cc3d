import type { Finding } from '../../model/finding.ts';
import type { Facts } from '../../model/report.ts';
import type { Baseline, BaselineEntry, BaselineUse } from '../../model/suppression.ts';
import type { Lookout } from './suppress-lookout.ts';

/** Lets pass what was recorded: of several findings with one fingerprint as many as there are entries for it. */
export function letPassRecorded(
  findings: readonly Finding[],
  { file, entries }: Baseline,
  isFinal: (rule: string) => boolean,
): { readonly findings: readonly Finding[]; readonly left: readonly BaselineEntry[] } {
  const open = Map.groupBy(entries, ({ fingerprint }) => fingerprint);
  const suppressed = { by: 'baseline', reason: `recorded in ${file}` } as const;
  const passed = findings.map((finding) => {
    const entry = isFinal(finding.rule) ? undefined : open.get(finding.fingerprint)?.shift();
    return entry && !finding.suppressed ? { ...finding, suppressed } : finding;
  });
  return { findings: passed, left: [...open.values()].flat() };
}

/** What came of a baseline; entries that are left over are fixed where their rule has looked for them. */
export function useOf(
  { file }: Baseline,
  findings: readonly Finding[],
  left: readonly BaselineEntry[],
  lookout: Lookout,
  { graph }: Facts,
): BaselineUse {
  const revisions = Map.groupBy(graph.revisions, ({ place }) => place.file);
  const isFixed = (entry: BaselineEntry): boolean => lookout(entry.rule, revisions.get(entry.file) ?? []);
  return {
    file,
    letPass: findings.filter(({ suppressed }) => suppressed?.by === 'baseline').length,
    fixed: left.filter(isFixed),
    notChecked: left.filter((entry) => !isFixed(entry)),
  };
}

/** What is to be recorded: the findings that nothing but a baseline lets pass, and what was not looked for. Sorted. */
export function toRecord(
  findings: readonly Finding[],
  use: BaselineUse | undefined,
  isFinal: (rule: string) => boolean,
): readonly BaselineEntry[] {
  const today = findings
    .filter(({ rule, suppressed }) => !isFinal(rule) && (!suppressed || suppressed.by === 'baseline'))
    .map(({ rule, place, fingerprint, message }) => ({
      rule,
      file: place.file,
      fingerprint,
      about: firstWords(message),
    }));
  return [...today, ...(use?.notChecked ?? [])].toSorted(
    (a, b) => text(a.file, b.file) || text(a.rule, b.rule) || text(a.fingerprint, b.fingerprint),
  );
}

const text = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Characters of a message that are enough to recognise it. */
const enough = 80;

function firstWords(message: string): string {
  const line = message.replaceAll(/\s+/g, ' ').trim();
  return line.length <= enough
    ? line
    : `${line.slice(0, line.lastIndexOf(' ', enough) + 1 || enough).trim()} …`;
}
