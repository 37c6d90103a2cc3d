import { randomUUID } from 'node:crypto';
import { getOctokit } from '@actions/github';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';

/** GitHub's API, patient within limits. Large: import it when there is something to ask. */
export type Api = ReturnType<typeof openApi>;

export interface ApiAccess {
  readonly token: string;
  /** GITHUB_API_URL: https://api.github.com, or that of a server of one's own. */
  readonly url: string;
  /** Milliseconds that stand for one second of waiting; tests have shorter ones. */
  readonly second?: number;
  /** Milliseconds for one answer. */
  readonly answersWithin?: number;
}

/** Seconds that GitHub may ask to wait for before what is to be shown is given up. */
const patience = 60;
const retries = 2;
/** Milliseconds for all answers. */
const allWithin = 120_000;

/** A client that retries what failed on GitHub's side, waits where GitHub asks for it, and always ends. */
export function openApi({ token, url, second = 1000, answersWithin = 30_000 }: ApiAccess) {
  const wait = (seconds: number, _options: object, _client: object, before: number): boolean =>
    seconds <= patience && before < retries;
  const silent = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: () => undefined,
  };
  return getOctokit(
    token,
    {
      baseUrl: url,
      // What is worth knowing is in the errors.
      log: silent,
      retry: { retries, retryAfterBaseValue: second },
      throttle: {
        // Each client has a pace of its own.
        id: randomUUID(),
        retryAfterBaseValue: second,
        onRateLimit: wait,
        onSecondaryRateLimit: wait,
      },
    },
    bounded(answersWithin, AbortSignal.timeout(allWithin)),
    throttling,
    retry,
  );
}

type Plugin = NonNullable<Parameters<typeof getOctokit>[2]>;

/** Nothing is waited for without end, neither one answer nor all of them. */
const bounded =
  (answersWithin: number, end: AbortSignal): Plugin =>
  (client) => {
    client.hook.before('request', (options) => {
      end.throwIfAborted();
      const signal = AbortSignal.any([end, AbortSignal.timeout(answersWithin)]);
      options.request = { ...options.request, signal };
    });
  };
