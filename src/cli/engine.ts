import type { Environment } from '../config/environment.ts';
import type { Settings } from '../config/settings.ts';
import type { Progress } from '../model/progress.ts';
import type { Facts, Report } from '../model/report.ts';
import type { Whereabouts } from '../tools/tool.ts';

/** What the commands need of `check.ts`, which is large and loaded only when there is something to do. */
export interface Engine {
  check(request: EngineRequest): Promise<Report>;
  planOnly(request: EngineRequest): Promise<PlannedFacts>;
  rejudge(report: Report, settings: Settings, root: string): Promise<Report>;
}

export interface EngineRequest {
  readonly settings: Settings;
  readonly where: Whereabouts;
  readonly env: Environment;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  readonly settingsFile?: string | undefined;
  readonly watchLists?: string | undefined;
  readonly changeSince?: string | undefined;
  readonly newBaseline?: boolean;
}

export type PlannedFacts = Omit<Facts, 'observations' | 'server'>;
