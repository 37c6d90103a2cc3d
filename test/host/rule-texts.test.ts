import { describe, expect, test } from 'vitest';
import { ruleTexts } from '../../src/host/rule-texts.ts';
import { rules } from '../../src/rules/index.ts';

describe('what documents say of rules', () => {
  const texts = ruleTexts('1.2.3');

  test('is there for every rule, and of no other', () => {
    for (const [id, { meta }] of rules)
      expect(texts(id as never)).toMatchObject({ why: meta.why, fix: meta.fix });
    expect(texts('no-such-rule' as never)).toBeUndefined();
  });

  test.each([
    ['upgrade-fails', 'upgrade'],
    ['downgrade-fails', 'downgrade'],
    ['downgrade-leaves-trace', 'downgrade'],
    ['reupgrade-fails', 'reupgrade'],
    ['reupgrade-differs', 'reupgrade'],
    ['chain-fails', 'chain'],
    ['upgrade-in-one-go-fails', 'rehearsal'],
    ['model-ddl-mismatch', 'models'],
    ['drop-table', 'rest'],
    ['several-heads', 'rest'],
  ])('%s is about the part %s', (id, part) => {
    expect(texts(id as never)?.part).toBe(part);
  });
});
