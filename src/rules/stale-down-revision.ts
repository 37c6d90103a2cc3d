import type { Facts } from '../model/report.ts';
import type { Revision, RevisionId } from '../model/revision.ts';
import { defineRule } from './rule.ts';
import { note } from './support/evidence.ts';
import { onTopOf } from './support/header-edit.ts';
import { parentsLine, type Written, writtenRevision } from './support/revision-text.ts';
import { called, code, py } from './support/text.ts';

export const rule = defineRule({
  subject: 'project',
  needs: [],
  meta: {
    title: 'Another revision has taken the place of this one meanwhile',
    why: 'Two branches of work have put a revision on top of the same one, and the other was merged first. Git sees no conflict, because the files have different names; after the merge the history has two heads, and `alembic upgrade head` refuses.',
    fix: 'Put yours on top of theirs: `down_revision` names the head that the base branch has now.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      bad: `# versions/0008_add_tags.py, while the base branch has got 0008_add_notes.py on top of 0007\ndown_revision = "0007"`,
      good: `# versions/0009_add_tags.py\ndown_revision = "0008"`,
    },
  },
  messages: {
    stale: ({ revision, parent, theirs, ref, head, file, parents }: Data) => ({
      message: `${revision} is on top of ${parent}, and ${ref} has put ${theirs} there meanwhile: after the merge there are two heads, and "alembic upgrade head" refuses.`,
      help: `Take over what ${ref} has (git merge ${ref}, or git rebase ${ref}), and put this revision on top of it, in ${file}:${code(`down_revision = ${pythonOf(parents.map((id) => (id === parent ? head : id)))}`)}`,
    }),
  },
  check({ facts }, { report, notChecked }) {
    const { base } = facts;
    if (!base) return notChecked('no base ref is known to compare with: --since origin/main');
    const newer = newRevisions(facts);
    const told = new Set<RevisionId>();
    for (const { written, file: theirFile } of newer) {
      for (const { parent, revision } of rivalsOf(written, facts)) {
        if (told.has(revision.id)) continue;
        told.add(revision.id);
        const { file } = revision.place;
        const line = parentsLine(revision);
        const head = headAbove(
          written,
          newer.map((one) => one.written),
        );
        const edit = onTopOf(revision, parent, head);
        report(
          'stale',
          {
            revision: called(revision),
            parent,
            theirs: written.id,
            ref: base.ref,
            head,
            file,
            parents: revision.parents,
          },
          {
            place: { file, ...(line === undefined ? {} : { line }) },
            revision: revision.id,
            edit: edit && { ...edit, withBase: true },
            evidence: [note(`${theirFile} on ${base.ref} has revision ${written.id} on top of ${parent}`)],
          },
        );
      }
    }
  },
});

interface Data {
  readonly revision: string;
  readonly parent: string;
  readonly theirs: string;
  readonly ref: string;
  /** The newest that the ref has on top of `theirs`. */
  readonly head: string;
  readonly file: string;
  readonly parents: readonly string[];
}

interface Newer {
  readonly file: string;
  readonly written: Written;
}

/** The revisions that the ref has and the change has not. */
function newRevisions({ base, graph }: Facts): readonly Newer[] {
  const known = new Set<string>(graph.revisions.map(({ id }) => id));
  return (base?.newer ?? []).flatMap(({ file, text }) => {
    const written = writtenRevision(text);
    return written && !known.has(written.id) ? [{ file, written }] : [];
  });
}

/** The revisions of the change that are on top of the same one. */
const rivalsOf = (
  { parents }: Written,
  { graph }: Facts,
): readonly { readonly parent: string; readonly revision: Revision }[] =>
  parents.flatMap((parent) =>
    graph.revisions
      .filter((revision) => revision.parents.some((id) => id === parent))
      .map((revision) => ({ parent, revision })),
  );

function headAbove({ id }: Written, all: readonly Written[]): string {
  const next = all.find(({ parents }) => parents.includes(id));
  return next
    ? headAbove(
        next,
        all.filter((one) => one !== next),
      )
    : id;
}

const pythonOf = (parents: readonly string[]): string =>
  parents.length === 1 ? py(parents[0] ?? '') : `(${parents.map(py).join(', ')})`;
