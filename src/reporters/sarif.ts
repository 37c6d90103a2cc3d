import { label } from './cut.ts';
import type { Reporter } from './reporter.ts';
import { fitting, mostResults } from './sarif/fitting.ts';
import { notificationsOf } from './sarif/notifications.ts';
import { resultsOf } from './sarif/results.ts';
import { descriptorsOf } from './sarif/rules.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** What code scanning of GitHub takes is 10 MB after gzip; nothing is larger after it than before. */
const largest = 9_500_000;

/**
 * SARIF 2.1.0 as code scanning of GitHub takes it in: one run for the project. The worst results that fit are in it,
 * what is let pass is marked so, and what was not looked at stands among the notifications.
 */
export const sarif: Reporter = {
  id: 'sarif',
  render(report, how) {
    const rules = descriptorsOf(report, how);
    const version = label(report.writtenBy, 100, 'unknown');
    const all = resultsOf(report, rules);
    const documentOf = (results: readonly object[]): string => {
      const notifications = notificationsOf(report, rules, all.length - results.length);
      const run = {
        tool: { driver: { ...driver, version, rules: rules.descriptors } },
        automationDetails: { id: idOf(report.project.directory) },
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
        columnKind: 'utf16CodeUnits',
        results,
      };
      return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] })}\n`;
    };
    const budget = how.budget ?? largest;
    const whole = documentOf(all.slice(0, mostResults));
    if (Buffer.byteLength(whole) <= budget) return whole;
    return documentOf(fitting(all, budget - Buffer.byteLength(documentOf([]))));
  },
};

const driver = { name: 'migrate-check', informationUri: 'https://github.com/org/migrate-check' };

/** All before the last slash is the category, by which code scanning tells projects apart: SARIF 2.1.0, section 3.17.2 */
const idOf = (directory: string): string => {
  const project = label(directory, 200, '.');
  return project === '.' ? 'migrate-check/' : `migrate-check/${project}/`;
};
