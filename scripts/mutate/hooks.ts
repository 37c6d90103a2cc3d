import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Room } from './forget.ts';

const here = new URL('./', import.meta.url).href;
const source = new URL('../../src/', import.meta.url).href;
const roomOf = (url: string): Room | undefined =>
  (['rules', 'sql'] as const).find((room) => url.startsWith(`${source}${room}/`));

/**
 * From now on modules get the changed sources (URL -> text) instead of their own, the rules and the SQL with caches
 * that can be forgotten, and tests the collector beside this file instead of vitest. The files stay as they are.
 */
export function hook(sources: ReadonlyMap<string, string>): void {
  registerHooks({
    resolve: (specifier, context, next) => {
      const parent = context.parentURL ?? '';
      if (specifier === 'vitest' && !parent.startsWith(here)) return next(`${here}vitest.ts`, context);
      if (specifier === './remembered.ts' && parent.startsWith(source))
        return next(`${here}remembered.ts`, context);
      return next(specifier, context);
    },
    load: (url, context, next) => {
      const room = roomOf(url);
      if (room === undefined || !url.endsWith('.ts')) return next(url, context);
      const text = sources.get(url) ?? readFileSync(fileURLToPath(url), 'utf8');
      return { format: 'module-typescript', source: withCaches(room, text), shortCircuit: true };
    },
  });
}

const withCaches = (room: Room, text: string): string =>
  `import { forgetful as __forgetful } from ${JSON.stringify(`${here}forget.ts`)}; const WeakMap = __forgetful('${room}'); ${text}`;
