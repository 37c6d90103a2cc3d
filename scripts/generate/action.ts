import { stringify } from 'yaml';
import { inputs } from '../../src/config/inputs.ts';
import type { GeneratedFile } from './file.ts';

/** The action's metadata: every setting is an input. Defaults stand in the settings alone. */
export async function generateAction(): Promise<readonly GeneratedFile[]> {
  const action = {
    name: 'migrate-check',
    description:
      'Replays Alembic migrations up, down and up again on a disposable PostgreSQL, and gates the merge',
    branding: { icon: 'database', color: 'green' },
    inputs: Object.fromEntries(
      inputs.map(({ name, words }) => [
        name,
        {
          description: `${words.description}${words.list ? '; one on each line' : ''} (e.g. ${words.example})`,
          required: false,
        },
      ]),
    ),
    outputs: { verdict: { description: 'passed, failed or incomplete' } },
    runs: { using: 'node24', main: 'dist/action.js', post: 'dist/post.js' },
  };
  const head = '# Written by `npm run generate` from src/config/settings.ts.\n';
  return [{ path: 'action.yml', text: head + stringify(action, { lineWidth: 0 }) }];
}
