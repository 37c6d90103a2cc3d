/** migrate-check as a library: settings, then a check, then its report. */
export { type CheckRequest, check, type PlannedFacts, planOnly, rejudge } from './check.ts';
export { projectEnvironment } from './config/environment.ts';
export { type SettingsOptions, type SettingValues, settingsFor } from './config/library.ts';
export type { Resolved } from './config/merge.ts';
export type { Settings } from './config/settings.ts';
export { whereabouts } from './config/whereabouts.ts';
export type * from './model/difference.ts';
export type * from './model/finding.ts';
export type * from './model/observation.ts';
export type * from './model/place.ts';
export type * from './model/plan.ts';
export type * from './model/progress.ts';
export type * from './model/project.ts';
export type * from './model/report.ts';
export type * from './model/revision.ts';
export { SetupError, type SetupErrorCode } from './model/setup-error.ts';
export type * from './model/suppression.ts';
export { version } from './version.ts';
