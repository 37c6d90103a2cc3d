import type { Environment } from '../config/environment.ts';
import type { WorkflowInputs } from '../config/workflow-inputs.ts';
import type { GitHubEvent } from '../github/event.ts';
import type { Engine } from '../host/engine.ts';
import type { StepMark } from './mark.ts';

/** The world around a step of a workflow. */
export interface Runner {
  readonly version: string;
  readonly env: Environment;
  readonly cwd: string;
  engine(): Promise<Pick<Engine, 'check' | 'projectOf'>>;
}

/** A step, and what it was told. */
export interface Step {
  readonly runner: Runner;
  /** Where paths of inputs begin. */
  readonly directory: string;
  readonly event: GitHubEvent;
  readonly inputs: WorkflowInputs;
  readonly mark: StepMark;
}
