import { readFile } from 'node:fs/promises';
import type { GeneratedFile } from './file.ts';

const read = (path: string): Promise<string> => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

const rule = 'drop-database';
const files = [`src/rules/${rule}.ts`, `test/rules/live/cases/${rule}.ts`];
const generated = ['src/rules/index.ts', 'docs/rules/README.md', `docs/rules/${rule}.md`];

/** All that one rule adds, as it is, between the marks of CONTRIBUTING.md. */
export async function generateContributing(): Promise<readonly GeneratedFile[]> {
  const path = 'CONTRIBUTING.md';
  const [before, , after] = (await read(path)).split(/^<!-- .*one rule.* -->$/m);
  const text = await Promise.all(files.map(async (file) => diffOf(file, await read(file))));
  const block = `<!-- Begin of one rule: written by scripts/generate.ts. -->

\`\`\`diff
${text.join('')}\`\`\`

and, by \`npm run generate\`, ${generated.map((file) => `\`${file}\``).join(', ')}.

<!-- End of one rule. -->`;
  return [{ path, text: `${before}${block}${after}` }];
}

const diffOf = (file: string, text: string): string =>
  [
    `+++ b/${file}`,
    ...text
      .trimEnd()
      .split('\n')
      .map((line) => `+${line}`),
    '',
  ].join('\n');
