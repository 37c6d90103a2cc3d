import type { CreateFunctionStmt, CreateTrigStmt, RefreshMatViewStmt, VacuumStmt } from '@pgsql/types';
import { isOn } from './indexes.ts';
import { dottedName, type QualifiedName, relationName, texts } from './name.ts';
import { nodesOf } from './nodes.ts';

export interface CreateFunction {
  readonly does: 'create function';
  readonly name: QualifiedName;
  readonly replace: boolean;
}
export interface CreateTrigger {
  readonly does: 'create trigger';
  readonly name: string;
  readonly table: QualifiedName;
  /** What it calls. */
  readonly function: QualifiedName;
  readonly replace: boolean;
}
/** REFRESH MATERIALIZED VIEW */
export interface Refresh {
  readonly does: 'refresh';
  readonly view: QualifiedName;
  readonly concurrently: boolean;
}
export interface Vacuum {
  readonly does: 'vacuum' | 'analyze';
  /** Empty where it is for all of the database. */
  readonly tables: readonly QualifiedName[];
  /** VACUUM FULL */
  readonly full: boolean;
}

export const createFunction = ({ funcname, replace }: CreateFunctionStmt): CreateFunction => ({
  does: 'create function',
  name: dottedName(texts(funcname)),
  replace: replace === true,
});

export const createTrigger = ({
  trigname = '',
  relation,
  funcname,
  replace,
}: CreateTrigStmt): CreateTrigger => ({
  does: 'create trigger',
  name: trigname,
  table: relationName(relation),
  function: dottedName(texts(funcname)),
  replace: replace === true,
});

export const refresh = ({ relation, concurrent }: RefreshMatViewStmt): Refresh => ({
  does: 'refresh',
  view: relationName(relation),
  concurrently: concurrent === true,
});

export const vacuum = ({ rels, options, is_vacuumcmd }: VacuumStmt): Vacuum => ({
  does: is_vacuumcmd === true ? 'vacuum' : 'analyze',
  tables: nodesOf(rels, 'VacuumRelation').map(({ relation }) => relationName(relation)),
  full: isOn(options, 'full'),
});
