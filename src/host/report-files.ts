import type { Settings } from '../config/settings.ts';
import type { Report } from '../model/report.ts';
import { SetupError } from '../model/setup-error.ts';
import { type FileReporterName, fileReporterNames, fileReporters } from '../reporters/files.ts';
import type { RenderOptions } from '../reporters/reporter.ts';
import { mustBeWritable, writeWhole } from './whole-file.ts';

/** Where each document is to go: a path, or `-` for standard output. */
export type ReportFiles = Pick<Settings, FileReporterName>;

/** A document that somebody wants, and where. */
export interface WantedReport {
  readonly name: FileReporterName;
  /** Absolute, or `-`. */
  readonly file: string;
}

const wanted = (files: ReportFiles): readonly WantedReport[] =>
  fileReporterNames.flatMap((name) => {
    const file = files[name];
    return file === undefined ? [] : [{ name, file }];
  });

/** The document that has standard output for itself; undefined where people do. */
export const onStandardOutput = (files: ReportFiles): FileReporterName | undefined =>
  wanted(files).find(({ file }) => file === '-')?.name;

/**
 * SetupError `bad-usage` when two documents are to go to one place, and `bad-setting` when one cannot be written where it
 * is wanted: better now than after the work. `judged` is the report that is read, which no other document may replace.
 */
export async function checkReportFiles(files: ReportFiles, judged?: string): Promise<void> {
  const reports = wanted(files);
  const over = reports.find(({ name, file }) => file === judged && name !== 'json');
  if (over) throw overJudged(over);
  for (const [file, [first, second]] of Map.groupBy(reports, (report) => report.file))
    if (first && second) throw samePlace(file, first.name, second.name);
  for (const report of reports)
    if (report.file !== '-') await mustBeWritable(report.file).catch((cause) => notWritable(report, cause));
}

/** Renders a document for each that is wanted. `print` is given the one for standard output. */
export async function writeReportFiles(
  report: Report,
  files: ReportFiles,
  how: RenderOptions,
  print: (text: string) => Promise<void>,
): Promise<readonly WantedReport[]> {
  const reports = wanted(files);
  for (const one of reports) {
    const reporter = await fileReporters[one.name]();
    const text = reporter.render(report, { ...how, colour: false });
    if (one.file === '-') await print(text);
    else await writeWhole(one.file, text).catch((cause) => notWritable(one, cause));
  }
  return reports;
}

const samePlace = (file: string, first: string, second: string): SetupError =>
  new SetupError(
    'bad-usage',
    `${first} and ${second} are both to be written to ${file === '-' ? 'standard output' : file}`,
    `Name a file of its own: --${second} FILE`,
  );

const overJudged = ({ name, file }: WantedReport): SetupError =>
  new SetupError(
    'bad-usage',
    `${name} is to be written to ${file}, and that is the report to judge`,
    `Name another file: --${name} FILE`,
  );

function notWritable({ name, file }: WantedReport, cause: Error): never {
  throw new SetupError(
    'bad-setting',
    `The report cannot be written to ${file}: ${cause.message}`,
    `Name another file: --${name} FILE`,
    { cause },
  );
}
