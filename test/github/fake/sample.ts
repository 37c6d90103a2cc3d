import description from './openapi.json' with { type: 'json' };

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

const schemas = description.components.schemas as unknown as Readonly<Record<string, Schema>>;

/** The least that GitHub's description takes for one of its schemas, with what a test knows better. */
export function sample(schema: string, known: object): object {
  return { ...(leastOf({ $ref: `#/components/schemas/${schema}` }) as object), ...known };
}

function leastOf(schema: Schema): unknown {
  if (schema.$ref !== undefined) return leastOf(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if (schema.nullable) return null;
  if (schema.enum) return schema.enum[0];
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first) return leastOf(first);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(leastOf));
  return leastOfType(schema);
}

function leastOfType({ type, format = '', required = [], properties = {} }: Schema): unknown {
  switch (type) {
    case 'string':
      return texts[format] ?? '';
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return false;
    case 'array':
      return [];
    default:
      return Object.fromEntries(required.map((name) => [name, leastOf(properties[name] ?? {})]));
  }
}

const texts: Readonly<Record<string, string>> = {
  uri: 'https://github.example/',
  'date-time': '2026-01-01T00:00:00Z',
};
