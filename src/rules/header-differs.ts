import type { Revision } from '../model/revision.ts';
import { defineRule } from './rule.ts';
import { headerField } from './support/header-edit.ts';
import { called } from './support/text.ts';

export const rule = defineRule({
  subject: 'revision',
  needs: [],
  meta: {
    title: 'The header of the file says something else than its variables',
    why: 'The docstring names another revision or another parent than `revision` and `down_revision`. Only the variables count; a reader who trusts the header reads a history that does not exist. It happens when a revision is moved on top of another one.',
    fix: 'Correct the docstring.',
    severity: 'notice',
    since: '0.1.0',
    examples: {
      bad: `"""Add tags\n\nRevision ID: b2\nRevises: a1\n"""\nrevision = "b2"\ndown_revision = "a9"`,
      good: `"""Add tags\n\nRevision ID: b2\nRevises: a9\n"""\nrevision = "b2"\ndown_revision = "a9"`,
    },
  },
  messages: {
    differs: ({
      revision,
      field,
      says,
      is,
    }: {
      revision: string;
      field: string;
      says: string;
      is: string;
    }) => ({
      message: `The header of ${revision} says ${says} for "${field}", and the file assigns ${is}. Only what is assigned counts.`,
      help: `Write in the header: ${field}: ${is}`,
    }),
  },
  check({ revision }, { report }) {
    const header = /^\s*[rRuU]?("""|''')(.*?)\1/s.exec(revision.source.replace(/^(\s*#.*\n)+/, ''));
    const lines = (header?.[2] ?? '').split('\n');
    for (const [field, is] of [
      ['Revision ID', [revision.id]],
      ['Revises', revision.parents],
    ] as const) {
      const says = read(lines, field);
      if (says === undefined || same(says, is)) continue;
      const line = lineOf(revision, field);
      report(
        'differs',
        {
          revision: called(revision),
          field,
          says: says.join(', ') || 'nothing',
          is: is.join(', ') || 'None',
        },
        {
          place: { file: revision.place.file, line },
          about: field,
          edit: headerField(revision, line, is),
        },
      );
    }
  },
});

function read(lines: readonly string[], field: string): readonly string[] | undefined {
  const line = lines.find((text) => text.trimStart().startsWith(`${field}:`));
  const value = line?.slice(line.indexOf(':') + 1).trim();
  if (value === undefined) return undefined;
  return value === 'None' ? [] : value.split(',').map((id) => id.trim().replace(/^['"(]+|['")]+$/g, ''));
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.toSorted().join() === b.toSorted().join();

const lineOf = ({ source }: Revision, field: string): number =>
  source.split('\n').findIndex((text) => text.trimStart().startsWith(`${field}:`)) + 1;
