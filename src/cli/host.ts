import { type Environment, wantsColour } from '../config/environment.ts';
import type { Engine } from '../host/engine.ts';
import type { Output } from '../host/output.ts';

/** The world around a command. */
export interface Host {
  readonly version: string;
  readonly cwd: string;
  readonly env: Environment;
  readonly stdout: Output;
  readonly stderr: Output;
  engine(): Promise<Engine>;
}

export const colourOf = ({ env }: Host, output: Output): boolean => wantsColour(env, output.isTTY === true);
