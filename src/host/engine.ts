import type { CheckRequest, PlannedFacts } from '../check/request.ts';
import type { Settings } from '../config/settings.ts';
import type { Project } from '../model/project.ts';
import type { Report } from '../model/report.ts';

/** What the commands need of `check.ts`, which is large and loaded only when there is something to do. */
export interface Engine {
  check(request: CheckRequest): Promise<Report>;
  planOnly(request: CheckRequest): Promise<PlannedFacts>;
  projectOf(request: Pick<CheckRequest, 'settings' | 'where'>): Promise<Project>;
  rejudge(report: Report, settings: Settings, root: string): Promise<Report>;
}
