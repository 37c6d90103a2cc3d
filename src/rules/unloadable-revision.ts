import { defineRule } from './rule.ts';
import { note } from './support/evidence.ts';
import { list } from './support/text.ts';

export const rule = defineRule({
  subject: 'project',
  needs: [],
  meta: {
    title: 'A revision file cannot be loaded',
    why: 'Python cannot import the file. Alembic loads all files before it does anything, so every command fails.',
    fix: 'Correct the file at the line that is shown. An import that is missing may mean that another Python is used than the one of the project: `--python PATH`.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      bad: `def upgrade()\n    op.drop_table("old")`,
      good: `def upgrade():\n    op.drop_table("old")`,
    },
  },
  messages: {
    unloadable: ({ file, error, message }: { file: string; error: string; message: string }) => ({
      message: `${file} cannot be loaded, and with it the whole history: ${error}: ${message}`,
      help: help(error),
    }),
  },
  check({ facts: { graph } }, { report }) {
    const orphans = graph.faults.flatMap((fault) => (fault.kind === 'missing-parent' ? [fault.child] : []));
    const evidence =
      orphans.length === 0
        ? []
        : [
            note(
              `Left out too, since the revision before ${orphans.length === 1 ? 'it was' : 'them was'} not found: ${list(orphans)}`,
            ),
          ];
    for (const fault of graph.faults) {
      if (fault.kind !== 'unloadable') continue;
      const { place, error, message } = fault;
      report('unloadable', { file: place.file, error, message }, { place, about: error, evidence });
    }
  },
});

function help(error: string): string {
  if (error === 'ModuleNotFoundError' || error === 'ImportError')
    return 'Install what it imports in the environment that runs the migrations, or name the right Python: --python PATH';
  return error.endsWith('SyntaxError') || error === 'IndentationError' || error === 'TabError'
    ? 'Correct the file at this line.'
    : 'Correct what the file does when it is imported.';
}
