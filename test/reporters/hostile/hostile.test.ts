import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseReport } from '../../../src/reporters/read-report.ts';
import { reportSchema } from '../../../src/reporters/report-schema.ts';
import { hostileReport } from './report.ts';
import { hostileStrings } from './strings.ts';

test('there are two hundred hostile strings, and no one twice', () => {
  expect(hostileStrings.length).toBeGreaterThanOrEqual(200);
  expect(new Set(hostileStrings).size).toBe(hostileStrings.length);
});

test('the report holds the text in every place where a text can be', () => {
  const mark = 'MARK';
  const report = reportSchema.parse(JSON.parse(JSON.stringify(hostileReport(mark))));
  const words = new Set<string>();
  walk(report, '', (_, value) => {
    if (typeof value === 'string' && !value.includes(mark)) words.add(value);
  });
  // Words that are chosen from a list, and so cannot be anybody's text.
  expect([...words].toSorted()).toMatchInlineSnapshot(`
    [
      "ACCESS EXCLUSIVE",
      "SHARE",
      "application",
      "chain",
      "changed",
      "checked",
      "column",
      "comment",
      "cycle",
      "difference",
      "downgrade",
      "duplicate-id",
      "error",
      "failed",
      "fault",
      "function",
      "index",
      "inside",
      "missing-parent",
      "models",
      "new",
      "not-checked",
      "note",
      "notice",
      "off",
      "output",
      "part of the way",
      "raises",
      "raw-cursor",
      "rehearsal",
      "rewritten",
      "round-trip",
      "rows",
      "server",
      "settings",
      "sql",
      "unchanged",
      "unloadable",
      "upgrade",
      "warning",
    ]
  `);
});

test('the report has every field that there is', () => {
  const has = new Set<string>();
  walk(hostileReport('x'), '', (path) => has.add(path));
  const schema = z.toJSONSchema(reportSchema) as Schema;
  const known = new Set(fieldsOf(schema, schema.$defs ?? {}));
  expect(known.size).toBeGreaterThan(300);
  expect([...known].filter((path) => !has.has(path))).toEqual([]);
});

/** All that is in a value, with the way to it: `findings[].place.file`. */
function walk(value: unknown, path: string, visit: (path: string, value: unknown) => void): void {
  visit(path, value);
  if (Array.isArray(value)) for (const item of value) walk(item, `${path}[]`, visit);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) walk(item, `${path}.${key}`, visit);
}

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** The ways to all fields that the schema of reports knows. */
function fieldsOf(schema: Schema, defs: NonNullable<Schema['$defs']>, path = ''): readonly string[] {
  const referred = schema.$ref && defs[schema.$ref.replace('#/$defs/', '')];
  const { properties = {}, items, anyOf = [], oneOf = [] } = referred || schema;
  return [
    path,
    ...Object.entries(properties).flatMap(([key, value]) => fieldsOf(value, defs, `${path}.${key}`)),
    ...(items ? fieldsOf(items, defs, `${path}[]`) : []),
    ...[...anyOf, ...oneOf].flatMap((one) => fieldsOf(one, defs, path)),
  ];
}

test('the report can be stored and read', () => {
  const report = hostileReport('"\u0000\u202e');
  expect(parseReport(JSON.stringify(report))).toEqual(report);
});
