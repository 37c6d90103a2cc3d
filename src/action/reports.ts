import type { Settings } from '../config/settings.ts';
import { write } from '../host/output.ts';
import { type ReportFiles, type WantedReport, writeReportFiles } from '../host/report-files.ts';
import { ruleTexts } from '../host/rule-texts.ts';
import type { Report } from '../model/report.ts';

/** Writes the report into the log, for people, and into the files that are asked for; answers what these are. */
export async function writeReports(
  report: Report,
  { verbose, ...files }: ReportFiles & Pick<Settings, 'verbose'>,
  version: string,
): Promise<readonly WantedReport[]> {
  const { terminal } = await import('../reporters/terminal.ts');
  const how = { colour: true, width: 110, verbose };
  const print = (text: string): Promise<void> => write(process.stdout, text);
  await print(terminal.render(report, how));
  return writeReportFiles(report, files, { ...how, rule: ruleTexts(version) }, print);
}
