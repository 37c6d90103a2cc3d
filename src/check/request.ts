import type { Environment } from '../config/environment.ts';
import type { Settings } from '../config/settings.ts';
import type { Progress } from '../model/progress.ts';
import type { Facts } from '../model/report.ts';
import type { Whereabouts } from '../tools/tool.ts';

/** What a check is asked for. */
export interface CheckRequest {
  readonly settings: Settings;
  readonly where: Whereabouts;
  /** Environment for the project's code. */
  readonly env: Environment;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** Directory for watch lists, of what must not outlive us, for whoever comes after us. */
  readonly watchLists?: string | undefined;
  /** Absolute: the settings file, where it was named. */
  readonly settingsFile?: string | undefined;
  /** The ref that the change began at, where that is known beside the settings; else what `since` says. */
  readonly changeSince?: string | undefined;
  /** A baseline is about to be written: it need not be there yet. */
  readonly newBaseline?: boolean;
}

/** Everything but the observations: what would be done. */
export type PlannedFacts = Omit<Facts, 'observations' | 'server'>;
