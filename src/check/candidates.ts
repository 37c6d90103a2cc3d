import type { Finding } from '../model/finding.ts';
import type { Edit } from '../model/suggestion.ts';
import type { Judgement } from '../rules/judge.ts';
import type { Proposal } from '../rules/rule.ts';

/** A finding, and what may end it. */
export interface Candidate {
  readonly finding: Finding;
  readonly proposal: Proposal;
}

/** Findings whose edits are tried: each costs a walk. */
const most = 10;

/** What is worth a trial, worst first. */
export function candidatesOf({
  findings,
  edits,
}: Pick<Judgement, 'findings' | 'edits'>): readonly Candidate[] {
  return findings
    .flatMap((finding) => {
      const proposal = edits.get(finding.fingerprint);
      return proposal && !finding.suppressed && isReadable(proposal) ? [{ finding, proposal }] : [];
    })
    .slice(0, most);
}

/** What of it everybody sees. */
export function editOf({ file, startLine, endLine, before, after }: Proposal): Edit {
  return { file, startLine, endLine, before, after };
}

/** Lines and characters that a reviewer still reads before they click. */
const longest = { lines: 60, characters: 4000 };

/** Nothing in the new lines is hidden from the eye, which a name from the database may have brought along. */
function isReadable({ before, after }: Edit): boolean {
  const added = after.filter((line) => !before.includes(line)).join('\n');
  return (
    after.length <= longest.lines &&
    added.length <= longest.characters &&
    !/[[\p{C}--[\t\n]]\u2028\u2029]/v.test(added)
  );
}
