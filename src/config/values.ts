import { z } from 'zod';
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

export const toggle = z
  .preprocess((given) => (given === 'true' ? true : given === 'false' ? false : given), z.boolean())
  .default(false);

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
