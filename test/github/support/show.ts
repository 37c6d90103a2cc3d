import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Channels } from '../../../src/action/channels.ts';
import { type Delivered, deliver } from '../../../src/action/deliver.ts';
import { openApi } from '../../../src/github/api.ts';
import { linksOf } from '../../../src/github/links.ts';
import type { Report } from '../../../src/model/report.ts';
import { temporary } from '../../support/temporary.ts';
import { type FakeGitHub, fakeGitHub } from '../fake/github.ts';
import type { State } from '../fake/state.ts';
import { type EventName, eventOf } from './events.ts';

export interface Shown extends Delivered {
  readonly fake: FakeGitHub;
  readonly summary: string;
  /** Without the line that nobody sees. */
  readonly comments: readonly string[];
}

export interface ShowOptions {
  readonly event?: EventName;
  readonly state?: Partial<State>;
  /** Another one, to show to it again. */
  readonly fake?: FakeGitHub;
  readonly settings?: Partial<Channels['settings']>;
  readonly changed?: Channels['changed'];
  /** Before anything is shown. */
  readonly prepare?: (fake: FakeGitHub) => void;
  readonly hasToken?: boolean;
  /** Of the run, where it is another one than the first. */
  readonly run?: number;
}

const usual: Channels['settings'] = {
  comment: 'on-failure',
  commentKey: 'default',
  annotations: 'commands',
  filter: 'file',
  suggestions: true,
};

/** Shows a report on the stand-in for GitHub. */
export async function show(report: Report, options: ShowOptions = {}): Promise<Shown> {
  const { event: name = 'pull-request', state, settings, changed, prepare, hasToken = true } = options;
  const fake = options.fake ?? (await fakeGitHub(state));
  prepare?.(fake);
  const stored = eventOf(name);
  const event = options.run === undefined ? stored : { ...stored, run: { id: options.run, attempt: 1 } };
  const summaryFile = join(await temporary({ summary: '' }), 'summary');
  const delivered = await deliver(report, {
    settings: { ...usual, ...settings },
    event,
    step: 'a',
    links: linksOf(event, '1.2.3'),
    page: 'https://docs',
    summaryFile,
    api: hasToken ? async () => openApi({ token: 't', url: fake.url, second: 1 }) : undefined,
    changed,
  });
  return {
    ...delivered,
    fake,
    summary: await readFile(summaryFile, 'utf8'),
    comments: fake.state.comments.map(({ body }) => body.split('\n').slice(1).join('\n')),
  };
}
