import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface HistoryShape {
  readonly revisions: number;
  /** Tables that the first revision makes at once, so that the schema has a size of its own. */
  readonly tables: number;
}

const env = `from alembic import context
from sqlalchemy import engine_from_config, pool

engine = engine_from_config(context.config.get_section(context.config.config_ini_section), poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=None)
    with context.begin_transaction():
        context.run_migrations()
`;

const ini = (url: string): string =>
  `[alembic]\nscript_location = migrations\nsqlalchemy.url = ${url.replaceAll('%', '%%')}\n`;

/** Writes an Alembic project whose revisions create a table, add a column, change its type and index it, in turn. */
export async function writeHistory(directory: string, shape: HistoryShape, url: string): Promise<void> {
  const versions = join(directory, 'migrations', 'versions');
  await mkdir(versions, { recursive: true });
  await writeFile(join(directory, 'alembic.ini'), ini(url));
  await writeFile(join(directory, 'migrations', 'env.py'), env);
  for (let at = 0; at <= shape.revisions; at += 1) {
    const [up, down] = at === 0 ? firstBodies(shape.tables) : bodies(at - 1);
    await writeFile(join(versions, `${name(at)}.py`), file(at, up, down));
  }
}

const name = (at: number): string => `r${String(at).padStart(5, '0')}`;

function file(at: number, up: string, down: string): string {
  const parent = at === 0 ? 'None' : `"${name(at - 1)}"`;
  return `"""Step ${at}"""
import sqlalchemy as sa
from alembic import op

revision = "${name(at)}"
down_revision = ${parent}
branch_labels = None
depends_on = None


def upgrade():
    ${up}


def downgrade():
    ${down}
`;
}

function firstBodies(tables: number): [string, string] {
  const each = (line: string): string => `for number in range(${tables}):\n        ${line}`;
  const columns = [
    'sa.Column("id", sa.Integer, primary_key=True)',
    'sa.Column("name", sa.String(50), index=True)',
    'sa.Column("note", sa.Text)',
  ];
  return [
    each(`op.create_table(f"base_{number}", ${columns.join(', ')})`),
    each('op.drop_table(f"base_{number}")'),
  ];
}

function bodies(at: number): [string, string] {
  const table = `t${Math.floor(at / 4)}`;
  const turns: readonly [string, string][] = [
    [
      `op.create_table("${table}", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(50), nullable=False))`,
      `op.drop_table("${table}")`,
    ],
    [`op.add_column("${table}", sa.Column("note", sa.String(20)))`, `op.drop_column("${table}", "note")`],
    [
      `op.alter_column("${table}", "note", type_=sa.Text())`,
      `op.alter_column("${table}", "note", type_=sa.String(20))`,
    ],
    [
      `op.create_index("ix_${table}_note", "${table}", ["note"])`,
      `op.drop_index("ix_${table}_note", "${table}")`,
    ],
  ];
  return turns[at % 4] ?? ['pass', 'pass'];
}
