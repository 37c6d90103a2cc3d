import { relative } from 'node:path';
import { baselineFile, writeBaseline } from '../config/baseline-file.ts';
import { write } from '../host/output.ts';
import type { Report } from '../model/report.ts';
import type { BaselineEntry } from '../model/suppression.ts';
import type { Asked } from './arguments.ts';
import type { Host } from './host.ts';
import { resolved } from './resolved.ts';
import { whileWatched } from './watched.ts';

/**
 * `migrate-check baseline [directory]`: records the findings of today, so that only new ones count from now on. What is
 * fixed drops out. The exit code is 0 when it is written, whatever was found.
 */
export async function baselineCommand(
  asked: Extract<Asked, { kind: 'baseline' }>,
  host: Host,
): Promise<number> {
  const { settings } = await resolved(asked, host);
  return await whileWatched(settings, asked, host, async (request) => {
    const { check } = await host.engine();
    const report = await check({ ...request, newBaseline: true });
    request.signal.throwIfAborted();
    const { recordable } = await import('../rules/judge.ts');
    const entries = recordable(report);
    const file = baselineFile(settings.baseline, request.where.root, report.project.directory);
    await writeBaseline(file, entries);
    request.progress.end();
    await write(host.stdout, said(entries, report, relative(host.cwd, file)));
    return 0;
  });
}

function said(
  entries: readonly BaselineEntry[],
  { findings, baseline, verdict }: Report,
  file: string,
): string {
  const letPass = findings.filter(({ suppressed }) => suppressed && suppressed.by !== 'baseline').length;
  const fromBefore = (baseline?.letPass ?? 0) + (baseline?.notChecked.length ?? 0);
  const about = findings.length - letPass - (entries.length - (baseline?.notChecked.length ?? 0));
  return [
    `${count(entries.length, 'finding')} recorded in ${file}`,
    ...(baseline
      ? [
          `  ${entries.length - fromBefore} new, ${fromBefore} recorded before, ${baseline.fixed.length} fixed and dropped`,
        ]
      : []),
    ...(letPass > 0 ? [`  ${letPass} let pass by comments or settings: not recorded`] : []),
    ...(about > 0 ? [`  ${about} about comments and settings themselves: not recorded, mend them`] : []),
    ...(verdict === 'incomplete' ? ['  something in scope could not be checked: it is not recorded'] : []),
  ].join('\n');
}

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
