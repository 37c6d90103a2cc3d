import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../model/finding.ts';
import type { Progress } from '../model/progress.ts';
import type { Report } from '../model/report.ts';
import type { RevisionGraph } from '../model/revision.ts';
import type { Suggestion } from '../model/suggestion.ts';
import type { Judgement } from '../rules/judge.ts';
import type { Texts } from '../tools/tool.ts';
import { type Candidate, candidatesOf, editOf } from './candidates.ts';
import { edited } from './edited.ts';
import type { Judged } from './judging.ts';
import { holds, walkedIn } from './proof.ts';

/** For all trials of one check. */
const minuteMs = 60_000;

export interface SuggestRequest {
  /** Absolute: what files are relative to. */
  readonly root: string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** For all trials, in milliseconds; a minute where it is absent. */
  readonly budgetMs?: number;
  /** Walks the revision of this file and judges the history once more, its files as these texts say. */
  again(file: string, texts: Texts, signal: AbortSignal): Promise<Judged>;
}

/** Whether there is anything to try. */
export const canSuggest = ({ judgement }: Judged): boolean => candidatesOf(judgement).length > 0;

/** The findings, each with the edit that was tried and ends it, where there is one. What fails, or is late, is none. */
export async function withSuggestions(before: Judged, request: SuggestRequest): Promise<readonly Finding[]> {
  const { findings } = before.judgement;
  const candidates = candidatesOf(before.judgement);
  if (candidates.length === 0) return findings;
  const { progress, signal, budgetMs = minuteMs } = request;
  const started = performance.now();
  progress.stage(
    `trying ${candidates.length === 1 ? 'an edit that may end a finding' : `${candidates.length} edits that may end findings`}`,
  );
  const late = AbortSignal.any([signal, AbortSignal.timeout(budgetMs)]);
  const tried = new Map<Finding, Suggestion>();
  for (const candidate of candidates) {
    if (late.aborted) break;
    const suggestion = await tryOut(candidate, before, request, late);
    if (suggestion) tried.set(candidate.finding, suggestion);
  }
  signal.throwIfAborted();
  progress.stage(
    `${tried.size} of ${candidates.length} ${candidates.length === 1 ? 'edit holds' : 'edits hold'} (${seconds(performance.now() - started)} s)`,
  );
  return findings.map((finding) => {
    const suggestion = tried.get(finding);
    return suggestion ? { ...finding, suggestion } : finding;
  });
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

async function tryOut(
  candidate: Candidate,
  before: Judged,
  { root, again }: SuggestRequest,
  signal: AbortSignal,
): Promise<Suggestion | undefined> {
  const started = performance.now();
  try {
    const texts = await textsFor(candidate, before, root);
    const after = texts && (await again(candidate.proposal.file, texts, signal));
    if (!after || !holds(candidate, before, after)) return undefined;
    return {
      edit: editOf(candidate.proposal),
      walked: walkedIn(after),
      milliseconds: performance.now() - started,
    };
  } catch {
    // A project that cannot be opened any more, a server that refuses, no time left: then nothing is suggested.
    return undefined;
  }
}

/** The edited file, and what the base ref has got meanwhile where the edit is right only with that. */
async function textsFor(
  { proposal }: Candidate,
  { facts }: Judged,
  root: string,
): Promise<Texts | undefined> {
  const source = sourceOf(facts.graph, proposal.file);
  const text = source === undefined ? undefined : await edited(root, proposal, source);
  const newer = proposal.withBase ? (facts.base?.newer ?? []) : [];
  if (!text || newer.some(({ file }) => file === proposal.file)) return undefined;
  return new Map([
    ...newer.map(({ file, text }) => [file, Buffer.from(text)] as const),
    [proposal.file, text],
  ]);
}

function sourceOf({ revisions, faults }: RevisionGraph, file: string): string | undefined {
  const twins = faults.flatMap((fault) =>
    fault.kind === 'duplicate-id'
      ? fault.places.map((place, at) => ({ place, source: fault.sources?.[at] }))
      : [],
  );
  return [...revisions, ...twins].find(({ place }) => place.file === file)?.source;
}

/** The findings of a stored report that is judged again: what was tried then is as true as all the rest in it. */
export function withOldSuggestions(
  { findings, edits }: Pick<Judgement, 'findings' | 'edits'>,
  old: Pick<Report, 'findings'>,
): readonly Finding[] {
  const known = new Map(old.findings.map(({ fingerprint, suggestion }) => [fingerprint, suggestion]));
  return findings.map((finding) => {
    const suggestion = known.get(finding.fingerprint);
    const proposal = edits.get(finding.fingerprint);
    const isSame = suggestion && proposal && isDeepStrictEqual(suggestion.edit, editOf(proposal));
    return isSame ? { ...finding, suggestion } : finding;
  });
}
