/** How much of a report goes into the page. */
export interface Room {
  /** Findings, the worst first. */
  readonly findings: number;
  /** What was seen: of all revisions, of those with findings, of none; or not even a list of them. */
  readonly revisions: 'all' | 'found' | 'none' | 'unlisted';
}

/** From everything to the verdict alone: what is milder goes first. */
export function* rooms(findings: number): Generator<Room, undefined> {
  for (const revisions of ['all', 'found', 'none'] as const) yield { findings, revisions };
  for (let some = findings; some >= 1; some = Math.floor(some / 2))
    yield { findings: some, revisions: 'unlisted' };
  yield { findings: 0, revisions: 'unlisted' };
}
