import type { KnownRules } from '../config/rule-setting.ts';

/** The rules that settings may name, each with its options. */
export async function knownRules(): Promise<KnownRules> {
  const { rules } = await import('../rules/index.ts');
  return Object.fromEntries(rules.map(([id, { options = {} }]) => [id, options]));
}
