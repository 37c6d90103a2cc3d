import { withoutPasswords } from '../config/secret.ts';
import type { Settings } from '../config/settings.ts';
import { opens, type Report } from '../model/report.ts';
import { withoutCommands } from '../reporters/plain.ts';
import { colourOf, type Host, type Output, widthOf, write } from './host.ts';
import { writeReport } from './report-file.ts';

/**
 * Writes the report for people, and as JSON where that was asked for; when JSON has standard output for itself,
 * people read on standard error. The exit code follows from the verdict.
 */
export async function deliver(
  report: Report,
  { json, verbose }: Pick<Settings, 'json' | 'verbose'>,
  host: Host,
): Promise<number> {
  const reporters = await Promise.all([import('../reporters/terminal.ts'), import('../reporters/json.ts')]);
  const [{ terminal }, { json: machine }] = reporters;
  const how = (output: Output) => ({ colour: colourOf(host, output), width: widthOf(output), verbose });
  const people = json === '-' ? host.stderr : host.stdout;
  if (json !== undefined) {
    const text = machine.render(report, { ...how(host.stdout), colour: false });
    await (json === '-' ? write(host.stdout, withoutCommands(text)) : writeReport(json, text));
  }
  await write(people, withoutCommands(withoutPasswords(terminal.render(report, how(people)))));
  return opens(report) ? 0 : 1;
}
