import { settingsJsonSchema } from '../../src/config/json-schema.ts';
import type { GeneratedFile } from './file.ts';

/** The schema of the settings file, with the rules there are. */
export async function generateSettings(): Promise<readonly GeneratedFile[]> {
  // Not before now: the list of rules is generated too.
  const { rules } = await import('../../src/rules/index.ts');
  const schema = settingsJsonSchema(rules.map(([id]) => id));
  return [{ path: 'docs/schema/settings.json', text: `${JSON.stringify(schema, null, 2)}\n` }];
}
