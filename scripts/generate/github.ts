import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { generateAction } from './action.ts';
import type { GeneratedFile } from './file.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

/** The inputs and outputs of the action, as tables between the marks of docs/github.md. */
export async function generateGithub(): Promise<readonly GeneratedFile[]> {
  const path = 'docs/github.md';
  const page = await readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
  const [before, , after] = page.split(/^<!-- .* of inputs and outputs.* -->$/m);
  const [action] = await generateAction();
  const { inputs, outputs } = parse(action?.text ?? '') as Action;
  const block = `<!-- Begin of inputs and outputs: written by scripts/generate.ts. -->

${table('input', inputs)}

${table('output', outputs)}

<!-- End of inputs and outputs. -->`;
  return [{ path, text: `${before}${block}${after}` }];
}

const table = (head: string, entries: Action['inputs']): string =>
  [
    `| ${head} | |`,
    '|---|---|',
    ...Object.entries(entries).map(
      ([name, { description }]) => `| \`${name}\` | ${description.replaceAll('|', '\\|')} |`,
    ),
  ].join('\n');
