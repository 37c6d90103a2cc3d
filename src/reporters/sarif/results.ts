import { countedIn, type Finding, type Suppression } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import type { Report } from '../../model/report.ts';
import { label } from '../cut.ts';
import { fingerprintsOf } from '../fingerprints.ts';
import { inRepository, type Lines, linesOf } from '../in-repository.ts';
import { type Callers, callersIn } from './callers.ts';
import { fixOf } from './fix.ts';
import { locationOf } from './location.ts';
import { message } from './message.ts';
import { type Descriptors, levels } from './rules.ts';

/** Places beside its own that a result names; code scanning keeps 100. */
const most = 20;

/** A result for each finding: those that count first, worst first, then what is let pass. */
export function resultsOf(report: Report, rules: Descriptors): readonly object[] {
  const fingerprints = fingerprintsOf(report.findings);
  const callers = callersIn(report);
  const ofPassed = report.findings.filter(({ suppressed }) => suppressed);
  return [...countedIn(report), ...ofPassed].map((finding) => {
    const { rule, severity, message: said, help, revision, suppressed } = finding;
    const reference = rules.reference(rule);
    const related = relatedTo(finding, callers);
    const fix = fixOf(finding);
    return {
      ...(reference ? { ruleId: reference.id, ruleIndex: reference.index } : {}),
      level: levels[severity],
      message: message(`${said}\n\n${help}`, 'no message'),
      locations: [{ physicalLocation: physical(linesOf(finding, report)) }],
      // By the first of them code scanning knows a result again.
      partialFingerprints: { primaryLocationLineHash: fingerprints.get(finding) },
      ...(related.length > 0 ? { relatedLocations: related } : {}),
      ...(fix ? { fixes: [fix] } : {}),
      ...(suppressed ? { suppressions: [suppressionOf(suppressed)] } : {}),
      ...(revision === undefined ? {} : { properties: { revision: label(revision, 255, 'unnamed') } }),
    };
  });
}

/** One line, though more be known: on a pull request code scanning shows what is wholly among the lines that it changes. */
const physical = (lines: Lines): object => ({
  artifactLocation: locationOf(lines),
  region: { startLine: lines.line, endLine: lines.line },
});

/** The way there, from the revision on, and what lets it pass. */
function relatedTo({ place, suppressed }: Finding, callers: Callers): readonly object[] {
  const places: readonly (readonly [Place, string])[] = [
    ...callers(place).map((one) => [one, 'Called from here'] as const),
    ...(suppressed?.place ? [[suppressed.place, 'Let pass here'] as const] : []),
  ];
  return places
    .flatMap(([one, words]) => {
      const lines = inRepository(one);
      return lines ? [{ physicalLocation: physical(lines), message: { text: words } }] : [];
    })
    .slice(0, most)
    .map((location, at) => ({ id: at + 1, ...location }));
}

const suppressionOf = ({ by, reason, until }: Suppression): object => ({
  kind: by === 'comment' ? 'inSource' : 'external',
  status: 'accepted',
  justification: message(until === undefined ? reason : `${reason} (until ${until})`, 'no reason').text,
});
