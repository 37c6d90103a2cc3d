import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Document, OpenAPIBackend } from 'openapi-backend';
import { onTestFinished } from 'vitest';
import description from './openapi.json' with { type: 'json' };
import { type Answer, type Asked, operations } from './operations.ts';
import { lackingRights } from './rights.ts';
import { type State, stateWith } from './state.ts';

/** An answer that takes the place of the proper one, as of a server that is ill or has enough. */
export interface Fault {
  /** Such as `issues/create-comment`, or `graphql`. */
  readonly operation: string;
  /** 0: no answer at all. */
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
  /** How often; always where it is absent. */
  times?: number;
}

export interface FakeGitHub {
  /** For GITHUB_API_URL. */
  readonly url: string;
  readonly state: State;
  /** Operations in the order in which they were asked for, faults among them. */
  readonly asked: string[];
  readonly faults: Fault[];
  /** Called when an operation has been answered: what others do meanwhile. */
  meanwhile: (operation: string) => void;
}

interface Reply extends Answer {
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A stand-in for GitHub on this machine, gone when the test is. It holds every request and every answer of its own
 * against GitHub's own description, keeps state, and has GitHub's limits and rights.
 */
export async function fakeGitHub(known: Partial<State> = {}): Promise<FakeGitHub> {
  const backend = await backendOfAll;
  const state = stateWith(known);
  const server = createServer((request, response) => {
    respond(request).then(
      (reply) => send(response, reply),
      (error: Error) => send(response, { status: 418, body: { message: error.message } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fake: FakeGitHub = { url, state, asked: [], faults: [], meanwhile: () => undefined };

  async function respond(request: IncomingMessage): Promise<Reply> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const body = await bodyOf(request);
    const method = request.method ?? 'GET';
    const found = { method, path: pathname, query: Object.fromEntries(searchParams), body, headers: {} };
    const operation = pathname === '/graphql' ? 'graphql' : backend.matchOperation(found)?.operationId;
    if (operation === undefined) throw new Error(`The stand-in has no ${method} ${pathname}`);
    fake.asked.push(operation);
    const fault = takeFault(fake.faults, operation);
    if (fault?.status === 0) return new Promise(() => undefined);
    if (fault) return ill(fault);
    if (operation === 'graphql')
      return { status: 200, body: { data: { viewer: { login: state.viewer.login } } } };
    const lacking = lackingRights(operation, state);
    if (lacking !== undefined) return forbidden(lacking);
    const reply = (await backend.handleRequest(found, state)) as Answer;
    fake.meanwhile(operation);
    return paged(reply, new URL(request.url ?? '/', url));
  }
  return fake;
}

async function makeBackend(): Promise<OpenAPIBackend> {
  const backend = new OpenAPIBackend({
    definition: description as unknown as Document,
    ajvOpts: { strict: false, formats: { repo: true, uri: true, timestamp: true, 'date-time': true } },
    handlers: {
      validationFail: ({ validation }): Answer => ({
        status: 422,
        body: {
          message: 'Invalid request.',
          errors: validation.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`),
        },
      }),
      notFound: (): Answer => ({ status: 404, body: { message: 'Not Found' } }),
    },
  });
  await backend.init();
  for (const [id, operation] of Object.entries(operations))
    backend.registerHandler(id, (context, state: State): Answer => {
      const { params, query, requestBody } = context.request as never as {
        params: Asked['params'];
        query: Asked['query'];
        requestBody: unknown;
      };
      const answer = operation({ params, query, body: requestBody }, state);
      const { errors } = context.api.validateResponse(answer.body, id, answer.status);
      if (errors)
        throw new Error(`The stand-in answers ${id} as GitHub never would: ${JSON.stringify(errors)}`);
      return answer;
    });
  return backend;
}

/** Made once: it takes a while to understand a description. */
const backendOfAll = makeBackend();

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return text === '' ? undefined : JSON.parse(text);
}

function takeFault(faults: Fault[], operation: string): Fault | undefined {
  const fault = faults.find((one) => one.operation === operation && one.times !== 0);
  if (fault?.times !== undefined) fault.times -= 1;
  return fault;
}

const ill = ({ status, headers = {}, message = 'It is ill.' }: Fault): Reply => ({
  status,
  headers,
  body: { message },
});

const forbidden = (lacking: string): Reply => ({
  status: 403,
  headers: { 'x-accepted-github-permissions': lacking },
  body: { message: 'Resource not accessible by integration' },
});

/** A page of a list, and where the next one is. */
function paged({ status, body }: Answer, asked: URL): Reply {
  if (!Array.isArray(body)) return { status, body };
  const size = Math.min(100, Number(asked.searchParams.get('per_page') ?? 30));
  const page = Number(asked.searchParams.get('page') ?? 1);
  const next = new URL(asked);
  next.searchParams.set('page', `${page + 1}`);
  const isLast = page * size >= body.length;
  return {
    status,
    body: body.slice((page - 1) * size, page * size),
    ...(isLast ? {} : { headers: { link: `<${next.href}>; rel="next"` } }),
  };
}

function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
