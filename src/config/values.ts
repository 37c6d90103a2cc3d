import { z } from 'zod';
import type { IgnoreEntry } from '../model/suppression.ts';
import { durationPattern, parseDuration } from './duration.ts';

/** Schemas of single values. Flags and the settings file give text; a program may also give the value itself. */

export const text = z.string().min(1);

/** Alembic's ids may look like numbers, and YAML editors then take them for numbers: `0012`, `12e4567890ab`. */
export const revision = z.union([text, z.number()]).transform(String);

/** One or several. */
export const listOf = <S extends z.ZodType<string>>(item: S) =>
  z
    .union([z.array(item), item])
    .transform((given): readonly string[] => (Array.isArray(given) ? given : [given]))
    .prefault([]);

/** A day of the calendar, as 2027-01-31. */
const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .refine((given) => new Date(`${given}T00:00Z`).toJSON()?.startsWith(given) ?? false, 'no day');

/** What is let pass, where, and why. The reason may be missing: then it does not hold, which is reported. */
export const ignoreEntry = z
  .strictObject({
    path: text,
    rule: z.union([text, z.array(text).min(1)]),
    reason: z.string().optional(),
    until: day.optional(),
  })
  .transform(({ path, rule, reason = '', until }): IgnoreEntry => {
    const rules = typeof rule === 'string' ? [rule] : rule;
    return { path, rules, reason, ...(until === undefined ? {} : { until }) };
  });

export const toggle = z.preprocess(
  (given) => (given === 'true' ? true : given === 'false' ? false : given),
  z.boolean(),
);

/** Given as text or in seconds, held in milliseconds. */
export const duration = z
  .union([z.number(), z.string().regex(durationPattern)])
  .transform((given, context): number => {
    const milliseconds = parseDuration(String(given));
    if (milliseconds !== undefined) return milliseconds;
    context.addIssue('no duration');
    return z.NEVER;
  });

export const wholeNumber = (least: number, most: number) =>
  z.preprocess(
    (given) => (typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given),
    z.number().int().min(least).max(most),
  );

export const postgresUrl = text.refine(
  (given) => /^postgres(ql)?(\+\w+)?:\/\//.test(given) && URL.canParse(given),
  'no URL of PostgreSQL',
);

/** A name, or a name and its value. */
export const variable = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*(=.*)?$/s);

export const assignment = z.string().regex(/^[^=\s]/);
