import { dirname } from 'node:path';
import type { BaseHistory, VersionOfFile } from '../model/base-history.ts';
import type { RevisionGraph } from '../model/revision.ts';
import { bothSides, type Side } from './git.ts';

/**
 * The files in the folders of the revisions that a change and its base ref do not have in common, read by git without
 * checking anything out. `root` is what the places of the graph are relative to. SetupError `git-failed`.
 */
export async function baseHistory(root: string, ref: string, graph: RevisionGraph): Promise<BaseHistory> {
  const folders = [...new Set(graph.revisions.map(({ place }) => dirname(place.file)))];
  if (folders.length === 0) return { ref, edited: [], newer: [] };
  const { ours, theirs } = await bothSides(root, ref, folders);
  return { ref, edited: await texts(ours), newer: await texts(theirs) };
}

async function texts({ files, read }: Side): Promise<readonly VersionOfFile[]> {
  const python = files.filter((file) => file.endsWith('.py'));
  const versions = await Promise.all(python.map(async (file) => ({ file, text: await read(file) })));
  return versions.flatMap(({ file, text }) => (text === undefined ? [] : [{ file, text }]));
}
