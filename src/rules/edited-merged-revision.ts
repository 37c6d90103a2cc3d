import type { Revision } from '../model/revision.ts';
import { defineRule } from './rule.ts';
import { note } from './support/evidence.ts';
import { definition } from './support/places.ts';
import { doesTheSame, writtenRevision } from './support/revision-text.ts';
import { called, code } from './support/text.ts';

export const rule = defineRule({
  subject: 'project',
  needs: [],
  meta: {
    title: 'A revision that others have run already is changed or taken away',
    why: 'Alembic remembers the id of a revision, not what was in it. A database that has run it never runs the new text: from then on new databases and old ones differ, and nothing says so. One that is taken away cannot be found any more, and `alembic upgrade` refuses on every database that stands at it. What is compared is the code: comments, layout and the docstring may change.',
    fix: 'Put the file back as it was, and make the change in a new revision.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      bad: `# versions/0001_users.py, which the base branch has with sa.String(50)\ndef upgrade():\n    op.create_table("users", sa.Column("name", sa.String(80)))`,
      good: `# versions/0002_longer_names.py\ndef upgrade():\n    op.alter_column("users", "name", type_=sa.String(80))`,
    },
  },
  messages: {
    edited: ({ revision, ref, file }: Data) => ({
      message: `${revision} is on ${ref} already, and this change does something else under the same id: databases that have run it never get that.`,
      help: `Put the file back, and make the change in a new revision:${code(`git checkout ${ref} -- ${file}`, `alembic revision -m "what changes"`)}`,
    }),
    gone: ({ revision, ref, file }: Data) => ({
      message: `${revision} is on ${ref}, and this change takes it away: Alembic does not find it any more, and refuses to upgrade a database that stands at it.`,
      help: `Put the file back; what it did is undone by a new revision:${code(`git checkout ${ref} -- ${file}`)}`,
    }),
  },
  check({ facts: { base, graph } }, { report, notChecked }) {
    if (!base) return notChecked('no base ref is known to compare with: --since origin/main');
    const byId = new Map(graph.revisions.map((revision): [string, Revision] => [revision.id, revision]));
    for (const { file, text } of base.edited) {
      const was = writtenRevision(text);
      if (!was) continue;
      const { ref } = base;
      const now = byId.get(was.id);
      // What cannot be loaded is another fault.
      if (!now && graph.faults.length === 0)
        report('gone', { revision: was.id, ref, file }, { place: { file }, about: was.id });
      if (!now || doesTheSame(now.source, text)) continue;
      report(
        'edited',
        { revision: called(now), ref, file: now.place.file },
        {
          place: definition(now, 'upgrade'),
          revision: now.id,
          evidence: [note(`the code of ${now.place.file} is not that of ${file} on ${ref}`)],
        },
      );
    }
  },
});

interface Data {
  readonly revision: string;
  readonly ref: string;
  readonly file: string;
}
