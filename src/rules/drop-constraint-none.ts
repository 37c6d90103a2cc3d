import type { Failure, RoundTrip } from '../model/observation.ts';
import type { Revision } from '../model/revision.ts';
import { defineRule, type Tell } from './rule.ts';
import { declaredIrreversible } from './support/directives.ts';
import { ofFailure } from './support/evidence.ts';
import { named } from './support/named-edit.ts';
import { failurePlace } from './support/places.ts';
import { called, code, count, list, py } from './support/text.ts';
import { candidates, furtherLines, isUnnamed, readDrop, type UnnamedDrop } from './support/unnamed.ts';

const messages = {
  unnamed: ({ revision, direction, drop, names, further }: Data) => ({
    message: `The ${direction} of ${revision} drops a constraint${drop.table === undefined ? '' : ` of ${drop.table}`} without saying which one, and fails. ${given(names)}`,
    help: `${help(drop, names)}${more(further)}`,
  }),
} as const;

export const rule = defineRule({
  subject: 'round-trip',
  needs: ['revision', 'downgrade'],
  meta: {
    title: 'A constraint is dropped without its name',
    why: 'Autogenerate writes `op.drop_constraint(None, ...)` for a constraint that was made without a name. The upgrade works, because PostgreSQL makes up a name; the downgrade cannot work, because nobody told it which.',
    fix: 'Write the name that the constraint has in the database, which the finding says, and give the constraint that name in `upgrade()` too. A `naming_convention` on the metadata keeps it from happening again.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      bad: [
        `def upgrade():\n    op.create_table("users", sa.Column("id", sa.BigInteger(), primary_key=True))\n    op.create_table(\n        "items",\n        sa.Column("id", sa.BigInteger(), primary_key=True),\n        sa.Column("owner_id", sa.BigInteger(), index=True),\n    )\n\ndef downgrade():\n    op.drop_table("items")\n    op.drop_table("users")`,
        `def upgrade():\n    op.create_foreign_key(None, "items", "users", ["owner_id"], ["id"])\n\ndef downgrade():\n    op.drop_constraint(None, "items", type_="foreignkey")`,
      ],
      good: [
        `def upgrade():\n    op.create_table("users", sa.Column("id", sa.BigInteger(), primary_key=True))\n    op.create_table(\n        "items",\n        sa.Column("id", sa.BigInteger(), primary_key=True),\n        sa.Column("owner_id", sa.BigInteger(), index=True),\n    )\n\ndef downgrade():\n    op.drop_table("items")\n    op.drop_table("users")`,
        `def upgrade():\n    op.create_foreign_key("items_owner_id_fkey", "items", "users", ["owner_id"], ["id"])\n\ndef downgrade():\n    op.drop_constraint("items_owner_id_fkey", "items", type_="foreignkey")`,
      ],
    },
  },
  messages,
  check({ revision, roundTrip }, tell) {
    const { upgrade, downgrade } = roundTrip;
    if (upgrade.failure && isUnnamed(upgrade.failure, revision))
      tellOf('upgrade', revision, roundTrip, upgrade.failure, tell);
    const failure = downgrade?.failure;
    if (failure && isUnnamed(failure, revision) && !declaredIrreversible(revision))
      tellOf('downgrade', revision, roundTrip, failure, tell);
  },
});

function tellOf(
  direction: 'upgrade' | 'downgrade',
  revision: Revision,
  roundTrip: RoundTrip,
  failure: Failure,
  { report }: Tell<typeof messages>,
): void {
  const drop = readDrop(revision, failure);
  const place = failurePlace(failure, revision, direction);
  const names = candidates(roundTrip, drop);
  report(
    'unnamed',
    {
      revision: called(revision),
      direction,
      drop,
      names,
      further: furtherLines(revision, direction, failure),
    },
    {
      place,
      evidence: ofFailure(failure),
      edit: named(revision, place, names),
      about: `${direction} ${drop.table ?? ''}`,
    },
  );
}

interface Data {
  readonly revision: string;
  readonly direction: string;
  readonly drop: UnnamedDrop;
  readonly names: readonly string[];
  /** Lines with the same fault, which nobody has reached yet. */
  readonly further: readonly number[];
}

function given(names: readonly string[]): string {
  const [only, ...others] = names;
  if (only === undefined)
    return 'PostgreSQL gives a constraint without a name one of its own: table_column_fkey, _key, _check, or table_pkey.';
  return others.length === 0
    ? `In the database it is called ${only}.`
    : `The upgrade made ${names.join(', ')}.`;
}

function help(drop: UnnamedDrop, names: readonly string[]): string {
  const type = drop.type === undefined ? '' : `, type_=${py(drop.type)}`;
  const line = (name: string): string => `op.drop_constraint(${py(name)}, ${py(drop.table ?? '...')}${type})`;
  const which = names.length > 1 ? 'Write the one that is meant' : 'Write its name';
  const lines = names.length > 0 ? names.map(line) : [line('...')];
  return `${which}:${code(...lines)}\nand give it the same name where upgrade() makes it, in place of None.`;
}

function more(further: readonly number[]): string {
  if (further.length === 0) return '';
  return `\n${count(further.length, 'more line')} below ${further.length === 1 ? 'has' : 'have'} the same fault: ${list(further.map(String))}.`;
}
