import { writeReport } from '../cli/report-file.ts';
import type { Settings } from '../config/settings.ts';
import { output } from '../github/workflow.ts';
import type { Report } from '../model/report.ts';

/** Writes the report into the log, for people, and into the files that are asked for. */
export async function writeReports(report: Report, { json, verbose }: Settings): Promise<void> {
  const [{ terminal }, machine] = await Promise.all([
    import('../reporters/terminal.ts'),
    import('../reporters/json.ts'),
  ]);
  const how = { colour: true, width: 110, verbose };
  process.stdout.write(terminal.render(report, how));
  if (json === undefined || json === '-') return;
  await writeReport(json, machine.json.render(report, { ...how, colour: false }));
  output('json', json);
}
