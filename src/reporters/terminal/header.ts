import type { Report } from '../../model/report.ts';
import { oneLine } from '../plain.ts';
import { count, type Page } from './page.ts';

const labels: Readonly<Record<string, string>> = {
  python: 'Python',
  alembic: 'Alembic',
  sqlalchemy: 'SQLAlchemy',
};

/** What was checked, with what, and how far. */
export function header(report: Report, page: Page): readonly string[] {
  const { project, toolchain, server, writtenBy } = report;
  const versions = Object.entries(toolchain.versions).map(
    ([name, version]) => `${labels[name] ?? name} ${version}`,
  );
  return [
    `${page.paint('bold', `migrate-check ${oneLine(writtenBy)}`)}  ${oneLine(project.label)} ${page.paint('dim', `(${oneLine(project.because)})`)}`,
    `  ${oneLine(versions.join(', '))} ${page.paint('dim', `· ${oneLine(toolchain.interpreter)}`)}`,
    ...(server
      ? [`  PostgreSQL ${oneLine(server.version)} ${page.paint('dim', `· ${oneLine(server.provider)}`)}`]
      : []),
    `  ${walked(report)}`,
  ];
}

function walked({ observations, graph, plan }: Report): string {
  const { roundTrips, passedThrough, chain, rehearsal } = observations;
  if (plan.steps.length === 0)
    return graph.revisions.length === 0 ? 'nothing to walk' : 'no revision in scope: nothing was started';
  return [
    `${count(roundTrips.length, 'revision')} up, down and up again`,
    ...(passedThrough.length > 0 ? [`${passedThrough.length} passed through`] : []),
    ...(chain && !chain.failure
      ? [`${chain.reached === 'base' ? 'all' : 'the last'} ${chain.down.length} down in a row`]
      : []),
    ...(rehearsal && !rehearsal.failure ? ['one plain upgrade to the heads'] : []),
  ].join(' · ');
}
