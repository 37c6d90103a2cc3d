import { failure, isNew, move, trip } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';
import { irreversible, withoutReupgrade } from '../pieces.ts';

const noName = (at?: number) =>
  failure(
    'python',
    'CompileError',
    "Can't emit DROP CONSTRAINT for constraint ForeignKeyConstraint(None, table=Table('items', MetaData(), schema=None)); it has no name",
    {
      ...(at === undefined ? {} : { place: { file: 'versions/a.py', line: at } }),
    },
  );
const ofConvention = failure('python', 'IndexError', 'list index out of range', {
  place: { file: 'versions/a.py', line: 2 },
});
const source = (...lines: readonly string[]): string => ['def downgrade():', ...lines].join('\n');
const effect = [
  isNew('constraint', 'items.items_owner_id_fkey', 'ALTER TABLE items DROP CONSTRAINT items_owner_id_fkey'),
  isNew('constraint', 'items.items_name_key', 'ALTER TABLE items DROP CONSTRAINT items_name_key'),
  isNew('constraint', 'users.users_email_key', 'ALTER TABLE users DROP CONSTRAINT users_email_key'),
];
const seen = (text: string, at: number) =>
  trip(revision('a', [], { source: text }), {
    ...withoutReupgrade(move('downgrade', 'a', { failure: noName(at) })),
    effect,
  });

export const cases: Cases = {
  bad: [
    {
      name: 'the name that PostgreSQL gave is looked up by table and type',
      facts: seen(source('    op.drop_constraint(None, "items", type_="foreignkey")'), 2),
      line: 2,
      says: [
        'In the database it is called items_owner_id_fkey',
        'op.drop_constraint("items_owner_id_fkey", "items", type_="foreignkey")',
      ],
      omits: ['the one that is meant', 'the same fault'],
    },
    {
      name: 'and so do lines below it',
      facts: seen(source(...Array(3).fill('    op.drop_constraint(None, "items", type_="unique")')), 2),
      line: 2,
      says: ['2 more lines below have the same fault: 3 and 4.'],
    },
    {
      name: 'in a batch the table is named above',
      facts: seen(
        source(
          "    with op.batch_alter_table('users') as batch_op:",
          "        batch_op.drop_constraint(None, type_='unique')",
        ),
        3,
      ),
      line: 3,
      says: ['op.drop_constraint("users_email_key", "users", type_="unique")'],
    },
    {
      name: 'without a type all that the upgrade made on the table are named',
      facts: seen(source('    op.drop_constraint(', '        None,', '        "items",', '    )'), 2),
      line: 2,
      says: ['items_owner_id_fkey, items_name_key', 'Write the one that is meant'],
    },
    {
      name: 'with a naming_convention SQLAlchemy fails elsewhere, and the line shows why; others like it are listed',
      facts: trip(
        revision('a', [], {
          source: source(
            '    op.drop_constraint(None, "items", type_="foreignkey")',
            '    op.drop_column("items", "owner_id")',
            '    op.drop_constraint(',
            '        constraint_name=None, table_name="users", type_="unique"',
            '    )',
            '    # op.drop_constraint(None, "users")',
          ),
          place: { file: 'versions/a.py', line: 1 },
          downgrade: { shape: 'acts', place: { file: 'versions/a.py', line: 1, endLine: 7 } },
        }),
        {
          ...withoutReupgrade(move('downgrade', 'a', { failure: ofConvention })),
          effect: [
            isNew('constraint', 'items.fk_items_owner_id_users'),
            isNew('constraint', 'items.pk_items'),
          ],
        },
      ),
      line: 2,
      says: [
        'In the database it is called fk_items_owner_id_users.',
        'op.drop_constraint("fk_items_owner_id_users", "items", type_="foreignkey")',
        '1 more line below has the same fault: 4.',
      ],
    },
    {
      name: 'in an upgrade nobody has seen the name',
      facts: trip(revision('a'), {
        ...withoutReupgrade(move('downgrade', 'a')),
        downgrade: undefined,
        upgrade: move('upgrade', 'a', { failure: noName() }),
      } as never),
      line: 14,
      says: ['upgrade of a', 'table_column_fkey', 'op.drop_constraint("...", "items")'],
    },
  ],
  good: [
    {
      name: 'a line that gives a name and fails otherwise',
      facts: trip(
        revision('a', [], {
          source: source(
            '    op.drop_constraint(NAMES[0], "items")',
            '    op.drop_constraint(None, "items")',
          ),
        }),
        withoutReupgrade(move('downgrade', 'a', { failure: ofConvention })),
      ),
    },
    { name: 'a constraint with its name', facts: trip(revision('a'), { effect }) },
    {
      name: 'one that is declared irreversible',
      facts: trip(
        irreversible('a', 'kept'),
        withoutReupgrade(move('downgrade', 'a', { failure: noName(2) })),
      ),
    },
  ],
};
