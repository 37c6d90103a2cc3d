import { withoutPasswordsIn } from '../config/secret.ts';
import type { Settings } from '../config/settings.ts';
import { type Output, widthOf, write } from '../host/output.ts';
import { onStandardOutput, type ReportFiles, writeReportFiles } from '../host/report-files.ts';
import { ruleTexts } from '../host/rule-texts.ts';
import { opens, type Report } from '../model/report.ts';
import { withoutCommands } from '../reporters/plain.ts';
import { colourOf, type Host } from './host.ts';

/**
 * Writes the report for people, and as each document that was asked for; when one of them has standard output for itself,
 * people read on standard error. No password is in any of them. The exit code follows from the verdict.
 */
export async function deliver(
  report: Report,
  { verbose, ...files }: ReportFiles & Pick<Settings, 'verbose'>,
  host: Host,
): Promise<number> {
  const { terminal } = await import('../reporters/terminal.ts');
  const how = (output: Output) => ({ colour: colourOf(host, output), width: widthOf(output), verbose });
  const shown = withoutPasswordsIn(report);
  await writeReportFiles(shown, files, { ...how(host.stdout), rule: ruleTexts(host.version) }, (text) =>
    write(host.stdout, withoutCommands(text)),
  );
  const people = onStandardOutput(files) === undefined ? host.stdout : host.stderr;
  await write(people, withoutCommands(terminal.render(shown, how(people))));
  return opens(report) ? 0 : 1;
}
