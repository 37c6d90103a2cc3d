import { access, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type Place, placeText } from '../model/place.ts';
import { SetupError } from '../model/setup-error.ts';
import { type Given, ignoreKey, type Key, type Layer, ruleKey } from './layer.ts';
import { type SettingName, settingNames } from './settings.ts';
import type { Source } from './source.ts';
import { kebab } from './spelling.ts';

/** The first that is there counts. */
const settingsFileNames = ['migrate-check.yml', 'migrate-check.yaml'];

/** The settings file of a directory: in it, or in the nearest one above it up to `top`. */
export async function findSettingsFile(directory: string, top: string): Promise<string | undefined> {
  for (const file of settingsFilesFor(directory, top)) if (await isThere(file)) return file;
  return undefined;
}

/** Every file that could be the settings file of a directory, whether or not it is there, up to `top`; the first counts. */
export function settingsFilesFor(directory: string, top: string): readonly string[] {
  const here = settingsFileNames.map((name) => join(directory, name));
  const above = dirname(directory);
  return directory === top || above === directory ? here : [...here, ...settingsFilesFor(above, top)];
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Reads a settings file; what it says about it is relative to `cwd`. SetupError when it is no YAML, or no mapping. */
export async function readSettingsFile(file: string, cwd: string): Promise<Layer> {
  const shown = relative(cwd, file) || file;
  return parseSettings(await read(file, shown), { shown, base: dirname(file) });
}

async function read(file: string, shown: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new SetupError(
      'bad-setting',
      `The settings file ${shown} cannot be read: ${(cause as Error).message}`,
      'Name a file that is there: --settings migrate-check.yml',
      { cause },
    );
  }
}

/**
 * The layer that the text of a settings file makes. Every scalar stays the text that was written:
 * the revision 0012 is not the number 12.
 */
export function parseSettings(text: string, file: { readonly shown: string; readonly base: string }): Layer {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) throw notSettings({ file: file.shown, line: lines.linePos(error.pos[0]).line }, error.message);
  const { contents } = document;
  if (contents !== null && !isMap(contents))
    throw notSettings({ file: file.shown, line: 1 }, 'it is no mapping of settings to values');
  const entries = contents ? entriesOf(contents, { document, lines, shown: file.shown }) : [];
  const known = entries.flatMap((entry) => settingGiven(entry));
  return {
    base: file.base,
    given: new Map(known.map(({ key, ...given }) => [key, given])),
    unknown: entries.flatMap(({ source }) => (settingOf(source.name) ? [] : [source])),
  };
}

interface Entry extends Given {
  /** Of a mapping, or of a list of mappings. */
  readonly below: readonly Entry[];
}

interface Reading {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly shown: string;
}

/** What a mapping says, without the keys that nothing follows. */
function entriesOf(map: YAMLMap, reading: Reading): readonly Entry[] {
  return map.items.flatMap(({ key, value }) => {
    if (!isNode(key) || !isNode(value) || (isScalar(value) && value.source === '' && value.type === 'PLAIN'))
      return [];
    const { line } = reading.lines.linePos(key.range?.[0] ?? 0);
    return [
      {
        value: plainValue(value, line, reading),
        source: { kind: 'file', name: String(key), file: reading.shown, line },
        below: isMap(value)
          ? entriesOf(value, reading)
          : isSeq(value)
            ? itemsOf(value, String(key), reading)
            : [],
      },
    ];
  });
}

/** What a list says, each item with its own line. */
function itemsOf(list: YAMLSeq, name: string, reading: Reading): readonly Entry[] {
  return list.items.flatMap((item) => {
    if (!isNode(item)) return [];
    const { line } = reading.lines.linePos(item.range?.[0] ?? 0);
    const source: Source = { kind: 'file', name, file: reading.shown, line };
    return [{ value: plainValue(item, line, reading), source, below: [] }];
  });
}

/** An alias may name nothing, and that is found out only now. */
function plainValue(node: Node, line: number, { document, shown }: Reading): unknown {
  try {
    return node.toJS(document);
  } catch (error) {
    throw notSettings({ file: shown, line }, (error as Error).message);
  }
}

/** A mapping of rules is a value for the setting of each rule in it, and each entry of `ignore` is one. */
function settingGiven({ value, source, below }: Entry): readonly (Given & { readonly key: Key })[] {
  const name = settingOf(source.name);
  if (name === undefined) return [];
  if (name === 'ignore' && below.length > 0)
    return below.map((entry, at) => ({ key: ignoreKey(at), value: entry.value, source: entry.source }));
  if (name !== 'rules' || below.length === 0) return [{ key: name, value, source }];
  return below.map((rule) => ({ key: ruleKey(rule.source.name), value: rule.value, source: rule.source }));
}

const settingOf = (spelling: string): SettingName | undefined =>
  settingNames.find((name) => kebab(name) === spelling);

function notSettings(place: Place, why: string): SetupError {
  return new SetupError(
    'bad-setting',
    `${placeText(place)}: this is no settings file: ${why}`,
    'Write one setting a line, such as: fail-on: warning',
    { place },
  );
}
