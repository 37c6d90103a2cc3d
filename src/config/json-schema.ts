import { z } from 'zod';
import { flags } from './flags.ts';
import { settingNames, settingsSchema } from './settings.ts';
import { kebab } from './spelling.ts';
import { wordsOf } from './words.ts';

/**
 * The published schema of `migrate-check.yml`, for editors: JSON Schema draft 7, which is what they understand.
 * With the ids of all rules it knows their names too.
 */
export function settingsJsonSchema(rules: readonly string[]): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'migrate-check.yml',
    description: 'Settings of migrate-check. Flags win over them.',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(settingNames.map((name) => [kebab(name), property(name, rules)])),
  };
}

function property(name: (typeof settingNames)[number], rules: readonly string[]): object {
  const schema = settingsSchema.shape[name];
  const { $schema, ...shape } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  const { description, example } = wordsOf(schema);
  const flag = flags.find(({ setting }) => setting === name)?.spelling;
  return {
    description: `${capital(description.replace(/; repeatable$/, ''))}${flag ? ` (${flag})` : ''}`,
    ...shape,
    ...more(name, example, rules),
  };
}

/** The example of a list of mappings is no value that an editor could offer. */
function more(name: (typeof settingNames)[number], example: string, rules: readonly string[]): object {
  if (name === 'rules') return { propertyNames: { enum: rules } };
  return name === 'ignore' ? {} : { examples: [example] };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
