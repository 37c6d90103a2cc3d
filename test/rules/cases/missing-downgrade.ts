import { changed, failure, isGone, isNew, move, sqlFailure, trip } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';
import { empty, irreversible, withoutReupgrade } from '../pieces.ts';

const table = isNew('table', 'tags', 'DROP TABLE tags');
const a = revision('a', [], { downgrade: empty });
const refuses = withoutReupgrade(
  move('downgrade', 'a', { failure: failure('irreversible', 'NotImplementedError', '') }),
);

export const cases: Cases = {
  bad: [
    {
      name: 'pass, and the second upgrade fails of course',
      facts: trip(a, {
        effect: [table],
        trace: [table],
        reupgrade: move('upgrade', 'a', { failure: sqlFailure('42P07', 'relation "tags" already exists') }),
      }),
      line: 19,
      says: [
        'downgrade() does nothing',
        'op.drop_table("tags")',
        'The second upgrade then fails:',
        'relation "tags" already exists',
        '# migrate-check: irreversible <reason>',
      ],
    },
    {
      name: 'not defined',
      facts: trip(revision('a', [], { downgrade: { shape: 'absent' } }), {
        ...withoutReupgrade(
          move('downgrade', 'a', {
            failure: failure('python', 'AttributeError', "module has no attribute 'downgrade'"),
          }),
        ),
        effect: [table],
      }),
      line: 9,
      says: ['downgrade() is not there', 'def downgrade() -> None:'],
    },
    {
      name: 'raises on purpose',
      facts: trip(
        revision('a', [], { downgrade: { ...empty, shape: 'raises', exception: 'RuntimeError' } }),
        { ...refuses, effect: [table] },
      ),
      line: 19,
      says: ['raises RuntimeError'],
    },
    {
      name: 'refuses, although there is nothing to take back',
      facts: trip(
        revision('a', [], { downgrade: { ...empty, shape: 'raises', exception: 'NotImplementedError' } }),
        { ...refuses, effect: [] },
      ),
      line: 19,
      says: [
        'although the upgrade changed nothing that was seen.',
        'If there is nothing to take back, write an empty downgrade:\n    def downgrade() -> None:\n        pass\nIf',
      ],
      omits: ['What the upgrade does', 'The second upgrade'],
    },
    {
      name: 'what nobody can write for the author',
      facts: trip(a, { effect: [isGone('table', 'tags')], trace: [isGone('table', 'tags')] }),
      line: 19,
      says: [
        'What the upgrade does:',
        'Write in downgrade() what takes back what upgrade() does.\nIf it cannot be taken back',
      ],
      omits: ['The second upgrade then fails', 'although', 'for instance'],
    },
    {
      name: 'raises, nobody knows what',
      facts: trip(revision('a', [], { downgrade: { ...empty, shape: 'raises' } }), {
        ...refuses,
        effect: [table],
      }),
      line: 19,
      says: [
        'downgrade() raises NotImplementedError.',
        'Write it, for instance:\n    def downgrade() -> None:\n        op.drop_table("tags")\nIf',
      ],
    },
  ],
  good: [
    { name: 'an upgrade that changes nothing needs none', facts: trip(a, {}) },
    {
      name: 'a constraint that stays validated',
      facts: trip(a, {
        effect: [changed('constraint', 'a.b', 'validated', 'no', 'yes', 'validated')],
        trace: [changed('constraint', 'a.b', 'validated', 'no', 'yes', 'validated')],
      }),
    },
    {
      name: 'a label that cannot be taken back',
      facts: trip(a, { trace: [changed('enum type', 'mood', 'labels', 'a', 'a, b', 'enum-label-kept')] }),
    },
    {
      name: 'declared irreversible, with the reason',
      facts: trip(irreversible('a', 'the old passwords are not kept'), { ...refuses, effect: [table] }),
    },
  ],
};
