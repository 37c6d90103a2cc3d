import { z } from 'zod';
import type { RuleId } from '../../model/finding.ts';
import type { RevisionId } from '../../model/revision.ts';

export const text = z.string();
export const number = z.number();
export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
export const optional = z.exactOptional;
/** Branded strings are plain strings in a file. */
export const revisionId = text as unknown as z.ZodType<RevisionId>;
export const ruleId = text as unknown as z.ZodType<RuleId>;

export const place = z
  .object({
    file: text.describe('Relative to the root of the repository'),
    line: optional(number),
    endLine: optional(number),
    column: optional(number),
  })
  .meta({ id: 'Place' });
