/** `node scripts/new-rule.ts no-such-thing round-trip`: a rule and its cases to fill in; then npm run generate. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };

const subjects = ['project', 'revision', 'upgrade', 'round-trip', 'chain', 'rehearsal'];
const [id = '', subject = 'round-trip'] = process.argv.slice(2);

if (!/^[a-z]+(-[a-z]+)+$/.test(id) || !subjects.includes(subject)) {
  console.error(
    `Name the rule after the fault, and its subject: node scripts/new-rule.ts no-such-thing ${subjects.join('|')}`,
  );
  process.exit(2);
}

const named = subject === 'project' || subject === 'chain' || subject === 'rehearsal' ? 'facts' : 'revision';
const place = named === 'facts' ? 'projectPlace(facts)' : `definition(revision, 'upgrade')`;

const rule = `import { defineRule } from './rule.ts';
import { ${place.split('(')[0]} } from './support/places.ts';

export const rule = defineRule({
  subject: '${subject}',
  needs: [],
  meta: {
    title: 'TODO one line that names the fault',
    why: 'TODO what happens to whom',
    fix: 'TODO what to type instead',
    severity: 'warning',
    since: '${manifest.version}',
    examples: { bad: 'TODO', good: 'TODO' },
  },
  messages: {
    found: ({ what }: { what: string }) => ({ message: \`TODO \${what}.\`, help: 'TODO' }),
  },
  check({ ${named} }, { report }) {
    report('found', { what: 'TODO' }, { place: ${place} });
  },
});
`;

const cases = `import { facts } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

export const cases: Cases = {
  bad: [{ name: 'TODO', facts: facts([revision('a')]), line: 14, says: ['TODO'] }],
  good: [{ name: 'TODO', facts: facts([revision('b')]) }],
};
`;

for (const [path, text] of [
  [`src/rules/${id}.ts`, rule],
  [`test/rules/cases/${id}.ts`, cases],
] as const) {
  await writeFile(join(import.meta.dirname, '..', path), text, { flag: 'wx' });
  console.log(path);
}
console.log('Fill in both, then: npm run generate');
