import { stringify } from 'yaml';
import { inputs, reportFiles } from '../../src/config/inputs.ts';
import { workflowInputs } from '../../src/config/workflow-inputs.ts';
import { outputs } from '../../src/github/outputs.ts';
import type { GeneratedFile } from './file.ts';

/** The action's metadata: every setting is an input. Defaults stand in the settings alone. */
export async function generateAction(): Promise<readonly GeneratedFile[]> {
  const action = {
    name: 'migrate-check',
    description:
      'Replays Alembic migrations up, down and up again on a disposable PostgreSQL, and gates the merge',
    branding: { icon: 'database', color: 'green' },
    inputs: Object.fromEntries(
      [...inputs, ...workflowInputs].map(({ name, words }) => [
        name,
        {
          description: `${words.description}${words.list ? '; one on each line' : ''} (e.g. ${words.example})`,
          required: false,
          ...(words.inputDefault === undefined ? {} : { default: `\${{ ${words.inputDefault} }}` }),
        },
      ]),
    ),
    outputs: Object.fromEntries([
      ...outputs.map(({ name, description }) => [name, { description }]),
      ...reportFiles.map(({ name }) => [name, { description: `the file that the input ${name} names` }]),
    ]),
    runs: { using: 'node24', main: 'dist/action.js', post: 'dist/post.js' },
  };
  const head = '# Written by `npm run generate` from src/config/settings.ts.\n';
  return [{ path: 'action.yml', text: head + stringify(action, { lineWidth: 0 }) }];
}
