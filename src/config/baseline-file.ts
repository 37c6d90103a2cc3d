import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import type { RuleId } from '../model/finding.ts';
import { SetupError } from '../model/setup-error.ts';
import type { Baseline, BaselineEntry } from '../model/suppression.ts';

/** In the directory of the project, where no other file is named. */
const usual = '.migrate-check-baseline.json';

/** Where the baseline of a project is: absolute. `project` is its directory, relative to the root. */
export const baselineFile = (named: string | undefined, root: string, project: string): string =>
  named ?? resolve(root, project, usual);

/** The baseline of a project; undefined where there is none. SetupError `bad-baseline`; also when one is named and is not there. */
export async function baselineOf({
  named,
  root,
  project,
  isNew,
}: {
  readonly named: string | undefined;
  readonly root: string;
  /** Its directory, relative to the root. */
  readonly project: string;
  /** It is about to be written, and need not be there. */
  readonly isNew: boolean;
}): Promise<Baseline | undefined> {
  const path = baselineFile(named, root, project);
  const file = relative(root, path);
  const entries = await readBaseline(path, file);
  if (entries) return { file, entries };
  if (named === undefined || isNew) return undefined;
  throw new SetupError(
    'bad-baseline',
    `There is no baseline ${file}`,
    `Write it: migrate-check baseline --baseline ${file}`,
  );
}

const schema = z.strictObject({
  version: z.literal(1),
  findings: z.array(
    z.strictObject({
      rule: z.string() as unknown as z.ZodType<RuleId>,
      file: z.string(),
      fingerprint: z.string().min(1),
      about: z.string(),
    }),
  ),
});

/** The entries of a baseline, undefined where there is no such file. SetupError `bad-baseline` when it cannot be read, or is none. */
async function readBaseline(file: string, shown: string): Promise<readonly BaselineEntry[] | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw bad(`The baseline ${shown} cannot be read: ${error.message}`, error);
  });
  return text === undefined ? undefined : parseBaseline(text, shown);
}

/** Reads the text of a baseline. SetupError `bad-baseline` that says what is wrong with it. */
export function parseBaseline(text: string, shown: string): readonly BaselineEntry[] {
  if (/^(<{7}|={7}|>{7})/m.test(text))
    throw bad(`The baseline ${shown} has the marks of a merge that was not resolved`);
  const result = schema.safeParse(jsonIn(text, shown));
  if (result.success) return result.data.findings;
  const [issue] = result.error.issues;
  const where = issue?.path.join('.') || 'the whole';
  throw bad(`The baseline ${shown} cannot be used: ${where}: ${issue?.message}`);
}

function jsonIn(text: string, shown: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw bad(`The baseline ${shown} is not JSON: ${(cause as Error).message}`, cause);
  }
}

const bad = (message: string, cause?: unknown): SetupError =>
  new SetupError(
    'bad-baseline',
    message,
    'Take the last good version of it, or delete it and write it anew: migrate-check baseline',
    { cause },
  );

/** Writes a baseline, an entry on each line so that differences are small: all of it or nothing. SetupError `bad-baseline`. */
export async function writeBaseline(file: string, entries: readonly BaselineEntry[]): Promise<void> {
  const lines = entries.map(({ rule, file, fingerprint, about }) =>
    JSON.stringify({ rule, file, fingerprint, about }),
  );
  const findings = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  const beside = join(dirname(file), `.migrate-check-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(beside, `{\n  "version": 1,\n  "findings": ${findings}\n}\n`);
    await rename(beside, file);
  } catch (cause) {
    await rm(beside, { force: true });
    throw new SetupError(
      'bad-baseline',
      `The baseline cannot be written to ${file}: ${(cause as Error).message}`,
      'Name another file: --baseline baseline.json',
      { cause },
    );
  }
}
