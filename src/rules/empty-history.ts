import { defineRule } from './rule.ts';
import { projectPlace } from './support/places.ts';
import { code } from './support/text.ts';

export const rule = defineRule({
  subject: 'project',
  needs: [],
  meta: {
    title: 'The history is empty',
    why: 'The project has no revision, so nothing was checked. Often the files are looked for in the wrong place, or were not committed.',
    fix: 'Look at `script_location` and `version_locations` in the configuration, and whether `.gitignore` leaves the files out.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      bad: `# alembic.ini\nscript_location = migrations  # its versions/ is empty`,
      good: `# alembic.ini\nscript_location = app/migrations`,
    },
  },
  messages: {
    empty: ({ label }: { label: string }) => ({
      message: `The project ${label} has no revision: nothing was checked.`,
      help: `Look whether script_location and version_locations point at the files, or make the first revision:${code('alembic revision --autogenerate -m "first"')}`,
    }),
  },
  check({ facts }, { report }) {
    const { graph, project } = facts;
    if (graph.revisions.length === 0 && graph.faults.length === 0)
      report('empty', { label: project.label }, { place: projectPlace(facts) });
  },
});
