/** `npm run new-rule no-such-thing statement`: a rule and its cases to fill in; then npm run generate. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };

/** By subject: what `check` takes from it, and where its findings are. */
const subjects: Readonly<Record<string, { readonly from: string; readonly place: string }>> = {
  statement: { from: 'subject', place: 'placeOf(subject)' },
  'round-trip': { from: '{ revision }', place: `definition(revision, 'upgrade')` },
  revision: { from: '{ revision }', place: `definition(revision, 'upgrade')` },
  upgrade: { from: '{ revision }', place: `definition(revision, 'upgrade')` },
  project: { from: '{ facts }', place: 'projectPlace(facts)' },
  chain: { from: '{ facts }', place: 'projectPlace(facts)' },
  rehearsal: { from: '{ facts }', place: 'projectPlace(facts)' },
  models: { from: '{ models }', place: 'models.place' },
};
const [id = '', name = 'statement'] = process.argv.slice(2);
const subject = subjects[name];

if (!/^[a-z]+(-[a-z]+)+$/.test(id) || !subject) {
  console.error(
    `Name the rule after the fault, and its subject: npm run new-rule no-such-thing ${Object.keys(subjects).join('|')}`,
  );
  process.exit(2);
}

const finder = subject.place.split('(')[0];
const rule = `import { defineRule } from './rule.ts';
import { ${finder} } from './support/${finder === 'placeOf' ? 'traced' : 'places'}.ts';

export const rule = defineRule({
  subject: '${name}',
  needs: [],
  meta: {
    title: 'TODO one line that names the fault',
    why: 'TODO what happens to whom',
    fix: 'TODO what to type instead',
    severity: 'warning',
    since: '${manifest.version}',
    examples: { before: 'TODO', bad: 'TODO', good: 'TODO' },
  },
  messages: {
    found: ({ what }: { what: string }) => ({ message: \`TODO \${what}.\`, help: 'TODO' }),
  },
  check(${subject.from}, { report }) {
    report('found', { what: 'TODO' }, { place: ${subject.place} });
  },
});
`;

const cases = `import type { LiveCases } from '../case.ts';

export const cases: LiveCases = {
  bad: [{ name: 'TODO', before: 'TODO', sql: 'TODO', at: 'TODO', says: ['TODO'] }],
  good: [{ name: 'TODO', before: 'TODO', sql: 'TODO' }],
};
`;

for (const [path, text] of [
  [`src/rules/${id}.ts`, rule],
  [`test/rules/live/cases/${id}.ts`, cases],
] as const) {
  await writeFile(join(import.meta.dirname, '..', path), text, { flag: 'wx' });
  console.log(path);
}
console.log(`Fill in both, then: npm run generate
and: npm test -- --project "postgres 18" test/rules/live -t ${id}`);
