import type { Statement } from '../../model/observation.ts';
import type { Relation } from '../../model/trace.ts';
import { commandsOf } from '../../sql/commands.ts';

/** Asked of every statement: the grammar only of those that can be one. */
const mayRename = /\b(?:rename|schema)\b/i;

/** Columns and constraints are renamed by the same command. */
const isOfRelation: ReadonlySet<string> = new Set([
  'OBJECT_TABLE',
  'OBJECT_INDEX',
  'OBJECT_VIEW',
  'OBJECT_MATVIEW',
  'OBJECT_SEQUENCE',
  'OBJECT_FOREIGN_TABLE',
]);

/** The names that a statement gives to a relation, which the trace calls as it was called before. */
export function newNames(
  { sql }: Statement,
  { schema, name }: Relation,
): readonly Pick<Relation, 'schema' | 'name'>[] {
  if (!mayRename.test(sql)) return [];
  return commandsOf(sql).flatMap((command) => {
    if (command.kind !== 'RenameStmt' && command.kind !== 'AlterObjectSchemaStmt') return [];
    const { relation } = command.node;
    const isIt =
      relation?.relname === name && (relation.schemaname === undefined || relation.schemaname === schema);
    if (!isIt) return [];
    if (command.kind === 'AlterObjectSchemaStmt') return [{ schema: command.node.newschema ?? schema, name }];
    const { renameType, newname } = command.node;
    return isOfRelation.has(renameType ?? '') && newname !== undefined ? [{ schema, name: newname }] : [];
  });
}
