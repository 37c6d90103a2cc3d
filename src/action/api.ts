import type { Api } from '../github/api.ts';
import type { Step } from './step.ts';

/** GitHub's API with the token of the step, opened when it is first asked for; undefined without a token. */
export function apiOf({ runner, inputs: { githubToken } }: Step): (() => Promise<Api>) | undefined {
  if (githubToken === undefined) return undefined;
  const url = runner.env['GITHUB_API_URL'] ?? 'https://api.github.com';
  let opened: Promise<Api> | undefined;
  return () => {
    opened ??= import('../github/api.ts').then(({ openApi }) => openApi({ token: githubToken, url }));
    return opened;
  };
}
