import { isNew, trip } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';
import { empty } from '../pieces.ts';

const citext = isNew('extension', 'citext', 'DROP EXTENSION citext');

export const cases: Cases = {
  bad: [
    {
      name: 'an empty downgrade',
      facts: trip(revision('a', [], { downgrade: empty }), { effect: [citext], trace: [citext] }),
      line: 19,
      says: ['leaves the extension citext installed', 'DROP EXTENSION citext'],
    },
  ],
  good: [{ name: 'one that is dropped', facts: trip(revision('a'), { effect: [citext] }) }],
};
