import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GitHubEvent, readEvent } from '../../../src/github/event.ts';

export interface StoredEvent {
  /** What the runner puts into the environment of the job. */
  readonly env: Readonly<Record<string, string>>;
  /** What is in the file at GITHUB_EVENT_PATH. */
  readonly payload: unknown;
}

export const eventNames = [
  'merge-group',
  'pull-request',
  'pull-request-deleted-fork',
  'pull-request-dependabot',
  'pull-request-fork',
  'pull-request-rerun',
  'pull-request-target',
  'push',
  'push-forced',
  'push-new-branch',
  'schedule',
  'workflow-dispatch',
  'workflow-run-fork',
] as const;
export type EventName = (typeof eventNames)[number];

export const storedEvent = (name: EventName): StoredEvent =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', 'events', `${name}.json`), 'utf8'));

export function eventOf(name: EventName): GitHubEvent {
  const { env, payload } = storedEvent(name);
  return readEvent(env, payload);
}
