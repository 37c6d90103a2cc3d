import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const root = join(import.meta.dirname, '..', '..', '..');

export interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

export interface Workflow {
  /** Relative to the root. */
  readonly file: string;
  readonly text: string;
  readonly on: unknown;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Those that run in this repository. */
export const ownWorkflows: readonly Workflow[] = workflowsIn('.github/workflows/*.yml');

/** Those that others are to copy. */
export const exampleWorkflows: readonly Workflow[] = workflowsIn('docs/examples/*.yml');

function workflowsIn(pattern: string): readonly Workflow[] {
  const files = globSync(pattern, { cwd: root }).toSorted();
  return files.flatMap((file) => {
    const text = read(file);
    const workflow = parse(text) as Omit<Workflow, 'file' | 'text'>;
    return workflow.jobs ? [{ ...workflow, file, text }] : [];
  });
}

export const stepsOf = ({ jobs }: Workflow): readonly Step[] =>
  Object.values(jobs).flatMap(({ steps }) => steps);

/** Names of the inputs of the action. */
export const actionInputs: readonly string[] = Object.keys(
  (parse(read('action.yml')) as { readonly inputs: object }).inputs,
);
