import type { CheckRequest, PlannedFacts } from '../check/request.ts';
import type { Settings } from '../config/settings.ts';
import type { Report } from '../model/report.ts';

/** What the commands need of `check.ts`, which is large and loaded only when there is something to do. */
export interface Engine {
  check(request: CheckRequest): Promise<Report>;
  planOnly(request: CheckRequest): Promise<PlannedFacts>;
  rejudge(report: Report, settings: Settings, root: string): Promise<Report>;
}
