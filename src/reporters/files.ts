import type { Reporter } from './reporter.ts';

/**
 * The reporters whose documents somebody can have as a file, each under the name of the setting that says where. A new
 * one is a line here and a setting of the section Reports.
 */
export const fileReporters = {
  json: async () => (await import('./json.ts')).json,
  sarif: async () => (await import('./sarif.ts')).sarif,
  junit: async () => (await import('./junit.ts')).junit,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  markdown: async () => (await import('./markdown.ts')).markdown,
  html: async () => (await import('./html.ts')).html,
} as const satisfies Readonly<Record<string, () => Promise<Reporter>>>;

export type FileReporterName = keyof typeof fileReporters;
export const fileReporterNames = Object.keys(fileReporters) as readonly FileReporterName[];
