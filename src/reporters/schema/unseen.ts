import { z } from 'zod';
import { list, number, optional, place, revisionId, text } from './values.ts';

/** Something that was not looked at, and why. */
export const notObserved = z.object({
  what: z.enum([
    'revision',
    'downgrade',
    'reupgrade',
    'chain',
    'rehearsal',
    'models',
    'rows',
    'statements',
    'log',
  ]),
  revision: optional(revisionId),
  blockedBy: optional(revisionId),
  why: text,
});

/** Something that a reader of the observations has to know. */
export const remark = z.object({
  kind: z.enum([
    'own-transaction',
    'begun-before',
    'several-runs',
    'raw-connection',
    'raw-cursor',
    'child-process',
    'session-left-open',
    'statements-cut',
    'ended-badly',
  ]),
  text,
  place: optional(place),
});

/** Statements that went past whoever lists those of a move. */
export const unlisted = z.object({
  sent: optional(z.object({ count: number, texts: list(text) })),
  ways: list(remark),
});
