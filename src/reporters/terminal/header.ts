import type { Report } from '../../model/report.ts';
import { oneLine } from '../plain.ts';
import { walked } from '../walked.ts';
import type { Page } from './page.ts';

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
    ...(versions.length > 0
      ? [`  ${oneLine(versions.join(', '))} ${page.paint('dim', `· ${oneLine(toolchain.interpreter)}`)}`]
      : []),
    ...(server
      ? [`  PostgreSQL ${oneLine(server.version)} ${page.paint('dim', `· ${oneLine(server.provider)}`)}`]
      : []),
    `  ${oneLine(walked(report))}`,
  ];
}
