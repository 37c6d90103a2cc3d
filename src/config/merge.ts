import { isAbsolute, resolve } from 'node:path';
import { withPlaces } from './ignore.ts';
import { type Given, isIgnore, type Key, type Layer, ruleOf } from './layer.ts';
import { badSettings, problemsOf } from './problems.ts';
import { type KnownRules, splitRules } from './rule-setting.ts';
import { type Settings, settingNames, settingsSchema } from './settings.ts';
import { originOf, subjectOf, typed } from './source.ts';
import { wordsOf } from './words.ts';

export interface Resolved {
  readonly settings: Settings;
  /** Where each value comes from: "flag --postgres", "migrate-check.yml:3"; what is absent is a default. */
  readonly origins: ReadonlyMap<Key, string>;
}

/**
 * One value for each setting: of the first layer that has one, else the default. Lists are taken whole, rules one by
 * one. SetupError `bad-setting` with everything that is wrong in any layer.
 */
export function merge(layers: readonly Layer[], cwd: string, known?: KnownRules): Resolved {
  const [first, ...others] = layers.flatMap((layer) => problemsOf(layer, known));
  if (first) throw badSettings([first, ...others]);
  const inForce = new Map<Key, Given>();
  for (const layer of layers.map(withImpliedScope)) {
    const isListed = [...inForce.keys()].some(isIgnore);
    for (const [key, given] of layer.given)
      if (!inForce.has(key) && !(isListed && isIgnore(key)))
        inForce.set(key, { ...given, value: absolute(key, given.value, layer.base) });
  }
  const parsed = settingsSchema.parse({ directory: cwd, ...raw(inForce) });
  const settings = {
    ...parsed,
    ...splitRules(parsed.rules, known),
    ignore: withPlaces(parsed.ignore, inForce, cwd),
  };
  checkScope(settings, inForce);
  return { settings, origins: new Map([...inForce].map(([key, { source }]) => [key, originOf(source)])) };
}

/** Whoever asks for what changed since a ref wants that, and not all of it. */
function withImpliedScope(layer: Layer): Layer {
  const since = layer.given.get('since');
  if (!since || layer.given.has('scope')) return layer;
  const scope: Given = { value: 'changed', source: { kind: 'implied', name: 'scope', by: since.source } };
  return { ...layer, given: new Map([...layer.given, ['scope', scope]]) };
}

function checkScope({ scope, since }: Settings, inForce: ReadonlyMap<Key, Given>): void {
  const given = inForce.get('scope');
  if (scope === 'all' || since !== undefined || !given) return;
  const message = `${subjectOf(given.source)} is "changed", and nothing says since when`;
  const name = given.source.kind === 'flag' ? '--since' : 'since';
  throw badSettings([{ message, hint: `Add ${typed({ ...given.source, name }, 'origin/main')}` }]);
}

function absolute(key: Key, value: unknown, base: string): unknown {
  const name = settingNames.find((setting) => setting === key);
  const kind = name && wordsOf(settingsSchema.shape[name]).path;
  if (kind === undefined || typeof value !== 'string' || isAbsolute(value)) return value;
  if (kind === 'output' && value === '-') return value;
  if (kind === 'program' && !/[\\/]/.test(value)) return value;
  return resolve(base, value);
}

function raw(inForce: ReadonlyMap<Key, Given>): Readonly<Record<string, unknown>> {
  const entries = [...inForce].map(([key, { value }]) => [key, value] as const);
  const rules = entries.flatMap(([key, value]) => {
    const id = ruleOf(key);
    return id === undefined ? [] : [[id, value] as const];
  });
  const ignore = entries.filter(([key]) => isIgnore(key)).map(([, value]) => value);
  return {
    ...Object.fromEntries(entries.filter(([key]) => ruleOf(key) === undefined && !isIgnore(key))),
    rules: Object.fromEntries(rules),
    ...(ignore.length > 0 ? { ignore } : {}),
  };
}
