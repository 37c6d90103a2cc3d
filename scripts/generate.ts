/** Writes the files that follow from others. `npm run generate -- --check` fails when one is missing or differs. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generateAction } from './generate/action.ts';
import { generateContributing } from './generate/contributing.ts';
import { generateExperiments } from './generate/experiments.ts';
import { generateGithub } from './generate/github.ts';
import { generateHtmlPage } from './generate/html-page.ts';
import { generateLocks } from './generate/locks.ts';
import { generateReportSchema } from './generate/report-schema.ts';
import { generateRules } from './generate/rules.ts';
import { generateSettings } from './generate/settings.ts';

/** In this order: the settings name the rules. */
const generators = [
  generateRules,
  generateSettings,
  generateReportSchema,
  generateAction,
  generateGithub,
  generateContributing,
  generateLocks,
  generateExperiments,
  generateHtmlPage,
];

const root = join(import.meta.dirname, '..');
const onlyCheck = process.argv.includes('--check');
const stale: string[] = [];

for (const generate of generators) {
  for (const { path, text } of await generate()) {
    const file = join(root, path);
    if ((await readFile(file, 'utf8').catch(() => undefined)) === text) continue;
    stale.push(path);
    if (onlyCheck) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

if (stale.length > 0)
  console.log(`${onlyCheck ? 'Differ from their sources' : 'Written'}:\n${stale.join('\n')}`);
if (onlyCheck && stale.length > 0) {
  console.error('Run: npm run generate');
  process.exitCode = 1;
}
