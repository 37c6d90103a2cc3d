import type { Finding, RuleId } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { graph, id, revision } from '../support/graph.ts';

/** The report of a history of one revision. */
export function reportOf(more: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    writtenBy: '1.2.3',
    project: { directory: '.', tool: 'alembic', label: 'shop', because: 'alembic.ini, section [alembic]' },
    toolchain: {
      versions: { python: '3.12.1', alembic: '1.20.1' },
      interpreter: '/usr/bin/python3 (from PATH)',
    },
    graph: graph(revision('a')),
    plan: {
      scope: 'all',
      steps: [{ kind: 'round-trip', revision: id('a') }, { kind: 'chain' }, { kind: 'rehearsal' }],
      leftOut: [],
    },
    observations: {
      roundTrips: [],
      passedThrough: [],
      notObserved: [],
      remarks: [],
      recoveries: { count: 0, moves: 0 },
    },
    failOn: 'error',
    findings: [],
    coverage: [],
    rules: [],
    verdict: 'passed',
    milliseconds: 1200,
    ...more,
  };
}

export const finding: Finding = {
  rule: 'upgrade-fails' as RuleId,
  severity: 'error',
  message: 'The upgrade of a fails.',
  help: 'Mend it.',
  place: { file: 'versions/a.py', line: 14 },
  revision: id('a'),
  evidence: [],
  fingerprint: 'f',
};
