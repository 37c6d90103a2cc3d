import { withoutPasswords } from '../config/secret.ts';
import type { Settings } from '../config/settings.ts';
import { opens, type Report } from '../model/report.ts';
import { withoutCommands } from '../reporters/plain.ts';
import { colourOf, type Host, type Output, widthOf, write } from './host.ts';
import { onStandardOutput, type ReportFiles, writeReportFiles } from './report-files.ts';
import { ruleTexts } from './rule-texts.ts';

/**
 * Writes the report for people, and as each document that was asked for; when one of them has standard output for itself,
 * people read on standard error. The exit code follows from the verdict.
 */
export async function deliver(
  report: Report,
  { verbose, ...files }: ReportFiles & Pick<Settings, 'verbose'>,
  host: Host,
): Promise<number> {
  const { terminal } = await import('../reporters/terminal.ts');
  const how = (output: Output) => ({ colour: colourOf(host, output), width: widthOf(output), verbose });
  await writeReportFiles(report, files, { ...how(host.stdout), rule: ruleTexts(host.version) }, (text) =>
    write(host.stdout, withoutCommands(text)),
  );
  const people = onStandardOutput(files) === undefined ? host.stdout : host.stderr;
  await write(people, withoutCommands(withoutPasswords(terminal.render(report, how(people)))));
  return opens(report) ? 0 : 1;
}
