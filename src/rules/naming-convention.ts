import { defineRule, type RoundTripSubject } from './rule.ts';
import { constraintOf } from './support/definitions.ts';
import { madeColumns } from './support/made-columns.ts';
import { newParts, type Part, type Table } from './support/tables.ts';
import { doing, doneAt, isNamed, touchedTables } from './support/touched.ts';

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision'],
  meta: {
    title: 'A name that is not as names are here',
    why: 'Who knows how things are called finds them without looking. A constraint that is called otherwise in one database is not found by the migration that drops it.',
    fix: 'Give it a name that fits, or a `naming_convention` to the metadata, which gives names to all constraints and indexes. Each option is a regular expression that some part of the name has to match; an empty one lets every name pass. Those that stand here know the names of the convention in the manual of SQLAlchemy and those that PostgreSQL gives.',
    severity: 'notice',
    optIn: true,
    since: '0.1.0',
    examples: {
      bad: `def upgrade():\n    op.create_table("users", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("name", sa.Text()))\n    op.create_index("name_of_user", "users", ["name"])\n\ndef downgrade():\n    op.drop_table("users")`,
      good: `def upgrade():\n    op.create_table("users", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("name", sa.Text()))\n    op.create_index("ix_users_name", "users", ["name"])\n\ndef downgrade():\n    op.drop_table("users")`,
    },
  },
  messages: {
    otherwise: ({ kind, name, pattern }: { kind: string; name: string; pattern: string }) => ({
      message: `The ${kind} ${name} is not called as a ${kind} is here: ${pattern}`,
      help: 'Give it a name that fits, or change the pattern in the settings.',
    }),
  },
  options: {
    table: '^[a-z][a-z0-9_]*$',
    column: '^[a-z][a-z0-9_]*$',
    index: '^(ix|idx|uq)_|_idx[0-9]*$',
    'primary key': '^pk_|_pkey$',
    'foreign key': '^fk_|_fkey[0-9]*$',
    unique: '^uq_|_key[0-9]*$',
    check: '^ck_|_check[0-9]*$',
    exclusion: '^ex_|_excl[0-9]*$',
  },
  check(subject, { report, notChecked }, patterns) {
    for (const [kind, pattern] of Object.entries(patterns)) {
      const fits = patternOf(pattern);
      if (!fits) {
        notChecked(`the pattern for ${kind} is no regular expression: ${pattern}`);
        continue;
      }
      for (const { name, shown, where } of named(subject, kind))
        if (!fits.test(name)) report('otherwise', { kind, name: shown, pattern }, where());
    }
  },
});

interface Named {
  readonly name: string;
  readonly shown: string;
  readonly where: () => Parameters<Parameters<typeof rule.check>[1]['report']>[2];
}

function patternOf(text: string): RegExp | undefined {
  try {
    return new RegExp(text);
  } catch {
    return undefined;
  }
}

/** What of this kind is new, and stays. */
function named(subject: RoundTripSubject, kind: string): readonly Named[] {
  if (kind === 'column')
    return madeColumns(subject).map(({ column, shown, where }) => ({ name: column.name, shown, where }));
  return touchedTables(subject).flatMap(({ before, after, last }) => {
    if (kind === 'table') return before || !last ? [] : [toNamed(subject, after, after.name, after.shown)];
    const isNew = (side: 'constraints' | 'indexes'): readonly Part[] =>
      newParts(before?.[side], after[side]).filter(
        ({ name }) => last?.[side].some((part) => part.name === name) ?? false,
      );
    const parts =
      kind === 'index'
        ? isNew('indexes').filter(({ name }) => after.constraints.every((one) => one.name !== name))
        : isNew('constraints').filter((part) => constraintOf(part)?.type === kind);
    return parts.map(({ name }) => toNamed(subject, after, name, `${after.shown}.${name}`));
  });
}

const toNamed = (subject: RoundTripSubject, table: Table, name: string, shown: string): Named => ({
  name,
  shown,
  where: () => ({
    ...doneAt(
      subject,
      doing(
        (action) =>
          (action.does === 'create index' && action.name === name) ||
          (action.does === 'add constraint' && action.constraint.name === name),
      ),
      doing((action) => 'table' in action && isNamed(table, action.table)),
    ),
    about: shown,
    table,
  }),
});
