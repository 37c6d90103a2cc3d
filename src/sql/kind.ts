import type { ObjectType } from '@pgsql/types';

/** A kind of object in the words of PostgreSQL's own commands: table, materialized view, index, type, ... */
export type ObjectKind = string & { readonly __brand?: 'ObjectKind' };

/** Where PostgreSQL's own word for it is not its command's. */
const words: Readonly<Partial<Record<ObjectType, string>>> = {
  OBJECT_MATVIEW: 'materialized view',
  OBJECT_TABCONSTRAINT: 'constraint',
  OBJECT_DOMCONSTRAINT: 'constraint',
  OBJECT_OPFAMILY: 'operator family',
  OBJECT_OPCLASS: 'operator class',
  OBJECT_STATISTIC_EXT: 'statistics',
  OBJECT_FDW: 'foreign data wrapper',
  OBJECT_FOREIGN_SERVER: 'server',
  OBJECT_TSCONFIGURATION: 'text search configuration',
  OBJECT_TSDICTIONARY: 'text search dictionary',
  OBJECT_TSPARSER: 'text search parser',
  OBJECT_TSTEMPLATE: 'text search template',
};

export const kindOf = (type: ObjectType = 'OBJECT_TABLE'): ObjectKind =>
  words[type] ?? type.replace('OBJECT_', '').replaceAll('_', ' ').toLowerCase();
