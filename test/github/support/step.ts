import { urlOf } from '../../database/support/url.ts';
import { bundled } from '../../packaging/support/bundled.ts';
import { envPy, revisionPy } from '../../support/alembic.ts';
import { testDatabase } from '../../support/postgres.ts';
import { checkout, type Remote } from '../../support/remote.ts';
import { type FakeGitHub, fakeGitHub } from '../fake/github.ts';
import type { State } from '../fake/state.ts';
import { type EventName, storedEvent } from './events.ts';
import { type Ended, runStep } from './runner.ts';

export const versions = 'db/migrations/versions';

const table = (name: string): string =>
  `op.create_table("${name}", sa.Column("id", sa.Integer, primary_key=True))`;

/** A revision that makes a table, as the file that it is. */
export const made = (id: string, parent: string | null): Readonly<Record<string, string>> => ({
  [`${versions}/${id}.py`]: revisionPy(id, parent, table(id), `op.drop_table("${id}")`),
});

/** Its downgrade leaves what its upgrade made. */
export const left = (id: string, parent: string | null): Readonly<Record<string, string>> => ({
  [`${versions}/${id}.py`]: revisionPy(id, parent, table(id)),
});

/** A project in `db`, without revisions. */
export const project = {
  'db/alembic.ini': '[alembic]\nscript_location = %(here)s/migrations\n',
  'db/migrations/env.py': envPy(),
  'README.md': '# Shop\n',
};

export interface Given {
  readonly event: EventName;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly state?: Partial<State>;
  /** Another one, which has seen earlier runs. */
  readonly fake?: FakeGitHub;
  /** Of the run, where it is another one than the first. */
  readonly id?: number;
  /** Further variables of the job. */
  readonly env?: Readonly<Record<string, string>>;
  /** Commits that are fetched; all where it is absent. */
  readonly depth?: number;
  /** After the checkout. */
  readonly later?: (remote: Remote, fake: FakeGitHub) => Promise<void>;
}

export interface StepEnded extends Ended {
  readonly fake: FakeGitHub;
  /** Rule and line of each error, in the order of the log. */
  readonly errors: readonly string[];
}

/** Runs the step on the merge of a pull request, whose commits the event is told. */
export async function runOn(remote: Remote, given: Given): Promise<StepEnded> {
  const { event: name, inputs = {}, state = {}, depth = 1, later } = given;
  const workspace = await checkout(remote, remote.merge, depth);
  const fake = given.fake ?? (await fakeGitHub(state));
  await later?.(remote, fake);
  const { env, payload } = JSON.parse(
    JSON.stringify(storedEvent(name))
      .replaceAll(`11111111${'a'.repeat(32)}`, remote.base)
      .replaceAll(`22222222${'b'.repeat(32)}`, remote.head)
      .replaceAll(/33333333c{32}|44444444d{32}/g, remote.merge),
  ) as ReturnType<typeof storedEvent>;
  const { address } = await testDatabase();
  const own = {
    directory: 'db',
    database: 'server',
    'database-url': urlOf(address),
    'github-token': 'hunter2',
  };
  const ended = await runStep({
    bundle: bundled(),
    workspace,
    inputs: { ...own, ...inputs },
    event: { name: env['GITHUB_EVENT_NAME'] ?? '', payload },
    env: {
      ...env,
      GITHUB_API_URL: fake.url,
      ...(given.id === undefined ? {} : { GITHUB_RUN_ID: `${given.id}` }),
      ...given.env,
    },
  });
  return { ...ended, fake, errors: errorsOf(ended) };
}

const errorsOf = ({ annotations }: Ended): readonly string[] =>
  annotations
    .filter((line) => line.startsWith('::error'))
    .map((line) => line.replace(/^::error title=([^,:]+)(?:,file=([^,:]+),line=(\d+))?.*$/, '$1 $2:$3'));
