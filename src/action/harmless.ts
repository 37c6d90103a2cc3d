import type { Finding, RuleId } from '../model/finding.ts';
import { oneLine, plain } from '../reporters/plain.ts';

/** A finding whose texts do no harm in a log: what a migration or a name says is not an instruction to a terminal. */
export const harmless = (finding: Finding): Finding => ({
  ...finding,
  rule: oneLine(finding.rule) as RuleId,
  message: plain(finding.message),
  help: plain(finding.help),
  place: { ...finding.place, file: oneLine(finding.place.file) },
});
