import type { Report } from '../model/report.ts';
import { reportSchema } from './report-schema.ts';

/** Reads a report that was stored as JSON. Throws an Error whose message says what is wrong with the text, and where. */
export function parseReport(text: string): Report {
  const json = readJson(text);
  if (!isObject(json) || !('schemaVersion' in json))
    throw new Error('This is JSON, but no report of migrate-check: it has no schemaVersion');
  if (json['schemaVersion'] !== 1)
    throw new Error(
      `The report has schemaVersion ${JSON.stringify(json['schemaVersion'])}, and this migrate-check reads 1: use the version that wrote it`,
    );
  const result = reportSchema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(
    `The report cannot be used: ${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'it has another shape'}`,
  );
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new Error('The report is not JSON; it has to be the file that --json wrote', { cause });
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
