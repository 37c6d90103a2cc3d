import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { RevisionGraph } from '../model/revision.ts';
import type { Baseline, BaselineEntry, IgnoreEntry, Relaxation } from '../model/suppression.ts';
import { parseBaseline } from './baseline-file.ts';
import { changedFiles } from './changed-files.ts';
import { filesAtBase } from './git.ts';
import { merge } from './merge.ts';
import { addedComments, addedEntries, relaxedSettings } from './relaxed.ts';
import type { Settings } from './settings.ts';
import { parseSettings, settingsFilesFor } from './settings-file.ts';

export interface ChangeRequest {
  /** Absolute: what all places are relative to. */
  readonly root: string;
  /** Absolute: where the settings file is looked for, and above it. */
  readonly directory: string;
  /** Absolute: the settings file that was named, and so is not looked for. */
  readonly settingsFile?: string | undefined;
  /** The ref that the change began at. */
  readonly since: string;
  readonly graph: RevisionGraph;
  readonly baseline?: Baseline | undefined;
  /** Each rule's own severity. */
  readonly severities: Readonly<Record<string, string>>;
}

/**
 * By what a change asks less of itself than the base ref does: its settings file, its baseline and the comments in its
 * revisions against the same at the merge base, which git reads without checking anything out. SetupError `git-failed`.
 */
export async function relaxationsOf(request: ChangeRequest): Promise<readonly Relaxation[]> {
  const { root, since, graph, baseline, severities } = request;
  const base = await filesAtBase(root, since);
  const [now, then] = await Promise.all([settingsAt(inTree(root), request), settingsAt(base, request)]);
  const changed = await changedFiles(root, since);
  const withComments = graph.revisions.filter(
    ({ directives, place }) => directives.length > 0 && changed.has(place.file),
  );
  const comments = await Promise.all(
    withComments.map(async (revision) => addedComments(revision, await base(revision.place.file))),
  );
  return [
    ...relaxedSettings(now.settings, then.settings, severities, now.file),
    ...(baseline
      ? addedEntries(baseline.file, baseline.entries, entriesIn(await base(baseline.file), baseline.file))
      : []),
    ...comments.flat(),
  ];
}

/** The text of a file whose path is relative to the root; undefined where it is not there. */
type Reader = (path: string) => Promise<string | undefined>;

const inTree =
  (root: string): Reader =>
  (path) =>
    readFile(join(root, path), 'utf8').catch(() => undefined);

/**
 * What the settings file alone says: the named one, else the nearest, whichever that is in this version of the files.
 * Where it cannot be used there are the defaults, so that all that is set now counts as new.
 */
async function settingsAt(
  read: Reader,
  { root, directory, settingsFile }: ChangeRequest,
): Promise<{ readonly settings: Settings; readonly file?: string }> {
  const candidates = settingsFile === undefined ? settingsFilesFor(directory, root) : [settingsFile];
  for (const absolute of candidates) {
    const file = relative(root, absolute);
    const text = await read(file);
    if (text !== undefined) return { settings: settingsIn(text, file), file };
  }
  return { settings: merge([], '.').settings };
}

/** The paths that are compared or shown are relative to the root: there it is as if that were `/`. */
function settingsIn(text: string, file: string): Settings {
  try {
    const { settings } = merge([parseSettings(text, { shown: file, base: dirname(join('/', file)) })], '/');
    const baseline = settings.baseline && relative('/', settings.baseline);
    return { ...settings, baseline, ignore: settings.ignore.map(fromTop) };
  } catch {
    return merge([], '/').settings;
  }
}

const fromTop = (entry: IgnoreEntry): IgnoreEntry =>
  entry.place ? { ...entry, place: { ...entry.place, file: relative('/', entry.place.file) } } : entry;

/** What cannot be read holds nothing: then every entry of now is new. */
function entriesIn(text: string | undefined, file: string): readonly BaselineEntry[] {
  try {
    return text === undefined ? [] : parseBaseline(text, file);
  } catch {
    return [];
  }
}
