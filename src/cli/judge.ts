import { relative, resolve } from 'node:path';
import { gitRoot } from '../config/git.ts';
import type { Layer } from '../config/layer.ts';
import { readTableStats } from '../config/table-stats.ts';
import { checkReportFiles } from '../host/report-files.ts';
import type { Report } from '../model/report.ts';
import type { Asked } from './arguments.ts';
import { deliver } from './deliver.ts';
import type { Host } from './host.ts';
import { readReport } from './read-report.ts';
import { resolved } from './resolved.ts';

/** `migrate-check judge report.json`: with the severity it was judged with, where nothing else is said. */
export async function judgeCommand(asked: Extract<Asked, { kind: 'judge' }>, host: Host): Promise<number> {
  const file = resolve(host.cwd, asked.report);
  const shown = relative(host.cwd, file);
  const report = await readReport(file, shown);
  const { settings } = await resolved(asked, host, judgedWith(report, shown, host.cwd));
  await checkReportFiles(settings, file);
  const { rejudge } = await host.engine();
  const facts = await withSizes(report, settings.tableStats, host.cwd);
  const root = (await gitRoot(host.cwd)) ?? host.cwd;
  return deliver(await rejudge(facts, settings, root), settings, host);
}

/** The report with the sizes of this file, where one is given, instead of those that it has. */
async function withSizes(report: Report, file: string | undefined, cwd: string): Promise<Report> {
  return file === undefined
    ? report
    : { ...report, tableSizes: await readTableStats(file, relative(cwd, file)) };
}

function judgedWith({ failOn }: Report, file: string, base: string): Layer {
  const source = { kind: 'report', name: 'failOn', file } as const;
  return { base, given: new Map([['failOn', { value: failOn, source }]]) };
}
