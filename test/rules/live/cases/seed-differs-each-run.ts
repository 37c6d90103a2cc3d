import type { LiveCases } from '../case.ts';

const before = 'CREATE TABLE items (id uuid PRIMARY KEY, name text)';
const down = `\n\ndef downgrade():\n    op.execute("DELETE FROM items WHERE name = 'Default'")\n`;
const fixed = '8d3c1f9e-52a7-4f0e-9a51-0f6c2b7e4d10';

export const cases: LiveCases = {
  bad: [
    {
      name: 'a key in the text',
      before,
      code: `def upgrade():\n    from uuid import uuid4\n    op.execute(f"INSERT INTO items VALUES ('{uuid4()}', 'Default')")\n${down}`,
      at: 'uuid4()}',
      says: ['What this inserts into items is something else each time', 'The second upgrade sent:'],
    },
    {
      name: 'a key in a parameter, once for a table',
      before,
      code: `def upgrade():
    from uuid import uuid4
    items = sa.table("items", sa.column("id", sa.Text()), sa.column("name"))
    for name in ("Default", "Default"):
        op.get_bind().execute(
            sa.text("INSERT INTO items VALUES (CAST(:id AS uuid), :name)"), {"id": str(uuid4()), "name": name}
        )
${down}`,
      at: 'op.get_bind().execute',
      says: ['What this inserts into items', 'with '],
    },
    {
      name: 'after what is no insert, which is sent once only',
      before,
      code: `def upgrade():
    from uuid import uuid4
    bind = op.get_bind()
    seen = bind.execute(sa.text("SELECT to_regclass('seen')")).scalar()
    if not seen:
        op.execute("CREATE TABLE seen (id bigint PRIMARY KEY)")
    bind.execute(
        sa.text("INSERT INTO items VALUES (CAST(:id AS uuid), :name)"), {"id": str(uuid4()), "name": "Default"}
    )
${down}    op.execute("SELECT 1")
`,
      at: 'bind.execute(',
      says: [
        'The first upgrade sent:',
        'Write the values down in the migration. A new UUID to copy:\n    python -c "import uuid; print(uuid.uuid4())"',
        ", 'Default'",
      ],
      also: ['downgrade-leaves-trace', 'data-in-migration', 'state-dependent-guard'],
    },
  ],
  good: [
    {
      name: 'a key that is written down',
      before,
      code: `def upgrade():\n    op.execute("INSERT INTO items VALUES ('${fixed}', 'Default')")\n${down}`,
    },
    {
      name: 'something else is not sent again',
      before: `${before}; INSERT INTO items VALUES ('${fixed}', 'Default')`,
      code: `def upgrade():\n    from uuid import uuid4\n    op.get_bind().execute(sa.text("SELECT :some"), {"some": str(uuid4())})\n`,
    },
  ],
};
