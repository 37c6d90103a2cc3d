import type { Report } from '../../model/report.ts';
import { oneLine } from '../plain.ts';
import { walked } from '../walked.ts';
import { type Page, wrap } from './page.ts';

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
    ...(versions.length > 0 ? toolchainLines(oneLine(versions.join(', ')), toolchain, page) : []),
    ...(server
      ? [`  PostgreSQL ${oneLine(server.version)} ${page.paint('dim', `· ${oneLine(server.provider)}`)}`]
      : []),
    ...wrap(oneLine(walked(report)), page, '  '),
  ];
}

/** The interpreter stands behind the versions where there is room, else below them. */
function toolchainLines(
  versions: string,
  { interpreter }: Report['toolchain'],
  page: Page,
): readonly string[] {
  const path = oneLine(interpreter);
  const lines = wrap(versions, page, '  ');
  const last = lines.at(-1) ?? '';
  return last.length + path.length + 3 <= page.width
    ? [...lines.slice(0, -1), `${last} ${page.paint('dim', `· ${path}`)}`]
    : [...lines, `  ${page.paint('dim', path)}`];
}
