import { label } from './cut.ts';
import { sort } from './junit/findings.ts';
import { revisionSuites } from './junit/revisions.ts';
import { type Suite, suiteElement } from './junit/suite.ts';
import { wholeSuite } from './junit/whole.ts';
import { document } from './junit/xml.ts';
import type { Reporter } from './reporter.ts';

/**
 * JUnit's XML: a suite for each revision in scope with a case for each part of its round trip, and one for the history as
 * a whole. A case fails exactly where the gate is shut because of it; what was not looked at is skipped, and says why.
 */
export const junit: Reporter = {
  id: 'junit',
  render(report, how) {
    const findings = sort(report, how);
    const suites: readonly Suite[] = [...revisionSuites(report, findings), wholeSuite(report, findings)];
    const elements = suites.map(suiteElement);
    const sum = (name: string): number =>
      elements.reduce((total, { attributes }) => total + Number(attributes[name]), 0);
    return document({
      name: 'testsuites',
      attributes: {
        name: `migrate-check ${label(report.project.label, 200, 'project')}`,
        tests: sum('tests'),
        failures: sum('failures'),
        errors: sum('errors'),
        time: (report.milliseconds / 1000).toFixed(3),
      },
      content: elements,
    });
  },
};
