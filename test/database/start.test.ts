import { expect, onTestFinished, test, vi } from 'vitest';
import type { DatabaseProvider, DatabaseRequest, DatabaseServer } from '../../src/database/provider.ts';
import { startDatabase, startFirst, surveyProviders } from '../../src/database/start.ts';
import { SetupError } from '../../src/model/setup-error.ts';
import { engine } from './support/engine.ts';
import { startUser } from './support/kill.ts';

const request: DatabaseRequest = { progress: () => undefined };
const { signal } = new AbortController();
const started = { facts: { provider: 'fake' } } as unknown as DatabaseServer;

interface Behaviour {
  readonly because?: string;
  readonly error?: Error;
}

function provider(id: DatabaseProvider['id'], { because, error }: Behaviour = {}) {
  const start = vi.fn<DatabaseProvider['start']>(() =>
    error ? Promise.reject(error) : Promise.resolve(started),
  );
  const available = () =>
    Promise.resolve(because === undefined ? ({ yes: true } as const) : ({ yes: false, because } as const));
  return { id, available, start };
}

const refusal = new SetupError('no-database', 'it died', 'Feed it', { details: ['its last words'] });

test('the first that can is started, and the others are left alone', async () => {
  const [first, second] = [provider('container'), provider('local')];
  expect(await startFirst([first, second], request, signal)).toBe(started);
  expect(second.start).not.toHaveBeenCalled();
});

test('what the others said is handed on, with their details', async () => {
  const second = provider('server');
  await startFirst(
    [provider('container', { because: 'no engine' }), provider('local', { error: refusal }), second],
    request,
    signal,
  );
  expect(second.start.mock.calls[0]?.[0].passedOver).toEqual([
    'container: no engine',
    'local: it died',
    '  its last words',
  ]);
});

test('when none works, all of them are told', async () => {
  const all = [provider('container', { because: 'no engine' }), provider('local', { error: refusal })];
  await expect(startFirst(all, request, signal)).rejects.toMatchObject({
    code: 'no-database',
    message: 'No PostgreSQL can be had',
    details: ['container: no engine', 'local: it died', '  its last words'],
    hint: expect.stringContaining('Start Docker'),
  });
});

test('when only one was to be tried, it has the word', async () => {
  await expect(startFirst([provider('local', { error: refusal })], request, signal)).rejects.toBe(refusal);
});

test('a fault of ours is not taken for a refusal', async () => {
  const second = provider('local');
  const fault = new TypeError('undefined is not a function');
  await expect(startFirst([provider('container', { error: fault }), second], request, signal)).rejects.toBe(
    fault,
  );
  expect(second.start).not.toHaveBeenCalled();
});

test('who asks to stop is not given the next one', async () => {
  const asked = new AbortController();
  const first = provider('container', { error: refusal });
  first.start.mockImplementation(() => {
    asked.abort(new Error('asked to stop'));
    return Promise.reject(refusal);
  });
  const second = provider('local');
  await expect(startFirst([first, second], request, asked.signal)).rejects.toThrow('asked to stop');
  expect(second.start).not.toHaveBeenCalled();
});

test('a server is tried only when it is named, and then nothing else is', async () => {
  const ids = async (more: Partial<DatabaseRequest>) =>
    (await surveyProviders({ ...request, ...more }, 'auto')).map(({ id }) => id);
  expect(await ids({})).toEqual(['container', 'local']);
  expect(await ids({ url: 'postgresql://db' })).toEqual(['server']);
});

test('a survey has each refusal, and none for what can be used', async () => {
  const [asked] = await surveyProviders(request, 'server');
  expect(asked?.refusal).toContain('add --database-url');
  const [container] = await surveyProviders(request, 'container');
  expect(container?.refusal === undefined).toBe(engine !== undefined);
});

test('a server without a name is refused', async () => {
  await expect(startDatabase(request, 'server', signal)).rejects.toThrow('no server is named');
});

test('a local server is never given for an image', async () => {
  await expect(
    startDatabase({ ...request, image: 'postgis/postgis:17-3.5' }, 'local', signal),
  ).rejects.toMatchObject({
    message: 'a local server cannot be what the image postgis/postgis:17-3.5 is',
    hint: expect.stringContaining('leave --image out'),
  });
});

test('there are no binaries of a version that does not exist', async () => {
  await expect(startDatabase({ ...request, postgres: 9 }, 'local', signal)).rejects.toThrow(
    'there are no embedded binaries of PostgreSQL 9, and none is installed on this machine',
  );
});

const noEngine = { DOCKER_HOST: 'unix:///no/engine.sock' };

test('without an engine a local server is used, and the report says why', async () => {
  const user = await startUser({ choice: 'auto', end: 'dispose', request: { postgres: 17 } }, noEngine);
  await user.said('running');
  const [, facts = '{}'] = /facts (.*)/.exec(user.printed()) ?? [];
  expect(JSON.parse(facts)).toMatchObject({
    provider: 'local',
    major: 17,
    passedOver: [expect.stringMatching(/^container: no container engine answers at DOCKER_HOST=unix:/)],
  });
});

test('without an engine an image cannot be had, and no other server is taken in its stead', async () => {
  const order = { choice: 'auto', end: 'dispose', request: { image: 'postgis/postgis:17-3.5' } } as const;
  const user = await startUser(order, noEngine);
  onTestFinished(() => void user.child.kill());
  await user.said('No PostgreSQL can be had');
  await user.said('container: no container engine answers');
  await user.said('local: a local server cannot be what the image');
  expect(user.printed()).not.toContain('running');
});
