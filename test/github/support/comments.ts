import type { Comments } from '../../../src/github/comments.ts';

export interface InMemory extends Comments {
  /** Oldest first. */
  readonly all: { readonly id: number; body: string }[];
  /** What was written, in order: `create 1`, `update 1`, `remove 1`. */
  readonly written: string[];
  /** Called once, when they are asked for next: what another run does meanwhile. */
  meanwhile: (() => void) | undefined;
}

/** Comments of ours on a pull request that is nowhere. */
export function inMemory(...bodies: readonly string[]): InMemory {
  const all = bodies.map((body, at) => ({ id: at + 1, body }));
  const comments: InMemory = {
    all,
    written: [],
    meanwhile: undefined,
    own: async (beginsWith) => {
      const found = all.filter(({ body }) => body.startsWith(beginsWith)).map((one) => ({ ...one }));
      comments.meanwhile?.();
      comments.meanwhile = undefined;
      return found;
    },
    create: async (body) => {
      const made = { id: Math.max(0, ...all.map(({ id }) => id)) + 1, body };
      all.push(made);
      comments.written.push(`create ${made.id}`);
      return made;
    },
    update: async (id, body) => {
      const found = all.find((one) => one.id === id);
      if (!found) return false;
      found.body = body;
      comments.written.push(`update ${id}`);
      return true;
    },
    remove: async (id) => {
      const at = all.findIndex((one) => one.id === id);
      if (at >= 0) all.splice(at, 1);
      comments.written.push(`remove ${id}`);
    },
  };
  return comments;
}
