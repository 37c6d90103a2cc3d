import { z } from 'zod';
import { reportSchema } from '../../src/reporters/report-schema.ts';
import type { GeneratedFile } from './file.ts';

/** The JSON schema of a report, for other programs that read one. Later versions may add keys. */
export function generateReportSchema(): readonly GeneratedFile[] {
  const { $schema, ...schema } = z.toJSONSchema(reportSchema, {
    io: 'input',
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => void delete jsonSchema.readOnly,
  });
  const whole = {
    $schema,
    title: 'Report of migrate-check',
    description: 'What was seen while a migration history was replayed, and what the rules make of it.',
    ...schema,
  };
  return [{ path: 'docs/schema/report.json', text: `${JSON.stringify(whole, null, 2)}\n` }];
}
