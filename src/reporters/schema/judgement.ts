import { z } from 'zod';
import { severities } from '../../model/finding.ts';
import { list, number, optional, place, revisionId, ruleId, text } from './values.ts';

/** What the rules make of what was seen, and what of it is let pass. */
export const severity = z.enum(severities);

const evidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('difference'), words: text, before: optional(text), after: optional(text) }),
  z.object({ kind: z.literal('sql'), text }),
  z.object({ kind: z.literal('server'), text }),
  z.object({ kind: z.literal('output'), text }),
  z.object({ kind: z.literal('note'), text }),
]);

const suppression = z
  .object({
    by: z.enum(['comment', 'settings', 'baseline']),
    place: optional(place),
    reason: text,
    until: optional(text),
  })
  .meta({ id: 'Suppression' });

export const relaxation = z
  .object({ by: z.enum(['comment', 'settings', 'baseline']), place: optional(place), words: text })
  .meta({ id: 'Relaxation' });

const baselineEntry = z
  .object({ rule: ruleId, file: text, fingerprint: text, about: text })
  .meta({ id: 'BaselineEntry' });

export const baselineUse = z.object({
  file: text,
  letPass: number,
  fixed: list(baselineEntry),
  notChecked: list(baselineEntry),
});

const edit = z
  .object({ file: text, startLine: number, endLine: number, before: list(text), after: list(text) })
  .meta({ id: 'Edit' });

const suggestion = z
  .object({ edit, walked: list(revisionId), milliseconds: number })
  .meta({ id: 'Suggestion' });

export const finding = z.object({
  rule: ruleId,
  severity,
  message: text,
  help: text,
  place,
  revision: optional(revisionId),
  evidence: list(evidence),
  fingerprint: text,
  table: optional(z.object({ schema: text, name: text, rows: optional(number), bytes: optional(number) })),
  suppressed: optional(suppression),
  suggestion: optional(suggestion),
});

export const coverage = z.discriminatedUnion('state', [
  z.object({ rule: ruleId, state: z.literal('checked'), subjects: number, notChecked: list(text) }),
  z.object({ rule: ruleId, state: z.literal('off'), optIn: optional(z.literal(true)) }),
  z.object({ rule: ruleId, state: z.literal('not-checked'), why: text }),
]);
