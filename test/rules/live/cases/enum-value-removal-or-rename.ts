import type { LiveCases } from '../case.ts';

const before = `CREATE TYPE mood AS ENUM ('good', 'bad')`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'another name',
      before,
      sql: ['SELECT 1', `ALTER TYPE mood RENAME VALUE 'bad' TO 'sad'`],
      at: 'RENAME VALUE',
      says: [
        'The enum mood has no label bad any more',
        'labels of mood before: good, bad; after: good, sad',
        `ALTER TYPE mood ADD VALUE`,
      ],
    },
    {
      name: 'the type is made again with fewer',
      before: "CREATE SCHEMA app; CREATE TYPE app.mood AS ENUM ('good', 'bad', 'ugly')",
      sql: [
        'ALTER TYPE app.mood RENAME TO mood_old',
        `CREATE TYPE app.mood AS ENUM ('good')`,
        'DROP TYPE app.mood_old',
      ],
      at: 'CREATE TYPE',
      says: ['The enum app.mood has no label bad and ugly any more'],
    },
    {
      name: 'among other types that have a label of that name, and are made beside it',
      before: `CREATE TYPE light AS ENUM ('bad', 'dim'); ${before}; CREATE TYPE "Sky" AS ENUM ('bad')`,
      sql: ["CREATE TYPE other AS ENUM ('x')", `ALTER TYPE mood RENAME VALUE 'bad' TO 'sad'`],
      at: 'RENAME VALUE',
      says: [
        'the running release fails where it reads or writes it.',
        `Leave the former label, and add the new one:
    with op.get_context().autocommit_block():
        op.execute("ALTER TYPE mood ADD VALUE IF NOT EXISTS '<label>'")
Then release code`,
      ],
    },
    {
      name: 'another type gets its name, two labels are missing',
      before: `CREATE TYPE "Mood" AS ENUM ('good', 'bad', 'ugly'); CREATE TYPE mood_new AS ENUM ('good')`,
      sql: ['ALTER TYPE "Mood" RENAME TO mood_old', 'ALTER TYPE mood_new RENAME TO "Mood";'],
      at: 'def upgrade',
      says: ['fails where it reads or writes them.', 'ALTER TYPE \\"Mood\\" ADD VALUE', 'after: good'],
    },
  ],
  good: [
    {
      name: 'a new one beside it',
      before,
      code: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'sad'")
`,
    },
    { name: 'the type is gone', before, sql: 'DROP TYPE mood' },
    {
      name: 'of a type that the same change makes',
      sql: [before, `ALTER TYPE mood RENAME VALUE 'bad' TO 'sad'`],
    },
    {
      name: 'of a type that an earlier revision of the change makes',
      before: 'CREATE SCHEMA app',
      code: [
        `def upgrade():\n    op.execute("${before}")\n`,
        `def upgrade():\n    op.execute("ALTER TYPE mood RENAME VALUE 'bad' TO 'sad'")\n`,
      ],
    },
  ],
};
