import type { Settings } from '../config/settings.ts';
import { output } from '../github/workflow.ts';
import { write } from '../host/output.ts';
import { type ReportFiles, writeReportFiles } from '../host/report-files.ts';
import { ruleTexts } from '../host/rule-texts.ts';
import type { Report } from '../model/report.ts';

/** Writes the report into the log, for people, and into the files that are asked for, whose names are outputs. */
export async function writeReports(
  report: Report,
  { verbose, ...files }: ReportFiles & Pick<Settings, 'verbose'>,
  version: string,
): Promise<void> {
  const { terminal } = await import('../reporters/terminal.ts');
  const how = { colour: true, width: 110, verbose };
  const print = (text: string): Promise<void> => write(process.stdout, text);
  await print(terminal.render(report, how));
  const written = await writeReportFiles(report, files, { ...how, rule: ruleTexts(version) }, print);
  for (const { name, file } of written) if (file !== '-') output(name, file);
}
