import type { Difference } from '../model/difference.ts';
import type { Facts } from '../model/report.ts';
import type { Revision } from '../model/revision.ts';
import { defineRule } from './rule.ts';
import { ofDifferences } from './support/evidence.ts';
import { definition, projectPlace } from './support/places.ts';
import { called, count } from './support/text.ts';

export const rule = defineRule({
  subject: 'chain',
  needs: ['chain'],
  meta: {
    title: 'Down through the history the catalog ends elsewhere',
    why: 'Each revision comes back by itself without a trace, but after all of them were taken back one after the other the catalog is not what it was at that point, or going up again does not lead to where it was.',
    fix: 'Look for two revisions that touch the same thing, where the later downgrade puts something back that the earlier one no longer takes away.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      bad: [
        `def upgrade():\n    op.execute("CREATE TABLE IF NOT EXISTS archive (id bigint PRIMARY KEY, note text)")\n\ndef downgrade():\n    # Alone it finds an empty table; after the next revision was taken back the table is not empty, and stays.\n    if op.get_bind().execute(sa.text("SELECT count(*) FROM archive")).scalar() == 0:\n        op.drop_table("archive")`,
        `def upgrade():\n    op.execute("INSERT INTO archive VALUES (1, 'opened') ON CONFLICT (id) DO UPDATE SET note = 'opened'")\n\ndef downgrade():\n    op.execute("UPDATE archive SET note = 'closed' WHERE id = 1")`,
      ],
      good: [
        `def upgrade():\n    op.execute("CREATE TABLE archive (id bigint PRIMARY KEY, note text)")\n\ndef downgrade():\n    op.drop_table("archive")`,
        `def upgrade():\n    op.execute("INSERT INTO archive VALUES (1, 'opened')")\n\ndef downgrade():\n    op.execute("DELETE FROM archive WHERE id = 1")`,
      ],
    },
  },
  messages: {
    below: ({ number, reached, revision }: Data) => ({
      message: `Taken back one after the other ${reached}, the revisions leave ${count(number, 'difference')} that none of them leaves by itself${suspect(revision)}.`,
      help: 'Compare the revisions that touch what is shown: what a later downgrade puts back has to be what the earlier one takes away.',
    }),
    above: ({ number, revision }: Data) => ({
      message: `Taken back one after the other and applied again, the revisions lead to another catalog: ${count(number, 'difference')}${suspect(revision)}.`,
      help: 'Compare the revisions that touch what is shown: one of them depends on what another one left.',
    }),
  },
  check({ chain, facts }, { report }) {
    const { reached } = chain;
    const below = faults(chain.below);
    const above = faults(chain.above ?? []);
    const differences = below.length > 0 ? below : above;
    if (chain.failure || differences.length === 0) return;
    const revision = lastToTouch(differences, facts);
    report(
      below.length > 0 ? 'below' : 'above',
      {
        number: differences.length,
        reached: reached === 'base' ? 'to the base' : 'as far as they go',
        revision,
      },
      {
        ...(revision ? { revision: revision.id } : {}),
        place: revision ? definition(revision, 'downgrade') : projectPlace(facts),
        evidence: ofDifferences(differences),
      },
    );
  },
});

interface Data {
  readonly number: number;
  readonly reached: string;
  readonly revision: Revision | undefined;
}

const faults = (differences: readonly Difference[]): readonly Difference[] =>
  differences.filter(({ weight }) => weight === 'fault');

const suspect = (revision: Revision | undefined): string =>
  revision ? `; the last revision that touches the first of them is ${called(revision)}` : '';

function lastToTouch([first]: readonly Difference[], { graph, observations }: Facts): Revision | undefined {
  const trip = observations.roundTrips.findLast(({ effect = [] }) =>
    effect.some(({ kind, name }) => kind === first?.kind && name === first.name),
  );
  return graph.revisions.find(({ id }) => id === trip?.revision);
}
