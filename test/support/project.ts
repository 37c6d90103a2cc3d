import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

/** Where the small projects are, one defect or one trap each. */
const shelf = join(import.meta.dirname, '..', '..', 'fixtures', 'projects', 'alembic');

const finding = z.strictObject({
  rule: z.string(),
  /** Relative to the directory of the project. */
  file: z.string(),
  line: z.number().int().positive(),
  /** What its message, help and evidence say among other things. */
  says: z.array(z.string()),
});
const outcome = {
  verdict: z.enum(['passed', 'failed', 'incomplete']).optional(),
  /** All of them, in any order. */
  findings: z.array(finding).optional(),
  /** Instead of a report: what is wrong with the set-up. */
  error: z.strictObject({ code: z.string(), says: z.array(z.string()).nonempty() }).optional(),
};
const isWhole = ({ verdict, findings, error }: z.output<z.ZodObject<typeof outcome>>): boolean =>
  error ? !verdict && !findings : verdict !== undefined && findings !== undefined;
const whole = 'either error, or verdict and findings';

/** What `expected.json` of a project says. */
const expectedSchema = z
  .strictObject({
    about: z.string(),
    /** The Python environment of scripts/python-env.ts that it is about; absent: the one of the run. */
    stack: z.literal('flask').optional(),
    /** As in migrate-check.yml. */
    settings: z.record(z.string(), z.unknown()).default({}),
    /** Files that the project's own code writes into its directory, relative to it. */
    leaves: z.array(z.string()).default([]),
    ...outcome,
    /** What has to be seen instead on the oldest stack, and why. */
    oldest: z
      .strictObject({ because: z.string(), ...outcome })
      .refine(isWhole, whole)
      .optional(),
    /** What has to be seen instead where the log of the server cannot be read, and why. */
    withoutLog: z
      .strictObject({ because: z.string(), ...outcome })
      .refine(isWhole, whole)
      .optional(),
  })
  .refine(isWhole, whole);
export type Expected = z.output<typeof expectedSchema>;
export type Outcome = Pick<Expected, 'verdict' | 'findings' | 'error'>;

/** Names of all the projects. */
export async function projectNames(): Promise<readonly string[]> {
  const entries = await readdir(shelf, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

export async function readExpected(name: string): Promise<Expected> {
  const file = join(shelf, name, 'expected.json');
  return expectedSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}

/** A copy outside any repository, that goes with the test. */
export async function copyProject(name: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), `migrate-check-${name}-`));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  await cp(join(shelf, name), directory, { recursive: true });
  return directory;
}

/** Every file of a directory with a digest of its bytes, and every directory. */
export async function contentOf(directory: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  const pairs = entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path, entry.isFile() ? digest(await readFile(path)) : 'no file'] as const;
  });
  return Object.fromEntries((await Promise.all(pairs)).sort(([a], [b]) => a.localeCompare(b)));
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
