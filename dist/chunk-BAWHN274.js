import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  blocksReads,
  blocksWrites,
  lockModes,
  shownRelation,
  strongest,
  withAncestors,
  withDescendants
} from "./chunk-C76FHOHM.js";
import {
  roundTripsIn,
  upgradesIn
} from "./chunk-37354AS2.js";
import {
  placeText
} from "./chunk-67HGM7VL.js";
import {
  require_mod
} from "./chunk-LVLOTI4M.js";
import {
  __toESM
} from "./chunk-4ZDK54KC.js";

// src/rules/rule.ts
var isOnRequest = ({ meta }) => meta.optIn === true || meta.preset !== void 0;
function defineRule(rule137) {
  return rule137;
}

// src/sql/nodes.ts
var nodeOf = (node, kind) => node?.[kind];
var nodesOf = (nodes, kind) => (nodes ?? []).flatMap((node) => nodeOf(node, kind) ?? []);

// src/sql/name.ts
var relationName = ({ schemaname, relname = "" } = {}) => ({
  ...schemaname === void 0 ? {} : { schema: schemaname },
  name: relname
});
var relationsIn = (nodes) => nodesOf(nodes, "RangeVar").map((relation) => relationName(relation));
var texts = (nodes) => nodesOf(nodes, "String").map(({ sval = "" }) => sval);
function dottedName(parts) {
  const [name = "", schema] = parts.toReversed();
  return { ...schema === void 0 ? {} : { schema }, name };
}
function objectParts(node) {
  return texts(
    nodeOf(node, "List")?.items ?? nodeOf(node, "TypeName")?.names ?? nodeOf(node, "ObjectWithArgs")?.objname ?? (node && [node])
  );
}
function typeReference({ names, typmods, arrayBounds }) {
  const { schema, name } = dottedName(texts(names));
  return {
    ...schema === void 0 || schema === "pg_catalog" ? {} : { schema },
    name,
    modifiers: nodesOf(typmods, "A_Const").flatMap(({ ival }) => ival ? ival.ival ?? 0 : []),
    array: arrayBounds !== void 0
  };
}

// src/sql/constraint.ts
var types = {
  CONSTR_PRIMARY: "primary key",
  CONSTR_UNIQUE: "unique",
  CONSTR_CHECK: "check",
  CONSTR_FOREIGN: "foreign key",
  CONSTR_EXCLUSION: "exclusion",
  CONSTR_NOTNULL: "not null"
};
function readConstraint(node, column) {
  const type = types[node.contype ?? ""];
  if (!type) return void 0;
  const canBeOff = type === "check" || type === "foreign key";
  return {
    type,
    columns: column === void 0 || type === "check" ? ownColumns(node) : [column],
    notValid: node.skip_validation === true,
    notEnforced: canBeOff && node.is_enforced !== true,
    deferrable: node.deferrable === true,
    ...node.conname === void 0 ? {} : { name: node.conname },
    ...node.indexname === void 0 ? {} : { usingIndex: node.indexname },
    ...node.pktable === void 0 ? {} : { references: reference(node) },
    ...type === "check" && node.raw_expr ? { expression: node.raw_expr } : {}
  };
}
var ownColumns = ({ keys, fk_attrs, exclusions }) => exclusions ? exclusions.flatMap(excludedColumn) : texts(fk_attrs ?? keys);
function excludedColumn(node) {
  return nodesOf(nodeOf(node, "List")?.items, "IndexElem").flatMap(({ name }) => name ?? []);
}
var actions = {
  a: "no action",
  r: "restrict",
  c: "cascade",
  n: "set null",
  d: "set default"
};
var reference = ({ pktable, pk_attrs, fk_del_action, fk_upd_action }) => ({
  table: relationName(pktable),
  columns: texts(pk_attrs),
  onDelete: actions[fk_del_action ?? "a"] ?? "no action",
  onUpdate: actions[fk_upd_action ?? "a"] ?? "no action"
});

// src/sql/column.ts
var serials = /* @__PURE__ */ new Set(["smallserial", "serial2", "serial", "serial4", "bigserial", "serial8"]);
function readColumn({ colname: name = "", typeName, constraints, collClause }) {
  const nodes = nodesOf(constraints, "Constraint");
  const own2 = readConstraints(nodes, name);
  const of = (type2) => nodes.find(({ contype }) => contype === type2);
  const type = typeName && typeReference(typeName);
  const serial = type !== void 0 && type.schema === void 0 && serials.has(type.name);
  const identity = of("CONSTR_IDENTITY");
  const generated = of("CONSTR_GENERATED");
  const value = of("CONSTR_DEFAULT")?.raw_expr;
  return {
    name,
    serial,
    notNull: serial || identity !== void 0 || own2.some(refusesNull),
    constraints: own2,
    ...type ? { type } : {},
    ...value ? { default: value } : {},
    ...identity ? { identity: identity.generated_when === "d" ? "by default" : "always" } : {},
    ...generated ? { generated: generated.generated_kind === "v" ? "virtual" : "stored" } : {},
    ...collClause ? { collation: dottedName(texts(collClause.collname)) } : {}
  };
}
var refusesNull = ({ type }) => type === "not null" || type === "primary key";
function readConstraints(nodes, column) {
  const read4 = [];
  for (const node of nodes) {
    const constraint = readConstraint(node, column);
    const last2 = read4.at(-1);
    if (constraint) read4.push(constraint);
    else if (last2 && node.contype === "CONSTR_ATTR_DEFERRABLE")
      read4.splice(-1, 1, { ...last2, deferrable: true });
    else if (last2 && node.contype === "CONSTR_ATTR_NOT_ENFORCED")
      read4.splice(-1, 1, { ...last2, notEnforced: true });
  }
  return read4;
}

// src/sql/kind.ts
var words = {
  OBJECT_MATVIEW: "materialized view",
  OBJECT_TABCONSTRAINT: "constraint",
  OBJECT_DOMCONSTRAINT: "constraint",
  OBJECT_OPFAMILY: "operator family",
  OBJECT_OPCLASS: "operator class",
  OBJECT_STATISTIC_EXT: "statistics",
  OBJECT_FDW: "foreign data wrapper",
  OBJECT_FOREIGN_SERVER: "server",
  OBJECT_TSCONFIGURATION: "text search configuration",
  OBJECT_TSDICTIONARY: "text search dictionary",
  OBJECT_TSPARSER: "text search parser",
  OBJECT_TSTEMPLATE: "text search template"
};
var kindOf = (type = "OBJECT_TABLE") => words[type] ?? type.replace("OBJECT_", "").replaceAll("_", " ").toLowerCase();

// src/sql/alter-table.ts
function tableChanges({ relation, cmds, objtype }) {
  const altered = {
    table: relationName(relation),
    kind: kindOf(objtype),
    only: relation?.inh !== true && objtype !== "OBJECT_TYPE"
  };
  return nodesOf(cmds, "AlterTableCmd").map((command) => change(command, altered));
}
var nameIn = ({ name = "" }) => name;
var ofColumn = (command, altered) => ({
  ...altered,
  column: nameIn(command)
});
var plain = (does) => (command, altered) => ({ does, ...ofColumn(command, altered) });
var dropOf = (does) => (command, altered) => ({ does, ...ofColumn(command, altered), ifExists: command.missing_ok === true });
var given = ({ missing_ok, behavior }) => ({
  ifExists: missing_ok === true,
  cascade: behavior === "DROP_CASCADE"
});
var readers = {
  AT_AddColumn: addColumn,
  AT_DropColumn: (command, altered) => ({
    does: "drop column",
    ...ofColumn(command, altered),
    ...given(command)
  }),
  AT_AlterColumnType: alterColumnType,
  AT_SetNotNull: plain("set not null"),
  AT_DropNotNull: plain("drop not null"),
  AT_AddIdentity: plain("add identity"),
  AT_DropIdentity: dropOf("drop identity"),
  AT_DropExpression: dropOf("drop expression"),
  AT_ColumnDefault: (command, altered) => command.def ? { does: "set default", ...ofColumn(command, altered), value: command.def } : { does: "drop default", ...ofColumn(command, altered) },
  AT_SetExpression: (command, altered) => command.def && { does: "set expression", ...ofColumn(command, altered), value: command.def },
  AT_AddConstraint: addConstraint,
  AT_ValidateConstraint: (command, altered) => ({
    does: "validate constraint",
    ...altered,
    name: nameIn(command)
  }),
  AT_DropConstraint: (command, altered) => ({
    does: "drop constraint",
    ...altered,
    name: nameIn(command),
    ...given(command)
  }),
  AT_AttachPartition: partition,
  AT_DetachPartition: partition,
  AT_SetRelOptions: options,
  AT_AlterConstraint: ({ def }, altered) => otherwise("AT_AlterConstraint", altered, nodeOf(def, "ATAlterConstraint")?.conname)
};
var change = (command, altered) => {
  const subtype = command.subtype ?? "AT_AddColumn";
  return readers[subtype]?.(command, altered) ?? otherwise(subtype, altered, command.name);
};
var otherwise = (subtype, altered, name) => ({
  does: "alter",
  ...altered,
  subtype,
  ...name === void 0 ? {} : { name }
});
function addColumn({ def, missing_ok }, altered) {
  const column = nodeOf(def, "ColumnDef");
  return column && {
    does: "add column",
    ...altered,
    column: readColumn(column),
    ifNotExists: missing_ok === true
  };
}
function alterColumnType(command, altered) {
  const { typeName, collClause, raw_default: using } = nodeOf(command.def, "ColumnDef") ?? {};
  return typeName && {
    does: "alter column type",
    ...ofColumn(command, altered),
    type: typeReference(typeName),
    ...collClause ? { collation: dottedName(texts(collClause.collname)) } : {},
    ...using ? { using } : {}
  };
}
function addConstraint({ def }, altered) {
  const node = nodeOf(def, "Constraint");
  const constraint = node && readConstraint(node);
  return constraint && { does: "add constraint", ...altered, constraint };
}
function partition({ def, subtype }, altered) {
  const { name, concurrent } = nodeOf(def, "PartitionCmd") ?? {};
  const of = { ...altered, partition: relationName(name) };
  return subtype === "AT_AttachPartition" ? { does: "attach partition", ...of } : { does: "detach partition", ...of, concurrently: concurrent === true };
}
function options({ def }, altered) {
  const elements2 = nodesOf(nodeOf(def, "List")?.items, "DefElem");
  return { does: "set options", ...altered, options: elements2.flatMap(({ defname }) => defname ?? []) };
}

// src/sql/create-table.ts
var made = (relation, ifNotExists) => ({
  table: relationName(relation),
  ifNotExists: ifNotExists === true,
  temporary: relation?.relpersistence === "t",
  unlogged: relation?.relpersistence === "u"
});
var strategies = {
  PARTITION_STRATEGY_RANGE: "range",
  PARTITION_STRATEGY_LIST: "list",
  PARTITION_STRATEGY_HASH: "hash"
};
function createTable(node) {
  const parts = node.tableElts;
  const columns = nodesOf(parts, "ColumnDef").map(readColumn);
  const above = relationsIn(node.inhRelations);
  const [parent] = node.partbound ? above : [];
  const strategy = node.partspec?.strategy;
  return {
    does: "create table",
    ...made(node.relation, node.if_not_exists),
    columns,
    constraints: [
      ...columns.flatMap(({ constraints }) => constraints),
      ...nodesOf(parts, "Constraint").flatMap((one2) => readConstraint(one2) ?? [])
    ],
    like: nodesOf(parts, "TableLikeClause").map(({ relation }) => relationName(relation)),
    inherits: parent ? [] : above,
    ...parent ? { partitionOf: parent } : {},
    ...strategy ? { partitionedBy: strategies[strategy] } : {}
  };
}
var createTableAs = ({ into, query, objtype, if_not_exists }) => ({
  does: "create table as",
  ...made(into?.rel, if_not_exists),
  kind: kindOf(objtype),
  query: query ?? { SelectStmt: {} }
});
var selectInto = (node) => node.intoClause ? [createTableAs({ into: node.intoClause, query: { SelectStmt: node } })] : [];

// src/sql/drop.ts
var onTables = ["OBJECT_TRIGGER", "OBJECT_POLICY", "OBJECT_RULE"];
var drops = ({ objects, removeType, ...more3 }) => (objects ?? []).map((object) => ({
  does: "drop",
  kind: kindOf(removeType),
  ...named(object, onTables.includes(removeType)),
  ifExists: more3.missing_ok === true,
  cascade: more3.behavior === "DROP_CASCADE",
  concurrently: more3.concurrent === true
}));
function named(object, onTable) {
  const parts = objectParts(object);
  return onTable ? { name: dottedName(parts.slice(-1)), table: dottedName(parts.slice(0, -1)) } : { name: dottedName(parts) };
}

// src/sql/enums.ts
var createEnum = ({ typeName, vals }) => ({
  does: "create enum",
  type: dottedName(texts(typeName)),
  labels: texts(vals)
});
function alterEnum({
  typeName,
  oldVal,
  newVal = "",
  skipIfNewValExists
}) {
  const type = dottedName(texts(typeName));
  return oldVal === void 0 ? { does: "add label", type, label: newVal, ifNotExists: skipIfNewValExists === true } : { does: "rename label", type, label: oldVal, to: newVal };
}

// src/sql/indexes.ts
var elements = (nodes) => nodesOf(nodes, "IndexElem");
function createIndex(node) {
  return {
    does: "create index",
    table: relationName(node.relation),
    ...node.idxname === void 0 ? {} : { name: node.idxname },
    method: node.accessMethod ?? "btree",
    unique: node.unique === true,
    concurrently: node.concurrent === true,
    ifNotExists: node.if_not_exists === true,
    only: node.relation?.inh !== true,
    columns: elements(node.indexParams).map(({ name }) => name),
    included: elements(node.indexIncludingParams).flatMap(({ name }) => name ?? []),
    ...node.whereClause ? { where: node.whereClause } : {}
  };
}
var reindexed = {
  REINDEX_OBJECT_INDEX: "index",
  REINDEX_OBJECT_TABLE: "table",
  REINDEX_OBJECT_SCHEMA: "schema",
  REINDEX_OBJECT_SYSTEM: "system",
  REINDEX_OBJECT_DATABASE: "database"
};
var reindex = ({ kind, relation, name, params }) => ({
  does: "reindex",
  of: reindexed[kind ?? "REINDEX_OBJECT_INDEX"],
  ...relation ? { name: relationName(relation) } : {},
  ...name === void 0 ? {} : { name: { name } },
  concurrently: isOn(params, "concurrently")
});
function isOn(options2, name) {
  const option2 = nodesOf(options2, "DefElem").findLast(({ defname }) => defname === name);
  return option2 !== void 0 && !["false", "off", "0"].includes(spelled(option2));
}
function spelled({ arg }) {
  if (!arg) return "true";
  if ("String" in arg) return (arg.String.sval ?? "").toLowerCase();
  if ("Integer" in arg) return String(arg.Integer.ival ?? 0);
  return "Boolean" in arg ? String(arg.Boolean.boolval ?? false) : "true";
}

// src/sql/rename.ts
function rename({ renameType, relation, object, subname, newname = "" }) {
  const table = relation && relationName(relation);
  const name = subname === void 0 ? table ?? dottedName(objectParts(object)) : { name: subname };
  return { does: "rename", kind: kindOf(renameType), ...table ? { table } : {}, name, to: newname };
}
var setSchema = ({
  objectType,
  relation,
  object,
  newschema = ""
}) => ({
  does: "set schema",
  kind: kindOf(objectType),
  name: relation ? relationName(relation) : dottedName(objectParts(object)),
  to: newschema
});

// src/sql/routines.ts
var createFunction = ({ funcname, replace }) => ({
  does: "create function",
  name: dottedName(texts(funcname)),
  replace: replace === true
});
var createTrigger = ({
  trigname = "",
  relation,
  funcname,
  replace
}) => ({
  does: "create trigger",
  name: trigname,
  table: relationName(relation),
  function: dottedName(texts(funcname)),
  replace: replace === true
});
var refresh = ({ relation, concurrent }) => ({
  does: "refresh",
  view: relationName(relation),
  concurrently: concurrent === true
});
var vacuum = ({ rels, options: options2, is_vacuumcmd }) => ({
  does: is_vacuumcmd === true ? "vacuum" : "analyze",
  tables: nodesOf(rels, "VacuumRelation").map(({ relation }) => relationName(relation)),
  full: isOn(options2, "full")
});

// src/sql/session.ts
function setting({ kind, name, args, is_local }) {
  const values2 = (args ?? []).flatMap((node) => constant(node) ?? []);
  return {
    does: kind === "VAR_RESET" || kind === "VAR_RESET_ALL" ? "reset" : "set",
    ...name === void 0 ? {} : { name: name.toLowerCase() },
    local: is_local === true,
    ...values2.length > 0 ? { value: values2.join(", ") } : {}
  };
}
function constant(node) {
  const cast = nodeOf(node, "TypeCast")?.arg;
  if (cast) return constant(cast);
  const literal2 = nodeOf(node, "A_Const");
  if (!literal2) return void 0;
  const { sval, ival, fval } = literal2;
  if (sval) return sval.sval ?? "";
  return fval?.fval ?? String(ival?.ival ?? 0);
}
var locks = ({ relations, mode, nowait }) => relationsIn(relations).map((table) => ({
  does: "lock",
  table,
  // lockdefs.h counts them from 1.
  mode: lockModes[(mode ?? 8) - 1] ?? "ACCESS EXCLUSIVE",
  nowait: nowait === true
}));
var whats = {
  TRANS_STMT_BEGIN: "begin",
  TRANS_STMT_START: "begin",
  TRANS_STMT_COMMIT: "commit",
  TRANS_STMT_ROLLBACK: "rollback",
  TRANS_STMT_SAVEPOINT: "savepoint",
  TRANS_STMT_RELEASE: "release",
  TRANS_STMT_ROLLBACK_TO: "rollback to",
  TRANS_STMT_PREPARE: "prepare",
  TRANS_STMT_COMMIT_PREPARED: "commit prepared",
  TRANS_STMT_ROLLBACK_PREPARED: "rollback prepared"
};
var transaction = ({ kind, savepoint_name }) => ({
  does: "transaction",
  what: whats[kind ?? "TRANS_STMT_BEGIN"],
  ...savepoint_name === void 0 ? {} : { savepoint: savepoint_name }
});

// src/sql/walk.ts
function* under(tree, wanted) {
  const waiting = [tree];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== "object" || next === null) continue;
    if (!Array.isArray(next) && wanted in next) yield next[wanted];
    for (const value of Object.values(next).reverse()) waiting.push(value);
  }
}

// src/sql/writes.ts
var truncates = ({ relations, behavior }) => relationsIn(relations).map((table) => ({ does: "truncate", table, cascade: behavior === "DROP_CASCADE" }));
function writesIn(tree) {
  return [
    ...all(tree, "InsertStmt").map(insert),
    ...all(tree, "UpdateStmt").map(update),
    ...all(tree, "DeleteStmt").map(remove),
    ...all(tree, "MergeStmt").map(merge)
  ];
}
var all = (tree, name) => [...under(tree, name)];
var assigned = (nodes) => nodesOf(nodes, "ResTarget").flatMap(({ name }) => name ?? []);
function insert({ relation, cols, selectStmt }) {
  const rows = selectStmt ? nodeOf(selectStmt, "SelectStmt")?.valuesLists?.length : 1;
  return {
    does: "insert",
    table: relationName(relation),
    columns: assigned(cols),
    filtered: false,
    ...rows === void 0 ? {} : { rows }
  };
}
var update = ({ relation, targetList, whereClause }) => ({
  does: "update",
  table: relationName(relation),
  columns: assigned(targetList),
  filtered: whereClause !== void 0
});
var remove = ({ relation, whereClause }) => ({
  does: "delete",
  table: relationName(relation),
  columns: [],
  filtered: whereClause !== void 0
});
var merge = ({ relation }) => ({
  does: "merge",
  table: relationName(relation),
  columns: [],
  filtered: true
});

// src/sql/action.ts
function actionsOf(statement2) {
  const actions2 = known.get(statement2) ?? readActions(statement2);
  known.set(statement2, actions2);
  return actions2;
}
var known = /* @__PURE__ */ new WeakMap();
function readActions({ kind, node }) {
  const read4 = readers2[kind];
  return read4?.(node) ?? [];
}
var one = (read4) => (node) => [read4(node)];
var readers2 = {
  AlterTableStmt: tableChanges,
  CreateStmt: one(createTable),
  CreateTableAsStmt: (node) => [createTableAs(node), ...writesIn({ CreateTableAsStmt: node })],
  IndexStmt: one(createIndex),
  ReindexStmt: one(reindex),
  DropStmt: drops,
  RenameStmt: one(rename),
  AlterObjectSchemaStmt: one(setSchema),
  CreateEnumStmt: one(createEnum),
  AlterEnumStmt: one(alterEnum),
  CreateFunctionStmt: one(createFunction),
  CreateTrigStmt: one(createTrigger),
  RefreshMatViewStmt: one(refresh),
  VacuumStmt: one(vacuum),
  TruncateStmt: truncates,
  LockStmt: locks,
  VariableSetStmt: one(setting),
  TransactionStmt: one(transaction),
  InsertStmt: (node) => writesIn({ InsertStmt: node }),
  UpdateStmt: (node) => writesIn({ UpdateStmt: node }),
  DeleteStmt: (node) => writesIn({ DeleteStmt: node }),
  MergeStmt: (node) => writesIn({ MergeStmt: node }),
  SelectStmt: (node) => [...selectInto(node), ...writesIn({ SelectStmt: node })]
};

// src/rules/support/actions.ts
function actionsIn({ command }, ...wanted) {
  const isWanted = (action) => wanted.includes(action.does);
  return actionsOf(command).filter(isWanted);
}

// src/rules/support/added-constraint.ts
var addsConstraint = (subject, type) => actionsIn(subject, "add constraint").filter(({ constraint }) => constraint.type === type);
var endings = {
  "primary key": "pkey",
  unique: "key",
  check: "check",
  "foreign key": "fkey",
  exclusion: "excl",
  "not null": "not_null"
};
function constraintName({ table, constraint: { name, type, columns } }) {
  const parts = type === "primary key" ? [] : columns;
  return name ?? [table.name, ...parts, endings[type]].join("_");
}

// src/sql/program.ts
async function load() {
  const { default: start } = await import("./libpg-query-GN2P65BU.js");
  const { wasmBytes } = await import("./wasm-Z36PP37Z.js");
  const module = await WebAssembly.compile(await wasmBytes());
  const { promise, resolve } = Promise.withResolvers();
  const program = await start({
    print: ignore,
    printErr: ignore,
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance);
      resolve(instance);
      return {};
    }
  });
  return { program, restore: restorer(program, stackOf(await promise)) };
}
var ignore = () => void 0;
function restorer(program, stack) {
  const top = stack.R();
  const start = program.HEAPU8.slice(0, lastUsed(program.HEAPU8, top));
  return () => {
    program.HEAPU8.fill(0, start.length, top);
    program.HEAPU8.set(start);
    stack.Q(top);
  };
}
function lastUsed({ buffer }, top) {
  const words4 = new BigUint64Array(buffer, 0, Math.floor(top / 8));
  let at = words4.length;
  while (at > 0 && words4[at - 1] === 0n) at -= 1;
  return at * 8;
}
function stackOf({ exports }) {
  const { R, Q } = exports;
  if (typeof R !== "function" || typeof Q !== "function")
    throw new Error("This build of libpg-query names its exports differently");
  return { R: () => Number(R()), Q: (pointer) => void Q(pointer) };
}

// src/sql/rewriter.ts
var dialect = { database: "Postgresql" };
var rewriter;
async function loadRewriter() {
  const { default: parsers } = await import("./postgresql-JUVDHC2O.js");
  rewriter = new parsers.Parser();
}
function draft(sql) {
  const read4 = loaded().astify(sql, dialect);
  const [only, ...more3] = Array.isArray(read4) ? read4 : [read4];
  if (!only || more3.length > 0) throw new Error("not one statement");
  return only;
}
var written = (tree) => loaded().sqlify(tree, dialect);
function loaded() {
  if (!rewriter) throw new Error("The SQL rewriter is not loaded: await loadSql() first");
  return rewriter;
}

// src/sql/engine.ts
var loaded2;
var loading;
function loadSql() {
  loading ??= loadBoth();
  return loading;
}
async function loadBoth() {
  [loaded2] = await Promise.all([load(), loadRewriter()]);
}
var parseTree = (sql) => ask(sql, readTree);
var scanTokens = (sql) => ask(sql, (program, text) => readText(program, program._wasm_scan(text)));
var parseBody = (sql) => ask(sql, (program, text) => readText(program, program._wasm_parse_plpgsql(text)));
function ask(sql, read4) {
  if (!loaded2) throw new Error("The SQL parser is not loaded: await loadSql() first");
  const { program, restore } = loaded2;
  try {
    const text = put(program, sql);
    const answer = read4(program, text);
    program._free(text);
    return answer;
  } catch (fault) {
    restore();
    return { refusal: { message: faultMessage(fault) } };
  }
}
var faultMessage = (fault) => fault instanceof RangeError ? "nested too deeply to be read" : `the parser stopped: ${fault instanceof Error ? fault.message : String(fault)}`;
function put(program, sql) {
  const bytes = Buffer.from(`${sql}\0`);
  const pointer = program._malloc(bytes.length);
  if (pointer === 0) throw new Error("out of memory");
  program.HEAPU8.set(bytes, pointer);
  return pointer;
}
function readTree(program, text) {
  const result = program._wasm_parse_query_raw(text);
  const [tree = 0, , error = 0] = pointers(program, result, 3);
  const answer = error ? { refusal: readError(program, error) } : { json: program.UTF8ToString(tree) };
  program._wasm_free_parse_result(result);
  return answer;
}
function readError(program, error) {
  const [message = 0, , , , position = 0] = pointers(program, error, 5);
  return { message: program.UTF8ToString(message), ...position > 0 ? { at: position - 1 } : {} };
}
function readText(program, pointer) {
  const text = program.UTF8ToString(pointer);
  program._wasm_free_string(pointer);
  return text.startsWith("{") ? { json: text } : { refusal: { message: text } };
}
var pointers = (program, at, count2) => Array.from({ length: count2 }, (_, index) => program.getValue(at + 4 * index, "i32"));

// src/sql/quote.ts
var quoteIdent = (name) => /^[a-z_][a-z0-9_]*$/.test(name) && !isKeyword(name) ? name : `"${name.replaceAll('"', '""')}"`;
var quoteName = ({ schema, name }) => schema === void 0 ? quoteIdent(name) : `${quoteIdent(schema)}.${quoteIdent(name)}`;
function isKeyword(word2) {
  const answer = scanTokens(word2);
  if (!("json" in answer)) return true;
  const { tokens: tokens2 } = JSON.parse(answer.json);
  return tokens2.some(
    ({ keywordName }) => keywordName !== "NO_KEYWORD" && keywordName !== "UNRESERVED_KEYWORD"
  );
}

// src/rules/support/text.ts
var code = (...lines) => lines.map((line) => `
    ${line}`).join("");
function called({ id, title }) {
  return title === "" || title === id ? id : `${id} (${title})`;
}
var py = (text) => JSON.stringify(text);
function list(items, cap = 6) {
  if (items.length > cap) return `${items.slice(0, cap).join(", ")} and ${items.length - cap} more`;
  const last2 = items.at(-1) ?? "";
  return items.length < 2 ? last2 : `${items.slice(0, -1).join(", ")} and ${last2}`;
}
var count = (number, word2) => `${number} ${word2}${number === 1 ? "" : "s"}`;
var inRegExp = (text) => text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");

// src/rules/support/calls.ts
function call(name, positional, named5 = {}) {
  const given3 = Object.entries(named5).flatMap(
    ([key, value]) => value === void 0 ? [] : [`${key}=${typeof value === "string" ? py(value) : truth(value)}`]
  );
  return `op.${name}(${[...positional.map(literal), ...given3].join(", ")})`;
}
var truth = (value) => value ? "True" : "False";
var literal = (value) => typeof value === "string" ? py(value) : `[${value.map(py).join(", ")}]`;
var autocommitted = (lines) => [
  "with op.get_context().autocommit_block():",
  ...lines.map((line) => `    ${line}`)
];

// src/rules/support/undo.ts
var order = [
  "event trigger",
  "trigger",
  "rule",
  "policy",
  "view",
  "materialized view",
  "statistics",
  "publication",
  "constraint",
  "index",
  "column",
  "table",
  "foreign table",
  "sequence",
  "function",
  "procedure",
  "aggregate",
  "domain",
  "composite type",
  "range type",
  "type",
  "enum type",
  "foreign server",
  "foreign data wrapper",
  "schema",
  "extension",
  "role"
];
var rank = ({ kind }) => order.includes(kind) ? order.indexOf(kind) : order.indexOf("table");
function undoLines(differences) {
  return differences.filter(({ change: change3 }) => change3 === "new").sort((a, b) => rank(a) - rank(b)).flatMap(
    (difference) => opCall(difference) ?? (difference.undo === void 0 ? [] : [execute(difference.undo)])
  );
}
function restoreLines(differences) {
  return differences.filter(({ kind, change: change3 }) => kind === "column" && change3 === "changed").flatMap(restoreColumn);
}
var execute = (sql) => `op.execute(${py(sql)})`;
function opCall({ kind, name, undo }) {
  const parts = identifiers(name);
  if (parts.length > 3) return void 0;
  const own2 = parts.at(-1) ?? name;
  if (kind === "table") return call2("drop_table", [own2], parts.at(-2));
  if (kind === "index") return call2("drop_index", [own2], parts.at(-2));
  const table = parts.at(-2);
  if (table === void 0 || !undo?.startsWith("ALTER TABLE ")) return void 0;
  if (kind === "column") return call2("drop_column", [table, own2], parts.at(-3));
  return kind === "constraint" ? call2("drop_constraint", [own2, table], parts.at(-3)) : void 0;
}
function call2(name, words4, schema, more3 = []) {
  const where = schema === void 0 ? [] : [`schema=${py(schema)}`];
  return `op.${name}(${[...words4.map(py), ...more3, ...where].join(", ")})`;
}
function restoreColumn({ name, facts }) {
  const [column = "", table = "", schema] = identifiers(name).toReversed();
  if (table === "") return [];
  const alter = (...more3) => call2("alter_column", [table, column], schema, more3);
  const [own2 = "", ...whole] = spelledParts(name).toReversed();
  const qualified = whole.toReversed().join(".");
  return facts.flatMap(({ fact, before: before3 }) => {
    if (fact === "nullable") return [alter(`nullable=${before3 === "yes" ? "True" : "False"}`)];
    if (fact === "default")
      return [alter(`server_default=${before3 === null ? "None" : `sa.text(${py(before3)})`}`)];
    if (fact === "type" && before3 !== null)
      return [execute(`ALTER TABLE ${qualified} ALTER COLUMN ${own2} TYPE ${before3}`)];
    return [];
  });
}
var spelledParts = (name) => name.match(/"(?:[^"]|"")*"|[^.]+/g) ?? [];
var identifiers = (name) => spelledParts(name).map((part) => part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part);

// src/rules/support/not-valid.ts
function addNotValid(added, command) {
  const { table, constraint } = added;
  if (constraint.references && isPlain(added, command)) return foreignKeyCall(added);
  const body = /\b(?:CHECK|FOREIGN\s+KEY)\b.*$/is.exec(command.text)?.[0] ?? "";
  const name = quoteIdent(constraintName(added));
  return execute(
    `ALTER TABLE ${quoteName(table)} ADD CONSTRAINT ${name} ${body.replace(/\s+/g, " ")} NOT VALID`
  );
}
var validateLater = (added) => autocommitted([
  execute(`ALTER TABLE ${quoteName(added.table)} VALIDATE CONSTRAINT ${quoteIdent(constraintName(added))}`)
]);
var more = /\b(?:MATCH|INITIALLY|ENFORCED|PERIOD)\b|\bSET\s+(?:NULL|DEFAULT)\s*\(/i;
var isPlain = ({ constraint: { references } }, { text }) => references !== void 0 && references.columns.length > 0 && !more.test(text);
function foreignKeyCall(added) {
  const { table, constraint } = added;
  const { columns, deferrable, references } = constraint;
  if (!references) return "";
  const { table: parent, onDelete, onUpdate } = references;
  return call(
    "create_foreign_key",
    [constraintName(added), table.name, parent.name, columns, references.columns],
    {
      source_schema: table.schema,
      referent_schema: parent.schema,
      ondelete: onDelete === "no action" ? void 0 : onDelete.toUpperCase(),
      onupdate: onUpdate === "no action" ? void 0 : onUpdate.toUpperCase(),
      deferrable: deferrable ? true : void 0,
      postgresql_not_valid: true
    }
  );
}

// src/rules/support/seen.ts
var silently = () => void 0;
var words2 = {
  locks: "locked",
  rewritten: "rewritten",
  scanned: "read",
  written: "written"
};
function seen(subject, command, parts, notChecked) {
  const { trace } = subject.statement;
  const missing3 = trace ? parts.filter((part) => trace.unseen.includes(part)) : parts;
  if (missing3.length === 0) return trace;
  if (!isRefused(subject))
    notChecked(`what was ${list(missing3.map((part) => words2[part]))} for ${command} was not seen`);
  return void 0;
}
var isRefused = ({
  statement: statement2,
  move
}) => statement2.trace === void 0 && move.failure?.sql !== void 0 && move.statements.at(-1) === statement2;
var hasSeenLocks = ({ trace }) => trace !== void 0 && !trace.unseen.includes("locks");

// src/rules/support/evidence.ts
var differencesShown = 12;
var outputLines = 15;
var sqlLength = 2e3;
var ofSql = (text) => ({ kind: "sql", text: cut(text) });
var note = (text) => ({ kind: "note", text });
function ofDifferences(differences, cap = differencesShown) {
  const rest = differences.length - cap;
  return [
    ...differences.slice(0, cap).map(ofDifference),
    ...rest > 0 ? [note(`and ${count(rest, "more difference")}`)] : []
  ];
}
function ofDifference({ words: words4, facts, change: change3 }) {
  const long = facts.filter(
    ({ before: before3, after }) => [before3, after].some((value) => value?.includes("\n") || (value?.length ?? 0) > 60)
  );
  if (change3 !== "changed" || long.length === 0) return { kind: "difference", words: words4 };
  const side = (which) => long.map((fact) => fact[which] ?? "").join("\n");
  return { kind: "difference", words: words4, before: side("before"), after: side("after") };
}
function ofFailure(failure, output) {
  const { error, sqlstate, message, detail, hint, sql, calledFrom } = failure;
  const said = [
    `${error}${sqlstate === void 0 ? "" : ` (SQLSTATE ${sqlstate})`}: ${message}`,
    ...detail === void 0 ? [] : [`DETAIL: ${detail}`],
    ...hint === void 0 ? [] : [`HINT: ${hint}`]
  ].join("\n");
  return [
    failure.reason === "sql" || failure.reason === "disconnected" ? { kind: "server", text: said } : note(said),
    ...sql === void 0 ? [] : [ofSql(sql)],
    ...calledFrom.length === 0 ? [] : [note(`called from ${calledFrom.map(placeText).join(", then ")}`)],
    ...ofOutput(output)
  ];
}
var announced = /\bRunning (upgrade|downgrade) .* -> |\bContext impl \w+\.$|\bWill assume transactional DDL\.$/;
function ofOutput(output) {
  const lines = (output?.text.trimEnd().split("\n") ?? []).filter((line) => !announced.test(line));
  const text = lines.slice(-outputLines).join("\n");
  return text.trim() === "" ? [] : [{ kind: "output", text }];
}
var cut = (sql) => sql.length > sqlLength ? `${sql.slice(0, sqlLength)} ...` : sql;

// src/rules/support/places.ts
function definition(revision, name) {
  const place = revision[name].place ?? revision.place;
  return { file: place.file, ...place.line === void 0 ? {} : { line: place.line } };
}
function failurePlace(failure, revision, name) {
  return failure.place ?? definition(revision, name);
}
function projectPlace({ project }) {
  return project.file === void 0 ? { file: project.directory } : { file: project.file, line: 1 };
}
function declaredAt({ suppression, revisions: [revision] }, facts) {
  const place = suppression.place ?? projectPlace(facts);
  return suppression.by === "comment" && revision ? { place, revision: revision.id } : { place };
}

// src/rules/support/traced.ts
var isCalled = ({ schema, name }, written3) => written3.name === name && (written3.schema === void 0 || written3.schema === schema);
function oldTable(subject, written3, notChecked) {
  const { statement: statement2, unseenBefore, isOld } = subject;
  const lock = statement2.trace?.locks.find(({ relation }) => isCalled(relation, written3));
  const held = lock ?? heldLock(subject, written3);
  if (held) return isOld(held.relation) ? held.relation : void 0;
  const isHidden2 = !hasSeenLocks(statement2) || unseenBefore.length > 0;
  if (isHidden2 && !isRefused(subject))
    notChecked(`whether ${quoteName(written3)} was there before was not seen`);
  return void 0;
}
var heldLock = ({ earlier }, written3) => earlier.flatMap(({ trace }) => trace?.locks ?? []).findLast(({ relation }) => isCalled(relation, written3));
var isSame = (one2, other) => one2.schema === other.schema && one2.name === other.name;
var scanOf = ({ scanned }, table) => scanned.find(({ relation }) => isSame(relation, table));
function lockOn(subject, table) {
  const traces = [...subject.earlier.map(({ trace }) => trace), subject.statement.trace];
  return strongestOn(
    traces.flatMap((trace) => trace?.locks ?? []),
    table
  );
}
function strongestOn(locks2, table) {
  return strongest(locks2.filter(({ relation }) => isSame(relation, table)).map(({ mode }) => mode));
}
var placeOf = ({ statement: statement2, revision }) => statement2.place ?? definition(revision, "upgrade");
function evidenceOf(subject) {
  const { statement: statement2, command, isOld } = subject;
  const { trace } = statement2;
  if (!trace) return [ofSql(command.text)];
  const locks2 = tellingLocks(
    trace.locks.filter(({ relation, mode }) => isOld(relation) && blocksWrites(mode))
  );
  const rewritten = trace.rewritten.filter(isOld);
  const scanned = trace.scanned.filter(({ relation }) => isOld(relation));
  return [
    ofSql(command.text),
    ...locks2.map((lock) => note(lockWords(subject, lock))),
    ...rewritten.length > 0 ? [note(`rewritten: ${list(rewritten.map(shownRelation))}`)] : [],
    ...scanned.length > 0 ? [note(`read from end to end: ${list(scanned.map(({ relation }) => shownRelation(relation)))}`)] : []
  ];
}
function tellingLocks(locks2) {
  const isTold = ({ schema, of }) => of !== void 0 && locks2.some(({ relation }) => relation.schema === schema && relation.name === of);
  return locks2.filter(({ relation, mode }) => !isTold(relation) && mode === strongestOn(locks2, relation));
}
function lockWords(subject, { relation, mode: taken }) {
  const mode = lockOn(subject, relation) ?? taken;
  const since = mode === taken ? "" : ", which a statement before has taken";
  return `${mode} on ${shownRelation(relation)}${since}: ${who(mode)}`;
}
var until = "until the transaction ends";
var who = (mode) => blocksReads(mode) ? `nobody reads or writes it ${until}` : `nobody writes to it ${until}`;
var whereOf = (subject, more3) => ({
  place: placeOf(subject),
  evidence: evidenceOf(subject),
  ...more3
});

// src/rules/add-check-not-valid.ts
var rule = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A check is added and every row tested at once",
    why: "`ADD CHECK` reads the whole table under ACCESS EXCLUSIVE: until the transaction ends nobody reads or writes it.",
    fix: "Add it with `postgresql_not_valid=True`, which reads nothing, and `VALIDATE CONSTRAINT` in a revision after it, where everybody passes.",
    severity: "warning",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric)",
      bad: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.create_check_constraint("ck_orders_total", "orders", "total >= 0")

def downgrade():
    op.drop_constraint("ck_orders_total", "orders")`,
      good: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.create_check_constraint("ck_orders_total", "orders", "total >= 0", postgresql_not_valid=True)
    # The revision after it: ALTER TABLE orders VALIDATE CONSTRAINT ck_orders_total, in an autocommit_block.

def downgrade():
    op.drop_constraint("ck_orders_total", "orders")`
    }
  },
  messages: {
    tested: ({ name, table, add, validate }) => ({
      message: `Adding the check ${name} reads all of ${table}, and until the transaction ends nobody reads or writes ${table}.`,
      help: `Add it without looking at the rows that are there (postgresql_not_valid=True):${code(add)}
and look at them in a revision after it, while everybody goes on:${code(...validate)}`
    })
  },
  check(subject, { report, notChecked }) {
    for (const added of addsConstraint(subject, "check")) {
      if (added.constraint.notValid || !seen(subject, "ADD CHECK", ["locks"], notChecked)) continue;
      const table = oldTable(subject, added.table, notChecked);
      if (!table) continue;
      report(
        "tested",
        {
          name: constraintName(added),
          table: shownRelation(table),
          add: addNotValid(added, subject.command),
          validate: validateLater(added)
        },
        whereOf(subject, { about: `${shownRelation(table)} ${constraintName(added)}`, table })
      );
    }
  }
});

// src/rules/support/altered.ts
function alteredTables(subject, { notChecked }, does, { needs = [], only = () => true } = {}) {
  const all2 = actionsIn(subject, does);
  const changes = all2.filter(only);
  const [first] = changes;
  const { trace } = subject.statement;
  if (!first) return [];
  if (!trace || trace.unseen.some((what) => what === "locks" || needs.includes(what))) {
    if (!isRefused(subject)) notChecked(`what PostgreSQL did to alter ${first.table.name} was not seen`);
    return [];
  }
  return changes.flatMap((change3) => {
    const table = oldTable(subject, change3.table, notChecked);
    return table ? [{ change: change3, table, trace }] : [];
  });
}
var storedAnew = ({ rewritten }) => rewritten.some(({ kind }) => kind === "table");
var rebuilt = ({ rewritten }) => rewritten.filter(({ of }) => of !== void 0);
var wasRead = (trace, table) => scanOf(trace, table) !== void 0 || table.kind === "partitioned table" && trace.scanned.length > 0;
var shownColumn = (table, column) => `${shownRelation(table)}.${column}`;

// src/rules/support/sa-types.ts
var plain2 = {
  int2: "sa.SmallInteger()",
  int4: "sa.Integer()",
  int8: "sa.BigInteger()",
  smallserial: "sa.SmallInteger()",
  serial: "sa.Integer()",
  bigserial: "sa.BigInteger()",
  float4: "sa.REAL()",
  float8: "sa.Float()",
  text: "sa.Text()",
  bool: "sa.Boolean()",
  bytea: "sa.LargeBinary()",
  date: "sa.Date()",
  time: "sa.Time()",
  timestamp: "sa.DateTime()",
  timestamptz: "sa.DateTime(timezone=True)",
  interval: "sa.Interval()",
  json: "sa.JSON()",
  jsonb: "postgresql.JSONB()",
  uuid: "postgresql.UUID()",
  inet: "postgresql.INET()"
};
var withModifiers = {
  varchar: "sa.String",
  bpchar: "sa.CHAR",
  numeric: "sa.Numeric"
};
function saType({ schema, name, modifiers, array }) {
  if (schema !== void 0) return void 0;
  const call3 = withModifiers[name];
  const one2 = call3 === void 0 ? plain2[name] : `${call3}(${modifiers.join(", ")})`;
  return one2 !== void 0 && array ? `postgresql.ARRAY(${one2})` : one2;
}
var plainValue = ({ schema, name, array }) => {
  if (schema !== void 0) return void 0;
  return array ? "'{}'" : values[name];
};
var values = {
  int2: "0",
  int4: "0",
  int8: "0",
  float4: "0",
  float8: "0",
  numeric: "0",
  text: "''",
  varchar: "''",
  bpchar: "''",
  bytea: "''",
  bool: "false",
  date: "CURRENT_DATE",
  timestamp: "now()",
  timestamptz: "now()",
  json: "'{}'",
  jsonb: "'{}'"
};

// src/rules/support/new-column.ts
function columnsStoredAnew(subject, tell, cause) {
  return alteredTables(subject, tell, "add column", {
    needs: ["rewritten"],
    only: ({ column }) => causeOf(column) === cause
  }).filter(({ trace }) => storedAnew(trace));
}
function causeOf(column) {
  const called2 = functionsIn(column.default);
  if (column.serial || column.identity || called2.includes("nextval")) return "numbers";
  if (column.generated === "stored") return "computed";
  if (called2.length > 0) return "volatile";
  return column.type && !saType(column.type) ? "domain" : void 0;
}
var refusesRows = ({ notNull, default: value, serial, identity, generated }) => notNull && value === void 0 && !serial && identity === void 0 && generated === void 0;
var isOnlyDomains = (actions2) => actions2.every(
  (action) => action.does === "add column" && [void 0, "domain"].includes(causeOf(action.column))
);
var stable = /* @__PURE__ */ new Set(["now", "transaction_timestamp", "statement_timestamp"]);
var functionsIn = (expression) => [...under(expression, "funcname")].flatMap((name) => texts(name).slice(-1)).filter((name) => !stable.has(name));

// src/rules/support/change.ts
var tripOf = ({ revision, facts }) => facts.observations.roundTrips.find((trip) => trip.revision === revision.id);
var effectOf = (of) => tripOf(of)?.effect;
function wasThere(of, kind, name) {
  const schema = tripOf(of)?.schema;
  if (!schema) return void 0;
  const isIt = (one2) => one2.kind === kind && one2.name === name;
  return schema.before.some(isIt) && !earlierTrips(of).some(({ effect }) => effect?.some(isNew(isIt)));
}
var isNew = (isIt) => (difference) => difference.change === "new" && isIt(difference);
function earlierTrips({ revision, facts }) {
  if (facts.plan.scope === "all") return [];
  const { roundTrips } = facts.observations;
  return roundTrips.slice(
    0,
    roundTrips.findIndex((trip) => trip.revision === revision.id)
  );
}
var spelled2 = ({ schema, name }) => schema === "public" ? quoteIdent(name) : `${quoteIdent(schema)}.${quoteIdent(name)}`;
var spelledColumn = (table, column) => `${spelled2(table)}.${quoteIdent(column)}`;

// src/rules/support/op.ts
var op = (call3, { schema }, ...given3) => `op.${call3}(${[...given3, ...schema === "public" ? [] : [`schema=${py(schema)}`]].join(", ")})`;
var alterTable = (table, rest) => execute(`ALTER TABLE ${spelled2(table)} ${rest}`);
function addColumn2(table, column, type, ...more3) {
  const known5 = saType(type);
  if (known5 === void 0) return alterTable(table, `ADD COLUMN ${quoteIdent(column)} ${writtenType(type)}`);
  return op("add_column", table, py(table.name), `sa.Column(${[py(column), known5, ...more3].join(", ")})`);
}
var writtenType = (type) => {
  const { modifiers, array } = type;
  return `${quoteName(type)}${modifiers.length > 0 ? `(${modifiers.join(", ")})` : ""}${array ? "[]" : ""}`;
};

// src/rules/add-column-constrained-domain.ts
var rule2 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A new column is of a domain that has constraints",
    why: "PostgreSQL checks the constraints of the domain by storing the table and all its indexes anew, even where the column is NULL in every row. Nobody reads or writes it until that is done. A domain without constraints, and an enum, are not reported.",
    fix: "Add a column of the plain type, and a CHECK of the table that is NOT VALID at first and validated in a later revision.",
    severity: "error",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%'); CREATE TABLE users (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    op.execute("ALTER TABLE users ADD COLUMN address email")

def downgrade():
    op.drop_column("users", "address")`,
      good: `def upgrade():
    op.add_column("users", sa.Column("address", sa.Text()))
    op.create_check_constraint("users_address_check", "users", "address LIKE '%@%'", postgresql_not_valid=True)

def downgrade():
    op.drop_column("users", "address")`
    }
  },
  messages: {
    rewrites: ({ table, column, domain }) => ({
      message: `Adding ${shownColumn(table, column)} of the domain ${domain} stores ${shownRelation(table)} and its indexes anew to check the constraints of the domain, and nobody can read or write it until that is done.`,
      help: `Take the type that the domain is made of, and say its condition of the table:${code(
        alterTable(table, `ADD COLUMN ${quoteIdent(column)} <type of ${domain}>`),
        alterTable(table, `ADD CONSTRAINT ${check(table, column)} CHECK (<condition>) NOT VALID`)
      )}
Validate it in a later revision:${code(alterTable(table, `VALIDATE CONSTRAINT ${check(table, column)}`))}`
    })
  },
  check(subject, tell) {
    if (!isOnlyDomains(actionsOf(subject.command))) return;
    for (const { change: change3, table } of columnsStoredAnew(subject, tell, "domain")) {
      const { name, type } = change3.column;
      tell.report(
        "rewrites",
        { table, column: name, domain: quoteName(type ?? { name: "" }) },
        whereOf(subject, { about: shownColumn(table, name), table })
      );
    }
  }
});
var check = (table, column) => quoteIdent(`${table.name}_${column}_check`);

// src/rules/support/tables.ts
var tableKey = ({ schema = "public", name }) => JSON.stringify([schema, name]);
var read = /* @__PURE__ */ new WeakMap();
function tablesOf(objects) {
  const known5 = read.get(objects) ?? putTogether(objects);
  read.set(objects, known5);
  return known5;
}
function putTogether(objects) {
  const parts = Map.groupBy(objects, ({ kind, name, parent }) => `${kind} of ${wholeOf(kind, name, parent)}`);
  const tables = objects.filter(({ kind }) => kind === "table");
  return new Map(
    tables.map((table) => {
      const of = (kind) => (parts.get(`${kind} of ${table.name}`) ?? []).map(toPart);
      const { schema = "public", name } = dottedName(identifiers(table.name));
      return [
        tableKey({ schema, name }),
        {
          schema,
          name,
          shown: table.name,
          facts: table.facts,
          columns: of("column"),
          constraints: of("constraint"),
          indexes: of("index"),
          triggers: of("trigger"),
          policies: of("policy")
        }
      ];
    })
  );
}
function wholeOf(kind, name, parent) {
  if (!parent) return name;
  return kind === "index" && parent.kind === "constraint" ? parent.name.replace(/\.(?:"(?:[^"]|"")*"|[^".]+)$/, "") : parent.name;
}
var toPart = ({ name, facts }) => ({ name: identifiers(name).at(-1) ?? name, facts });
var inSchema = ({ schema }) => schema === "public" ? {} : { schema };
function textOf({ facts }, fact) {
  const value = facts[fact];
  return typeof value === "string" ? value : void 0;
}
var newParts = (before3, after) => after.filter(({ name, facts }) => {
  const old = before3?.find((part) => part.name === name);
  return !old || old.facts["definition"] !== facts["definition"];
});

// src/rules/support/columns.ts
function tableAt(subject, when, table) {
  const schema = tripOf(subject)?.schema;
  return schema && tablesOf(schema[when]).get(tableKey(table));
}
function columnFact(subject, when, [table, column], fact) {
  const found = tableAt(subject, when, table)?.columns.find(({ name }) => name === column);
  return found && textOf(found, fact);
}

// src/rules/support/fill.ts
function fillLines(table, column, value, open = `${quoteIdent(column)} IS NULL`) {
  const name = spelled2(table);
  const rows = `SELECT ctid FROM ${name} WHERE ${open} LIMIT 5000`;
  return [
    "with op.get_context().autocommit_block():",
    "    filled = 1",
    "    while filled:",
    "        filled = op.get_bind().execute(sa.text(",
    `            ${py(`UPDATE ${name} SET ${quoteIdent(column)} = ${value} `)}`,
    `            ${py(`WHERE ctid = ANY (ARRAY(${rows}))`)}`,
    "        )).rowcount"
  ];
}
function computeLines(table, column, value) {
  const name = `${table.name}_${column}`;
  const own2 = spelled2({ schema: table.schema, name });
  return [
    execute(
      `CREATE FUNCTION ${own2}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN SELECT ${value} INTO NEW.${quoteIdent(column)} FROM (SELECT NEW.*) AS r; RETURN NEW; END $$`
    ),
    execute(
      `CREATE TRIGGER ${quoteIdent(name)} BEFORE INSERT OR UPDATE ON ${spelled2(table)} FOR EACH ROW EXECUTE FUNCTION ${own2}()`
    )
  ];
}

// src/rules/add-column-volatile-default.ts
var rule3 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A new column has a default that differs from row to row",
    why: "A default such as `gen_random_uuid()` or `clock_timestamp()` gives each row that is there a value of its own, so PostgreSQL stores the table and all its indexes anew. Nobody reads or writes it until that is done. A constant and `now()` are the same for all rows: they are kept once, and nothing is stored anew.",
    fix: "Add the column without the default, set the default for rows to come, and fill the rows that are there in batches.",
    severity: "error",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE orders (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    op.add_column("orders", sa.Column("token", sa.String(36), server_default=sa.text("gen_random_uuid()")))

def downgrade():
    op.drop_column("orders", "token")`,
      good: `def upgrade():
    op.add_column("orders", sa.Column("token", sa.String(36)))
    op.alter_column("orders", "token", server_default=sa.text("gen_random_uuid()"))

def downgrade():
    op.drop_column("orders", "token")`
    }
  },
  messages: {
    rewrites: ({ table, column, value, functions }) => ({
      message: `Adding ${shownColumn(table, column.name)} with a default of ${list(functions.map((name) => `${name}()`))} stores ${shownRelation(table)} and its indexes anew, and nobody can read or write it until that is done.`,
      help: column.type ? `Add the column first and the default after it, which only rows to come get:${code(
        addColumn2(table, column.name, column.type),
        op(
          "alter_column",
          table,
          py(table.name),
          py(column.name),
          `server_default=sa.text(${py(value)})`
        )
      )}
Then fill the rows that are there, in a revision of its own:${code(...fillLines(table, column.name, value))}` : ""
    })
  },
  check(subject, tell) {
    for (const { change: change3, table } of columnsStoredAnew(subject, tell, "volatile")) {
      const { column } = change3;
      const value = columnFact(subject, "after", [table, column.name], "default") ?? "<the default>";
      tell.report(
        "rewrites",
        { table, column, value, functions: functionsIn(column.default) },
        whereOf(subject, {
          about: shownColumn(table, column.name),
          table
        })
      );
    }
  }
});

// src/rules/support/index-call.ts
function concurrently(index, text) {
  const { name, table, columns, unique } = index;
  if (name === void 0) return [execute(withWord(text))];
  const make = isPlain2(index, text) ? createCall(name, table, columns, unique) : execute(withWord(text));
  return [dropFirst(name, table), make];
}
var uniqueConcurrently = (name, table, columns) => [dropFirst(name, table), createCall(name, table, columns, true)];
var dropFirst = (name, table) => execute(`DROP INDEX CONCURRENTLY IF EXISTS ${quoteName({ ...table, name })}`);
var onlyColumns = /\(\s*(?:\w+|"[^"]+")(?:\s*,\s*(?:\w+|"[^"]+"))*\s*\)$/;
var isPlain2 = ({ method, columns, included, where }, text) => method === "btree" && columns.every((column) => column !== void 0) && included.length === 0 && where === void 0 && onlyColumns.test(text);
var createCall = (name, table, columns, unique) => call("create_index", [name, table.name, columns.map((column) => column ?? "")], {
  schema: table.schema,
  unique: unique || void 0,
  postgresql_concurrently: true
});
var withWord = (text) => text.replace(/\s+/g, " ").replace(/^(CREATE (?:UNIQUE )?INDEX) (?:CONCURRENTLY )?(?:IF NOT EXISTS )?/i, "$1 CONCURRENTLY ");
function partitionConcurrently({ name = "index", unique }, text, partition2) {
  const own2 = `${partition2.name}_${name}`;
  const rest = /\bON (?:ONLY )?(?:(?:"(?:[^"]|"")*"|[\w$.]+)\.?)+ ?(.*)$/i.exec(text.replace(/\s+/g, " "))?.[1] ?? "";
  return [
    execute(`DROP INDEX CONCURRENTLY IF EXISTS ${spelled2({ ...partition2, name: own2 })}`),
    execute(
      `CREATE ${unique ? "UNIQUE " : ""}INDEX CONCURRENTLY ${quoteIdent(own2)} ON ${spelled2(partition2)} ${rest}`
    )
  ];
}

// src/rules/add-column-with-inline-constraint.ts
var rule4 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A new column brings a constraint that all rows are read for",
    why: "A CHECK, UNIQUE or REFERENCES written at the column makes PostgreSQL read the whole table in the command that adds the column, under the lock that lets nobody read or write. REFERENCES of a column without a default reads nothing, and is not reported.",
    fix: "Add the column by itself. Add a CHECK or a foreign key as NOT VALID after it, and validate it in the next revision. Make a unique index `CONCURRENTLY`, and a constraint of it.",
    severity: "warning",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE orders (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    op.execute("ALTER TABLE orders ADD COLUMN amount integer CHECK (amount > 0)")

def downgrade():
    op.drop_column("orders", "amount")`,
      good: `def upgrade():
    op.add_column("orders", sa.Column("amount", sa.Integer()))
    op.create_check_constraint("orders_amount_check", "orders", "amount > 0", postgresql_not_valid=True)

def downgrade():
    op.drop_column("orders", "amount")`
    }
  },
  messages: {
    scans: ({ table, column, constraints }) => ({
      message: `Adding ${shownColumn(table, column.name)} together with its ${list(constraints.map(({ type }) => type))} constraint${constraints.length > 1 ? "s" : ""} reads ${shownRelation(table)} from end to end, and nobody can read or write it until that is done.`,
      help: [
        `Add the column by itself:${column.type ? code(addColumn2(table, column.name, column.type)) : ""}`,
        ...constraints.map((constraint) => advice(table, column, constraint))
      ].join("\n")
    })
  },
  check(subject, tell) {
    const added = alteredTables(subject, tell, "add column", {
      needs: ["rewritten", "scanned"],
      only: ({ column }) => othersThanNotNull(column).length > 0
    });
    for (const { change: change3, table, trace } of added) {
      const { column } = change3;
      if (storedAnew(trace) || !wasRead(trace, table)) continue;
      const constraints = othersThanNotNull(column);
      tell.report(
        "scans",
        { table, column, constraints },
        whereOf(subject, {
          about: shownColumn(table, column.name),
          table
        })
      );
    }
  }
});
var othersThanNotNull = ({ constraints }) => constraints.filter(({ type }) => type !== "not null");
function advice(table, { name }, { type, references }) {
  const own2 = quoteIdent(name);
  if (type === "unique" || type === "primary key") {
    const index = `${table.name}_${name}_key`;
    return `Make its index while everybody reads and writes, and a constraint of it in the next revision:${code(
      ...autocommitted(uniqueConcurrently(index, { ...inSchema(table), name: table.name }, [name]))
    )}${code(alterTable(table, `ADD CONSTRAINT ${quoteIdent(index)} ${type.toUpperCase()} USING INDEX ${quoteIdent(index)}`))}`;
  }
  const key = quoteIdent(`${table.name}_${name}_${references ? "fkey" : "check"}`);
  const target = references && quoteName(references.table);
  const columns = references?.columns.map(quoteIdent).join(", ") ?? "";
  const rest = target ? `FOREIGN KEY (${own2}) REFERENCES ${target}${columns === "" ? "" : ` (${columns})`}` : "CHECK (<condition>)";
  return `Add the constraint without reading the rows, and validate it in the next revision:${code(
    alterTable(table, `ADD CONSTRAINT ${key} ${rest} NOT VALID`)
  )}${code(alterTable(table, `VALIDATE CONSTRAINT ${key}`))}`;
}

// src/rules/add-exclusion-constraint.ts
var rule5 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "An exclusion constraint is built while the table is locked",
    why: "`ADD EXCLUDE` builds an index under ACCESS EXCLUSIVE and compares every row with the others: until the transaction ends nobody reads or writes the table. PostgreSQL has no other way for a table that is there.",
    fix: "Make the constraint with a new table, and move to it; or do it in a window in which nobody needs the table, with a `lock_timeout`.",
    severity: "warning",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE bookings (id bigint PRIMARY KEY, during tstzrange)",
      bad: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.create_exclude_constraint("no_overlap", "bookings", ("during", "&&"))

def downgrade():
    op.drop_constraint("no_overlap", "bookings")`,
      good: `def upgrade():
    op.create_table(
        "reservations",
        sa.Column("id", sa.BigInteger(), primary_key=True),
        sa.Column("during", postgresql.TSTZRANGE()),
        postgresql.ExcludeConstraint(("during", "&&"), name="no_overlap"),
    )

def downgrade():
    op.drop_table("reservations")`
    }
  },
  messages: {
    built: ({ name, table }) => ({
      message: `Adding the exclusion constraint ${name} compares all rows of ${table}, and until the transaction ends nobody reads or writes ${table}. It fails where two rows exclude each other.`,
      help: `There is no way that keeps nobody waiting. Do it in a window in which nobody needs ${table}, and do not wait long for the lock:${code(`op.execute("SET LOCAL lock_timeout = '2s'")`)}
or make the constraint with a new table, and move to that.`
    })
  },
  check(subject, { report, notChecked }) {
    for (const added of addsConstraint(subject, "exclusion")) {
      if (!seen(subject, "ADD EXCLUDE", ["locks"], notChecked)) continue;
      const table = oldTable(subject, added.table, notChecked);
      if (!table) continue;
      report(
        "built",
        { name: constraintName(added), table: shownRelation(table) },
        whereOf(subject, { about: `${shownRelation(table)} ${constraintName(added)}`, table })
      );
    }
  }
});

// src/rules/add-foreign-key-not-valid.ts
var rule6 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A foreign key is added and every row checked at once",
    why: "`ADD FOREIGN KEY` looks up every row that is there, and holds SHARE ROW EXCLUSIVE on both tables until the transaction ends: nobody writes to either. (It does not block readers, whatever is said elsewhere.)",
    fix: "Add it with `postgresql_not_valid=True`, which reads nothing, and `VALIDATE CONSTRAINT` in a revision after it, where writers pass.",
    severity: "warning",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY); CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint); CREATE INDEX ix_orders_user ON orders (user_id)",
      bad: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.create_foreign_key("fk_orders_user", "orders", "users", ["user_id"], ["id"])

def downgrade():
    op.drop_constraint("fk_orders_user", "orders")`,
      good: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.create_foreign_key("fk_orders_user", "orders", "users", ["user_id"], ["id"], postgresql_not_valid=True)
    # The revision after it: ALTER TABLE orders VALIDATE CONSTRAINT fk_orders_user, in an autocommit_block.

def downgrade():
    op.drop_constraint("fk_orders_user", "orders")`
    }
  },
  messages: {
    checked: ({ name, table, tables, add, validate }) => ({
      message: `Adding the foreign key ${name} looks up every row of ${table}, and until the transaction ends nobody writes to ${tables}.`,
      help: `Add it without looking at the rows that are there:${code(add)}
and look at them in a revision after it, while everybody goes on writing:${code(...validate)}`
    }),
    partitioned: ({ name, table, tables, validate }) => ({
      message: `Adding the foreign key ${name} looks up every row of all partitions of ${table}, and until the transaction ends nobody writes to ${tables}.`,
      help: `Add it to each partition first, with postgresql_not_valid=True, and validate it there in revisions after that:${code(...validate)}
Then add it here: those of the partitions are taken over, and no row is looked at.`
    })
  },
  check(subject, { report, notChecked }) {
    for (const added of addsConstraint(subject, "foreign key")) {
      if (added.constraint.notValid || !seen(subject, "ADD FOREIGN KEY", ["locks"], notChecked)) continue;
      const table = oldTable(subject, added.table, notChecked);
      if (!table) continue;
      const parent = added.constraint.references && oldTable(subject, added.constraint.references.table, notChecked);
      report(
        table.kind === "partitioned table" ? "partitioned" : "checked",
        {
          name: constraintName(added),
          table: shownRelation(table),
          tables: list([...new Set([table, ...parent ? [parent] : []].map(shownRelation))]),
          add: addNotValid(added, subject.command),
          validate: validateLater(added)
        },
        whereOf(subject, { about: `${shownRelation(table)} ${constraintName(added)}`, table })
      );
    }
  }
});

// src/rules/add-json-column.ts
var rule7 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A new column is json, and not jsonb",
    why: "PostgreSQL cannot compare two values of `json`. A `SELECT DISTINCT`, `GROUP BY` or `UNION` that takes all columns of the table worked before, and fails as soon as the column is there. Of a table that has such a column already nothing is reported: there it fails as it is.",
    fix: "Use `jsonb`, unless the text has to be kept as it was written.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    op.add_column("users", sa.Column("settings", sa.JSON()))

def downgrade():
    op.drop_column("users", "settings")`,
      good: `def upgrade():
    from sqlalchemy.dialects import postgresql
    op.add_column("users", sa.Column("settings", postgresql.JSONB()))

def downgrade():
    op.drop_column("users", "settings")`
    }
  },
  messages: {
    json: ({ table, column }) => ({
      message: `${shownColumn(table, column)} is json, which cannot be compared: SELECT DISTINCT of all columns of ${shownRelation(table)}, which worked before, fails from then on.`,
      help: `Use jsonb:${code(addColumn2(table, column, { name: "jsonb", modifiers: [], array: false }))}`
    })
  },
  check(subject, tell) {
    const added = alteredTables(subject, tell, "add column", { only: ({ column }) => isJson(column) });
    for (const { change: change3, table } of added) {
      const { name } = change3.column;
      if (hadJson(subject, table)) continue;
      tell.report("json", { table, column: name }, whereOf(subject, { about: shownColumn(table, name) }));
    }
  }
});
var isJson = ({ type }) => type?.name === "json" && type.schema === void 0;
var hadJson = (subject, table) => tableAt(subject, "before", table)?.columns.some((column) => textOf(column, "type") === "json") === true;

// src/rules/add-not-null-column-without-default.ts
var rule8 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A new column refuses NULL and has no default",
    why: "The rows that are there would have to hold NULL in it, so the command fails on every table that has rows. It passes here, and in most tests, because the table is empty. Where it passes, every `INSERT` of the release that still runs fails, since it does not name the column. `default=` of SQLAlchemy is not a default of the database: it is `server_default=` that is one.",
    fix: "Give the column a `server_default`, or add it as nullable, fill it, and set NOT NULL when every release writes it.",
    severity: "error",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE orders (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    op.add_column("orders", sa.Column("state", sa.Text(), nullable=False))

def downgrade():
    op.drop_column("orders", "state")`,
      good: `def upgrade():
    op.add_column("orders", sa.Column("state", sa.Text(), nullable=False, server_default="new"))

def downgrade():
    op.drop_column("orders", "state")`
    }
  },
  messages: {
    refuses: ({ table, column }) => ({
      message: `Adding ${shownColumn(table, column.name)} as NOT NULL without a default fails as soon as ${shownRelation(table)} has rows; it passes here because it has none. Inserts of the running release, which do not name the column, fail after it as well.`,
      help: alternatives(table, column)
    })
  },
  check(subject, tell) {
    const added = alteredTables(subject, tell, "add column", { only: ({ column }) => refusesRows(column) });
    for (const { change: change3, table } of added) {
      const { column } = change3;
      tell.report(
        "refuses",
        { table, column },
        whereOf(subject, {
          about: shownColumn(table, column.name),
          table
        })
      );
    }
  }
});
function alternatives(table, { name, type }) {
  if (!type) return nullable;
  const value = plainValue(type);
  const line = addColumn2(table, name, type);
  const filled = `${nullable}${code(line)}`;
  if (value === void 0) return filled;
  const given3 = addColumn2(table, name, type, "nullable=False", `server_default=sa.text(${py(value)})`);
  return `Give it a default that is right for the rows that are there, such as:${code(given3)}
Or leave it nullable until every release writes it:${code(line)}`;
}
var nullable = "Leave it nullable, fill it, and set NOT NULL when every release writes it:";

// src/sql/lines.ts
function lineAt(text, offset) {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

// src/sql/positions.ts
function fromBytes(text) {
  const bytes = Buffer.byteLength(text);
  if (bytes === text.length) return (offset) => offset;
  const units = new Uint32Array(bytes + 1);
  let at = 0;
  let unit = 0;
  for (const character of text) {
    const width = Buffer.byteLength(character);
    units.fill(unit, at, at + width);
    at += width;
    unit += character.length;
  }
  units[bytes] = unit;
  return (offset) => units[Math.min(offset, bytes)] ?? 0;
}
function fromCodePoints(text, points) {
  let unit = 0;
  let left = points;
  for (const character of text) {
    if (left === 0) break;
    unit += character.length;
    left -= 1;
  }
  return unit;
}

// src/sql/remembered.ts
function remembered(compute, characters) {
  const known5 = /* @__PURE__ */ new Map();
  let kept = 0;
  return (text) => {
    const found = known5.get(text);
    if (found !== void 0) return found;
    const made2 = compute(text);
    known5.set(text, made2);
    kept += text.length;
    for (const oldest of known5.keys()) {
      if (kept <= characters) break;
      known5.delete(oldest);
      kept -= oldest.length;
    }
    return made2;
  };
}

// src/sql/tokens.ts
var control = /[\u0000-\u001f]/g;
function tokensOf(sql) {
  const answer = scanTokens(sql);
  if (!("json" in answer)) return void 0;
  const json = answer.json.replaceAll(control, " ");
  const { tokens: tokens2 } = JSON.parse(json);
  const offset = fromBytes(sql);
  return (tokens2 ?? []).map(({ start = 0, end, tokenName, tokenType }) => ({
    text: sql.slice(offset(start), offset(end)),
    start: offset(start),
    end: offset(end),
    comment: tokenName === "SQL_COMMENT" || tokenName === "C_COMMENT",
    identifier: tokenName === "IDENT" || tokenType === uident
  }));
}
var uident = 259;

// src/sql/split.ts
function split(sql, readable2) {
  const all2 = tokensOf(sql);
  if (all2) return pieces(all2, sql.length);
  return pieces(tokensOf(sql.slice(0, readable2)) ?? [], sql.length);
}
function pieces(tokens2, length) {
  const ends3 = semicolons(tokens2.filter(({ comment }) => !comment));
  return [...ends3, length].map((end, at) => ({ start: at === 0 ? 0 : (ends3[at - 1] ?? 0) + 1, end }));
}
function semicolons(tokens2) {
  const ends3 = [];
  let parentheses = 0;
  let blocks = 0;
  let words4 = [];
  for (const { text, start } of tokens2) {
    const word2 = text.toLowerCase();
    if (word2 === "(") parentheses += 1;
    else if (word2 === ")") parentheses = Math.max(0, parentheses - 1);
    else if (word2 === ";" && parentheses === 0 && blocks === 0) {
      ends3.push(start);
      words4 = [];
      continue;
    }
    if (isRoutine(words4)) blocks = Math.max(0, blocks + opens(word2));
    if (words4.length < routineWords) words4.push(word2);
  }
  return ends3;
}
var routineWords = 4;
var isRoutine = (words4) => words4[0] === "create" && words4.some((word2) => word2 === "function" || word2 === "procedure");
function opens(word2) {
  if (word2 === "begin" || word2 === "case") return 1;
  return word2 === "end" ? -1 : 0;
}

// src/sql/parse.ts
var longest = 1048576;
var remember = 8 * longest;
var parseSql = remembered(parse, remember);
function parse(sql) {
  const nul = sql.indexOf("\0");
  if (nul >= 0) return failed("invalid byte sequence: 0x00", nul);
  if (sql.length > longest) return failed(`longer than ${longest} characters, not read`, 0);
  const text = withoutMark(sql);
  const whole = parseText(text);
  const [error] = whole.errors;
  if (!error) return whole;
  const parts = split(text, error.at);
  return parts.length > 1 ? together(parts.map((part) => parsePiece(text, part))) : whole;
}
var failed = (message, at) => ({ statements: [], errors: [{ message, at }] });
var withoutMark = (sql) => sql.startsWith("\uFEFF") ? ` ${sql.slice(1)}` : sql;
function parseText(text) {
  const answer = parseTree(text);
  if ("refusal" in answer) {
    const { message, at } = answer.refusal;
    return failed(message, at === void 0 ? 0 : fromCodePoints(text, at));
  }
  const { stmts } = JSON.parse(answer.json);
  const offset = fromBytes(text);
  return { statements: (stmts ?? []).flatMap((raw) => statement(raw, text, offset)), errors: [] };
}
function statement({ stmt, stmt_location: location = 0, stmt_len: length }, text, offset) {
  const [named5] = Object.entries(stmt ?? {});
  if (!named5) return [];
  const [kind, node] = named5;
  const start = offset(location);
  const own2 = text.slice(start, length === void 0 ? void 0 : offset(location + length)).trimEnd();
  return [{ kind, node, text: own2, start, end: start + own2.length }];
}
function parsePiece(text, { start, end }) {
  const { statements, errors } = parseText(text.slice(start, end));
  return {
    statements: statements.map((one2) => ({ ...one2, start: one2.start + start, end: one2.end + start })),
    errors: errors.map(({ message, at }) => ({ message, at: at + start }))
  };
}
var together = (parts) => ({
  statements: parts.flatMap(({ statements }) => statements),
  errors: parts.flatMap(({ errors }) => errors)
});

// src/sql/literal.ts
function literalOf(expression) {
  const [statement2, ...more3] = parseSql(`SELECT ${expression}`).statements;
  if (statement2?.kind !== "SelectStmt" || more3.length > 0) return void 0;
  const [target] = nodesOf(statement2.node.targetList, "ResTarget");
  return textOf2(target?.val);
}
function textOf2(node) {
  const literal2 = nodeOf(node, "A_Const")?.sval;
  if (literal2) return literal2.sval ?? "";
  const cast = nodeOf(node, "TypeCast");
  if (cast) return textOf2(cast.arg);
  const expression = nodeOf(node, "A_Expr");
  return expression && joined(expression);
}
function joined({ name, lexpr, rexpr }) {
  if (texts(name).join(".") !== "||") return void 0;
  const [left, right] = [textOf2(lexpr), textOf2(rexpr)];
  return left === void 0 || right === void 0 ? void 0 : left + right;
}

// src/sql/plpgsql.ts
function embeddedIn(statement2) {
  const answer = parseBody(statement2);
  return "json" in answer ? { embedded: [...walk("", JSON.parse(answer.json), 1)] } : { error: answer.refusal.message };
}
var executed = /* @__PURE__ */ new Set(["query", "dynquery"]);
var wholeStatement = 0;
var fixed = {
  PLpgSQL_stmt_commit: "COMMIT",
  PLpgSQL_stmt_rollback: "ROLLBACK"
};
function* walk(field, node, outer) {
  if (typeof node !== "object" || node === null) return;
  const { lineno: line = outer, PLpgSQL_expr: expression } = node;
  const text = fixed[field];
  if (text !== void 0) yield { kind: "sql", text, line };
  else if (expression) yield* embedded(field, expression, line);
  else for (const [name, value] of Object.entries(node)) yield* walk(name, value, line);
}
function* embedded(field, { query, parseMode = 0 }, line) {
  if (parseMode === wholeStatement) yield { kind: "sql", text: query, line };
  else if (executed.has(field)) yield { kind: "execute", text: query, line };
}

// src/sql/bodies.ts
var nothing = { inner: [], unread: [] };
function bodyOf(statement2) {
  if (statement2.kind === "DoStmt") return read2(statement2, statement2.node.args, "plpgsql");
  if (statement2.kind === "CreateFunctionStmt") return read2(statement2, statement2.node.options, "sql");
  return nothing;
}
function read2({ text }, options2, usual) {
  const body = option(options2, "as");
  if (!body) return nothing;
  const language = (option(options2, "language")?.value ?? usual).toLowerCase();
  const place = placeOf2(text, body.value);
  if (language === "sql") return statementsIn(body.value, place, 1);
  if (language === "plpgsql") return blockIn(text, place);
  return { inner: [], unread: [{ why: "unreadable", text: `language ${language}`, line: place(1) }] };
}
function option(options2, name) {
  const arg = nodesOf(options2, "DefElem").find(({ defname }) => defname === name)?.arg;
  const [first] = nodeOf(arg, "List")?.items ?? [arg];
  const text = nodeOf(first, "String");
  return text && { value: text.sval ?? "" };
}
function placeOf2(text, body) {
  const strings3 = (tokensOf(text) ?? []).filter((token2) => /^(\$|e?'|u&')/i.test(token2.text));
  const asItReads = strings3.find((token2) => plain3(token2.text) === body);
  if (!asItReads) {
    const begins = lineAt(text, strings3.find((token2) => !token2.text.startsWith("'"))?.start ?? 0);
    return () => begins;
  }
  const first = lineAt(text, asItReads.start);
  return (line) => first + line - 1;
}
function plain3(literal2) {
  if (literal2.startsWith("'")) return literal2.slice(1, -1).replaceAll("''", "'");
  const tag = /^\$[^$]*\$/.exec(literal2)?.[0];
  return tag && literal2.slice(tag.length, -tag.length);
}
function blockIn(text, lines) {
  const block2 = embeddedIn(text);
  if ("error" in block2)
    return { inner: [], unread: [{ why: "unreadable", text: block2.error, line: lines(1) }] };
  return together2(
    inOrder(block2.embedded).map(({ kind, text: sql, line }) => {
      if (kind === "sql") return statementsIn(sql, lines, line);
      const literal2 = literalOf(sql);
      return literal2 === void 0 ? { inner: [], unread: [{ why: "dynamic", text: sql, line: lines(line) }] } : (
        // Where a string was made of parts, its lines are nowhere.
        statementsIn(literal2, () => lines(line), 1)
      );
    })
  );
}
var inOrder = (embedded2) => embedded2.toSorted((one2, other) => one2.line - other.line);
function statementsIn(sql, lines, first) {
  const { statements, errors } = parseSql(sql);
  const line = (at) => lines(first + lineAt(sql, at) - 1);
  return {
    inner: statements.map((statement2) => ({ statement: statement2, line: line(statement2.start) })),
    unread: errors.map(({ message, at }) => ({ why: "unreadable", text: message, line: line(at) }))
  };
}
var together2 = (bodies) => ({
  inner: bodies.flatMap(({ inner }) => inner),
  unread: bodies.flatMap(({ unread }) => unread)
});

// src/sql/commands.ts
var remember2 = 8388608;
var readCommands = remembered((sql) => {
  const { statements, errors } = parseSql(sql);
  const parts = statements.map((statement2) => executed2(statement2, lineAt(sql, statement2.start)));
  return {
    commands: parts.flatMap(({ commands }) => commands),
    unread: [
      ...errors.map(
        ({ message, at }) => ({ why: "unreadable", text: message, line: lineAt(sql, at) })
      ),
      ...parts.flatMap(({ unread }) => unread)
    ]
  };
}, remember2);
var commandsOf = (sql) => readCommands(sql).commands;
function executed2(statement2, line) {
  const self = { ...statement2, line };
  if (statement2.kind !== "DoStmt") return { commands: [self], unread: [] };
  const { inner, unread } = bodyOf(statement2);
  const parts = inner.map((one2) => executed2(one2.statement, line + one2.line - 1));
  return {
    commands: [self, ...parts.flatMap(({ commands }) => commands)],
    unread: [
      ...unread.map((one2) => ({ ...one2, line: line + one2.line - 1 })),
      ...parts.flatMap((part) => part.unread)
    ]
  };
}

// src/rules/support/definitions.ts
function constraintOf(part) {
  const [command] = commandsOf(`ALTER TABLE t ADD CONSTRAINT c ${textOf(part, "definition") ?? ""}`);
  const [action] = command ? actionsOf(command) : [];
  return action?.does === "add constraint" ? action.constraint : void 0;
}
function constraintNamed({ constraints }, name) {
  const part = constraints.find((one2) => one2.name === name);
  return part && constraintOf(part);
}
function indexOf(part) {
  const [command] = commandsOf(textOf(part, "definition") ?? "");
  return command?.kind === "IndexStmt" ? { ...createIndex(command.node), tree: command.node } : void 0;
}
var columnsIn = (tree) => [...under(tree, "ColumnRef")].flatMap(
  (reference2) => texts(reference2.fields).slice(-1)
);
function indexColumns(part) {
  const index = indexOf(part);
  if (!index) return [];
  const { columns, included, tree, where } = index;
  const expressions = (tree.indexParams ?? []).flatMap(columnsIn);
  return [...columns.filter((name) => name !== void 0), ...included, ...expressions, ...columnsIn(where)];
}
function constraintColumns(part) {
  const constraint = constraintOf(part);
  return constraint ? [...constraint.columns, ...columnsIn(constraint.expression)] : [];
}
function isFoundBy(part, columns) {
  const index = indexOf(part);
  if (!index || index.where || textOf(part, "valid") === "no" || index.method === "brin") return false;
  const leading = index.columns.slice(0, columns.length);
  return columns.every((column) => leading.includes(column));
}

// src/rules/support/final.ts
var known2 = /* @__PURE__ */ new WeakMap();
function finalTables({ observations }) {
  const tables = known2.get(observations) ?? last(observations);
  known2.set(observations, tables);
  return tables;
}
function last({ roundTrips }) {
  const tables = /* @__PURE__ */ new Map();
  for (const { schema } of roundTrips) {
    if (!schema) continue;
    for (const key of tablesOf(schema.before).keys()) tables.delete(key);
    for (const [key, table] of tablesOf(schema.after)) tables.set(key, table);
  }
  return tables;
}
function finalObject({ observations }, kind, name) {
  const isIt = (one2) => one2.kind === kind && one2.name === name;
  const touching = observations.roundTrips.findLast(
    ({ schema }) => schema?.before.some(isIt) || schema?.after.some(isIt)
  );
  return touching?.schema?.after.find(isIt);
}

// src/rules/support/touched.ts
function touchedTables({ roundTrip, facts }) {
  const { schema } = roundTrip;
  if (!schema) return [];
  const before3 = tablesOf(schema.before);
  const last2 = finalTables(facts);
  return [...tablesOf(schema.after)].map(([key, after]) => ({
    before: before3.get(key),
    after,
    last: last2.get(key)
  }));
}
var isNamed = (table, written3) => written3 !== void 0 && isCalled(table, written3);
var doing = (test) => (command) => actionsOf(command).some(test);
function doneAt({ revision, roundTrip }, ...tests) {
  for (const test of tests) {
    for (const statement2 of roundTrip.upgrade.statements) {
      const command = commandsOf(statement2.sql).find(test);
      if (command)
        return { place: statement2.place ?? definition(revision, "upgrade"), evidence: [ofSql(command.text)] };
    }
  }
  return { place: definition(revision, "upgrade"), evidence: [] };
}
var concerns = (table) => doing((action) => "table" in action && isNamed(table, action.table));

// src/rules/support/nullable.ts
function nullableColumns(subject, { table, constraint }) {
  const before3 = tablesOf(tripOf(subject)?.schema?.before ?? []);
  const old = [...before3.values()].find((one2) => isNamed(one2, table));
  if (!old) return [];
  const columns = constraint.usingIndex === void 0 ? constraint.columns : columnsOf(old, constraint.usingIndex);
  return columns.filter((column) => mayBeNull(old, column));
}
var columnsOf = ({ indexes }, name) => {
  const index = indexes.find((part) => part.name === name);
  return (index && indexOf(index)?.columns.filter((column) => column !== void 0)) ?? [];
};
var mayBeNull = ({ columns }, name) => columns.some((column) => column.name === name && textOf(column, "nullable") === "yes");

// src/rules/add-primary-key.ts
var rule9 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A primary key is built while the table is locked",
    why: "`ADD PRIMARY KEY` builds an index under ACCESS EXCLUSIVE, and reads the whole table once more where a column of it may be NULL: until the transaction ends nobody reads or writes the table. With `USING INDEX` the second still happens.",
    fix: "Build a unique index `CONCURRENTLY` in an `autocommit_block`, make the columns NOT NULL by way of a check that is validated by itself, and make the key of them with `USING INDEX`, which then takes a moment.",
    severity: "warning",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE events (id bigint NOT NULL)",
      bad: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.create_primary_key("pk_events", "events", ["id"])

def downgrade():
    op.drop_constraint("pk_events", "events")`,
      good: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS pk_events")
        op.create_index("pk_events", "events", ["id"], unique=True, postgresql_concurrently=True)
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.execute("ALTER TABLE events ADD CONSTRAINT pk_events PRIMARY KEY USING INDEX pk_events")

def downgrade():
    op.drop_constraint("pk_events", "events")`
    }
  },
  messages: {
    built: ({ name, table, lines }) => ({
      message: `Adding the primary key ${name} builds an index of ${table}, and until the transaction ends nobody reads or writes ${table}. It fails where two rows have the same key or one has none.`,
      help: `Build the index first, while everybody goes on, and make the key of it:${code(...lines)}`
    }),
    read: ({ name, table, lines }) => ({
      message: `The index of the primary key ${name} is there, but its columns may be NULL: all of ${table} is read, and until the transaction ends nobody reads or writes ${table}.`,
      help: `Make the columns NOT NULL first, in a way that keeps nobody waiting:${code(...lines)}`
    })
  },
  check(subject, { report, notChecked }) {
    for (const added of addsConstraint(subject, "primary key")) {
      const trace = seen(subject, "ADD PRIMARY KEY", ["locks", "scanned"], notChecked);
      const table = trace && oldTable(subject, added.table, notChecked);
      const isReady = added.constraint.usingIndex !== void 0;
      if (!table || isReady && trace.scanned.length === 0) continue;
      const data = {
        name: constraintName(added),
        table: shownRelation(table),
        lines: instead(subject, added, spelled2(table))
      };
      report(
        isReady ? "read" : "built",
        data,
        whereOf(subject, {
          about: shownRelation(table),
          table
        })
      );
    }
  }
});
function instead(subject, added, table) {
  const name = constraintName(added);
  const index = added.constraint.usingIndex ?? name;
  const key = `ALTER TABLE ${table} ADD CONSTRAINT ${quoteIdent(name)} PRIMARY KEY USING INDEX ${quoteIdent(index)}`;
  const nullable2 = nullableColumns(subject, added);
  return [
    ...nullable2.length === 0 ? [] : proveNotNull(table, nullable2),
    ...added.constraint.usingIndex === void 0 ? autocommitted(uniqueConcurrently(name, added.table, added.constraint.columns)) : [],
    execute(key),
    ...nullable2.length === 0 ? [] : [execute(`ALTER TABLE ${table} DROP CONSTRAINT ${proof}`)]
  ];
}
var proof = "key_not_null";
function proveNotNull(table, columns) {
  const names = columns.map(quoteIdent);
  return [
    execute(
      `ALTER TABLE ${table} ADD CONSTRAINT ${proof} CHECK (${names.map((name) => `${name} IS NOT NULL`).join(" AND ")}) NOT VALID`
    ),
    ...autocommitted([execute(`ALTER TABLE ${table} VALIDATE CONSTRAINT ${proof}`)]),
    ...names.map((name) => execute(`ALTER TABLE ${table} ALTER COLUMN ${name} SET NOT NULL`))
  ];
}

// src/rules/add-serial-or-identity-column.ts
var rule10 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A new column numbers the rows that are there",
    why: "A serial or identity column, or a default of `nextval()`, gives each row that is there a number of its own, so PostgreSQL stores the table and all its indexes anew. Nobody reads or writes it until that is done.",
    fix: "Add a plain column and a sequence, let the sequence be the default for rows to come, and number the rows that are there in batches.",
    severity: "error",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE orders (id uuid PRIMARY KEY)",
      bad: `def upgrade():
    op.add_column("orders", sa.Column("number", sa.BigInteger(), sa.Identity()))

def downgrade():
    op.drop_column("orders", "number")`,
      good: `def upgrade():
    op.execute("CREATE SEQUENCE orders_number_seq")
    op.add_column("orders", sa.Column("number", sa.BigInteger()))
    op.alter_column("orders", "number", server_default=sa.text("nextval('orders_number_seq')"))
    op.execute("ALTER SEQUENCE orders_number_seq OWNED BY orders.number")

def downgrade():
    op.drop_column("orders", "number")`
    }
  },
  messages: {
    rewrites: ({ table, column }) => ({
      message: `Adding ${shownColumn(table, column.name)}, which numbers the rows that are there, stores ${shownRelation(table)} and its indexes anew, and nobody can read or write it until that is done.`,
      help: `Let a sequence number the rows to come:${code(...numberLines(table, column))}
Then number the rows that are there, in a revision of its own:${code(...fillLines(table, column.name, nextval(table, column)))}`
    })
  },
  check(subject, tell) {
    for (const { change: change3, table } of columnsStoredAnew(subject, tell, "numbers")) {
      tell.report(
        "rewrites",
        { table, column: change3.column },
        whereOf(subject, {
          about: shownColumn(table, change3.column.name),
          table
        })
      );
    }
  }
});
var sequence = (table, { name }) => spelled2({ schema: table.schema, name: `${table.name}_${name}_seq` });
var nextval = (table, column) => `nextval('${sequence(table, column).replaceAll("'", "''")}')`;
var bigint = { name: "int8", modifiers: [], array: false };
function numberLines(table, column) {
  const { name, type = bigint } = column;
  const value = `server_default=sa.text(${py(nextval(table, column))})`;
  return [
    execute(`CREATE SEQUENCE ${sequence(table, column)}`),
    addColumn2(table, name, type),
    op("alter_column", table, py(table.name), py(name), value),
    execute(`ALTER SEQUENCE ${sequence(table, column)} OWNED BY ${spelled2(table)}.${quoteIdent(name)}`)
  ];
}

// src/rules/add-stored-generated-column.ts
var rule11 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A new column is computed and stored",
    why: "`GENERATED ALWAYS AS (...) STORED` computes a value for each row that is there, so PostgreSQL stores the table and all its indexes anew. Nobody reads or writes it until that is done.",
    fix: "From PostgreSQL 18 on make it `VIRTUAL`: it is computed when it is read, and nothing is stored anew. Before, add a plain column, let a trigger compute it, and fill the rows that are there in batches.",
    severity: "error",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE orders (id bigint PRIMARY KEY, price integer, amount integer)",
      bad: `def upgrade():
    op.add_column("orders", sa.Column("total", sa.Integer(), sa.Computed("price * amount", persisted=True)))

def downgrade():
    op.drop_column("orders", "total")`,
      good: `def upgrade():
    op.add_column("orders", sa.Column("total", sa.Integer()))
    op.execute("CREATE FUNCTION orders_total() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.total := NEW.price * NEW.amount; RETURN NEW; END $$")
    op.execute("CREATE TRIGGER orders_total BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION orders_total()")

def downgrade():
    op.execute("DROP TRIGGER orders_total ON orders")
    op.execute("DROP FUNCTION orders_total()")
    op.drop_column("orders", "total")`
    }
  },
  messages: {
    rewrites: (data) => ({
      message: `Adding ${shownColumn(data.table, data.column.name)} as a stored computed column stores ${shownRelation(data.table)} and its indexes anew, and nobody can read or write it until that is done.`,
      help: data.hasVirtual ? virtual(data) : byTrigger(data)
    })
  },
  check(subject, tell) {
    for (const { change: change3, table } of columnsStoredAnew(subject, tell, "computed")) {
      const { column } = change3;
      const generated = columnFact(subject, "after", [table, column.name], "generated");
      const type = columnFact(subject, "after", [table, column.name], "type") ?? "<type>";
      tell.report(
        "rewrites",
        {
          table,
          column,
          type,
          expression: generated?.replace(/ stored$/, "") ?? "(<expression>)",
          hasVirtual: (subject.facts.server?.major ?? 0) >= firstVirtual
        },
        whereOf(subject, {
          about: shownColumn(table, column.name),
          table
        })
      );
    }
  }
});
var firstVirtual = 18;
var virtual = ({ table, column, type, expression }) => `Let it be computed when it is read:${code(
  alterTable(
    table,
    `ADD COLUMN ${quoteIdent(column.name)} ${type} GENERATED ALWAYS AS ${bracketed(expression)} VIRTUAL`
  )
)}`;
function byTrigger({ table, column, expression }) {
  const line = column.type ? [addColumn2(table, column.name, column.type)] : [];
  return `Add a plain column that a trigger computes for rows to come:${code(...line, ...computeLines(table, column.name, expression))}
Then fill the rows that are there, in a revision of its own:${code(...fillLines(table, column.name, expression, `${quoteIdent(column.name)} IS DISTINCT FROM ${expression}`))}`;
}
var bracketed = (expression) => expression.startsWith("(") ? expression : `(${expression})`;

// src/rules/support/unique-already.ts
function isUniqueAlready(subject, table, columns) {
  const before3 = tablesOf(tripOf(subject)?.schema?.before ?? []).get(tableKey(table));
  return (before3?.indexes ?? []).some((part) => {
    const old = indexOf(part);
    return old?.unique === true && !old.where && textOf(part, "valid") === "yes" && old.columns.every((column) => column !== void 0 && columns.includes(column));
  });
}

// src/rules/add-unique-constraint.ts
var rule12 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A unique constraint builds its index while the table is locked",
    why: "`ADD UNIQUE` builds an index under ACCESS EXCLUSIVE: until the transaction ends nobody reads or writes the table. It fails where two rows have the same values.",
    fix: "Build a unique index `CONCURRENTLY` in an `autocommit_block`, and make a constraint of it with `USING INDEX`, which takes a moment.",
    severity: "warning",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY, email text)",
      bad: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.create_unique_constraint("uq_users_email", "users", ["email"])

def downgrade():
    op.drop_constraint("uq_users_email", "users")`,
      good: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS uq_users_email")
        op.create_index("uq_users_email", "users", ["email"], unique=True, postgresql_concurrently=True)
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.execute("ALTER TABLE users ADD CONSTRAINT uq_users_email UNIQUE USING INDEX uq_users_email")

def downgrade():
    op.drop_constraint("uq_users_email", "users")`
    }
  },
  messages: {
    built: ({ name, table, columns, mayFail, lines }) => ({
      message: `Adding the unique constraint ${name} builds an index of ${table}, and until the transaction ends nobody reads or writes ${table}.${mayFail ? ` It fails where two rows have the same ${columns}.` : ""}`,
      help: `Build the index first, while everybody goes on, and make the constraint of it, in a revision of its own:${code(...lines)}`
    })
  },
  check(subject, { report, notChecked }) {
    for (const added of addsConstraint(subject, "unique")) {
      const { usingIndex, columns } = added.constraint;
      if (usingIndex !== void 0 || !seen(subject, "ADD UNIQUE", ["locks"], notChecked)) continue;
      const table = oldTable(subject, added.table, notChecked);
      if (!table) continue;
      report(
        "built",
        {
          name: constraintName(added),
          table: shownRelation(table),
          columns: columns.join(", "),
          mayFail: !isUniqueAlready(subject, table, columns),
          lines: instead2(added, spelled2(table))
        },
        whereOf(subject, { about: `${shownRelation(table)} ${constraintName(added)}`, table })
      );
    }
  }
});
function instead2(added, table) {
  const name = constraintName(added);
  const spelledName = quoteIdent(name);
  return [
    ...autocommitted(uniqueConcurrently(name, added.table, added.constraint.columns)),
    execute(`ALTER TABLE ${table} ADD CONSTRAINT ${spelledName} UNIQUE USING INDEX ${spelledName}`)
  ];
}

// src/rules/alter-collation.ts
var rule13 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A change of collation builds indexes anew",
    why: "Another collation is another order, so PostgreSQL builds every index that the column is in anew. Nobody reads or writes the table until that is done. Queries that sort by the column give another order from then on.",
    fix: "Leave the column as it is, make an index with the new collation `CONCURRENTLY`, and name the collation in the queries that want it.",
    severity: "warning",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY, name text); CREATE INDEX users_name ON users (name)",
      bad: `def upgrade():
    op.alter_column("users", "name", type_=sa.Text(collation="C"))

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS users_name_c")
        op.create_index("users_name_c", "users", [sa.text('name COLLATE "C"')], postgresql_concurrently=True)

def downgrade():
    with op.get_context().autocommit_block():
        op.drop_index("users_name_c", "users", postgresql_concurrently=True, if_exists=True)`
    }
  },
  messages: {
    rebuilds: ({ table, column, indexes, collation }) => ({
      message: `Changing the collation of ${shownColumn(table, column)} builds ${list(indexes.map(shownRelation))} anew, and nobody can read or write ${shownRelation(table)} until that is done.`,
      help: `Leave the column as it is, and give the new order an index of its own:${code(
        ...autocommitted(indexFor(table, column, collation))
      )}
Queries that want it say so:${code(orderBy(table, column, collation))}`
    })
  },
  check(subject, tell) {
    const altered = alteredTables(subject, tell, "alter column type", {
      needs: ["rewritten"],
      only: ({ collation }) => collation !== void 0
    });
    for (const { table, change: change3, trace } of altered) {
      const { column, collation } = change3;
      const indexes = rebuilt(trace);
      if (!collation || indexes.length === 0 || storedAnew(trace)) continue;
      tell.report(
        "rebuilds",
        { table, column, indexes, collation },
        whereOf(subject, { about: shownColumn(table, column), table })
      );
    }
  }
});
var collate = (column, { name }) => `${quoteIdent(column)} COLLATE ${quoteIdent(name)}`;
function indexFor(table, column, collation) {
  const name = `${table.name}_${column}_${collation.name.toLowerCase()}`;
  return [
    dropFirst(name, { ...inSchema(table), name: table.name }),
    execute(
      `CREATE INDEX CONCURRENTLY ${quoteIdent(name)} ON ${spelled2(table)} (${collate(column, collation)})`
    )
  ];
}
var orderBy = (table, column, collation) => `SELECT * FROM ${spelled2(table)} ORDER BY ${collate(column, collation)}`;

// src/rules/alter-type-checked-column.ts
var rule14 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A change of type checks a constraint of all rows again",
    why: "The change stores nothing anew, but the column is in a CHECK or a foreign key, and PostgreSQL reads the table from end to end to check it again. Nobody reads or writes it until that is done.",
    fix: "Drop the constraint, change the type, and add the constraint again as NOT VALID in one revision, which takes no time; validate it in the next, which lets everybody read and write.",
    severity: "warning",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50) CONSTRAINT users_name_check CHECK (name <> ''))",
      bad: `def upgrade():
    op.alter_column("users", "name", type_=sa.String(100))

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    op.drop_constraint("users_name_check", "users")
    op.alter_column("users", "name", type_=sa.String(100))
    op.create_check_constraint("users_name_check", "users", "name <> ''", postgresql_not_valid=True)

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`
    }
  },
  messages: {
    checks: ({ table, column, constraints }) => ({
      message: `Changing the type of ${shownColumn(table, column)} reads ${shownRelation(table)} from end to end to check ${constraints.length > 0 ? list(constraints.map(({ name }) => name)) : "its constraints"} again, and nobody can read or write it until that is done.`,
      help: `Let the constraint rest meanwhile:${code(
        ...constraints.map(({ name }) => alterTable(table, `DROP CONSTRAINT ${quoteIdent(name)}`)),
        "# here the change of type",
        ...constraints.map(
          (part) => alterTable(
            table,
            `ADD CONSTRAINT ${quoteIdent(part.name)} ${textOf(part, "definition") ?? ""} NOT VALID`
          )
        )
      )}
Validate it in the next revision:${code(...constraints.map(({ name }) => alterTable(table, `VALIDATE CONSTRAINT ${quoteIdent(name)}`)))}`
    })
  },
  check(subject, tell) {
    const changes = alteredTables(subject, tell, "alter column type", { needs: ["rewritten", "scanned"] });
    for (const { table, change: change3, trace } of changes) {
      const isTold = storedAnew(trace) || rebuilt(trace).length > 0;
      if (isTold || !wasRead(trace, table)) continue;
      tell.report(
        "checks",
        { table, column: change3.column, constraints: checkedFor(subject, table, change3.column) },
        whereOf(subject, {
          about: shownColumn(table, change3.column),
          table
        })
      );
    }
  }
});
var checkedFor = (subject, table, column) => (tableAt(subject, "before", table)?.constraints ?? []).filter(
  (part) => ["check", "foreign key"].includes(constraintOf(part)?.type ?? "") && constraintColumns(part).includes(column)
);

// src/rules/support/read-type.ts
function readType(printed) {
  const [command] = commandsOf(`ALTER TABLE t ADD COLUMN c ${printed}`);
  const [action] = command ? actionsOf(command) : [];
  return action?.does === "add column" ? action.column.type : void 0;
}

// src/rules/support/type-loss.ts
function lossBetween(from, to) {
  if (from.array !== to.array || from.schema !== void 0 || to.schema !== void 0) return void 0;
  for (const judge of judges) {
    const loss = judge(from, to);
    if (loss) return loss;
  }
  return void 0;
}
var integers = {
  int2: 32767n,
  int4: 2147483647n,
  int8: 9223372036854775807n
};
var smallerInteger = (from, to) => {
  const [most2, room] = [integers[from.name], integers[to.name]];
  if (most2 === void 0 || room === void 0 || room >= most2) return void 0;
  return {
    does: "rejects",
    what: `outside ${-room - 1n} to ${room}`,
    test: `$ NOT BETWEEN ${-room - 1n} AND ${room}`
  };
};
var strings = /* @__PURE__ */ new Set(["text", "varchar", "bpchar"]);
var roomOf = ({ modifiers: [length] }) => length ?? Number.POSITIVE_INFINITY;
var shorterString = (from, to) => strings.has(from.name) && strings.has(to.name) && roomOf(to) < roomOf(from) ? {
  does: "rejects",
  what: `longer than ${roomOf(to)} characters`,
  test: `char_length($) > ${roomOf(to)}`
} : void 0;
var digits = ({ modifiers: [precision, scale = 0] }) => precision === void 0 ? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] : [precision - scale, scale];
var fewerDigits = (from, to) => {
  if (from.name !== "numeric" || to.name !== "numeric") return void 0;
  const [[whole, behind], [wholeRoom, room]] = [digits(from), digits(to)];
  if (wholeRoom < whole)
    return {
      does: "rejects",
      what: `with more than ${wholeRoom} digits before the point`,
      test: `abs($) >= 1e${wholeRoom}`
    };
  return room < behind ? rounded(room) : void 0;
};
var rounded = (scale) => ({
  does: "changes",
  what: scale === 0 ? "that are not whole" : `with more than ${scale} digits behind the point`,
  test: `$ <> round($, ${scale})`
});
var coarser = [
  [["numeric"], ["int2", "int4", "int8"], "that are not whole"],
  [["float4", "float8"], ["int2", "int4", "int8"], "that are not whole"],
  [["float8"], ["float4"], "with more than six digits"],
  [["timestamp", "timestamptz"], ["date"], "with a time of day"],
  [["timestamp", "timestamptz"], ["time"], "with a date"]
];
var coarserValue = (from, to) => {
  const found = coarser.find(([one2, other]) => one2.includes(from.name) && other.includes(to.name));
  return found && { does: "changes", what: found[2] };
};
var readFromText = /* @__PURE__ */ new Set([
  ...Object.keys(integers),
  ...["numeric", "float4", "float8", "bool", "date", "time", "timestamp", "timestamptz", "interval"],
  ...["uuid", "json", "jsonb", "inet"]
]);
var parsed = (from, to) => strings.has(from.name) && readFromText.has(to.name) ? { does: "rejects", what: `that are no ${to.name}` } : void 0;
var judges = [smallerInteger, shorterString, fewerDigits, coarserValue, parsed];

// src/rules/support/type-change.ts
function lossOf(subject, { change: change3, table }) {
  const from = columnFact(subject, "before", [table, change3.column], "type");
  const type = from === void 0 ? void 0 : readType(from);
  const loss = type && lossBetween(type, change3.type);
  return from !== void 0 && loss ? { from, loss } : void 0;
}

// src/rules/alter-type-lossy.ts
var rule15 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A change of type has no room for all values",
    why: "The new type cannot hold every value of the old one. One row with such a value makes the command fail, or loses a part of it without a word, and no downgrade brings that back. It passes here because no such row is there. The table is stored anew as well: nobody reads or writes it until that is done.",
    fix: "Count the rows first. Where the aim is that values stay small, keep the type and add a CHECK that is NOT VALID at first and validated in a later revision.",
    severity: "error",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY, name varchar(100))",
      bad: `def upgrade():
    op.alter_column("users", "name", type_=sa.String(20))

def downgrade():
    op.alter_column("users", "name", type_=sa.String(100))`,
      good: `def upgrade():
    op.create_check_constraint("users_name_check", "users", "char_length(name) <= 20", postgresql_not_valid=True)

def downgrade():
    op.drop_constraint("users_name_check", "users")`
    }
  },
  messages: {
    loses: (data) => ({
      message: `${shownColumn(data.table, data.column)} is ${data.from}, and the new type has no room for values ${data.loss.what}: ${outcome(data)}. ${shownRelation(data.table)} is stored anew as well, and nobody can read or write it until that is done.`,
      help: advice2(data)
    })
  },
  check(subject, tell) {
    for (const altered of alteredTables(subject, tell, "alter column type", { needs: ["rewritten"] })) {
      const { table, change: change3, trace } = altered;
      const lossy = lossOf(subject, altered);
      if (!lossy || !storedAnew(trace)) continue;
      tell.report(
        "loses",
        { table, column: change3.column, ...lossy, isConverted: change3.using !== void 0 },
        whereOf(subject, {
          about: shownColumn(table, change3.column),
          table
        })
      );
    }
  }
});
function outcome({ loss, isConverted }) {
  if (loss.does === "changes") return "they become other values, and no downgrade brings them back";
  return isConverted ? "they make the command fail, or become what its USING makes of them" : "one of them makes the command fail";
}
function advice2({ table, column, loss: { test } }) {
  const name = quoteIdent(column);
  if (test === void 0)
    return `Look at the rows in production first. Where some would lose something, make a column of the new type beside ${column}, decide row by row, and drop ${column} in a later release.`;
  const bad = test.replaceAll("$", name);
  const check2 = quoteIdent(`${table.name}_${column}_check`);
  return [
    `Count the rows in production first:${code(`SELECT count(*) FROM ${spelled2(table)} WHERE ${bad}`)}`,
    `Where values only have to stay small from now on, keep the type:${code(alterTable(table, `ADD CONSTRAINT ${check2} CHECK (NOT (${bad})) NOT VALID`))}`,
    `And when all rows do, in a later revision:${code(alterTable(table, `VALIDATE CONSTRAINT ${check2}`))}`
  ].join("\n");
}

// src/rules/support/time-zone.ts
var kinds = /^timestamp(?:\(\d\))? (?:without|with) time zone$/;
function dependsOnZone(subject, { from, type, isConverted }) {
  if (isConverted || from === void 0 || !kinds.test(from)) return false;
  const other = from.includes("without") ? "timestamptz" : "timestamp";
  return type.schema === void 0 && type.name === other && !setsZone(subject);
}
var setsZone = ({ earlier }) => earlier.flatMap(({ sql }) => commandsOf(sql)).flatMap((command) => actionsOf(command)).some((action) => action.does === "set" && action.name === "timezone");
var inUtc = `Where the values are times in UTC, say so, and the rows stay as they are whoever migrates:${code(`op.execute("SET LOCAL timezone = 'UTC'")`)}`;

// src/rules/support/using.ts
var unfit = /(?<!:):(?![:=])|\$\$/;
function usingOf(command, table) {
  const written3 = /\sUSING\s+(.+)$/is.exec(command.text)?.[1]?.trim();
  if (written3 === void 0 || actionsOf(command).length !== 1) return void 0;
  const namesTable = new RegExp(`\\b${inRegExp(table)}"?\\s*\\.`).test(written3);
  const isOneLine = !/'[^']*\n/.test(written3);
  return namesTable || unfit.test(written3) || !isOneLine ? void 0 : written3.replace(/\s+/g, " ");
}

// src/rules/alter-type-rewrite.ts
var rule16 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A change of type stores the table anew",
    why: "Where the new type keeps its values in another way than the old one, PostgreSQL stores the table and all its indexes anew. Nobody reads or writes it until that is done. Where only indexes order their values otherwise, they alone are built anew (a warning). A longer `varchar`, `varchar` to `text` and a `numeric` with more digits change nothing that is stored, and nothing is reported. Whether a change between `timestamp` and `timestamptz` does, is for the TimeZone of the session to decide (a notice).",
    fix: "Add a column of the new type, let a trigger fill it for rows to come, fill the rows that are there in batches, let the code use it, and drop the old one in a later release.",
    severity: "error",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE events (id bigint PRIMARY KEY, number integer)",
      bad: `def upgrade():
    op.alter_column("events", "number", type_=sa.BigInteger())

def downgrade():
    op.alter_column("events", "number", type_=sa.Integer())`,
      good: `def upgrade():
    op.add_column("events", sa.Column("number_new", sa.BigInteger()))
    op.execute("CREATE FUNCTION events_number_new() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.number_new := NEW.number; RETURN NEW; END $$")
    op.execute("CREATE TRIGGER events_number_new BEFORE INSERT OR UPDATE ON events FOR EACH ROW EXECUTE FUNCTION events_number_new()")

def downgrade():
    op.execute("DROP TRIGGER events_number_new ON events")
    op.execute("DROP FUNCTION events_number_new()")
    op.drop_column("events", "number_new")`
    }
  },
  messages: {
    rewrites: (data) => ({
      message: `Changing the type of ${shownColumn(data.table, data.column)}${wasOf(data)} stores ${shownRelation(data.table)} and its indexes anew, and nobody can read or write it until that is done.`,
      help: expand(data)
    }),
    rebuilds: (data) => ({
      message: `Changing the type of ${shownColumn(data.table, data.column)}${wasOf(data)} builds ${list(data.indexes.map(shownRelation))} anew, and nobody can read or write ${shownRelation(data.table)} until that is done.${data.isZoned ? ` Where the TimeZone of the session is not UTC, it stores all of ${shownRelation(data.table)} anew.` : ""}`,
      help: data.isZoned ? `${inUtc}
${expand(data)}` : expand(data)
    }),
    zoned: (data) => ({
      message: `Changing the type of ${shownColumn(data.table, data.column)}${wasOf(data)} stores nothing anew in this session, whose TimeZone is UTC. In one with another TimeZone it takes the values for times of that zone and stores ${shownRelation(data.table)} and its indexes anew, and nobody can read or write it until that is done.`,
      help: inUtc
    })
  },
  check(subject, tell) {
    for (const altered of alteredTables(subject, tell, "alter column type", { needs: ["rewritten"] })) {
      const { table, change: change3, trace } = altered;
      if (lossOf(subject, altered)) continue;
      const data = dataOf(subject, altered);
      const where = whereOf(subject, {
        about: shownColumn(table, change3.column),
        table
      });
      const indexes = rebuilt(trace);
      if (storedAnew(trace)) tell.report("rewrites", data, where);
      else if (indexes.length > 0 && !change3.collation)
        tell.report(
          "rebuilds",
          { ...data, indexes, isZoned: dependsOnZone(subject, data) },
          { ...where, severity: "warning" }
        );
      else if (dependsOnZone(subject, data)) tell.report("zoned", data, { ...where, severity: "notice" });
    }
  }
});
var dataOf = (subject, { table, change: change3 }) => ({
  table,
  column: change3.column,
  from: columnFact(subject, "before", [table, change3.column], "type"),
  type: change3.type,
  isConverted: change3.using !== void 0,
  value: change3.using ? usingOf(subject.command, table.name) ?? "<what follows USING>" : quoteIdent(change3.column)
});
var wasOf = ({ from }) => from === void 0 ? "" : `, which is ${from},`;
function expand({ table, column, type, value }) {
  const beside = `${column}_new`;
  const open = `${quoteIdent(beside)} IS NULL AND ${quoteIdent(column)} IS NOT NULL`;
  return [
    `Make a column beside it, which follows it:${code(addColumn2(table, beside, type), ...computeLines(table, beside, value))}`,
    `In the next revision fill the rows that are there:${code(...fillLines(table, beside, value, open))}`,
    `Then let the code use ${beside}, and drop ${column} in a later release.`
  ].join("\n");
}

// src/rules/app-code-in-migration.ts
var rule17 = defineRule({
  subject: "revision",
  needs: [],
  meta: {
    title: "A revision uses code or settings of the application",
    why: "A revision says what was done at one moment, and is run for years. The application goes on: a model gets a column that the table does not have yet when this revision runs, a module is moved, a setting has another value in production than here. Then the history no longer runs from its beginning, or makes another schema in each place.",
    fix: 'Write into the revision what it needs: a table as `sa.table("users", sa.column("name"))`, a type as the type it is, a value as the value it has today.',
    severity: "warning",
    since: "0.1.0",
    examples: {
      before: `CREATE TABLE users (id bigint PRIMARY KEY, plan text)`,
      bad: `from sqlalchemy.orm import Session
from shop.models import User

def upgrade():
    Session(op.get_bind()).query(User).filter(User.id == 1).update({User.plan: "free"})

def downgrade():
    pass`,
      good: `users = sa.table("users", sa.column("id"), sa.column("plan"))

def upgrade():
    op.execute(users.update().where(users.c.id == 1).values(plan="free"))

def downgrade():
    pass`
    }
  },
  messages: {
    imports: ({ name, parts }) => ({
      message: `This revision imports ${parts.length === 0 ? name : `${list(parts)} from ${name}`}, which is code of the application. When that changes, the revision fails, or does something else than it did where it has run already.`,
      help: isModel.test(name) ? `Write into the revision what it needs of it. A table for changes of rows:${code('users = sa.table("users", sa.column("id"), sa.column("name"))', 'op.execute(users.update().values(name="..."))')}` : "Write into the revision what it needs of it: the value as it is today, the type as what it stands for."
    }),
    environment: ({ name }) => ({
      message: `What this revision does depends on ${name}: each place that it runs in may get another schema or other rows.`,
      help: "Write the value into the revision. What differs from place to place belongs in the configuration of the application, not in its schema."
    })
  },
  check({ revision }, { report, notChecked }) {
    if (!revision.reliances) return notChecked("nobody has looked at what its file imports");
    for (const reliance of revision.reliances) {
      const where = { place: reliance.place, about: reliance.name };
      if (reliance.on === "application")
        report("imports", reliance, { ...where, ...changesOften(reliance) ? {} : { severity: "notice" } });
      if (reliance.on === "environment") report("environment", reliance, { ...where, severity: "notice" });
    }
  }
});
var isModel = /(?:^|[._])models?(?:$|[._])/i;
var isSettings = /(?:^|[._])(?:settings?|config)(?:$|[._])/i;
var changesOften = ({ name }) => isModel.test(name) || isSettings.test(name);

// src/rules/attach-partition-scan.ts
var rule18 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A table is read from end to end to become a partition",
    why: "PostgreSQL looks at every row to see whether it belongs into the partition. Meanwhile nobody reads or writes the table.",
    fix: "Say first by a constraint that all rows belong there: `CHECK (...) NOT VALID`, validated in a transaction of its own. Then no row is read, and the constraint can go.",
    severity: "warning",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: `CREATE TABLE events (day date NOT NULL) PARTITION BY RANGE (day); CREATE TABLE events_2024 (day date NOT NULL); CREATE TABLE events_2025 (day date NOT NULL, CONSTRAINT fits CHECK (day >= '2025-01-01' AND day < '2026-01-01'))`,
      bad: `def upgrade():
    op.execute("ALTER TABLE events ATTACH PARTITION events_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    # It has been validated: CHECK (day >= '2025-01-01' AND day < '2026-01-01')
    op.execute("ALTER TABLE events ATTACH PARTITION events_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`
    }
  },
  messages: {
    reads: ({ table }) => ({
      message: `Nobody reads or writes ${table} while every row of it is looked at to become a partition.`,
      help: `Say first, each in a transaction of its own, that all rows belong there:${code(
        `ALTER TABLE ${table} ADD CONSTRAINT ${table.replaceAll(".", "_")}_fits CHECK (<column> >= ... AND <column> < ...) NOT VALID;`,
        `ALTER TABLE ${table} VALIDATE CONSTRAINT ${table.replaceAll(".", "_")}_fits;`
      )}`
    })
  },
  check(subject, { report, notChecked }) {
    for (const { partition: partition2 } of actionsIn(subject, "attach partition")) {
      const trace = seen(subject, "ATTACH PARTITION", ["scanned"], notChecked);
      const table = trace?.scanned.map(({ relation }) => relation).find((relation) => isCalled(relation, partition2) && subject.isOld(relation));
      if (!table) continue;
      report(
        "reads",
        { table: shownRelation(table) },
        whereOf(subject, { about: shownRelation(table), table })
      );
    }
  }
});

// src/rules/autovacuum-disabled.ts
var rule19 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "Autovacuum is off for a table",
    why: "Nothing clears dead rows away any more and nothing keeps the statistics of the planner: the table grows and its queries get slower, until the server vacuums it by force to save its transaction ids, at the worst time.",
    fix: "Leave autovacuum on. For a large backfill make it wait less or work more with `autovacuum_vacuum_scale_factor`, or switch it on again in the same change.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE events (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    op.execute("ALTER TABLE events SET (autovacuum_enabled = false)")

def downgrade():
    op.execute("ALTER TABLE events RESET (autovacuum_enabled)")`,
      good: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '1s'")
    op.execute("ALTER TABLE events SET (autovacuum_vacuum_scale_factor = 0.01)")

def downgrade():
    op.execute("ALTER TABLE events RESET (autovacuum_vacuum_scale_factor)")`
    }
  },
  messages: {
    off: ({ table, toast }) => ({
      message: `Autovacuum stays off for ${toast ? "the TOAST table of " : ""}${table}: dead rows are never cleared away, and the table grows until the server vacuums it by force.`,
      help: `Switch it on again:${code(`op.execute("ALTER TABLE ${table.replaceAll('"', '\\"')} RESET (${toast ? "toast." : ""}autovacuum_enabled)")`)}`
    })
  },
  check(subject, { report }) {
    for (const { before: before3, after, last: last2 } of touchedTables(subject)) {
      for (const fact of ["storage parameters", "toast parameters"]) {
        if (!isOff(after, fact) || !isOff(last2, fact) || isOff(before3, fact)) continue;
        const toast = fact === "toast parameters";
        report(
          "off",
          { table: after.shown, toast },
          {
            ...doneAt(
              subject,
              (command) => concerns(after)(command) && command.text.includes("autovacuum_enabled")
            ),
            about: `${after.shown} ${fact}`,
            table: after
          }
        );
      }
    }
  }
});
var off = /^autovacuum_enabled=(?:f|fa|fal|fals|false|n|no|of|off|0)$/i;
var isOff = (table, fact) => [table?.facts[fact] ?? []].flat().some((one2) => off.test(one2));

// src/rules/backfill-without-analyze.ts
var large = 1e6;
var rule20 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A large table is filled, and not analysed",
    why: "Until autovacuum comes by, the planner takes the column for what it was before the backfill, and may choose plans that are slow by orders of magnitude. Reported only of tables that have a million rows or more by the statistics of production (`--table-stats`).",
    fix: "End the revision with `ANALYZE` of the table.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      rows: { users: 2e6 },
      before: "CREATE TABLE users (id bigint PRIMARY KEY, plan text)",
      bad: `def upgrade():
    op.execute("UPDATE users SET plan = 'free' WHERE ctid = ANY (ARRAY(SELECT ctid FROM users WHERE plan IS NULL LIMIT 5000))")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    op.execute("UPDATE users SET plan = 'free' WHERE ctid = ANY (ARRAY(SELECT ctid FROM users WHERE plan IS NULL LIMIT 5000))")
    op.execute("ANALYZE users")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`
    }
  },
  messages: {
    stale: ({ table, name }) => ({
      message: `Many rows of ${table} are changed, and the planner goes on with what it knew of them before.`,
      help: `End the revision with:${code(`op.execute(${py(`ANALYZE ${name}`)})`)}`
    })
  },
  check(subject, { report, notChecked }) {
    const table = tableFilled(subject, notChecked);
    if (!table || !mayBeLarge(subject, table) || isFollowedUp(subject, table)) return;
    report(
      "stale",
      { table: shownRelation(table), name: spelled2(table) },
      whereOf(subject, { about: shownRelation(table), table })
    );
  }
});
function tableFilled(subject, notChecked) {
  const updated = actionsIn(subject, "update").filter(({ table }) => mayBeLarge(subject, table));
  const trace = updated.length > 0 ? seen(subject, "UPDATE", ["scanned"], notChecked) : void 0;
  return updated.flatMap(({ table }) => oldTable(subject, table, notChecked) ?? []).find((table) => trace && scanOf(trace, table));
}
var mayBeLarge = ({ facts }, table) => (facts.tableSizes ?? []).some((size) => isCalled(size, table) && (size.rows ?? 0) >= large);
function isFollowedUp({ move, statement: statement2 }, table) {
  const later = move.statements.slice(move.statements.indexOf(statement2) + 1);
  return later.some(
    ({ sql }) => commandsOf(sql).some((command) => updates(command, table) || analyses(command, table))
  );
}
var updates = (command, table) => actionsIn({ command }, "update").some((write3) => isCalled(table, write3.table));
function analyses(command, table) {
  if (command.kind !== "VacuumStmt") return false;
  return actionsOf(command).some(
    (action) => (action.does === "analyze" || isOn(command.node.options, "analyze")) && "tables" in action && (action.tables.length === 0 || action.tables.some((name) => isCalled(table, name)))
  );
}

// src/rules/support/directives.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var keywords = { irreversible: "<reason>", ignore: "[rule] <reason>" };
var written2 = (keyword) => `# migrate-check: ${keyword}${keyword === "ignore" ? "" : " "}${keywords[keyword]}`;
function meant({ keyword }) {
  return nearest(keyword.toLowerCase(), Object.keys(keywords));
}
function nearest(word2, known5) {
  const far = (one2) => (0, import_fastest_levenshtein.distance)(one2, word2);
  return known5.filter((one2) => far(one2) <= Math.min(3, Math.floor(one2.length / 3))).toSorted((a, b) => far(a) - far(b))[0];
}
function declaredIrreversible({ directives }) {
  return directives.find((directive) => meant(directive) === "irreversible");
}
function readIgnore({
  keyword,
  text
}) {
  if (keyword !== "ignore") return void 0;
  const [, inside = "", rest = text] = /^\[([^\]]*)\](.*)$/s.exec(text) ?? [];
  const rules2 = inside.split(",").map((rule137) => rule137.trim()).filter((rule137) => rule137 !== "");
  return { rules: rules2, reason: reasonIn(rest) };
}
function reasonIn(words4) {
  const reason = words4.replace(/^[\s:–—-]+/, "").trim();
  return new RegExp("\\p{L}", "u").test(reason) ? reason : "";
}

// src/rules/bad-directive.ts
var rule21 = defineRule({
  subject: "revision",
  needs: [],
  meta: {
    title: "A comment for migrate-check that says nothing",
    why: "A comment that begins with `# migrate-check:` has a word that is not known, declares a revision irreversible without the reason, lets something pass without saying which rule, or stands where there is nothing that it could be about. Whoever reads it later cannot tell what it does, and it does nothing.",
    fix: "Write `# migrate-check: irreversible <reason>` or `# migrate-check: ignore[rule] <reason>`, with a reason that a colleague would accept: beside a statement, or alone on the line above a statement, a function or the whole file.",
    severity: "error",
    final: true,
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.create_table("tags", sa.Column("id", sa.BigInteger(), primary_key=True))

def downgrade():
    # migrate-check: irreversable the old tags are not kept
    raise NotImplementedError`,
      good: `def upgrade():
    op.create_table("tags", sa.Column("id", sa.BigInteger(), primary_key=True))

def downgrade():
    # migrate-check: irreversible the old tags are not kept
    raise NotImplementedError`
    }
  },
  messages: {
    unknown: ({
      revision,
      keyword,
      nearest: nearest3
    }) => ({
      message: `${revision} has a comment "# migrate-check: ${keyword}", and ${keyword} is not a word that migrate-check knows${nearest3 === void 0 ? "" : `; ${nearest3} is near`}.`,
      help: nearest3 === void 0 ? `It knows: ${Object.keys(keywords).join(", ")}.` : `Write:${code(written2(nearest3))}`
    }),
    reasonless: ({ revision }) => ({
      message: `${revision} is declared irreversible without the reason.`,
      help: `Say why, for whoever reads it later:${code(written2("irreversible"))}`
    }),
    ruleless: ({ revision }) => ({
      message: `${revision} has a comment "# migrate-check: ignore" that names no rule, and it lets nothing pass.`,
      help: `Name the rules that it is about, in brackets:${code(written2("ignore"))}`
    }),
    astray: ({ revision }) => ({
      message: `${revision} has a comment "# migrate-check: ignore" that is about nothing: below it is an empty line, or the end of the file.`,
      help: "Put it beside the statement that it is about, or on the line right above the statement or the function. For the whole file it stands above the first statement, imports included."
    })
  },
  check({ revision }, { report }) {
    for (const directive of revision.directives) {
      const { keyword, text, place, covers: covers2 } = directive;
      const nearest3 = meant(directive);
      const ignore2 = readIgnore(directive);
      const named5 = { revision: called(revision) };
      if (keyword !== nearest3) report("unknown", { ...named5, keyword, nearest: nearest3 }, { place, about: keyword });
      else if (keyword === "irreversible" && text === "")
        report("reasonless", named5, { place, about: keyword });
      else if (ignore2?.rules.length === 0) report("ruleless", named5, { place, about: text });
      else if (ignore2 && !covers2) report("astray", named5, { place, about: text });
    }
  }
});

// src/rules/support/made-columns.ts
function madeColumns(subject) {
  return touchedTables(subject).flatMap(
    ({ before: before3, after, last: last2 }) => after.columns.filter(({ name }) => !has(before3, name) && has(last2, name)).map((column) => ({
      table: after,
      column,
      type: textOf(column, "type") ?? "",
      shown: `${after.shown}.${column.name}`,
      where: () => ({
        ...madeAt(subject, after, column),
        about: `${after.shown}.${column.name}`,
        table: after
      })
    }))
  );
}
var has = (table, name) => table?.columns.some((column) => column.name === name) ?? false;
var madeAt = (subject, table, { name }) => doneAt(
  subject,
  doing(
    (action) => action.does === "add column" && isNamed(table, action.table) && action.column.name === name
  ),
  doing((action) => action.does === "create table" && isNamed(table, action.table))
);

// src/rules/support/types.ts
var shortType = (type) => type.replace("character varying", "varchar").replace(/timestamp(\(\d\))? with time zone/, "timestamptz$1").replace(/timestamp(\(\d\))? without time zone/, "timestamp$1");

// src/rules/ban-char-money.ts
var rule22 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "A type that surprises: char(n), money, timestamp(0)",
    why: "A `char(n)` is filled up with blanks that some operators see and some do not; `money` is spelled by a setting of the server; `timestamp(0)` rounds to the next second, which can be in the future.",
    fix: "Use `text`, `numeric`, and a `timestamptz` with its fractions.",
    severity: "notice",
    preset: "style",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.create_table("users", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True), sa.Column("code", sa.CHAR(3)))

def downgrade():
    op.drop_table("users")`,
      good: `def upgrade():
    op.create_table("users", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True), sa.Column("code", sa.Text()))

def downgrade():
    op.drop_table("users")`
    }
  },
  messages: {
    found: ({ column, type }) => ({
      message: `${column} is ${type}, a type that surprises.`,
      help: "Use sa.Text() for char(n), sa.Numeric() for money, and sa.DateTime(timezone=True) for timestamp(0)."
    })
  },
  check(subject, { report }) {
    for (const one2 of madeColumns(subject)) {
      if (!/^(?:character\(|money\b|timestamp\(0\))/.test(one2.type)) continue;
      report("found", { column: one2.shown, type: shortType(one2.type) }, one2.where());
    }
  }
});

// src/rules/support/batch-copy.ts
var prefix = "_alembic_tmp_";
function copiedBy(command) {
  const [made2] = actionsIn({ command }, "create table");
  return made2?.table.name.startsWith(prefix) ? made2.table.name.slice(prefix.length) : void 0;
}
var isCopied = ({ move }, table) => move.statements.some(({ sql }) => commandsOf(sql).some((command) => copiedBy(command) === table));

// src/rules/batch-mode-on-postgres.ts
var rule23 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A table is copied instead of altered",
    why: '`batch_alter_table(recreate="always")` is how SQLite is migrated: Alembic makes a new table, copies all rows, drops the old one and renames the copy. On PostgreSQL that takes as long as the table is large, under a lock that lets nobody read or write, and what Alembic does not reflect is lost with the old table: triggers, policies, grants, comments, constraints without a name.',
    fix: 'Leave `recreate` out: PostgreSQL can alter a table in place, and `"auto"`, the default, does so.',
    severity: "error",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE orders (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    with op.batch_alter_table("orders", recreate="always") as batch:
        batch.add_column(sa.Column("note", sa.Text()))

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    with op.batch_alter_table("orders") as batch:
        batch.add_column(sa.Column("note", sa.Text()))

def downgrade():
    with op.batch_alter_table("orders") as batch:
        batch.drop_column("note")`
    }
  },
  messages: {
    copies: ({ table }) => ({
      message: `This copies all rows of ${table} into a new table and drops the old one, where PostgreSQL could alter it in place; triggers, policies, grants and comments of ${table} go with it.`,
      help: `Leave recreate out:${code(`with op.batch_alter_table(${py(table)}) as batch:`)}`
    })
  },
  check(subject, { report }) {
    const { command } = subject;
    const table = copiedBy(command);
    if (table === void 0) return;
    report("copies", { table }, { place: placeOf(subject), evidence: [ofSql(command.text)], about: table });
  }
});

// src/rules/broken-graph.ts
var import_fastest_levenshtein2 = __toESM(require_mod(), 1);

// src/rules/support/python-lines.ts
var token = /"""(?:\\[\s\S]|[^\\])*?"""|'''(?:\\[\s\S]|[^\\])*?'''|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|#[^\n]*|\\\n|\n|[^\S\n]+|\w+|[\s\S]/g;
function pythonLines(source) {
  const lines = [];
  let [text, line, startLine, depth] = ["", 1, 1, 0];
  let pieces2 = [];
  const end = () => {
    if (pieces2.length > 0) lines.push(lineOf(text, startLine, line, pieces2));
    [text, pieces2, startLine] = ["", [], line + 1];
  };
  for (const [found] of source.matchAll(token)) {
    if (found === "\n" && (depth === 0 || pieces2.length === 0)) {
      end();
      line += 1;
      continue;
    }
    text += found;
    line += found.split("\n").length - 1;
    if (/^\s|^\\\n|^#/.test(found)) continue;
    pieces2.push({ text: found, end: text.length });
    depth += "([{".includes(found) ? 1 : ")]}".includes(found) ? -1 : 0;
  }
  end();
  return lines;
}
var lineOf = (text, startLine, endLine, pieces2) => ({
  startLine,
  endLine,
  indent: /^[^\S\n]*/.exec(text)?.[0] ?? "",
  text,
  pieces: pieces2,
  hasLongLiteral: pieces2.some((piece2) => piece2.text.includes("\n"))
});

// src/rules/support/edits.ts
function replaced({ place, source }, startLine, endLine, after) {
  const before3 = source.split("\n").slice(startLine - 1, endLine);
  return { file: place.file, startLine, endLine, before: before3, after };
}
function bodyOf2(revision, name) {
  const { line, endLine } = revision[name].place ?? {};
  if (line === void 0 || endLine === void 0) return void 0;
  const all2 = pythonLines(revision.source).filter((one2) => one2.endLine >= line && one2.startLine <= endLine);
  const [head2, first, ...rest] = all2;
  if (!head2 || !first) return void 0;
  const { indent } = first;
  return { lines: [first, ...rest], indent, unit: indent.slice(head2.indent.length) };
}
function statementAt(revision, name, { file, line = 0 }) {
  const body = file === revision.place.file ? bodyOf2(revision, name) : void 0;
  const statement2 = body?.lines.find(({ startLine, endLine }) => startLine <= line && line <= endLine);
  if (!body || !statement2 || statement2.indent !== body.indent) return void 0;
  return statement2.pieces.some(({ text }) => text === ";") ? void 0 : { ...body, statement: statement2 };
}
function addedAtEnd(revision, name, lines) {
  const body = bodyOf2(revision, name);
  const last2 = body?.lines.at(-1);
  if (!body || !last2 || lines.length === 0) return void 0;
  const { startLine, endLine } = last2;
  const isIdle = body.lines.length === 1 && ["pass", "..."].includes(codeOf(last2));
  const kept = isIdle ? [] : last2.text.split("\n");
  return replaced(revision, startLine, endLine, [...kept, ...indented(lines, body.indent)]);
}
function addedBefore(revision, name, place, lines) {
  const found = statementAt(revision, name, place);
  if (!found) return void 0;
  const { startLine, endLine, text } = found.statement;
  return replaced(revision, startLine, endLine, [...indented(lines, found.indent), ...text.split("\n")]);
}
var codeOf = ({ pieces: pieces2 }) => pieces2.map(({ text }) => text).join("");
var indented = (lines, by) => lines.map((line) => line === "" ? "" : by + line);

// src/rules/support/revision-text.ts
function writtenRevision(text) {
  const [id] = strings2(assigned2(text, "revision"));
  const parents = assigned2(text, "down_revision");
  return id === void 0 || parents === void 0 ? void 0 : { id, parents: strings2(parents) };
}
var assigned2 = (text, name) => new RegExp(
  String.raw`^${name}(?:\s*:[^=\n]+)?\s*=\s*(None|"[^"\n]*"|'[^'\n]*'|\([^)]*\)|\[[^\]]*\])`,
  "m"
).exec(text)?.[1];
var strings2 = (value = "") => [...value.matchAll(/"([^"\n]*)"|'([^'\n]*)'/g)].map(([, double, single]) => double ?? single ?? "");
function parentsLine({ source, place }) {
  const at = source.split("\n").findIndex((line) => /^down_revision\b/.test(line));
  return at < 0 ? place.line : at + 1;
}
var doesTheSame = (one2, other) => essence(one2) === essence(other);
var piece = /("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|#[^\n]*|\s+/g;
var essence = (text) => text.replace(/^(?:\s|#[^\n]*\n)*(?:"""[\s\S]*?"""|'''[\s\S]*?''')/, "").replaceAll(piece, (_, literal2) => literal2 === void 0 ? "" : inDoubleQuotes(literal2)).replaceAll(/,(?=[)\]}])/g, "");
var inDoubleQuotes = (literal2) => /^'[^'"\\]*'$/.test(literal2) ? `"${literal2.slice(1, -1)}"` : literal2;

// src/rules/support/header-edit.ts
var isOrdinary = (id) => /^[\w-]+$/.test(id);
function onTopOf(revision, parent, other) {
  if (!isOrdinary(parent) || !isOrdinary(other)) return void 0;
  const lines = revision.source.split("\n");
  const variable = lines.findIndex((line) => /^down_revision\b/.test(line));
  const header = lines.findIndex((line, at) => at < variable && /^\s*Revises:/.test(line));
  const quoted2 = new RegExp(`(["'])${parent}\\1`, "g");
  const written3 = lines[variable] ?? "";
  if (written3.match(quoted2)?.length !== 1) return void 0;
  const first = header < 0 ? variable : header;
  const after = lines.slice(first, variable + 1).map((line, at) => {
    if (first + at === variable) return line.replace(quoted2, (_, quote) => quote + other + quote);
    return at === 0 ? line.replace(new RegExp(`(?<![\\w-])${parent}(?![\\w-])`), other) : line;
  });
  return replaced(revision, first + 1, variable + 1, after);
}
function headerField(revision, line, values2) {
  const name = /^\s*[\w ]+:/.exec(revision.source.split("\n")[line - 1] ?? "")?.[0];
  if (name === void 0 || !values2.every(isOrdinary)) return void 0;
  return replaced(revision, line, line, [`${name} ${values2.join(", ")}`.trimEnd()]);
}
function renumbered(own2, other, next) {
  const [mine, theirs] = [writtenRevision(own2.source), writtenRevision(other.source)];
  const [parent, ...more3] = mine?.parents ?? [];
  if (!mine || parent === void 0 || more3.length > 0 || String(theirs?.parents) !== parent)
    return void 0;
  if (!/^\d+$/.test(mine.id) || !isOrdinary(parent)) return void 0;
  const id = String(next).padStart(mine.id.length, "0");
  const lines = own2.source.split("\n");
  const after = lines.map((line) => {
    if (/^\s*Revision ID:/.test(line)) return line.replace(mine.id, id);
    if (/^\s*Revises:/.test(line)) return line.replace(parent, mine.id);
    if (/^revision\b/.test(line)) return line.replace(mine.id, id);
    return /^down_revision\b/.test(line) ? line.replace(parent, mine.id) : line;
  });
  const differing = lines.flatMap((line, at) => line === after[at] ? [] : [at + 1]);
  const [first = 0, last2 = first] = [differing[0], differing.at(-1)];
  return first === 0 ? void 0 : replaced(own2, first, last2, after.slice(first - 1, last2));
}

// src/rules/broken-graph.ts
var messages = {
  "missing-parent": ({
    child,
    parent,
    nearest: nearest3
  }) => ({
    message: `${child} names ${parent} as the revision before it, and there is none: Alembic refuses to load the history.`,
    help: nearest3 === void 0 ? `Add the file of ${parent}, or name the revision that ${child} comes after in down_revision (or depends_on).` : `If ${nearest3} is meant, write:${code(`down_revision = ${py(nearest3)}`)}`
  }),
  "duplicate-id": ({ id, number }) => ({
    message: `${count(number, "file")} say that they are revision ${id}: Alembic takes one of them and leaves the rest out, or refuses.`,
    help: "Give one of them an id of its own, and correct down_revision in the revisions that come after it; or delete the copy."
  }),
  cycle: ({ members }) => ({
    message: `${list(members)} come after one another in a circle: Alembic refuses to load the history.`,
    help: "Correct down_revision in one of them, so that the first names the revision that was there before (or None)."
  })
};
var rule24 = defineRule({
  subject: "project",
  needs: [],
  meta: {
    title: "The revisions do not form a graph",
    why: "A revision names a parent that is not there, two files have the same id, or revisions come after one another in a circle. Alembic then refuses every command, or leaves a revision out.",
    fix: "Correct `revision` or `down_revision` in the file that is named. After a merge of two branches of work the cause is often a file that got lost or was copied.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: `revision = "b2"
down_revision = "a1"  # no file has revision = "a1"`,
      good: `revision = "b2"
down_revision = "a0"`
    }
  },
  messages,
  check({ facts }, tell) {
    const { graph } = facts;
    const hidden = graph.faults.some(({ kind }) => kind === "unloadable");
    for (const fault of graph.faults)
      if (!(hidden && fault.kind === "missing-parent")) tellOf(fault, facts, tell);
  }
});
function tellOf(fault, facts, { report }) {
  if (fault.kind === "missing-parent") {
    const { child, parent, place } = fault;
    report(
      "missing-parent",
      { child, parent, nearest: nearest2(facts.graph, fault) },
      { place, revision: child, about: `${child} ${parent}` }
    );
  } else if (fault.kind === "duplicate-id") {
    const twins = twinsOf(fault, facts);
    const place = twins?.own.place ?? fault.places[0];
    const evidence = fault.places.map((one2) => note(placeText(one2)));
    const edit = twins && renumbered(twins.own, twins.other, nextNumber(facts.graph, fault.id));
    if (place)
      report(
        "duplicate-id",
        { id: fault.id, number: fault.places.length },
        {
          place,
          revision: fault.id,
          about: fault.id,
          evidence,
          // The name of the file keeps its number, which an edit cannot change.
          edit: edit && { ...edit, hides: ["number-prefix"] }
        }
      );
  } else if (fault.kind === "cycle") {
    const [place] = fault.places;
    const evidence = fault.places.map((one2) => note(placeText(one2)));
    if (place)
      report(
        "cycle",
        { members: fault.members },
        { place, about: fault.members.toSorted().join(" "), evidence }
      );
  }
}
function twinsOf({ places, sources = [] }, { plan }) {
  const files = places.map((place, at) => ({ place, source: sources[at] ?? "" }));
  const [own2, ...more3] = files.filter(({ place }) => plan.unusable?.includes(place.file));
  const other = files.find((file) => file !== own2);
  return own2 && other && more3.length === 0 && files.length === 2 ? { own: own2, other } : void 0;
}
function nextNumber({ revisions }, id) {
  const numbers = [id, ...revisions.map((one2) => one2.id)].filter((one2) => /^\d+$/.test(one2));
  return Math.max(...numbers.map(Number)) + 1;
}
function nearest2(graph, { parent, child }) {
  return graph.revisions.map(({ id }) => id).find((id) => id !== child && (0, import_fastest_levenshtein2.distance)(id, parent) <= Math.min(2, Math.floor(parent.length / 4)));
}

// src/rules/chain-differs.ts
var rule25 = defineRule({
  subject: "chain",
  needs: ["chain"],
  meta: {
    title: "Down through the history the catalog ends elsewhere",
    why: "Each revision comes back by itself without a trace, but after all of them were taken back one after the other the catalog is not what it was at that point, or going up again does not lead to where it was.",
    fix: "Look for two revisions that touch the same thing, where the later downgrade puts something back that the earlier one no longer takes away.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: [
        `def upgrade():
    op.execute("CREATE TABLE IF NOT EXISTS archive (id bigint PRIMARY KEY, note text)")

def downgrade():
    # Alone it finds an empty table; after the next revision was taken back the table is not empty, and stays.
    if op.get_bind().execute(sa.text("SELECT count(*) FROM archive")).scalar() == 0:
        op.drop_table("archive")`,
        `def upgrade():
    op.execute("INSERT INTO archive VALUES (1, 'opened') ON CONFLICT (id) DO UPDATE SET note = 'opened'")

def downgrade():
    op.execute("UPDATE archive SET note = 'closed' WHERE id = 1")`
      ],
      good: [
        `def upgrade():
    op.execute("CREATE TABLE archive (id bigint PRIMARY KEY, note text)")

def downgrade():
    op.drop_table("archive")`,
        `def upgrade():
    op.execute("INSERT INTO archive VALUES (1, 'opened')")

def downgrade():
    op.execute("DELETE FROM archive WHERE id = 1")`
      ]
    }
  },
  messages: {
    below: ({ number, reached, revision }) => ({
      message: `Taken back one after the other ${reached}, the revisions leave ${count(number, "difference")} that none of them leaves by itself${suspect(revision)}.`,
      help: "Compare the revisions that touch what is shown: what a later downgrade puts back has to be what the earlier one takes away."
    }),
    above: ({ number, revision }) => ({
      message: `Taken back one after the other and applied again, the revisions lead to another catalog: ${count(number, "difference")}${suspect(revision)}.`,
      help: "Compare the revisions that touch what is shown: one of them depends on what another one left."
    })
  },
  check({ chain, facts }, { report }) {
    const { reached } = chain;
    const below = faults(chain.below);
    const above = faults(chain.above ?? []);
    const differences = below.length > 0 ? below : above;
    if (chain.failure || differences.length === 0) return;
    const revision = lastToTouch(differences, facts);
    report(
      below.length > 0 ? "below" : "above",
      {
        number: differences.length,
        reached: reached === "base" ? "to the base" : "as far as they go",
        revision
      },
      {
        ...revision ? { revision: revision.id } : {},
        place: revision ? definition(revision, "downgrade") : projectPlace(facts),
        evidence: ofDifferences(differences)
      }
    );
  }
});
var faults = (differences) => differences.filter(({ weight }) => weight === "fault");
var suspect = (revision) => revision ? `; the last revision that touches the first of them is ${called(revision)}` : "";
function lastToTouch([first], { graph, observations }) {
  const trip = observations.roundTrips.findLast(
    ({ effect = [] }) => effect.some(({ kind, name }) => kind === first?.kind && name === first.name)
  );
  return graph.revisions.find(({ id }) => id === trip?.revision);
}

// src/rules/support/hints.ts
var bySqlState = {
  "0A000": () => "PostgreSQL cannot do this here; the message says why. Often another command does the same in two steps.",
  "22P02": () => "A value cannot be read as the new type. Convert it with a USING expression, or update the rows first.",
  "23502": () => "Rows hold NULL there. Fill them before the column becomes NOT NULL, or give it a default first.",
  "23503": () => "Rows point at something that is not there. Delete or correct them before the foreign key is made, or delete in the other order.",
  "23505": () => "Rows have the same key. Insert with ON CONFLICT DO NOTHING, or remove the doubles before the unique constraint is made.",
  "23514": () => "Rows violate the check. Correct them before it is made.",
  "25001": () => `This command cannot run inside a transaction. Take it out of the one around the migration:${code("with op.get_context().autocommit_block():", '    op.execute("...")')}`,
  "2BP01": () => "Something still depends on it. Drop what depends on it first: the reverse of the order in which upgrade() makes things.",
  "3F000": missing,
  "40P01": () => "Two sessions waited for each other. A second connection that the migration opens may hold a lock that this one needs.",
  "42501": () => "The role of the disposable database may not do this. What needs a superuser belongs in the base file (--base-sql) or an image of your own.",
  "42601": () => "PostgreSQL cannot parse the statement at the place it names.",
  "42701": exists,
  "42703": missing,
  "42704": (failure, direction) => unmadeType(failure, direction) ?? missing(failure, direction),
  "42710": exists,
  "42723": exists,
  "42804": () => `PostgreSQL does not convert this by itself. Say how:${code('op.alter_column("table", "column", type_=sa.Integer(), postgresql_using="column::integer")')}
A default has to be dropped before and set again after, when it cannot be converted either.`,
  "42883": missing,
  "42P01": missing,
  "42P06": exists,
  "42P07": exists,
  "53100": () => "The disk that the disposable database is on is full, which says nothing about the revision. Set TMPDIR to a directory with more room, or name a server that has it: --database-url",
  "53200": () => "The server of the disposable database has no memory left, which says nothing about the revision. Give the machine or the container more, or name a server that has it: --database-url",
  "55006": () => "Somebody else uses it: a second connection that the migration opened and did not close.",
  "55P03": () => "A lock could not be had in time: a second connection that the migration opened holds it.",
  "55P04": () => "A new enum label can be used only after the transaction that added it is committed. Put ALTER TYPE ... ADD VALUE in a revision of its own, or in an autocommit_block.",
  "57014": () => "A statement_timeout that the project sets was reached."
};
function missing(_, direction) {
  return direction === "upgrade" ? "It is not there at this point of the history. Look at which revision makes it, and whether this one comes after it." : "It is not there at this point. Look whether upgrade() made it under another name, or an earlier line of downgrade() took it away (a dropped table takes its indexes, constraints and triggers with it).";
}
function unmadeType({ message, sql = "" }, direction) {
  const type = /^type "(.+)" does not exist$/.exec(message)?.[1];
  const alters2 = /^\s*ALTER TABLE\s.*\s(ADD|TYPE)\s/is.test(sql);
  if (type === void 0 || !alters2 || direction === "downgrade") return void 0;
  const make = code(`op.execute(${py(`CREATE TYPE ${type} AS ENUM ('...')`)})`);
  const drop2 = code(`op.execute(${py(`DROP TYPE ${type}`)})`);
  return `Where it is the type of an extension, make that first. Where it is an enum: op.create_table makes the type of an sa.Enum, op.add_column and op.alter_column do not. Make it before this line:${make}
and take it away at the end of downgrade():${drop2}`;
}
function exists(_, direction) {
  return direction === "upgrade" ? "It is there already at this point of the history. Look at which revision made it first; sa.Enum makes its type again with each table unless create_type=False." : "It is there already, so upgrade() did not take it away. Take the line out of downgrade().";
}
var byReason = {
  "timed-out": () => "Look for a lock that a second connection holds, a wait for something that does not come, or give it longer: --timeout 10m",
  exited: () => "A migration must not end the process (sys.exit, os._exit). Raise an exception instead.",
  disconnected: () => "The connection ended in the middle of the migration: closed by the migration, by pg_terminate_backend, or by the server. Leave it open; Alembic closes it.",
  "not-applied": (_, direction) => `Nothing of the ${direction} was committed. In env.py run the migrations inside Alembic's own transaction:${code("with connectable.connect() as connection:", "    context.configure(connection=connection, target_metadata=target_metadata)", "    with context.begin_transaction():", "        context.run_migrations()")}`
};
function hintFor(failure, direction, facts) {
  const hint = byReason[failure.reason] ?? bySqlState[failure.sqlstate ?? ""];
  return hint?.(failure, direction) ?? versionsHint(failure, facts) ?? `Correct ${direction}() at this line.`;
}
function versionsHint({ error, message }, { toolchain }) {
  const pattern = tooNew[error];
  if (!pattern?.test(message)) return void 0;
  const { alembic, sqlalchemy } = toolchain.versions;
  return `Ran with Alembic ${alembic ?? "of unknown version"} and SQLAlchemy ${sqlalchemy ?? "of unknown version"}. Look whether they know it, or run with the versions that the project pins: --python PATH`;
}
var tooNew = {
  TypeError: /unexpected keyword argument|positional argument/,
  AttributeError: /'(alembic|sqlalchemy)[\w.]*' has no attribute/
};
var notThere = /* @__PURE__ */ new Set(["42P01", "42703", "42704", "42883", "3F000"]);
var isMissingObject = ({ sqlstate }) => notThere.has(sqlstate ?? "");

// src/rules/support/outcome.ts
function ends({ reason, message }) {
  switch (reason) {
    case "timed-out":
      return "did not end in time and was cut off";
    case "exited":
      return `ended the whole process: ${message.split("\n")[0]}`;
    case "disconnected":
      return "lost its connection to the database";
    case "not-applied":
      return "left nothing behind: it ended without an error, and nothing was committed";
    default:
      return `fails: ${message.split("\n")[0]}`;
  }
}

// src/rules/chain-fails.ts
var rule26 = defineRule({
  subject: "chain",
  needs: ["chain"],
  meta: {
    title: "A move fails on the way down through the history",
    why: "Each revision comes back by itself, straight after its own upgrade. Taken down from the top, with all later revisions taken back before, one of them fails: something later changed what it relies on, and its own downgrade did not put it back.",
    fix: "Look for a later revision that renames, replaces or moves what this downgrade touches.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: [
        `def upgrade():
    op.create_table(
        "users",
        sa.Column("id", sa.BigInteger(), primary_key=True),
        sa.Column("email", sa.Text(), nullable=False),
    )

def downgrade():
    op.drop_table("users")`,
        `def upgrade():
    op.alter_column("users", "email", nullable=True)

def downgrade():
    op.alter_column("users", "email", nullable=False)`,
        `def upgrade():
    op.execute("INSERT INTO users (id) VALUES (1) ON CONFLICT DO NOTHING")

def downgrade():
    # The guest stays, and has no address.
    op.execute("UPDATE users SET email = NULL WHERE id = 1")`
      ],
      good: [
        `def upgrade():
    op.create_table(
        "users",
        sa.Column("id", sa.BigInteger(), primary_key=True),
        sa.Column("email", sa.Text(), nullable=False),
    )

def downgrade():
    op.drop_table("users")`,
        `def upgrade():
    op.alter_column("users", "email", nullable=True)

def downgrade():
    op.alter_column("users", "email", nullable=False)`,
        `def upgrade():
    op.execute("INSERT INTO users (id) VALUES (1) ON CONFLICT DO NOTHING")

def downgrade():
    op.execute("DELETE FROM users WHERE id = 1")`
      ]
    }
  },
  messages: {
    fails: ({ revision, direction, how, after, hint }) => ({
      message: direction === "downgrade" ? `${revision} comes back by itself, but not ${after > 0 ? `after ${count(after, "later revision")} ${after === 1 ? "was" : "were"} taken back` : "from the top of the history"}: its downgrade ${how}.` : `${revision} does not go up again after the revisions were taken back one after the other: its upgrade ${how}.`,
      help: hint
    })
  },
  check({ chain, facts }, { report }) {
    const { failure: move, down } = chain;
    const failure = move?.failure;
    const revision = facts.graph.revisions.find(({ id }) => id === move?.revision);
    if (!move || !failure || !revision) return;
    report(
      "fails",
      {
        revision: called(revision),
        direction: move.direction,
        how: ends(failure),
        after: down.length,
        hint: hintFor(failure, move.direction, facts)
      },
      {
        revision: revision.id,
        place: failurePlace(failure, revision, move.direction),
        evidence: ofFailure(failure, move.output),
        about: move.direction
      }
    );
  }
});

// src/rules/support/stored-anew.ts
function storedAnewBy(subject, command, { notChecked }) {
  const trace = seen(subject, command, ["rewritten"], notChecked);
  return (trace?.rewritten ?? []).filter(
    (relation) => subject.isOld(relation) && (relation.kind === "table" || relation.kind === "materialized view")
  );
}

// src/rules/cluster.ts
var rule27 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "CLUSTER stores a table anew while nobody can use it",
    why: "Nobody reads or writes the table while it is written a second time in the order of an index, and all its indexes after it. New rows do not keep that order.",
    fix: "An index that has all the columns of the query needs no order of rows: `INCLUDE`, made with `CONCURRENTLY`. To sort a table that is in use, use `pg_repack` outside of migrations.",
    severity: "error",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE events (id bigint PRIMARY KEY, day date)",
      bad: `def upgrade():
    op.execute("CLUSTER events USING events_pkey")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    with op.get_context().autocommit_block():
        op.create_index("events_by_day", "events", ["day"], postgresql_include=["id"], postgresql_concurrently=True, if_not_exists=True)

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`
    }
  },
  messages: {
    blocks: ({ table }) => ({
      message: `CLUSTER stores ${table} anew, and nobody reads or writes it meanwhile.`,
      help: "Take it out of the migration. To sort a table that is in use, use pg_repack; often an index with INCLUDE, made concurrently, does the same for the query."
    })
  },
  check(subject, tell) {
    if (subject.command.kind !== "ClusterStmt") return;
    for (const table of storedAnewBy(subject, "CLUSTER", tell)) {
      tell.report(
        "blocks",
        { table: shownRelation(table) },
        whereOf(subject, { about: shownRelation(table), table })
      );
    }
  }
});

// src/rules/comment-required.ts
var rule28 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "A table without a comment",
    why: "Whoever meets the table in the database, and not in the code, finds no word about what it is for.",
    fix: "Write `comment=` in `op.create_table`. With the option `columns` each column has to have one, too.",
    severity: "notice",
    preset: "style",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.create_table("notes", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True))

def downgrade():
    op.drop_table("notes")`,
      good: `def upgrade():
    op.create_table("notes", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True), comment="what people wrote")

def downgrade():
    op.drop_table("notes")`
    }
  },
  messages: {
    table: ({ name }) => ({
      message: `${name} has no comment.`,
      help: 'Say what it is for: op.create_table(comment="what is in it").'
    }),
    column: ({ name }) => ({
      message: `${name} has no comment.`,
      help: 'Say what it is for: sa.Column(comment="what is in it").'
    })
  },
  options: {
    /** Whether columns have to have one. */
    columns: false
  },
  check(subject, { report }, { columns }) {
    for (const { before: before3, after, last: last2 } of touchedTables(subject)) {
      if (before3 || !last2 || textOf(last2, "comment") !== void 0) continue;
      report(
        "table",
        { name: after.shown },
        { ...doneAt(subject, concerns(after)), about: after.shown, table: after }
      );
    }
    if (!columns) return;
    for (const { column, shown: shown2, where } of madeColumns(subject))
      if (textOf(column, "comment") === void 0) report("column", { name: shown2 }, where());
  }
});

// src/rules/support/refused.ts
function concurrentInTransaction({ sqlstate, sql }) {
  return sqlstate === "25001" && sql !== void 0 ? concurrentIn(sql) : void 0;
}
function concurrentThatHung({ reason, sql }) {
  return reason === "timed-out" && sql !== void 0 ? concurrentIn(sql) : void 0;
}
function concurrentIn(sql) {
  for (const command of commandsOf(sql)) {
    const action = actionsOf(command).find(isConcurrent);
    if (action) return { command, ...action.does === "create index" ? { index: action } : {} };
  }
  return void 0;
}
var isConcurrent = (action) => "concurrently" in action && action.concurrently && action.does !== "refresh";
function backedConstraint({
  sqlstate,
  sql,
  hint
}) {
  if (sqlstate !== "2BP01" || sql === void 0 || hint === void 0) return void 0;
  const dropped2 = commandsOf(sql).flatMap(actionsOf).find((action) => action.does === "drop" && action.kind === "index");
  const [, constraint, table] = /constraint (.+) on table (.+) instead/.exec(hint) ?? [];
  if (dropped2?.does !== "drop" || constraint === void 0 || table === void 0) return void 0;
  return { index: dropped2.name.name, constraint, table };
}

// src/rules/concurrent-index-hang.ts
var rule29 = defineRule({
  subject: "upgrade",
  needs: ["revision"],
  meta: {
    title: "CONCURRENTLY waits for a session of the migration itself",
    why: "`CREATE INDEX CONCURRENTLY` waits for every transaction that has written to the table or still sees an older state of the database, `DROP INDEX CONCURRENTLY` for every one that has read it. Where the migration itself has such a one open in a second connection (a session of the ORM, another engine, env.py), it waits for ever. On the disposable database nobody else is there to wait for.",
    fix: "Commit or close what the migration has open in other connections before the `autocommit_block`. With asyncpg, run the block on the connection that Alembic was given, and none beside it.",
    severity: "error",
    since: "0.1.0",
    examples: {
      before: `CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint)`,
      bad: `def upgrade():
    other = op.get_bind().engine.connect()
    other.execute(sa.text("UPDATE orders SET user_id = 1 WHERE id = 1"))  # begins a transaction that stays open
    with op.get_context().autocommit_block():
        op.create_index("ix_orders_user_id", "orders", ["user_id"], postgresql_concurrently=True)

def downgrade():
    with op.get_context().autocommit_block():
        op.drop_index("ix_orders_user_id", postgresql_concurrently=True)`,
      good: `def upgrade():
    with op.get_bind().engine.begin() as other:
        other.execute(sa.text("UPDATE orders SET user_id = 1 WHERE id = 1"))
    with op.get_context().autocommit_block():
        op.create_index("ix_orders_user_id", "orders", ["user_id"], postgresql_concurrently=True, if_not_exists=True)

def downgrade():
    with op.get_context().autocommit_block():
        op.drop_index("ix_orders_user_id", postgresql_concurrently=True, if_exists=True)`
    }
  },
  messages: {
    hangs: ({ revision }) => ({
      message: `The upgrade of ${revision} did not end: the command waits for the transactions that have used the table before, and one of them is the migration's own, in another connection.`,
      help: `Commit or close what the migration, or env.py, has open in another connection before this:${code("with engine.begin() as other:", '    other.execute(sa.text("..."))', "with op.get_context().autocommit_block():", "    op.create_index(..., postgresql_concurrently=True)")}`
    })
  },
  check({ revision, move: { failure, output }, facts }, { report }) {
    if (!failure || !concurrentThatHung(failure)) return;
    const hints = facts.observations.remarks.filter(({ kind }) => mayBeOpen.has(kind));
    report(
      "hangs",
      { revision: called(revision) },
      {
        place: failurePlace(failure, revision, "upgrade"),
        evidence: [...ofFailure(failure, output), ...hints.map(({ text }) => note(text))]
      }
    );
  }
});
var mayBeOpen = /* @__PURE__ */ new Set([
  "own-transaction",
  "begun-before",
  "raw-connection",
  "child-process",
  "session-left-open"
]);

// src/rules/concurrent-index-left-invalid.ts
var rule30 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "An index that failed to be built stays INVALID",
    why: "When `CREATE INDEX CONCURRENTLY` fails (doubles, a deadlock, a timeout), it leaves an INVALID index behind: each write keeps it, no query uses it, and a unique one keeps no doubles out. `IF NOT EXISTS` takes it for the index that is wanted, and skips it for ever.",
    fix: "Drop what is left before each attempt: `DROP INDEX CONCURRENTLY IF EXISTS`, then `CREATE INDEX CONCURRENTLY` without `IF NOT EXISTS`.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY, email text); INSERT INTO users VALUES (1, 'a'), (2, 'a')",
      bad: `def upgrade():
    with op.get_context().autocommit_block():
        try:
            op.create_index("uq_users_email", "users", ["email"], unique=True, postgresql_concurrently=True)
        except Exception as error:
            print(error)

def downgrade():
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS uq_users_email")`,
      good: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_users_email")
        op.create_index("ix_users_email", "users", ["email"], postgresql_concurrently=True)

def downgrade():
    with op.get_context().autocommit_block():
        op.drop_index("ix_users_email", table_name="users", postgresql_concurrently=True)`
    }
  },
  messages: {
    invalid: ({ index, table, lines }) => ({
      message: `The upgrade leaves the index ${index} of ${table} INVALID: each write keeps it, and no query uses it.`,
      help: `Let the upgrade fail where it cannot be built, and drop what an attempt has left before the next:${code(...lines)}`
    })
  },
  check(subject, { report }) {
    for (const { before: before3, after } of touchedTables(subject)) {
      for (const part of after.indexes) {
        const wasInvalid = before3?.indexes.some((old) => old.name === part.name && isInvalid(old));
        if (!isInvalid(part) || wasInvalid) continue;
        const { place, evidence } = doneAt(
          subject,
          doing((action) => action.does === "create index" && action.name === part.name)
        );
        report(
          "invalid",
          { index: part.name, table: after.shown, lines: again(part) },
          {
            place,
            evidence: [...evidence, note(`${part.name} is INVALID after the upgrade`)],
            about: `${after.shown} ${part.name}`
          }
        );
      }
    }
  }
});
var isInvalid = (part) => textOf(part, "valid") === "no" && indexOf(part)?.only !== true;
function again(part) {
  const index = indexOf(part);
  return index ? autocommitted(concurrently(index, textOf(part, "definition") ?? "")) : [];
}

// src/rules/support/concurrent-edit.ts
function madeConcurrent(subject, lines) {
  const { revision, statement: statement2, command } = subject;
  if (statement2.sql.trim().replace(/\s*;$/, "") !== command.text.trim()) return void 0;
  return inBlock(revision, placeOf(subject), lines);
}
function inBlock(revision, place, lines) {
  const found = statementAt(revision, "upgrade", place);
  if (!found) return void 0;
  const { statement: statement2, indent, unit } = found;
  const call3 = concurrentCall(statement2) ?? (isExecute(statement2) ? indented(lines.slice(-1), indent) : void 0);
  if (!call3) return void 0;
  return replaced(revision, statement2.startLine, statement2.endLine, [
    `${indent}with op.get_context().autocommit_block():`,
    ...indented(lines.slice(0, -1), indent + unit),
    ...indented(call3, unit)
  ]);
}
var isExecute = ({ pieces: pieces2 }) => beginsWith(pieces2, ["op", ".", "execute", "("]);
function concurrentCall({ text, pieces: pieces2, hasLongLiteral }) {
  const isCall = ["create_index", "drop_index"].some((name) => beginsWith(pieces2, ["op", ".", name, "("]));
  const [last2, close] = pieces2.slice(-2);
  if (!isCall || hasLongLiteral || !last2 || close?.text !== ")") return void 0;
  if (pieces2.some((piece2) => piece2.text === "postgresql_concurrently")) return text.split("\n");
  const head2 = last2.text === "," ? text.slice(0, last2.end) : `${text.slice(0, last2.end)},`;
  const tail = text.slice(last2.end);
  const lineEnd = tail.slice(0, close.end - last2.end).indexOf("\n");
  if (lineEnd < 0) return `${head2} ${argument}${last2.text === "," ? "," : ""}${tail}`.split("\n");
  const margin = /^[^\S\n]*/.exec(head2.slice(head2.lastIndexOf("\n") + 1))?.[0] ?? "";
  return `${head2}${tail.slice(0, lineEnd)}
${margin}${argument},${tail.slice(lineEnd)}`.split("\n");
}
var argument = "postgresql_concurrently=True";
var beginsWith = (pieces2, words4) => words4.every((word2, at) => pieces2[at]?.text === word2);

// src/rules/concurrently-in-transaction.ts
var rule31 = defineRule({
  subject: "upgrade",
  needs: ["revision"],
  meta: {
    title: "CONCURRENTLY inside a transaction",
    why: "PostgreSQL refuses `CREATE INDEX CONCURRENTLY` and its like inside a transaction, and Alembic has one open around every revision. The deployment stops here.",
    fix: "Put the line into `with op.get_context().autocommit_block():`. In env.py nothing may have begun a transaction before Alembic does, and `transaction_per_migration=True` keeps what earlier revisions of the same upgrade did apart from it.",
    severity: "error",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint)",
      bad: `def upgrade():
    op.create_index("ix_orders_user_id", "orders", ["user_id"], postgresql_concurrently=True)

def downgrade():
    pass`,
      good: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_orders_user_id")
        op.create_index("ix_orders_user_id", "orders", ["user_id"], postgresql_concurrently=True)

def downgrade():
    with op.get_context().autocommit_block():
        op.drop_index("ix_orders_user_id", table_name="orders", postgresql_concurrently=True)`
    }
  },
  messages: {
    refused: ({ revision, words: words4, lines }) => ({
      message: `The upgrade of ${revision} fails: PostgreSQL refuses ${words4} inside a transaction, and Alembic has one open around the revision.`,
      help: `Take it out of the transaction:${code(...autocommitted(lines))}
The block commits what the revision did before it. In env.py, leave it to Alembic to begin the transaction, and give each revision its own:${code("context.configure(..., transaction_per_migration=True)")}`
    })
  },
  check({ revision, move: { failure, output } }, { report }) {
    const refused2 = failure && concurrentInTransaction(failure);
    if (!refused2) return;
    const place = failurePlace(failure, revision, "upgrade");
    const lines = linesOf(refused2);
    report(
      "refused",
      { revision: called(revision), words: firstWords(refused2), lines },
      { place, evidence: ofFailure(failure, output), edit: inBlock(revision, place, lines) }
    );
  }
});
var firstWords = ({ command: { text } }) => /^\w+(?: UNIQUE)? \w+(?: CONCURRENTLY)?/i.exec(text.replace(/\s+/g, " "))?.[0].toUpperCase() ?? "this";
var linesOf = ({ command, index }) => index ? concurrently(index, command.text) : [execute(command.text.replace(/\s+/g, " "))];

// src/rules/create-index-non-concurrent.ts
var rule32 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "An index is built while writers wait",
    why: "`CREATE INDEX` takes SHARE on the table and reads all of it: until the transaction ends nobody inserts, updates or deletes. On a table that the same change makes it does no harm, and is not reported.",
    fix: "Build it with `postgresql_concurrently=True` in an `autocommit_block`, where writers pass. What an attempt that failed has left is dropped first.",
    severity: "warning",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint)",
      bad: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.create_index("ix_orders_user_id", "orders", ["user_id"])

def downgrade():
    op.drop_index("ix_orders_user_id", table_name="orders")`,
      good: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_orders_user_id")
        op.create_index("ix_orders_user_id", "orders", ["user_id"], postgresql_concurrently=True)

def downgrade():
    with op.get_context().autocommit_block():
        op.drop_index("ix_orders_user_id", table_name="orders", postgresql_concurrently=True)`
    }
  },
  messages: {
    waits: ({ index, table, mayFail, lines }) => ({
      message: `Building ${index.name ?? "an index"} reads all of ${table}, and until the transaction ends nobody writes to ${table}.${mayFail ? " It fails where two rows have the same values." : ""}`,
      help: `Build it while everybody goes on writing, in a revision of its own:${code(...lines)}`
    })
  },
  check(subject, { report, notChecked }) {
    for (const index of actionsIn(subject, "create index")) {
      if (index.concurrently) continue;
      const trace = seen(subject, "CREATE INDEX", ["locks", "scanned"], notChecked);
      const table = trace && oldTable(subject, index.table, notChecked);
      if (!table || !scanOf(trace, table)) continue;
      const lines = concurrently(index, subject.command.text);
      report(
        "waits",
        {
          index,
          table: shownRelation(table),
          mayFail: index.unique && !isUniqueAlready(subject, table, index.columns),
          lines: autocommitted(lines)
        },
        whereOf(subject, {
          about: `${shownRelation(table)} ${index.name ?? index.columns.join(" ")}`,
          table,
          edit: madeConcurrent(subject, lines)
        })
      );
    }
  }
});

// src/rules/support/mixed.ts
function rowsWritten(subject, notChecked) {
  const tables = actionsIn(subject, "insert", "update", "delete", "merge").flatMap(
    ({ table }) => oldTable(subject, table, notChecked) ?? []
  );
  return subject.earlier.some((one2) => writesOld(one2, subject)) ? void 0 : tables[0];
}
function writesOld({ sql, trace }, { isOld }) {
  const old = (trace?.locks ?? []).filter(({ relation }) => isOld(relation));
  return commandsOf(sql).flatMap((command) => actionsIn({ command }, "insert", "update", "delete", "merge")).some(({ table }) => old.some(({ relation }) => isCalled(relation, table)));
}
function schemaChangeAround({ move, statement: statement2 }) {
  const transaction2 = statement2.trace?.transaction;
  return move.statements.find(
    (one2) => one2.trace && one2.trace.transaction === transaction2 && isSchemaChange(one2)
  );
}
var maySchemaChange = ({ move, statement: statement2 }) => move.statements.some((one2) => one2 !== statement2 && !(one2.trace && statement2.trace) && isSchemaChange(one2));
var isSchemaChange = ({ sql }) => commandsOf(sql).some(changesSchema);
var changesSchema = (command) => /^(?:Alter|Create|Drop|Index|Rename|View)/.test(command.kind) && !switchesTriggers(command);
var ofTriggers = /^AT_(?:Enable|Disable)[A-Za-z]*Trig/;
function switchesTriggers(command) {
  const actions2 = actionsOf(command);
  return actions2.length > 0 && actions2.every((action) => action.does === "alter" && ofTriggers.test(action.subtype));
}

// src/rules/support/pairs.ts
function isPairUnseen(subject, { holds: holds2, does }) {
  if (does === false || isRefused(subject)) return false;
  return subject.unseenBefore.length > 0 || does === void 0 && before(subject).some(holds2);
}
function before({ statement: statement2, move, earlier }) {
  return statement2.trace ? earlier : move.statements.slice(0, move.statements.indexOf(statement2));
}

// src/rules/support/under-lock.ts
function workUnderLock(subject) {
  const { statement: statement2, earlier, isOld } = subject;
  if (!isFirstOnRows(subject)) return void 0;
  const read4 = scansOf(statement2).filter(isOld);
  if (read4.length === 0) return void 0;
  const held = heldBefore(earlier, isOld);
  return held && { ...held, read: read4 };
}
function isWorkUnseen(subject) {
  const { statement: statement2, isOld } = subject;
  if (!isFirstOnRows(subject)) return false;
  const isSeen = statement2.trace !== void 0 && !statement2.trace.unseen.includes("scanned");
  const does = isSeen ? scansOf(statement2).some(isOld) : void 0;
  return isPairUnseen(subject, { holds: (one2) => heldBefore([one2], isOld) !== void 0, does });
}
var isFirstOnRows = ({ statement: statement2, command }) => commandsOf(statement2.sql).find(worksOnRows)?.text === command.text;
function isMoreOfTheSame({ earlier, isOld }, { by, read: read4 }) {
  const since = earlier.slice(earlier.indexOf(by) + 1);
  return since.some(
    (one2) => scansOf(one2).some((table) => isOld(table) && read4.some((other) => isSame(table, other)))
  );
}
function heldBefore(earlier, isOld) {
  const blocking = earlier.flatMap(
    (by) => (by.trace?.locks ?? []).filter(
      ({ relation, mode }) => relation.kind.endsWith("table") && isOld(relation) && blocksWrites(mode)
    ).map(({ relation, mode }) => ({ by, locked: relation, mode }))
  );
  const most2 = strongest(blocking.map(({ mode }) => mode));
  return blocking.find(({ mode }) => mode === most2);
}
function scansOf({ sql, trace }) {
  if (!trace || !commandsOf(sql).some(worksOnRows)) return [];
  return trace.scanned.map(({ relation }) => relation);
}
var kinds2 = /* @__PURE__ */ new Set([
  "SelectStmt",
  "InsertStmt",
  "UpdateStmt",
  "DeleteStmt",
  "MergeStmt",
  "CopyStmt"
]);
function worksOnRows(command) {
  if (!kinds2.has(command.kind)) return false;
  return command.kind !== "InsertStmt" || actionsOf(command).some((action) => !("rows" in action));
}

// src/rules/support/whole-table.ts
function unfiltered(subject, notChecked) {
  if (workUnderLock(subject)) return [];
  return actionsIn(subject, "update", "delete").flatMap(
    (write3) => write3.filtered ? [] : ofOld(subject, write3, notChecked)
  );
}
function unbounded(subject, notChecked) {
  const { command } = subject;
  if (command.kind !== "UpdateStmt" && command.kind !== "DeleteStmt") return void 0;
  const { whereClause } = command.node;
  if (!whereClause || picks(whereClause) || hasLimit(command.node) || workUnderLock(subject))
    return void 0;
  const trace = seen(subject, command.kind === "UpdateStmt" ? "UPDATE" : "DELETE", ["scanned"], notChecked);
  if (!trace) return void 0;
  return actionsIn(subject, "update", "delete").flatMap((write3) => ofOld(subject, write3, notChecked)).find(({ table }) => scanOf(trace, table));
}
function ofOld(subject, { does, table: written3, columns }, notChecked) {
  const table = oldTable(subject, written3, notChecked);
  return table && (does === "update" || does === "delete") ? [{ does, table, columns }] : [];
}
var hasLimit = (tree) => !under(tree, "limitCount").next().done;
function picks(condition2) {
  if ("BoolExpr" in condition2) {
    const { boolop, args = [] } = condition2.BoolExpr;
    return boolop === "AND_EXPR" && args.some(picks);
  }
  return "A_Expr" in condition2 && equalsConstant(condition2.A_Expr);
}
function equalsConstant({ kind, name, lexpr, rexpr }) {
  const [operator] = name ?? [];
  const equals = operator && "String" in operator && operator.String.sval === "=";
  if (!equals || kind !== "AEXPR_OP" && kind !== "AEXPR_IN" && kind !== "AEXPR_OP_ANY") return false;
  return [lexpr, rexpr].some((side) => side && isConstant(side));
}
function isConstant(node) {
  if ("TypeCast" in node) return node.TypeCast.arg !== void 0 && isConstant(node.TypeCast.arg);
  if ("List" in node) return (node.List.items ?? []).every(isConstant);
  if ("A_ArrayExpr" in node) return (node.A_ArrayExpr.elements ?? []).every(isConstant);
  return "A_Const" in node || "ParamRef" in node;
}

// src/rules/data-in-migration.ts
var rule33 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "Schema and data change in one transaction",
    why: "The best practice: separate schema changes from data migrations. Together they take longer under the locks of the schema change, fail together, and cannot be taken back one without the other.",
    fix: "Put the change of rows into a revision of its own. Rows for a table that the same change makes belong to it and are not reported.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE roles (name text PRIMARY KEY)",
      bad: `def upgrade():
    op.create_table("teams", sa.Column("id", sa.BigInteger(), primary_key=True))
    op.execute("INSERT INTO roles (name) VALUES ('team lead')")

def downgrade():
    op.execute("DELETE FROM roles WHERE name = 'team lead'")
    op.drop_table("teams")`,
      good: `def upgrade():
    op.execute("INSERT INTO roles (name) VALUES ('team lead')")

def downgrade():
    op.execute("DELETE FROM roles WHERE name = 'team lead'")`
    }
  },
  messages: {
    mixed: ({ table }) => ({
      message: `This changes rows of ${table} in the transaction that changes the schema.`,
      help: `Put the change of rows into a revision of its own:${code(`alembic revision -m ${py(`Rows of ${table}`)}`)}`
    })
  },
  check(subject, { report, notChecked }) {
    const table = rowsWritten(subject, (why) => {
      if (subject.statement.trace ? schemaChangeAround(subject) : maySchemaChange(subject)) notChecked(why);
    });
    if (!table) return;
    const schema = schemaChangeAround(subject);
    if (!schema && maySchemaChange(subject))
      notChecked("whether rows are changed in the transaction that changes the schema was not seen");
    if (!schema || isToldElsewhere(subject)) return;
    report(
      "mixed",
      { table: shownRelation(table) },
      {
        place: placeOf(subject),
        evidence: [...evidenceOf(subject), note("In the same transaction:"), ofSql(schema.sql)]
      }
    );
  }
});
var isToldElsewhere = (subject) => workUnderLock(subject) !== void 0 || unbounded(subject, silently) !== void 0 || unfiltered(subject, silently).length > 0;

// src/rules/support/round-trip.ts
var faults2 = (differences) => (differences ?? []).filter(({ weight }) => weight === "fault");
var isNewEnum = ({ kind, change: change3 }) => kind === "enum type" && change3 === "new";
function isMissing({ revision, roundTrip }) {
  const { shape: shape2 } = revision.downgrade;
  const failure = roundTrip.downgrade?.failure;
  if (failure) return shape2 === "absent" || shape2 === "raises" || failure.reason === "irreversible";
  return shape2 === "empty" && faults2(roundTrip.trace).length > 0;
}
var isExcused = (trip) => declaredIrreversible(trip.revision) !== void 0 || isMissing(trip);
function enumsLeft(trip) {
  return isExcused(trip) ? [] : faults2(trip.roundTrip.trace).filter(isNewEnum);
}
function traceLeft(trip) {
  return isExcused(trip) ? [] : faults2(trip.roundTrip.trace).filter((difference) => !isNewEnum(difference));
}
function extensionsLeft(trip) {
  return isExcused(trip) ? [] : (trip.roundTrip.trace ?? []).filter(({ weight }) => weight === "extension-kept");
}
function rowsLeft(trip) {
  if (isExcused(trip)) return void 0;
  const { rowsAfterDowngrade, rowsAfterReupgrade, reupgrade, trace } = trip.roundTrip;
  const newTables = new Set(
    faults2(trace).filter(({ kind, change: change3 }) => kind === "table" && change3 === "new").map(({ name }) => name)
  );
  const grown = (rowsAfterDowngrade ?? []).filter(
    ({ table, before: before3, after }) => after > before3 && !newTables.has(table)
  );
  const failure = reupgrade?.failure;
  if (failure) {
    const hit = failure.sqlstate?.startsWith("23") ? named2(grown, failure) : [];
    return hit.length === 0 ? void 0 : { tables: hit, breaks: true };
  }
  const again3 = (rowsAfterReupgrade ?? []).filter(({ before: before3, after }) => after > before3).map(({ table }) => table);
  const doubled = grown.filter(({ table }) => again3.includes(table));
  return doubled.length === 0 ? void 0 : { tables: doubled, breaks: false };
}
function named2(rows, { sql = "", message }) {
  const text = `${sql} ${message}`;
  const hit = rows.filter(
    ({ table }) => new RegExp(`(^|\\W)"?${inRegExp(table.split(".").at(-1) ?? table)}"?(\\W|$)`).test(text)
  );
  return hit.length > 0 ? hit : rows;
}
function causeOfReupgrade(trip) {
  if (declaredIrreversible(trip.revision)) return "declared";
  if (isMissing(trip)) return "missing";
  if (rowsLeft(trip)?.breaks) return "rows";
  const text = trip.roundTrip.reupgrade?.failure?.message ?? "";
  const [enums, trace] = [enumsLeft(trip), traceLeft(trip)];
  if (enums.some(({ name }) => text.includes(name.split(".").at(-1) ?? name))) return "enum";
  if (trace.length > 0) return "trace";
  return enums.length > 0 ? "enum" : "itself";
}
function reupgradeFailure(trip, cause) {
  const failure = trip.roundTrip.reupgrade?.failure;
  return failure && causeOfReupgrade(trip) === cause ? failure : void 0;
}
function driftLeft(trip) {
  return causeOfReupgrade(trip) === "itself" ? faults2(trip.roundTrip.drift) : [];
}

// src/rules/support/rows.ts
function rowsOf({ statements }) {
  const all2 = [];
  for (const statement2 of statements) {
    for (const one2 of ofStatement(statement2)) {
      const at = all2.findIndex(({ table }) => isSame(table, one2.table));
      const before3 = all2[at];
      if (before3) all2[at] = together3(before3, one2);
      else all2.push(one2);
    }
  }
  return all2;
}
var writesIn2 = ({ statements }, ...does) => statements.flatMap(({ sql }) => writesOf(sql)).filter((write3) => does.includes(write3.does));
var unseenWrites = (move, ...does) => writesIn2({ ...move, statements: move.statements.filter((one2) => isUncounted(one2, move)) }, ...does);
var isUncounted = (statement2, move) => (!hasSeenLocks(statement2) || statement2.trace?.unseen.includes("written") === true) && !isRefused({ statement: statement2, move });
var writesOf = (sql) => commandsOf(sql).flatMap((command) => actionsIn({ command }, "insert", "update", "delete", "merge"));
function ofStatement(statement2) {
  const { trace, sql } = statement2;
  if (!trace) return [];
  const writes = writesOf(sql);
  const tables = trace.locks.map(({ relation }) => relation).filter((table) => table.existed);
  const known5 = [...tables, ...trace.written.map(({ relation }) => relation)].filter(
    (table, at, others) => table.existed && others.findIndex((other) => isSame(table, other)) === at
  );
  return known5.flatMap((table) => {
    const own2 = writes.filter((write3) => isCalled(table, write3.table));
    const counted = trace.written.find(({ relation }) => isSame(relation, table));
    return own2.length > 0 || counted ? [{ ...counted ?? none(table), table, writes: own2, statement: statement2 }] : [];
  });
}
var none = (relation) => ({ relation, inserted: 0, updated: 0, deleted: 0 });
var together3 = (one2, other) => ({
  table: one2.table,
  inserted: one2.inserted + other.inserted,
  updated: one2.updated + other.updated,
  deleted: one2.deleted + other.deleted,
  writes: [...one2.writes, ...other.writes],
  statement: other.statement
});

// src/rules/data-migration-irreversible.ts
var rule34 = defineRule({
  subject: "round-trip",
  needs: ["revision", "downgrade", "rows"],
  meta: {
    title: "The downgrade does not bring back what the upgrade did to rows",
    why: "The upgrade deletes rows, or gives them other values, and after the downgrade they are not what they were. The release before meets values that it does not know, or misses rows.",
    fix: "Write the reverse: keep what is deleted or overwritten in a table or column of its own, and bring it back in `downgrade()`. Where that cannot be, say so with the reason: `# migrate-check: irreversible <reason>`.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      before: `CREATE TABLE users (id bigint PRIMARY KEY, state text); INSERT INTO users VALUES (1, 'new'), (2, 'spam')`,
      bad: `def upgrade():
    op.execute("DELETE FROM users WHERE state = 'spam'")

def downgrade():
    pass`,
      good: `def upgrade():
    op.execute("UPDATE users SET state = 'hidden' WHERE state = 'spam'")

def downgrade():
    op.execute("UPDATE users SET state = 'spam' WHERE state = 'hidden'")`
    }
  },
  messages: {
    lost: ({ revision, table, rows }) => ({
      message: `The upgrade of ${revision} deletes rows of ${table}, and ${count(rows, "row")} ${rows === 1 ? "is" : "are"} missing after the downgrade.`,
      help
    }),
    changed: ({ revision, table }) => ({
      message: `The upgrade of ${revision} changes rows of ${table}, and after the downgrade they are not what they were.`,
      help
    })
  },
  check(trip, { report, notChecked }) {
    if (isExcused(trip) || !trip.roundTrip.rowsAfterDowngrade) return;
    const { upgrade } = trip.roundTrip;
    for (const { table } of unseenWrites(upgrade, "update", "delete", "merge"))
      notChecked(`whether rows of ${quoteName(table)} were met and come back was not seen`);
    for (const rows of rowsOf(upgrade).filter(changesRows)) {
      const name = spelled2(rows.table);
      if (rows.updated + rows.deleted === 0) {
        notChecked(`no row of ${name} was met, so whether rows come back was not seen`);
        continue;
      }
      const change3 = notRestored(trip, rows, name);
      if (!change3) continue;
      const { before: before3, after } = change3;
      const lost2 = after < before3;
      report(
        lost2 ? "lost" : "changed",
        { revision: called(trip.revision), table: name, rows: before3 - after },
        {
          place: definition(trip.revision, "downgrade"),
          severity: lost2 ? "warning" : "notice",
          evidence: [
            ofSql(rows.statement.sql),
            note(
              `${name}: ${count(before3, "row")} before the upgrade, ${lost2 ? count(after, "row") : "other values in them"} after the downgrade`
            )
          ],
          about: name,
          table: rows.table
        }
      );
    }
  }
});
var changesRows = ({ writes }) => writes.some(({ does }) => does !== "insert");
var help = `Bring the rows back in downgrade(). If that cannot be, declare it in the file, with the reason:${code("# migrate-check: irreversible <reason>")}`;
function notRestored({ roundTrip }, { deleted, updated }, name) {
  const { rowsAfterDowngrade = [], effect = [] } = roundTrip;
  const lostColumn = effect.some(
    (one2) => one2.kind === "column" && one2.change === "gone" && one2.name.startsWith(`${name}.`)
  );
  if (lostColumn) return void 0;
  return rowsAfterDowngrade.find(
    ({ table, before: before3, after, contentChanged }) => table === name && (deleted > 0 && after < before3 || updated > 0 && contentChanged)
  );
}

// src/rules/ddl-plus-backfill-same-transaction.ts
var rule35 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "Rows are worked on while a table is locked",
    why: "A lock is kept until the transaction ends. After `ALTER TABLE` nobody reads or writes the table, and every request waits, until the rows that the same transaction goes on to read or write are done: seconds or hours, by their number. Where the lock lets readers pass, writers wait (a warning).",
    fix: "Let the transaction end first: put the work on rows into a revision of its own, or into an `autocommit_block`, in batches.",
    severity: "error",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY, email text)",
      bad: `def upgrade():
    op.add_column("users", sa.Column("domain", sa.Text()))
    op.execute("UPDATE users SET domain = split_part(email, '@', 2) WHERE domain IS NULL")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    op.add_column("users", sa.Column("domain", sa.Text()))
    with op.get_context().autocommit_block():
        updated = 1
        while updated:
            updated = op.get_bind().execute(sa.text(
                "UPDATE users SET domain = split_part(email, '@', 2) WHERE id IN "
                "(SELECT id FROM users WHERE domain IS NULL AND email IS NOT NULL LIMIT 5000)"
            )).rowcount

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`
    }
  },
  messages: {
    works: ({ locked, mode, read: read4 }) => ({
      message: `The transaction keeps everybody from ${blocksReads(mode) ? "reading and writing" : "writing to"} ${shownRelation(locked)} while this reads ${list(read4.map(shownRelation))} from end to end.`,
      help: `Let the transaction end first. Put this into a revision of its own, or into a block that is committed by itself:${code("with op.get_context().autocommit_block():", '    op.execute("...")')}`
    })
  },
  check(subject, { report, notChecked }) {
    const work = workUnderLock(subject);
    if (!work && isWorkUnseen(subject))
      notChecked("whether rows are read or written while others wait for a lock was not seen");
    if (!work || isMoreOfTheSame(subject, work)) return;
    const { locked, mode, read: read4, by } = work;
    if (isCopied(subject, locked.name)) return;
    report("works", work, {
      place: placeOf(subject),
      severity: blocksReads(mode) ? "error" : "warning",
      evidence: [
        ...evidenceOf(subject),
        note(`${mode} on ${shownRelation(locked)} is held since:`),
        ofSql(by.sql)
      ],
      about: read4.map(shownRelation).join(" "),
      table: locked
    });
  }
});

// src/rules/default-partition-scan.ts
var rule36 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "The default partition is read from end to end for a new one",
    why: "Rows of the default partition could belong into the new one. PostgreSQL looks at each of them, and meanwhile nobody reads or writes the default partition.",
    fix: "Say first by a constraint on the default partition that it has no such rows: `CHECK (...) NOT VALID`, validated in a transaction of its own. Then no row is read, and the constraint can go.",
    severity: "warning",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: `CREATE TABLE events (day date NOT NULL) PARTITION BY RANGE (day); CREATE TABLE events_rest PARTITION OF events DEFAULT; ALTER TABLE events_rest ADD CONSTRAINT not_2027 CHECK (day < '2027-01-01' OR day >= '2028-01-01')`,
      bad: `def upgrade():
    op.execute("CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    # The default partition has been validated: CHECK (day < '2027-01-01' OR day >= '2028-01-01')
    op.execute("CREATE TABLE events_2027 PARTITION OF events FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`
    }
  },
  messages: {
    reads: ({ table }) => ({
      message: `Nobody reads or writes the default partition ${table} while every row of it is looked at.`,
      help: `Say first, each in a transaction of its own, that it has no rows for the new partition:${code(
        `ALTER TABLE ${table} ADD CONSTRAINT ${table.replaceAll(".", "_")}_others CHECK (<column> < ... OR <column> >= ...) NOT VALID;`,
        `ALTER TABLE ${table} VALIDATE CONSTRAINT ${table.replaceAll(".", "_")}_others;`
      )}`
    })
  },
  check(subject, { report, notChecked }) {
    const [added] = partitionsAdded(subject);
    const trace = added && seen(subject, "a new partition", ["scanned"], notChecked);
    const table = trace?.scanned.map(({ relation }) => relation).find((relation) => !isCalled(relation, added ?? { name: "" }) && subject.isOld(relation));
    if (!table) return;
    report(
      "reads",
      { table: shownRelation(table) },
      whereOf(subject, { about: shownRelation(table), table })
    );
  }
});
function partitionsAdded(subject) {
  return [
    ...actionsIn(subject, "attach partition").map(({ partition: partition2 }) => partition2),
    ...actionsIn(subject, "create table").flatMap(({ partitionOf, table }) => partitionOf ? [table] : [])
  ];
}

// src/rules/support/batches.ts
function inBatches(change3, trial) {
  const count2 = trial ? `Count the rows where they are many:${code(trial.count)}
` : "";
  return count2 + (trial?.batches ? byKey(change3, trial.batches) : byHand(change3));
}
function byKey({ does }, { first, next, key }) {
  const each = "Do it in batches that are each committed, in an autocommit_block";
  if (does === "delete") return `${each}, until one deletes nothing:${code(first)}`;
  const last2 = key.map(quoteIdent);
  const greatest = last2.length === 1 ? `the greatest ${list(last2)}` : `the last ${list(last2)} in their order`;
  return `${each}. The first one:${code(first)}
Then, until one returns nothing, with ${greatest} that was returned:${code(next)}`;
}
function byHand({ does, table }) {
  const name = spelled2(table);
  const start = does === "update" ? `UPDATE ${name} SET <column> = <value>` : `DELETE FROM ${name}`;
  return `Do it in batches that are each committed, by a condition that leaves out what is done already:${code(
    "with op.get_context().autocommit_block():",
    "    changed = 1",
    "    while changed:",
    "        changed = op.get_bind().execute(sa.text(",
    `            "${start.replaceAll('"', '\\"')} WHERE ctid = ANY (ARRAY("`,
    `            "SELECT ctid FROM ${name.replaceAll('"', '\\"')} WHERE <not done yet> LIMIT 5000))"`,
    "        )).rowcount"
  )}`;
}

// src/rules/delete-or-update-without-where.ts
var rule37 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "UPDATE or DELETE of every row at once",
    why: "Without `WHERE` every row is written. Each stays locked against other writers until the transaction ends, an `UPDATE` stores the whole table a second time, and what a `DELETE` takes is gone, whatever was meant.",
    fix: "Change rows in batches that are each committed, by a condition that leaves out what is done already. What is done to a table that was made in the same change is not reported.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY, active boolean)",
      bad: `def upgrade():
    op.execute("UPDATE users SET active = true")

# migrate-check: irreversible who was inactive is not kept
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    with op.get_context().autocommit_block():
        updated = 1
        while updated:
            updated = op.get_bind().execute(sa.text(
                "UPDATE users SET active = true WHERE ctid = ANY (ARRAY("
                "SELECT ctid FROM users WHERE active IS NOT TRUE LIMIT 5000))"
            )).rowcount

# migrate-check: irreversible who was inactive is not kept
def downgrade():
    raise NotImplementedError`
    }
  },
  messages: {
    update: ({ table, help: help8 }) => ({
      message: `UPDATE without WHERE writes every row of ${table}; nobody else can change one until the transaction ends.`,
      help: help8
    }),
    delete: ({ table, help: help8 }) => ({
      message: `DELETE without WHERE deletes every row of ${table}.`,
      help: help8
    })
  },
  check(subject, { report, notChecked }) {
    for (const change3 of unfiltered(subject, notChecked)) {
      const { does, table } = change3;
      report(
        does,
        { table: shownRelation(table), help: inBatches(change3, subject.statement.trial) },
        whereOf(subject, { about: `${does} ${shownRelation(table)}`, table })
      );
    }
  }
});

// src/rules/detach-partition-non-concurrent.ts
var rule38 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A partition is detached while nobody can read the table",
    why: "Without `CONCURRENTLY` nobody reads or writes the whole partitioned table, all partitions included, until the transaction ends. The command itself waits for every query that is running on it, and all others wait behind it.",
    fix: "`DETACH PARTITION ... CONCURRENTLY` in an `autocommit_block`. It cannot be had where there is a default partition.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      before: `CREATE TABLE events (day date NOT NULL) PARTITION BY RANGE (day); CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')`,
      bad: `def upgrade():
    op.execute("ALTER TABLE events DETACH PARTITION events_2025")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE events DETACH PARTITION events_2025 CONCURRENTLY")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`
    }
  },
  messages: {
    blocks: ({ table, partition: partition2 }) => ({
      message: `Nobody reads or writes ${table} from when ${partition2} is detached until the transaction ends.`,
      help: `Detach it concurrently, in a block without a transaction:${code("with op.get_context().autocommit_block():", `    op.execute("ALTER TABLE ${table} DETACH PARTITION ${partition2} CONCURRENTLY")`)}`
    })
  },
  check(subject, { report, notChecked }) {
    for (const { table: written3, partition: partition2, concurrently: concurrently2 } of actionsIn(subject, "detach partition")) {
      if (concurrently2 || !seen(subject, "DETACH PARTITION", ["locks"], notChecked)) continue;
      const table = oldTable(subject, written3, notChecked);
      const mode = table && lockOn(subject, table);
      if (!table || !mode || !blocksReads(mode)) continue;
      report(
        "blocks",
        { table: shownRelation(table), partition: partition2.name },
        whereOf(subject, { about: partition2.name, table })
      );
    }
  }
});

// src/rules/do-block-ddl.ts
var rule39 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "SQL that is made while a DO block runs",
    why: "What `EXECUTE` makes out of variables cannot be read, neither by a reviewer nor by the other rules: only the locks that it took were seen. Commands that stand in a DO block as they are, or in a literal string, are judged like all others.",
    fix: "Write the commands out, or make them in Python, where each is sent by itself and seen.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    op.execute("DO $$ DECLARE t text := 'users'; BEGIN EXECUTE format('COMMENT ON TABLE %I IS %L; ALTER TABLE %I ADD COLUMN age int', t, 'people', t); END $$")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    op.execute("DO $$ BEGIN ALTER TABLE users ADD COLUMN age int; END $$")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`
    }
  },
  messages: {
    made: ({ tables }) => ({
      message: `This DO block makes SQL while it runs, which cannot be read before; it locks ${list(tables)} against others.`,
      help: "Write the commands out, or make them in Python, where each is sent by itself and seen."
    })
  },
  check(subject, { report, notChecked }) {
    const { command, isOld } = subject;
    if (command.kind !== "DoStmt") return;
    const dynamic = madeLater(subject);
    if (dynamic.length === 0) return;
    const locks2 = (seen(subject, "DO", ["locks"], notChecked)?.locks ?? []).filter(
      ({ relation, mode }) => isOld(relation) && relation.kind.endsWith("table") && blocksWrites(mode)
    );
    if (locks2.length === 0) return;
    const tables = locks2.map(({ relation }) => shownRelation(relation));
    report(
      "made",
      { tables },
      {
        place: placeOf(subject),
        evidence: [...evidenceOf(subject), ...dynamic.map((text) => note(`EXECUTE ${text}`))],
        about: tables.join(" ")
      }
    );
  }
});
function madeLater({ statement: statement2 }) {
  const { commands, unread } = readCommands(statement2.sql);
  if (commands.some((one2) => changesSchema(one2))) return [];
  return unread.filter(({ why }) => why === "dynamic").map(({ text }) => text);
}

// src/rules/domain-constraint.ts
var rule40 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A constraint of a domain is tested on every table that uses it",
    why: "`ALTER DOMAIN ... ADD CONSTRAINT` reads every table with a column of the domain, one after the other, and keeps SHARE on all of them until the transaction ends: nobody writes to any.",
    fix: "Add it `NOT VALID`, which reads nothing: values that come are tested, and those that are there are not. Put what has to hold for them as well on each table as a CHECK, `NOT VALID` and validated in a revision after it.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      before: "CREATE DOMAIN email AS text; CREATE TABLE users (id bigint PRIMARY KEY, address email)",
      bad: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.execute("ALTER DOMAIN email ADD CONSTRAINT has_at CHECK (VALUE LIKE '%@%')")

def downgrade():
    op.execute("ALTER DOMAIN email DROP CONSTRAINT has_at")`,
      good: `def upgrade():
    op.execute("ALTER DOMAIN email ADD CONSTRAINT has_at CHECK (VALUE LIKE '%@%') NOT VALID")

def downgrade():
    op.execute("ALTER DOMAIN email DROP CONSTRAINT has_at")`
    }
  },
  messages: {
    tested: ({ tables, line }) => ({
      message: `Every value of the domain is tested: ${tables} are read from end to end, and until the transaction ends nobody writes to them.`,
      help: line === void 0 ? `Do not wait long for the locks, and do it when nobody writes to ${tables}:${code(`op.execute("SET LOCAL lock_timeout = '2s'")`)}` : `Test only the values that come:${code(line)}
What has to hold for those that are there as well belongs on each table, as a CHECK that is NOT VALID and validated in a revision after it.`
    })
  },
  check(subject, { report, notChecked }) {
    const { command, isOld } = subject;
    if (command.kind !== "AlterDomainStmt") return;
    const trace = seen(subject, "ALTER DOMAIN", ["locks", "scanned"], notChecked);
    if (!trace) return;
    const tables = trace.locks.filter(({ relation, mode }) => isOld(relation) && blocksWrites(mode) && scanOf(trace, relation)).map(({ relation }) => relation);
    const [table] = tables;
    if (!table) return;
    report(
      "tested",
      { tables: list(tables.map(shownRelation)), line: command.node.def && notValid(command.text) },
      whereOf(subject, { about: texts(command.node.typeName).join("."), table })
    );
  }
});
var notValid = (added) => execute(`${added.replace(/\s+/g, " ")} NOT VALID`);

// src/rules/support/environment.ts
function unsafeTransaction({ observations }) {
  return observations.remarks.find(({ kind }) => kind === "begun-before" || kind === "own-transaction");
}
function isFaultOfEnvironment(failure, revision, facts) {
  if (unsafeTransaction(facts) === void 0) return false;
  if (failure.reason === "not-applied") return true;
  return failure.error === "AssertionError" && revision.source.includes("autocommit_block");
}

// src/rules/support/unnamed.ts
var noName = /Can't emit DROP CONSTRAINT for constraint .*it has no name/s;
var dropsNone = /\bdrop_constraint\(\s*(?:constraint_name\s*=\s*)?None\b/;
function isUnnamed(failure, revision) {
  if (noName.test(failure.message)) return true;
  const ofName = failure.reason === "python" || failure.sqlstate === "42704";
  return ofName && dropsNone.test(callAt(revision, failure));
}
var typical = {
  foreignkey: /_fkey\d*$|^fk_/,
  unique: /_key\d*$|^uq_/,
  check: /_check\d*$|^ck_/,
  primary: /_pkey\d*$|^pk_/
};
function readDrop(revision, failure) {
  const call3 = callAt(revision, failure);
  const table = /drop_constraint\(\s*(?:constraint_name\s*=\s*)?None\s*,\s*(?:table_name\s*=\s*)?['"]([^'"]+)['"]/.exec(
    call3
  )?.[1] ?? batchTable(linesOf2(revision).slice(0, failure.place?.line ?? 0)) ?? /Table\('([^']+)'/.exec(failure.message)?.[1];
  const type = /type_\s*=\s*['"](\w+)['"]/.exec(call3)?.[1];
  return { ...table === void 0 ? {} : { table }, ...type === void 0 ? {} : { type } };
}
function furtherLines(revision, direction, { place }) {
  const last2 = revision[direction].place?.endLine;
  const failing = place?.line;
  if (last2 === void 0 || failing === void 0) return [];
  return linesOf2(revision).map((_, at) => at + 1).filter((line) => line > failing && line <= last2 && startsDrop(revision, line));
}
function startsDrop(revision, line) {
  const text = linesFrom(revision, line);
  return /^[^\n#]*\bdrop_constraint\(/.test(text) && dropsNone.test(callIn(text));
}
var linesOf2 = ({ source }) => source.split("\n");
var linesFrom = (revision, line) => linesOf2(revision).slice(Math.max(0, line - 1), line + 5).join("\n");
var callIn = (text) => text.split(/\n\s*(?=op\.|batch_op\.)/)[0] ?? "";
function callAt(revision, { place }) {
  return place?.line === void 0 || place.file !== revision.place.file ? "" : callIn(linesFrom(revision, place.line));
}
function batchTable(lines) {
  const opened = /batch_alter_table\(\s*['"]([^'"]+)['"]/;
  return lines.toReversed().flatMap((line) => opened.exec(line)?.[1] ?? [])[0];
}
function candidates({ effect }, { table, type }) {
  const made2 = (effect ?? []).filter(({ kind, change: change3 }) => kind === "constraint" && change3 === "new").map(({ name }) => split2(name)).filter(
    (constraint) => table === void 0 || constraint.table === table || constraint.table.endsWith(`.${table}`)
  ).map(({ name }) => name);
  const pattern = type === void 0 ? void 0 : typical[type];
  const likely = made2.filter((name) => pattern?.test(name));
  return likely.length > 0 ? likely : made2;
}
function split2(name) {
  const dot = name.lastIndexOf(".");
  return { table: name.slice(0, dot), name: name.slice(dot + 1).replaceAll('"', "") };
}

// src/rules/downgrade-fails.ts
var rule41 = defineRule({
  subject: "round-trip",
  needs: ["revision", "downgrade"],
  meta: {
    title: "The downgrade fails",
    why: "Straight after its own upgrade the revision cannot be taken back. Whoever has to return to the release before finds that out at the worst moment.",
    fix: "Correct `downgrade()` at the line that is shown: undo in the reverse order, under the names that the upgrade gave. What cannot be undone is declared with `# migrate-check: irreversible <reason>`.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.create_table("tags", sa.Column("id", sa.BigInteger(), primary_key=True))

def downgrade():
    op.drop_table("tag")  # another name`,
      good: `def upgrade():
    op.create_table("tags", sa.Column("id", sa.BigInteger(), primary_key=True))

def downgrade():
    op.drop_table("tags")`
    }
  },
  messages: {
    fails: ({ revision, how, hint }) => ({
      message: `${revision} cannot be taken back: its downgrade ${how}.`,
      help: hint
    })
  },
  check(trip, { report, notChecked }) {
    const { revision, roundTrip, facts } = trip;
    const failure = roundTrip.downgrade?.failure;
    if (!failure || isMissing(trip)) return;
    if (declaredIrreversible(revision)) return notChecked("declared irreversible");
    if (isUnnamed(failure, revision) || isFaultOfEnvironment(failure, revision, facts)) return;
    report(
      "fails",
      { revision: called(revision), how: ends(failure), hint: hintFor(failure, "downgrade", facts) },
      {
        place: failurePlace(failure, revision, "downgrade"),
        evidence: ofFailure(failure, roundTrip.downgrade?.output)
      }
    );
  }
});

// src/rules/downgrade-leaves-trace.ts
var rule42 = defineRule({
  subject: "round-trip",
  needs: ["revision", "downgrade"],
  meta: {
    title: "The downgrade leaves a trace",
    why: "After upgrade and downgrade the catalog is not what it was: something new stayed, something old is lost, or something came back changed. A database that was rolled back is then another one than a database that never went forward, and the next migration meets the wrong one.",
    fix: "Undo in `downgrade()` all that `upgrade()` does, with the same names, defaults and nullability as before. Another order of columns, a constraint that stays validated, an extension that stays and a label that stays in an enum are no trace.",
    severity: "error",
    since: "0.1.0",
    examples: {
      before: `CREATE TABLE users (id bigint PRIMARY KEY, plan text DEFAULT 'trial')`,
      bad: `def upgrade():
    op.alter_column("users", "plan", server_default="free")

def downgrade():
    op.alter_column("users", "plan", server_default=None)  # it was 'trial'`,
      good: `def upgrade():
    op.alter_column("users", "plan", server_default="free")

def downgrade():
    op.alter_column("users", "plan", server_default="trial")`
    }
  },
  messages: {
    trace: ({ revision, differences, fails: fails2 }) => ({
      message: `After the downgrade of ${revision} the database is not what it was before: ${summary(differences)}${fails2 ? ". The next upgrade fails because of it" : ""}.`,
      help: help2(differences)
    })
  },
  check(trip, { report }) {
    const differences = traceLeft(trip);
    if (differences.length === 0) return;
    const failure = reupgradeFailure(trip, "trace");
    report(
      "trace",
      { revision: called(trip.revision), differences, fails: failure !== void 0 },
      {
        place: definition(trip.revision, "downgrade"),
        edit: addedAtEnd(trip.revision, "downgrade", linesFor(differences)),
        evidence: [
          ...ofDifferences(differences),
          ...failure ? [note("The second upgrade then fails:"), ...ofFailure(failure)] : []
        ]
      }
    );
  }
});
function summary(differences) {
  return differences.length <= 2 ? differences.map(({ words: words4 }) => words4).join("; ") : count(differences.length, "difference");
}
var linesFor = (differences) => [
  ...undoLines(differences),
  ...restoreLines(differences)
];
function help2(differences) {
  const lines = linesFor(differences);
  const named5 = (which) => differences.filter(which).map(({ kind, name }) => `${kind} ${name}`);
  const gone = named5(({ change: change3 }) => change3 === "gone");
  const rest = named5(
    (difference) => difference.change === "changed" && restoreLines([difference]).length === 0
  );
  const parts = [
    ...lines.length > 0 ? [`Add to downgrade():${code(...lines)}`] : [],
    ...gone.length > 0 ? [`Make again in downgrade() what upgrade() takes away: ${list(gone)}.`] : [],
    ...rest.length > 0 ? [`Give back in downgrade() as it was before the upgrade: ${list(rest)}.`] : []
  ];
  return parts.length > 0 ? parts.join("\n") : "Take away in downgrade() what is shown above and was not there before the upgrade.";
}

// src/rules/support/lost.ts
function lostBeside({ move }, effect) {
  const names = new Set(
    move.statements.flatMap(({ sql }) => commandsOf(sql)).flatMap((command) => dropped({ command }))
  );
  return effect.filter(({ change: change3, name }) => change3 === "gone" && !names.has(lastPart(name)));
}
function dropped(of) {
  return actionsIn(of, "drop", "drop column", "drop constraint").map((action) => {
    if (action.does === "drop") return quoteIdent(action.name.name);
    return quoteIdent(action.does === "drop column" ? action.column : action.name);
  });
}
var lastPart = (name) => /(?:"(?:[^"]|"")*"|[^".(]+)$/.exec(name.replace(/\(.*$/s, ""))?.[0] ?? name;

// src/rules/drop-cascade.ts
var rule43 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "CASCADE drops what nobody named",
    why: "`CASCADE` drops whatever depends on the thing: views, foreign keys of other tables, columns, functions. What that is depends on the database, and the migration does not say it; in production it can be more than here.",
    fix: "Drop what depends on it by name, first. Then PostgreSQL refuses where something was forgotten. Where nothing depends on it, `CASCADE` is not reported.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      before: "CREATE TYPE mood AS ENUM ('good'); CREATE DOMAIN mood_or_none AS mood",
      bad: `def upgrade():
    op.execute("DROP TYPE mood CASCADE")

# migrate-check: irreversible nobody has moods any more
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    op.execute("DROP DOMAIN mood_or_none")
    op.execute("DROP TYPE mood")

# migrate-check: irreversible nobody has moods any more
def downgrade():
    raise NotImplementedError`
    }
  },
  messages: {
    more: ({ lost: lost2 }) => ({
      message: `CASCADE drops more than is named: ${list(lost2)}.`,
      help: `Drop these by name before it, if they have to go, and leave CASCADE away: ${list(lost2, 12)}.`
    })
  },
  check(subject, { report, notChecked }) {
    if (!cascades(subject)) return;
    const effect = effectOf(subject);
    if (!effect) return notChecked("the upgrade fails, so what CASCADE drops was not seen");
    const lost2 = lostBeside(subject, effect);
    if (lost2.length === 0) return;
    report(
      "more",
      { lost: lost2.map(({ kind, name }) => `${kind} ${name}`) },
      {
        place: placeOf(subject),
        evidence: [...evidenceOf(subject), ...ofDifferences(lost2)],
        about: lost2.map(({ kind, name }) => `${kind} ${name}`).join(" ")
      }
    );
  }
});
var cascades = (subject) => actionsIn(subject, "drop", "drop column", "drop constraint").some(
  ({ cascade, kind }) => cascade && kind !== "schema"
);

// src/rules/support/names.ts
var readable = /* @__PURE__ */ new Set(["table", "view", "materialized view", "foreign table"]);
function isStillNamed(subject, relation) {
  const after = tripOf(subject)?.schema?.after ?? [];
  return after.some(({ kind, name }) => readable.has(kind) && name === spelled2(relation));
}
var hasStillColumn = (subject, table, column) => columnFact(subject, "after", [table, column], "type") !== void 0;
var isReadable = ({ kind }) => !/index|sequence/.test(kind);
var wasColumn = (subject, table, column) => wasThere(subject, "column", spelledColumn(table, column)) ?? true;

// src/rules/drop-column.ts
var rule44 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A column is dropped",
    why: "What the column holds is gone, and no downgrade brings it back. The release that still runs while this one is deployed names the column in every SELECT and INSERT of its models, and fails.",
    fix: "Release code that does not map the column any more, and drop it in a later release. A column that was made in the same change is not reported.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY, nickname text)",
      bad: `def upgrade():
    op.drop_column("users", "nickname")

def downgrade():
    op.add_column("users", sa.Column("nickname", sa.Text()))`,
      good: `def upgrade():
    # The column stays until no release reads it.
    op.execute("COMMENT ON COLUMN users.nickname IS 'unused since release 12'")

def downgrade():
    op.execute("COMMENT ON COLUMN users.nickname IS NULL")`
    }
  },
  messages: {
    replaced: ({ column, table }) => ({
      message: `Dropping ${table}.${column} deletes what it holds: the column of that name that there is afterwards is another one.`,
      help: `Where what it holds is not needed any more, or has been copied before, say so on the line:${code("# migrate-check: ignore[drop-column] <reason>")}`
    }),
    dropped: ({ column, table }) => ({
      message: `Dropping ${table}.${column} deletes what it holds, and the running release fails on every statement that names it.`,
      help: `Release code that does not map ${column} first, and drop the column in a later release. Where that has happened, say so on the line:${code("# migrate-check: ignore[drop-column] <reason>")}`
    })
  },
  check(subject, { report, notChecked }) {
    for (const action of actionsIn(subject, "drop column")) {
      if (action.kind !== "table" || !seen(subject, "DROP COLUMN", ["locks"], notChecked)) continue;
      const table = oldTable(subject, action.table, notChecked);
      if (!table || !wasColumn(subject, table, action.column)) continue;
      report(
        hasStillColumn(subject, table, action.column) ? "replaced" : "dropped",
        { column: action.column, table: shownRelation(table) },
        whereOf(subject, { about: `${shownRelation(table)}.${action.column}`, table })
      );
    }
  }
});

// src/rules/support/upgrade-actions.ts
var upgradeActions = ({ roundTrip }) => roundTrip.upgrade.statements.flatMap(({ sql }) => commandsOf(sql)).flatMap(actionsOf);

// src/rules/drop-column-removes-constraint.ts
var rule45 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "Dropping a column takes a constraint or an index of other columns with it",
    why: "PostgreSQL drops, without a word, every constraint and index that has to do with a dropped column, those over several columns included: the columns that stay are not unique, checked or indexed any more, and no line of the migration says so. The same goes for a primary key.",
    fix: "Drop the constraint or the index by name before the column, so that everybody can see it, and make one for the columns that stay where they need it. What belongs to the dropped column alone is not reported.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE seats (id bigint PRIMARY KEY, hall text, number text, CONSTRAINT seats_place UNIQUE (hall, number))",
      bad: `def upgrade():
    op.drop_column("seats", "hall")

def downgrade():
    op.add_column("seats", sa.Column("hall", sa.Text()))
    op.create_unique_constraint("seats_place", "seats", ["hall", "number"])`,
      good: `def upgrade():
    # The column goes in a later release, with op.drop_constraint("seats_place", "seats") in front of it.
    op.execute("COMMENT ON COLUMN seats.hall IS 'unused since release 12'")

def downgrade():
    op.execute("COMMENT ON COLUMN seats.hall IS NULL")`
    }
  },
  messages: {
    lost: ({ table, column, thing, stays, line }) => ({
      message: `Dropping ${table}.${column} also drops ${thing}, and nothing in the revision says so.${stays.length > 0 ? ` ${list(stays)} ${stays.length > 1 ? "are" : "is"} left without it.` : ""}`,
      help: `Say it in front of the column, and make what the columns that stay need:${code(line)}`
    })
  },
  check(subject, { report }) {
    for (const { before: before3, after } of touchedTables(subject)) {
      if (!before3) continue;
      for (const lost2 of [...lostConstraints(before3, after), ...lostIndexes(before3, after)]) {
        const column = lost2.columns.find((name) => has2(before3.columns, name) && !has2(after.columns, name));
        const stays = [...new Set(lost2.columns)].filter((name) => has2(after.columns, name));
        if (column === void 0 || !isMissed(lost2, stays, subject)) continue;
        const { place, evidence } = doneAt(
          subject,
          doing(
            (action) => action.does === "drop column" && action.column === column && isNamed(before3, action.table)
          )
        );
        report(
          "lost",
          {
            table: before3.shown,
            column,
            thing: `the ${lost2.type} ${lost2.part.name}`,
            stays,
            line: lost2.line
          },
          {
            place,
            evidence: [...evidence, note(`gone with it: ${textOf(lost2.part, "definition")}`)],
            about: `${before3.shown}.${lost2.part.name}`,
            severity: lost2.type === "index" ? "notice" : "warning",
            table: before3
          }
        );
      }
    }
  }
});
var isMissed = (lost2, stays, subject) => (stays.length > 0 || lost2.type === "primary key") && !isNamedIn(subject, lost2.part.name) && !lost2.isReplaced(stays);
var has2 = (parts, name) => parts.some((part) => part.name === name);
var missing2 = (before3, after) => before3.filter(({ name }) => !has2(after, name));
function lostConstraints(before3, after) {
  const made2 = missing2(after.constraints, before3.constraints);
  return missing2(before3.constraints, after.constraints).map((part) => {
    const type = constraintOf(part)?.type ?? "constraint";
    return {
      part,
      type: type === "check" || type === "exclusion" || type === "unique" ? `${type} constraint` : type,
      columns: constraintColumns(part),
      line: call("drop_constraint", [part.name, before3.name], inSchema(before3)),
      isReplaced: (columns) => made2.some((one2) => constraintOf(one2)?.type === type && includesAll(constraintColumns(one2), columns))
    };
  });
}
function lostIndexes(before3, after) {
  const made2 = missing2(after.indexes, before3.indexes);
  return missing2(before3.indexes, after.indexes).filter(({ name }) => !has2(before3.constraints, name)).map((part) => ({
    part,
    type: indexOf(part)?.unique ? "unique index" : "index",
    columns: indexColumns(part),
    line: call("drop_index", [part.name], { table_name: before3.name, ...inSchema(before3) }),
    isReplaced: (columns) => made2.some((one2) => includesAll(indexColumns(one2), columns))
  }));
}
var includesAll = (all2, some) => some.every((one2) => all2.includes(one2));
var isNamedIn = (subject, name) => upgradeActions(subject).some(
  (action) => action.does === "drop constraint" && action.name === name || action.does === "drop" && action.name.name === name
);

// src/rules/support/named-edit.ts
function named3(revision, place, [name, ...others]) {
  const drop2 = statementAt(revision, "downgrade", place)?.statement;
  if (!drop2 || name === void 0 || others.length > 0 || !drops2.test(drop2.text)) return void 0;
  const [make, ...more3] = (bodyOf2(revision, "upgrade")?.lines ?? []).filter(({ text }) => makes.test(text));
  const isPair = make && more3.length === 0 && make.endLine < drop2.startLine;
  const lines = revision.source.split("\n");
  const withName = ({ text }, call3) => text.replace(call3, (_, head2) => head2 + py(name)).split("\n");
  if (!isPair) return replaced(revision, drop2.startLine, drop2.endLine, withName(drop2, drops2));
  return replaced(revision, make.startLine, drop2.endLine, [
    ...withName(make, makes),
    ...lines.slice(make.endLine, drop2.startLine - 1),
    ...withName(drop2, drops2)
  ]);
}
var drops2 = /(\bdrop_constraint\(\s*(?:constraint_name\s*=\s*)?)None\b/;
var makes = /(\bcreate_(?:foreign_key|unique_constraint|check_constraint|primary_key|exclude_constraint)\(\s*(?:constraint_name\s*=\s*)?)None\b/;

// src/rules/drop-constraint-none.ts
var messages2 = {
  unnamed: ({ revision, direction, drop: drop2, names, further }) => ({
    message: `The ${direction} of ${revision} drops a constraint${drop2.table === void 0 ? "" : ` of ${drop2.table}`} without saying which one, and fails. ${given2(names)}`,
    help: `${help3(drop2, names)}${more2(further)}`
  })
};
var rule46 = defineRule({
  subject: "round-trip",
  needs: ["revision", "downgrade"],
  meta: {
    title: "A constraint is dropped without its name",
    why: "Autogenerate writes `op.drop_constraint(None, ...)` for a constraint that was made without a name. The upgrade works, because PostgreSQL makes up a name; the downgrade cannot work, because nobody told it which.",
    fix: "Write the name that the constraint has in the database, which the finding says, and give the constraint that name in `upgrade()` too. A `naming_convention` on the metadata keeps it from happening again.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: [
        `def upgrade():
    op.create_table("users", sa.Column("id", sa.BigInteger(), primary_key=True))
    op.create_table(
        "items",
        sa.Column("id", sa.BigInteger(), primary_key=True),
        sa.Column("owner_id", sa.BigInteger(), index=True),
    )

def downgrade():
    op.drop_table("items")
    op.drop_table("users")`,
        `def upgrade():
    op.create_foreign_key(None, "items", "users", ["owner_id"], ["id"])

def downgrade():
    op.drop_constraint(None, "items", type_="foreignkey")`
      ],
      good: [
        `def upgrade():
    op.create_table("users", sa.Column("id", sa.BigInteger(), primary_key=True))
    op.create_table(
        "items",
        sa.Column("id", sa.BigInteger(), primary_key=True),
        sa.Column("owner_id", sa.BigInteger(), index=True),
    )

def downgrade():
    op.drop_table("items")
    op.drop_table("users")`,
        `def upgrade():
    op.create_foreign_key("items_owner_id_fkey", "items", "users", ["owner_id"], ["id"])

def downgrade():
    op.drop_constraint("items_owner_id_fkey", "items", type_="foreignkey")`
      ]
    }
  },
  messages: messages2,
  check({ revision, roundTrip }, tell) {
    const { upgrade, downgrade } = roundTrip;
    if (upgrade.failure && isUnnamed(upgrade.failure, revision))
      tellOf2("upgrade", revision, roundTrip, upgrade.failure, tell);
    const failure = downgrade?.failure;
    if (failure && isUnnamed(failure, revision) && !declaredIrreversible(revision))
      tellOf2("downgrade", revision, roundTrip, failure, tell);
  }
});
function tellOf2(direction, revision, roundTrip, failure, { report }) {
  const drop2 = readDrop(revision, failure);
  const place = failurePlace(failure, revision, direction);
  const names = candidates(roundTrip, drop2);
  report(
    "unnamed",
    {
      revision: called(revision),
      direction,
      drop: drop2,
      names,
      further: furtherLines(revision, direction, failure)
    },
    {
      place,
      evidence: ofFailure(failure),
      edit: named3(revision, place, names),
      about: `${direction} ${drop2.table ?? ""}`
    }
  );
}
function given2(names) {
  const [only, ...others] = names;
  if (only === void 0)
    return "PostgreSQL gives a constraint without a name one of its own: table_column_fkey, _key, _check, or table_pkey.";
  return others.length === 0 ? `In the database it is called ${only}.` : `The upgrade made ${names.join(", ")}.`;
}
function help3(drop2, names) {
  const type = drop2.type === void 0 ? "" : `, type_=${py(drop2.type)}`;
  const line = (name) => `op.drop_constraint(${py(name)}, ${py(drop2.table ?? "...")}${type})`;
  const which = names.length > 1 ? "Write the one that is meant" : "Write its name";
  const lines = names.length > 0 ? names.map(line) : [line("...")];
  return `${which}:${code(...lines)}
and give it the same name where upgrade() makes it, in place of None.`;
}
function more2(further) {
  if (further.length === 0) return "";
  return `
${count(further.length, "more line")} below ${further.length === 1 ? "has" : "have"} the same fault: ${list(further.map(String))}.`;
}

// src/rules/drop-database.ts
var rule47 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A whole database is dropped",
    why: "Everything in it is gone, for every application that uses it. Which databases there are is nothing that the migrations of one of them decide, and on a server with another set of them the name means something else.",
    fix: "Take the command out of the migration. Databases are made and dropped where the server is set up.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("DROP DATABASE IF EXISTS reports")

def downgrade():
    pass`,
      good: `def upgrade():
    op.execute("CREATE SCHEMA reports")

def downgrade():
    op.execute("DROP SCHEMA reports")`
    }
  },
  messages: {
    dropped: ({ database }) => ({
      message: `The migration drops the database ${database}, with everything in it.`,
      help: "Take the command out of the migration. Databases are made and dropped where the server is set up."
    })
  },
  check(subject, { report }) {
    const { command } = subject;
    if (command.kind !== "DropdbStmt") return;
    const { dbname: database = "" } = command.node;
    report("dropped", { database }, whereOf(subject, { about: database }));
  }
});

// src/rules/drop-extension-or-function.ts
var rule48 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "An extension or a function is dropped",
    why: "The release that still runs calls the function, or one of the extension, and fails. PostgreSQL does not know what the bodies of other functions call: those break as well, when they are called next.",
    fix: "Release code that does not call it, and drop it in a later release. A trigger function, one that has a new version with other arguments, and what was made in the same change are not reported.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      before: "CREATE FUNCTION tax(numeric) RETURNS numeric LANGUAGE sql AS $$ SELECT $1 * 0.2 $$",
      bad: `def upgrade():
    op.execute("DROP FUNCTION tax(numeric)")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    op.execute("CREATE OR REPLACE FUNCTION tax(numeric) RETURNS numeric LANGUAGE sql AS $$ SELECT $1 * 0.19 $$")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`
    }
  },
  messages: {
    dropped: ({ kind, name }) => ({
      message: `The ${kind} ${name} is dropped, and what calls ${kind === "extension" ? "its functions" : "it"} fails: the running release, and functions of which PostgreSQL does not know that they do.`,
      help: "Release code that does not call it first, and drop it in a later release."
    })
  },
  check(subject, { report, notChecked }) {
    for (const { kind, name } of actionsIn(subject, "drop")) {
      if (!kinds3.has(kind)) continue;
      const effect = effectOf(subject);
      if (!effect) return notChecked(`the upgrade fails, so whether the ${kind} is gone was not seen`);
      const gone = effect.find(
        (one2) => one2.change === "gone" && one2.kind === kind && isNamed2(one2, name.name)
      );
      if (!gone || isNewVersion(effect, gone) || isOfTriggers(subject, gone)) continue;
      if (wasThere(subject, kind, gone.name) === false) continue;
      report("dropped", { kind, name: gone.name }, whereOf(subject, { about: gone.name }));
    }
  }
});
var kinds3 = /* @__PURE__ */ new Set(["extension", "function", "procedure", "aggregate"]);
var withoutArguments = (name) => name.replace(/\(.*$/s, "");
var isNamed2 = ({ name }, own2) => {
  const plain4 = withoutArguments(name);
  return plain4 === quoteIdent(own2) || plain4.endsWith(`.${quoteIdent(own2)}`);
};
var isNewVersion = (effect, { kind, name }) => effect.some(
  (one2) => one2.change === "new" && one2.kind === kind && withoutArguments(one2.name) === withoutArguments(name)
);
function isOfTriggers(subject, { kind, name }) {
  const before3 = tripOf(subject)?.schema?.before ?? [];
  const definition2 = before3.find((one2) => one2.kind === kind && one2.name === name)?.facts["definition"];
  return /\bRETURNS (?:event_)?trigger\b/.test(String(definition2));
}

// src/rules/drop-foreign-key.ts
var rule49 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "Dropping a foreign key locks the table it points at, too",
    why: "To take its triggers away PostgreSQL takes ACCESS EXCLUSIVE on both tables. It is over at once, but it waits for everybody who uses either of them, and nobody reads or writes them behind it. Reported where `lock_timeout` is 0, so that it waits without an end.",
    fix: "Give up after a few seconds and try again: `SET LOCAL lock_timeout` in a revision that does nothing else.",
    severity: "notice",
    optIn: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY); CREATE TABLE orders (id bigint PRIMARY KEY, buyer bigint CONSTRAINT fk_buyer REFERENCES users)",
      bad: `def upgrade():
    op.drop_constraint("fk_buyer", "orders", type_="foreignkey")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.drop_constraint("fk_buyer", "orders", type_="foreignkey")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`
    }
  },
  messages: {
    both: ({ table, name, target }) => ({
      message: `Dropping the foreign key ${name} locks ${shownRelation(target)} as well as ${shownRelation(table)}: it waits for everybody who uses either, because lock_timeout is 0, and nobody reads or writes them behind it.`,
      help: `Give up after some seconds, and try again, in a revision that does nothing else:${code(`op.execute("SET LOCAL lock_timeout = '2s'")`)}`
    })
  },
  check(subject, tell) {
    for (const { change: change3, table, trace } of alteredTables(subject, tell, "drop constraint")) {
      const target = trace.lockTimeoutMs === 0 ? lockedTarget(subject, table, change3.name) : void 0;
      if (target)
        tell.report(
          "both",
          { table, name: change3.name, target },
          whereOf(subject, { about: shownColumn(table, change3.name), table: target })
        );
    }
  }
});
function lockedTarget({ statement: statement2, isOld, ...subject }, table, name) {
  const before3 = tablesOf(tripOf(subject)?.schema?.before ?? []).get(tableKey(table));
  const references = before3 && constraintNamed(before3, name)?.references;
  if (!references) return void 0;
  return statement2.trace?.locks.find(
    ({ mode, relation }) => blocksReads(mode) && isCalled(relation, references.table) && !isSame(relation, table) && isOld(relation)
  )?.relation;
}

// src/rules/drop-index-backing-constraint.ts
var rule50 = defineRule({
  subject: "upgrade",
  needs: ["revision"],
  meta: {
    title: "An index is dropped that belongs to a constraint",
    why: "A unique constraint, an exclusion constraint and a primary key each have an index of their own, which goes with the constraint and cannot be dropped without it. PostgreSQL refuses, and the deployment stops here.",
    fix: "Drop the constraint: `op.drop_constraint(...)`. Its index goes with it.",
    severity: "error",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE bookings (id bigint PRIMARY KEY, during tstzrange, CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&))",
      bad: `def upgrade():
    op.drop_index("no_overlap", table_name="bookings")

def downgrade():
    pass`,
      good: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.drop_constraint("no_overlap", "bookings")

def downgrade():
    op.execute("ALTER TABLE bookings ADD CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&)")`
    }
  },
  messages: {
    belongs: ({ revision, index, constraint, table, line }) => ({
      message: `The upgrade of ${revision} fails: the index ${index} belongs to the constraint ${constraint} of ${table} and cannot be dropped without it.`,
      help: `Drop the constraint; its index goes with it:${code(line)}`
    })
  },
  check({ revision, move: { failure, output } }, { report }) {
    const backed = failure && backedConstraint(failure);
    if (!backed) return;
    const [constraint = ""] = identifiers(backed.constraint);
    const [table = "", schema] = identifiers(backed.table).toReversed();
    report(
      "belongs",
      {
        ...backed,
        revision: called(revision),
        line: call("drop_constraint", [constraint, table], { schema })
      },
      { place: failurePlace(failure, revision, "upgrade"), evidence: ofFailure(failure, output) }
    );
  }
});

// src/rules/drop-index-non-concurrent.ts
var rule51 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "An index is dropped while everybody waits",
    why: "`DROP INDEX` takes ACCESS EXCLUSIVE on the table of the index. It waits for everybody who reads it, everybody who comes later waits behind it, and nobody reads or writes the table until the transaction ends.",
    fix: "Drop it with `postgresql_concurrently=True` in an `autocommit_block`.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY, email text); CREATE INDEX ix_users_email ON users (email)",
      bad: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.drop_index("ix_users_email", table_name="users")

def downgrade():
    op.create_index("ix_users_email", "users", ["email"])`,
      good: `def upgrade():
    with op.get_context().autocommit_block():
        op.drop_index("ix_users_email", table_name="users", postgresql_concurrently=True)

def downgrade():
    op.create_index("ix_users_email", "users", ["email"])`
    }
  },
  messages: {
    waits: ({ index, table, line }) => ({
      message: `Dropping ${index} takes ACCESS EXCLUSIVE on ${table}: nobody reads or writes ${table} until the transaction ends.`,
      help: `Drop it while everybody goes on, in a revision of its own:${code(...autocommitted([line]))}`
    })
  },
  check(subject, { report, notChecked }) {
    for (const { kind, name, concurrently: concurrently2 } of actionsIn(subject, "drop")) {
      if (kind !== "index" || concurrently2) continue;
      const trace = seen(subject, "DROP INDEX", ["locks"], notChecked);
      const index = trace?.locks.find(({ relation }) => isCalled(relation, name))?.relation;
      const table = index && tableOf(subject, index, notChecked);
      if (!table) continue;
      const line = dropCall(index, table);
      report(
        "waits",
        { index: shownRelation(index), table: shownRelation(table), line },
        whereOf(subject, { about: shownRelation(index), table, edit: madeConcurrent(subject, [line]) })
      );
    }
  }
});
function tableOf(subject, { kind, schema, of }, notChecked) {
  return kind === "index" && of !== void 0 ? oldTable(subject, { schema, name: of }, notChecked) : void 0;
}
var dropCall = ({ name, schema }, table) => call("drop_index", [name], {
  table_name: table.name,
  schema: schema === "public" ? void 0 : schema,
  postgresql_concurrently: true
});

// src/rules/drop-not-null.ts
var rule52 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A column may be NULL from now on",
    why: "Code that reads the column has never met a NULL in it, and the release that still runs does not expect one. Once rows hold NULL, the downgrade fails.",
    fix: "Release code that can read NULL first. Where a value is only unknown for a while, a default keeps the column NOT NULL.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL)",
      bad: `def upgrade():
    op.alter_column("users", "email", nullable=True)

def downgrade():
    op.alter_column("users", "email", nullable=False)`,
      good: `def upgrade():
    op.alter_column("users", "email", server_default="")

def downgrade():
    op.alter_column("users", "email", server_default=None)`
    }
  },
  messages: {
    nullable: ({ table, change: { column } }) => ({
      message: `${shownColumn(table, column)} may be NULL from now on: the running release does not expect that, and the downgrade fails once a row holds NULL.`,
      help: `Release code that reads NULL first. Or keep it NOT NULL by a default:${code(
        op("alter_column", table, py(table.name), py(column), 'server_default=sa.text("<value>")')
      )}`
    })
  },
  check(subject, tell) {
    for (const altered of alteredTables(subject, tell, "drop not null")) {
      if (!loosens(subject, altered)) continue;
      const { table, change: change3 } = altered;
      tell.report(
        "nullable",
        altered,
        whereOf(subject, {
          about: shownColumn(table, change3.column)
        })
      );
    }
  }
});
function loosens(subject, { table, change: { column } }) {
  const nullable2 = (when) => columnFact(subject, when, [table, column], "nullable");
  return wasColumn(subject, table, column) && nullable2("before") === "no" && nullable2("after") === "yes";
}

// src/rules/support/sender.ts
var senderOf = ({ statements }, isIt) => statements.findLast(({ sql }) => commandsOf(sql).flatMap(actionsOf).some(isIt));

// src/rules/drop-or-disable-trigger.ts
var rule53 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "A trigger does not fire any more",
    why: "What the trigger kept right, such as `updated_at`, an audit or a second table, is kept by nobody from now on. A trigger that a migration turned off for its own work and did not turn on again is found out months later.",
    fix: "Turn the trigger on again in the same migration. Where it is dropped for good (a notice), release code first that does not rely on it.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY); CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$; CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch()",
      bad: `def upgrade():
    op.execute("ALTER TABLE users DISABLE TRIGGER touch")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    op.execute("ALTER TABLE users DISABLE TRIGGER touch")
    op.execute("UPDATE users SET id = 1 WHERE id = 2")
    op.execute("ALTER TABLE users ENABLE TRIGGER touch")

def downgrade():
    pass`
    }
  },
  messages: {
    disabled: ({ trigger }) => ({
      message: `The trigger ${trigger} is turned off, and nothing turns it on again.`,
      help: `Add to the end of upgrade():${code(execute(`ALTER TABLE ${partsOf(trigger).table} ENABLE TRIGGER ${partsOf(trigger).own}`))}`
    }),
    dropped: ({ trigger }) => ({
      message: `The trigger ${trigger} is dropped: what it kept right is kept by nobody from now on.`,
      help: "If the running release relies on it, release code that does not first."
    })
  },
  check(trip, { report }) {
    const { effect = [], upgrade } = trip.roundTrip;
    for (const difference of effect.filter(({ kind }) => kind === "trigger")) {
      const { name, change: change3 } = difference;
      const message = messageFor(difference);
      if (!message || wasThere(trip, "trigger", name) === false || isReplaced(trip, name)) continue;
      const by = senderOf(
        upgrade,
        (action) => change3 === "gone" ? action.does === "drop" && action.kind === "trigger" : action.does === "alter" && action.subtype.startsWith("AT_DisableTrig")
      );
      report(
        message,
        { trigger: name },
        {
          place: by?.place ?? definition(trip.revision, "upgrade"),
          severity: message === "dropped" ? "notice" : "warning",
          evidence: [...by ? [ofSql(by.sql)] : [], ...ofDifferences([difference])],
          about: name
        }
      );
    }
  }
});
function messageFor({ change: change3, facts }) {
  if (change3 === "gone") return "dropped";
  return facts.some(({ fact, after }) => fact === "enabled" && after === "no") ? "disabled" : void 0;
}
var isReplaced = ({ roundTrip }, name) => (roundTrip.effect ?? []).some(
  (one2) => one2.kind === "trigger" && one2.change === "new" && partsOf(one2.name).table === partsOf(name).table
);
function partsOf(trigger) {
  const own2 = /(?:"(?:[^"]|"")*"|[^".]+)$/.exec(trigger)?.[0] ?? trigger;
  return { table: trigger.slice(0, -own2.length - 1), own: own2 };
}

// src/rules/drop-schema.ts
var rule54 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A schema is dropped with all that is in it",
    why: "`DROP SCHEMA ... CASCADE` drops every table, view, type and function of the schema, those too that only production has. Their rows are gone, and no downgrade brings them back.",
    fix: "Drop what is in the schema by name, in releases after the code that uses it, and then the empty schema without `CASCADE`: PostgreSQL refuses where something was forgotten.",
    severity: "error",
    since: "0.1.0",
    examples: {
      before: "CREATE SCHEMA audit; CREATE TYPE audit.action AS ENUM ('read', 'write')",
      bad: `def upgrade():
    op.execute("DROP SCHEMA audit CASCADE")

# migrate-check: irreversible nobody audits any more
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    op.execute("DROP TYPE audit.action")
    op.execute("DROP SCHEMA audit")

# migrate-check: irreversible nobody audits any more
def downgrade():
    raise NotImplementedError`
    }
  },
  messages: {
    dropped: ({ schema, inside }) => ({
      message: `The schema ${schema} is dropped with all that is in it: ${list(inside)}.`,
      help: `Drop what is in it by name, and then the empty schema without CASCADE: op.execute("DROP SCHEMA ${schema}")`
    })
  },
  check(subject, { report, notChecked }) {
    for (const { kind, name, cascade } of actionsIn(subject, "drop")) {
      if (kind !== "schema" || !cascade) continue;
      const effect = effectOf(subject);
      if (!effect) return notChecked("the upgrade fails, so what was in the schema was not seen");
      const schema = quoteIdent(name.name);
      const inside = effect.filter((difference) => isIn(difference, schema));
      const old = inside.filter((one2) => wasThere(subject, one2.kind, one2.name) !== false);
      if (old.length === 0) continue;
      report(
        "dropped",
        { schema, inside: old.map((one2) => `${one2.kind} ${one2.name}`) },
        {
          place: placeOf(subject),
          evidence: [...evidenceOf(subject), ...ofDifferences(old)],
          about: schema
        }
      );
    }
  }
});
var isIn = ({ change: change3, name }, schema) => change3 === "gone" && name.startsWith(`${schema}.`);

// src/rules/drop-table.ts
var rule55 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A table is dropped",
    why: "All its rows are gone, and no downgrade brings them back. The release that still runs while this one is deployed fails on every statement that names it. Tables that it refers to by foreign key are locked against reading as well, until the transaction ends.",
    fix: "Release code that does not use the table any more, keep a copy of what may be needed, and drop the table in a later release. A table that was made in the same change is not reported.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE carts (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    op.drop_table("carts")

def downgrade():
    op.create_table("carts", sa.Column("id", sa.BigInteger(), primary_key=True, autoincrement=False))`,
      good: `def upgrade():
    # The table stays until no release reads it.
    op.create_table_comment("carts", "unused since release 12")

def downgrade():
    op.drop_table_comment("carts")`
    }
  },
  messages: {
    replaced: ({ table, others }) => ({
      message: `Dropping ${table} deletes all its rows: the table of that name that there is afterwards is another one.${alsoUnread(others)}`,
      help: `Where its rows are not needed any more, or have been copied before, say so on the line:${code("# migrate-check: ignore[drop-table] <reason>")}`
    }),
    dropped: ({ table, others }) => ({
      message: `Dropping ${table} deletes all its rows, and the running release fails on every statement that names it.${alsoUnread(others)}`,
      help: `Release code that does not use ${table} first, and drop the table in a later release. Where that has happened, say so on the line:${code("# migrate-check: ignore[drop-table] <reason>")}`
    })
  },
  check(subject, { report, notChecked }) {
    const drops4 = actionsIn(subject, "drop").filter(({ kind }) => kind === "table");
    if (drops4.length === 0 || !seen(subject, "DROP TABLE", ["locks"], notChecked)) return;
    const tables = drops4.flatMap(({ name }) => oldTable(subject, name, notChecked) ?? []).filter(({ name }) => !isCopied(subject, name));
    for (const table of tables) {
      const others = alsoLocked(subject, tables).map(shownRelation);
      report(
        tableAt(subject, "after", table) ? "replaced" : "dropped",
        { table: shownRelation(table), others },
        whereOf(subject, {
          about: shownRelation(table),
          table
        })
      );
    }
  }
});
var alsoUnread = (others) => others.length > 0 ? ` ${list(others)} ${others.length > 1 ? "are" : "is"} locked against reading as well.` : "";
function alsoLocked({ statement: statement2, isOld }, dropped2) {
  return (statement2.trace?.locks ?? []).filter(({ relation, mode }) => relation.kind.endsWith("table") && isOld(relation) && blocksReads(mode)).map(({ relation }) => relation).filter((relation) => !dropped2.some((table) => isSame(relation, table)));
}

// src/rules/drop-unique-or-pk-constraint.ts
var rule56 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "Rows that were unique need not be any more",
    why: "Without the constraint the running release can write doubles, and each `INSERT ... ON CONFLICT (columns)` of it fails at once, because it needs something unique on just those columns. The downgrade fails as soon as there is one double. Where another unique index or constraint on the same columns is there after the upgrade, it is not reported.",
    fix: "Make the new unique index first (`CONCURRENTLY`), and drop the old constraint after it. Where the rows are to be unique no more, release code that does not count on it before.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY, email text CONSTRAINT uq_users_email UNIQUE)",
      bad: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.drop_constraint("uq_users_email", "users")

def downgrade():
    op.create_unique_constraint("uq_users_email", "users", ["email"])`,
      good: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ux_users_email")
        op.create_index("ux_users_email", "users", ["email"], unique=True, postgresql_concurrently=True)
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.drop_constraint("uq_users_email", "users")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`
    }
  },
  messages: {
    gone: ({ name, table, columns }) => ({
      message: `Without ${name}, rows of ${table} can have the same ${list(columns)}, and INSERT ... ON CONFLICT (${columns.join(", ")}) of the running release fails.`,
      help: `Release code that does not count on it first. Where it is to be replaced, make what replaces it before:${code(`op.create_index(${py(`ux_${columns.join("_")}`)}, ${py(table)}, [${columns.map(py).join(", ")}], unique=True, postgresql_concurrently=True)`)}`
    })
  },
  check(subject, { report, notChecked }) {
    const schema = tripOf(subject)?.schema;
    if (!schema) return;
    for (const { table: written3, name } of actionsIn(subject, "drop constraint")) {
      if (!mayBeUnique(schema.before, written3, name)) continue;
      const table = oldTable(subject, written3, notChecked);
      if (!table) continue;
      const old = tablesOf(schema.before).get(tableKey(table));
      const dropped2 = old && constraintNamed(old, name);
      if (dropped2?.type !== "unique" && dropped2?.type !== "primary key") continue;
      const after = tablesOf(schema.after).get(tableKey(table));
      if (!after || after.indexes.some((part) => isUniqueOn(part, dropped2.columns))) continue;
      report(
        "gone",
        { name, table: shownRelation(table), columns: dropped2.columns },
        whereOf(subject, { about: `${shownRelation(table)} ${name}`, table })
      );
    }
  }
});
var mayBeUnique = (before3, written3, name) => [...tablesOf(before3).values()].some((table) => {
  const type = isNamed(table, written3) ? constraintNamed(table, name)?.type : void 0;
  return type === "unique" || type === "primary key";
});
function isUniqueOn(part, columns) {
  const index = indexOf(part);
  return index?.unique === true && !index.where && textOf(part, "valid") === "yes" && index.columns.length === columns.length && columns.every((column) => index.columns.includes(column));
}

// src/rules/drop-view.ts
var rule57 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A view, or a column of one, is dropped",
    why: "The release that still runs while this one is deployed reads the view, and fails. A view that is dropped and made again in the same transaction is missed by nobody, unless it lacks a column then.",
    fix: "Make the new view under a new name, release code that reads it, and drop the former one in a later release. A column is added at the end by `CREATE OR REPLACE VIEW`.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      before: "CREATE VIEW totals AS SELECT 1 AS id, 2 AS amount",
      bad: `def upgrade():
    op.execute("DROP VIEW totals")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    op.execute("CREATE VIEW totals_v2 AS SELECT 1 AS id")

def downgrade():
    op.execute("DROP VIEW totals_v2")`
    }
  },
  messages: {
    dropped: ({ view }) => ({
      message: `The view ${view} is dropped, and the running release fails where it reads it.`,
      help: "Release code that does not read it first, and drop it in a later release."
    }),
    lacks: ({ view, columns }) => ({
      message: `The view ${view} is made again without ${list(columns)}, and the running release fails where it reads ${columns.length > 1 ? "them" : "it"}.`,
      help: "Make the new view under a new name, release code that reads it, and drop the former one in a later release."
    })
  },
  check(subject, { report, notChecked }) {
    const drops4 = actionsIn(subject, "drop").filter(({ kind }) => kind.endsWith("view"));
    for (const { name, kind } of drops4) {
      const view = seen(subject, "DROP VIEW", ["locks"], notChecked) && oldTable(subject, name, notChecked);
      const effect = effectOf(subject);
      if (!view || !effect || wasThere(subject, kind, spelled2(view)) === false) continue;
      const gone = effect.filter(({ change: change3 }) => change3 === "gone").map((one2) => one2.name);
      const columns = gone.filter((one2) => one2.startsWith(`${spelled2(view)}.`));
      const isGone = gone.includes(spelled2(view));
      if (!isGone && columns.length === 0) continue;
      report(
        isGone ? "dropped" : "lacks",
        { view: shownRelation(view), columns },
        whereOf(subject, { about: shownRelation(view) })
      );
    }
  }
});

// src/rules/edited-merged-revision.ts
var rule58 = defineRule({
  subject: "project",
  needs: [],
  meta: {
    title: "A revision that others have run already is changed or taken away",
    why: "Alembic remembers the id of a revision, not what was in it. A database that has run it never runs the new text: from then on new databases and old ones differ, and nothing says so. One that is taken away cannot be found any more, and `alembic upgrade` refuses on every database that stands at it. What is compared is the code: comments, layout and the docstring may change.",
    fix: "Put the file back as it was, and make the change in a new revision.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      bad: `# versions/0001_users.py, which the base branch has with sa.String(50)
def upgrade():
    op.create_table("users", sa.Column("name", sa.String(80)))`,
      good: `# versions/0002_longer_names.py
def upgrade():
    op.alter_column("users", "name", type_=sa.String(80))`
    }
  },
  messages: {
    edited: ({ revision, ref, file }) => ({
      message: `${revision} is on ${ref} already, and this change does something else under the same id: databases that have run it never get that.`,
      help: `Put the file back, and make the change in a new revision:${code(`git checkout ${ref} -- ${file}`, `alembic revision -m "what changes"`)}`
    }),
    gone: ({ revision, ref, file }) => ({
      message: `${revision} is on ${ref}, and this change takes it away: Alembic does not find it any more, and refuses to upgrade a database that stands at it.`,
      help: `Put the file back; what it did is undone by a new revision:${code(`git checkout ${ref} -- ${file}`)}`
    })
  },
  check({ facts: { base: base2, graph } }, { report, notChecked }) {
    if (!base2) return notChecked("no base ref is known to compare with: --since origin/main");
    const byId = new Map(graph.revisions.map((revision) => [revision.id, revision]));
    for (const { file, text } of base2.edited) {
      const was = writtenRevision(text);
      if (!was) continue;
      const { ref } = base2;
      const now = byId.get(was.id);
      if (!now && graph.faults.length === 0)
        report("gone", { revision: was.id, ref, file }, { place: { file }, about: was.id });
      if (!now || doesTheSame(now.source, text)) continue;
      report(
        "edited",
        { revision: called(now), ref, file: now.place.file },
        {
          place: definition(now, "upgrade"),
          revision: now.id,
          evidence: [note(`the code of ${now.place.file} is not that of ${file} on ${ref}`)]
        }
      );
    }
  }
});

// src/rules/empty-history.ts
var rule59 = defineRule({
  subject: "project",
  needs: [],
  meta: {
    title: "The history is empty",
    why: "The project has no revision, so nothing was checked. Often the files are looked for in the wrong place, or were not committed.",
    fix: "Look at `script_location` and `version_locations` in the configuration, and whether `.gitignore` leaves the files out.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      bad: `# alembic.ini
script_location = migrations  # its versions/ is empty`,
      good: `# alembic.ini
script_location = app/migrations`
    }
  },
  messages: {
    empty: ({ label }) => ({
      message: `The project ${label} has no revision: nothing was checked.`,
      help: `Look whether script_location and version_locations point at the files, or make the first revision:${code('alembic revision --autogenerate -m "first"')}`
    })
  },
  check({ facts }, { report }) {
    const { graph, project } = facts;
    if (graph.revisions.length === 0 && graph.faults.length === 0)
      report("empty", { label: project.label }, { place: projectPlace(facts) });
  }
});

// src/rules/support/missing-trigger-function.ts
function missingTriggerFunction({ sqlstate, sql }) {
  if (sqlstate !== "42883" || sql === void 0) return void 0;
  return commandsOf(sql).flatMap(actionsOf).find((action) => action.does === "create trigger");
}

// src/rules/support/own-rule.ts
var own = {
  /** unsafe_new_enum_value_usage (PostgreSQL manual, appendix A) */
  newLabelUsed: ({ sqlstate }) => sqlstate === "55P04",
  enumTwice: ({ sqlstate, sql = "" }) => sqlstate === "42710" && /^\s*CREATE\s+TYPE\b.*\bAS\s+ENUM\b/is.test(sql),
  /** Its text since PostgreSQL 11; a server of another language has the general rule. */
  keyNotInPrimaryKey: ({ sqlstate, message }) => sqlstate === "0A000" && /partitioned table must include all partitioning columns/.test(message),
  concurrently: (failure) => concurrentInTransaction(failure) !== void 0,
  hung: (failure) => concurrentThatHung(failure) !== void 0,
  triggerFunction: (failure) => missingTriggerFunction(failure) !== void 0,
  backsConstraint: (failure) => backedConstraint(failure) !== void 0
};
var failureOf = (failure, kind) => failure && own[kind](failure) ? failure : void 0;
var hasOwnRule = (failure) => Object.values(own).some((is) => is(failure));

// src/rules/enum-add-value-same-transaction.ts
var rule60 = defineRule({
  subject: "upgrade",
  needs: ["revision"],
  meta: {
    title: "An enum label is used in the transaction that adds it",
    why: "PostgreSQL refuses a new label until the transaction that added it is committed (SQLSTATE 55P04). The deployment stops here.",
    fix: "Add the label in an `autocommit_block`, or in a revision of its own where each revision has its own transaction (`transaction_per_migration`).",
    severity: "error",
    since: "0.1.0",
    examples: {
      before: `CREATE TYPE state AS ENUM ('open'); CREATE TABLE orders (id bigint PRIMARY KEY, state state)`,
      bad: `def upgrade():
    op.execute("ALTER TYPE state ADD VALUE 'paid'")
    op.execute("INSERT INTO orders VALUES (1, 'paid')")

# migrate-check: irreversible a label cannot be taken back
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("ALTER TYPE state ADD VALUE IF NOT EXISTS 'paid'")
    op.execute("INSERT INTO orders VALUES (1, 'paid')")

# migrate-check: irreversible a label cannot be taken back
def downgrade():
    raise NotImplementedError`
    }
  },
  messages: {
    used: ({ message, lines }) => ({
      message: `The upgrade fails: ${message}. PostgreSQL takes a new enum label only after the transaction that added it is committed.`,
      help: `Add the label in a block that is committed by itself, before the line that uses it:${code("with op.get_context().autocommit_block():", ...lines.map((line) => `    ${line}`))}`
    })
  },
  check({ revision, move }, { report }) {
    const failure = failureOf(move.failure, "newLabelUsed");
    if (!failure) return;
    const added = move.statements.filter((one2) => labelsIn(one2).length > 0);
    report(
      "used",
      { message: failure.message.split("\n")[0] ?? "", lines: added.flatMap(labelsIn) },
      {
        place: failurePlace(failure, revision, "upgrade"),
        evidence: [
          ...ofFailure(failure, move.output),
          ...added.length > 0 ? [note("The label was added by:")] : [],
          ...added.map(({ sql }) => ofSql(sql))
        ]
      }
    );
  }
});
var labelsIn = ({ sql }) => commandsOf(sql).flatMap((command) => actionsIn({ command }, "add label")).map(
  ({ type, label }) => execute(`ALTER TYPE ${quoteName(type)} ADD VALUE IF NOT EXISTS '${label.replaceAll("'", "''")}'`)
);

// src/rules/enum-created-twice.ts
var rule61 = defineRule({
  subject: "upgrade",
  needs: ["revision"],
  meta: {
    title: "An enum type is made a second time",
    why: "`sa.Enum` makes its type with every table that has a column of it. Where the type is there already the upgrade fails, and the deployment stops here.",
    fix: 'Refer to the type that is there: `postgresql.ENUM(name="mood", create_type=False)`.',
    severity: "error",
    since: "0.1.0",
    examples: {
      before: `CREATE TYPE mood AS ENUM ('good', 'bad')`,
      bad: `def upgrade():
    op.create_table("days", sa.Column("day", sa.Date(), primary_key=True), sa.Column("mood", sa.Enum("good", "bad", name="mood")))

def downgrade():
    op.drop_table("days")`,
      good: `def upgrade():
    mood = postgresql.ENUM("good", "bad", name="mood", create_type=False)
    op.create_table("days", sa.Column("day", sa.Date(), primary_key=True), sa.Column("mood", mood))

def downgrade():
    op.drop_table("days")`
    }
  },
  messages: {
    twice: ({ name }) => ({
      message: `The upgrade fails: the enum type ${name} is there already, and this makes it again.`,
      help: `Refer to the type that is there:${code(`postgresql.ENUM(name=${py(name)}, create_type=False)`, "# from sqlalchemy.dialects import postgresql")}`
    })
  },
  check({ revision, move }, { report }) {
    const failure = failureOf(move.failure, "enumTwice");
    if (!failure) return;
    const name = /"(.+)"/.exec(failure.message)?.[1] ?? "of this name";
    report(
      "twice",
      { name },
      {
        place: failurePlace(failure, revision, "upgrade"),
        evidence: ofFailure(failure, move.output),
        about: name
      }
    );
  }
});

// src/rules/enum-left-behind.ts
var rule62 = defineRule({
  subject: "round-trip",
  needs: ["revision", "downgrade"],
  meta: {
    title: "An enum type is left behind",
    why: "A table or column with `sa.Enum` brings its type along, but dropping the table or the column leaves the type. The next upgrade that makes it again fails: the type exists.",
    fix: 'Drop the type at the end of `downgrade()`: `op.execute("DROP TYPE mood")`, or `sa.Enum(name="mood").drop(op.get_bind())`.',
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.create_table("entries", sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("mood", sa.Enum("good", "bad", name="mood")))

def downgrade():
    op.drop_table("entries")`,
      good: `def upgrade():
    op.create_table("entries", sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("mood", sa.Enum("good", "bad", name="mood")))

def downgrade():
    op.drop_table("entries")
    op.execute("DROP TYPE mood")`
    }
  },
  messages: {
    left: ({ revision, names, fails: fails2 }) => ({
      message: `The downgrade of ${revision} leaves the enum type${names.length > 1 ? "s" : ""} ${list(names)} behind${fails2 ? ", and the next upgrade fails because of it" : ""}.`,
      help: `Add to the end of downgrade():${code(...drops3(names))}`
    })
  },
  check(trip, { report }) {
    const left = enumsLeft(trip);
    if (left.length === 0) return;
    const failure = reupgradeFailure(trip, "enum");
    const names = left.map(({ name }) => name);
    report(
      "left",
      { revision: called(trip.revision), names, fails: failure !== void 0 },
      {
        place: definition(trip.revision, "downgrade"),
        about: names.join(" "),
        edit: addedAtEnd(trip.revision, "downgrade", drops3(names)),
        evidence: [
          ...ofDifferences(left),
          ...failure ? [note("The second upgrade then fails:"), ...ofFailure(failure)] : []
        ]
      }
    );
  }
});
var drops3 = (names) => names.map((name) => execute(`DROP TYPE ${name}`));

// src/rules/enum-value-removal-or-rename.ts
var rule63 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "A label of an enum goes away or gets another name",
    why: "The release that still runs while this one is deployed writes the former label and looks for it: PostgreSQL answers that it is no value of the type, and the request fails.",
    fix: "Add the new label, release code that reads both and writes the new one, change the rows, and leave the former label where it is: it costs nothing.",
    severity: "error",
    since: "0.1.0",
    examples: {
      before: `CREATE TYPE mood AS ENUM ('good', 'bad')`,
      bad: `def upgrade():
    op.execute("ALTER TYPE mood RENAME VALUE 'bad' TO 'sad'")

def downgrade():
    op.execute("ALTER TYPE mood RENAME VALUE 'sad' TO 'bad'")`,
      good: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'sad'")

def downgrade():
    # A label cannot be taken back, and one that nobody uses harms nobody.
    pass`
    }
  },
  messages: {
    gone: ({ type, labels }) => ({
      message: `The enum ${type} has no label ${list(labels)} any more, and the running release fails where it reads or writes ${labels.length > 1 ? "them" : "it"}.`,
      help: `Leave the former label, and add the new one:${code("with op.get_context().autocommit_block():", `    op.execute("ALTER TYPE ${type.replaceAll('"', '\\"')} ADD VALUE IF NOT EXISTS '<label>'")`)}
Then release code that writes the new one, and change the rows after that.`
    })
  },
  check(trip, { report }) {
    const { before: before3 = [], after = [] } = trip.roundTrip.schema ?? {};
    for (const old of before3.filter(({ kind }) => kind === "enum type")) {
      const now = after.find(({ kind, name }) => kind === old.kind && name === old.name);
      const labels = now ? labelsOf(old).filter((label) => !labelsOf(now).includes(label)) : [];
      if (labels.length === 0 || wasThere(trip, old.kind, old.name) === false) continue;
      const by = changing(trip, old.name);
      report(
        "gone",
        { type: old.name, labels },
        {
          place: by?.place ?? definition(trip.revision, "upgrade"),
          evidence: [
            ...by ? [ofSql(by.sql)] : [],
            note(
              `labels of ${old.name} before: ${labelsOf(old).join(", ")}; after: ${now ? labelsOf(now).join(", ") : ""}`
            )
          ],
          about: `${old.name} ${labels.join(" ")}`
        }
      );
    }
  }
});
var labelsOf = ({ facts }) => [facts["labels"] ?? []].flat();
var changing = ({ roundTrip }, type) => roundTrip.upgrade.statements.find(
  ({ sql }) => commandsOf(sql).flatMap((command) => actionsIn({ command }, "rename label", "create enum")).some(
    (action) => type === quoteIdent(action.type.name) || type.endsWith(`.${quoteIdent(action.type.name)}`)
  )
);

// src/rules/expired-suppression.ts
var rule64 = defineRule({
  subject: "suppression",
  needs: [],
  meta: {
    title: "A suppression whose last day is over",
    why: "An entry of `ignore` in the settings was to hold until a day that has passed. It does not hold any more: what it was about is reported again. Where there is nothing left to let pass, this is a warning.",
    fix: "Mend what it was about and take the entry out. Where it needs more time, give it another day, with a reason that is true today.",
    severity: "error",
    final: true,
    since: "0.1.0",
    examples: {
      language: "yaml",
      bad: `ignore:
  - path: versions/0007_*.py
    rule: drop-column
    reason: release 41 does not read it any more
    until: 2001-12-31`,
      good: `ignore:
  - path: versions/0007_*.py
    rule: drop-column
    reason: release 41 does not read it any more
    until: 2999-12-31`
    }
  },
  messages: {
    expired: ({ called: called2, until: until2, rules: rules2 }) => ({
      message: `${called2} held until ${until2}, and lets nothing pass any more${rules2.length === 0 ? "; there is nothing left that it could" : `: ${list(rules2)} ${rules2.length === 1 ? "is" : "are"} reported again`}.`,
      help: rules2.length === 0 ? "Take it out." : "Mend what it was about and take it out, or give it another day and say why."
    })
  },
  check({ declared, facts, isOver, wouldLetPass }, { report }) {
    const { suppression, called: called2, rules: rules2 } = declared;
    if (!isOver) return;
    report(
      "expired",
      { called: called2, until: suppression.until ?? "", rules: wouldLetPass },
      {
        ...declaredAt(declared, facts),
        about: rules2.join(),
        ...wouldLetPass.length === 0 ? { severity: "warning" } : {}
      }
    );
  }
});

// src/rules/extension-left-behind.ts
var rule65 = defineRule({
  subject: "round-trip",
  needs: ["revision", "downgrade"],
  meta: {
    title: "An extension stays installed",
    why: "The upgrade creates an extension and the downgrade leaves it. That is often on purpose, since others may use it by then; it is listed so that it is known.",
    fix: "Nothing, if it is meant. Otherwise drop the extension in `downgrade()`.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")

def downgrade():
    pass`,
      good: `def upgrade():
    op.execute("CREATE EXTENSION pg_trgm")

def downgrade():
    op.execute("DROP EXTENSION pg_trgm")`
    }
  },
  messages: {
    left: ({ revision, names }) => ({
      message: `The downgrade of ${revision} leaves the extension${names.length > 1 ? "s" : ""} ${list(names)} installed.`,
      help: `If that is not meant, add to downgrade():${code(...names.map((name) => execute(`DROP EXTENSION ${name}`)))}`
    })
  },
  check(trip, { report }) {
    const names = extensionsLeft(trip).map(({ name }) => name);
    if (names.length > 0)
      report(
        "left",
        { revision: called(trip.revision), names },
        { place: definition(trip.revision, "downgrade"), about: names.join(" ") }
      );
  }
});

// src/rules/extension-version.ts
var rule66 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "An extension is updated to whatever version the server has",
    why: "Without `TO` the version is the one that is installed beside the server: another one in production than here, and another one next month. What the next migrations rely on is then not there, or not the same.",
    fix: "Name the version: `ALTER EXTENSION postgis UPDATE TO '3.5.0'`.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.execute("ALTER EXTENSION plpgsql UPDATE")

def downgrade():
    pass`,
      good: `def upgrade():
    op.execute("ALTER EXTENSION plpgsql UPDATE TO '1.0'")

def downgrade():
    pass`
    }
  },
  messages: {
    unpinned: ({ extension }) => ({
      message: `The extension ${extension} is updated to the version that the server happens to have.`,
      help: `Name the version:${code(`op.execute(${py(`ALTER EXTENSION ${quoteIdent(extension)} UPDATE TO '<version>'`)})`)}`
    })
  },
  check(subject, { report }) {
    const { command } = subject;
    if (command.kind !== "AlterExtensionStmt" || command.node.options) return;
    const { extname: extension = "" } = command.node;
    report("unpinned", { extension }, whereOf(subject, { about: extension }));
  }
});

// src/rules/fk-missing-index.ts
var rule67 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "A foreign key without an index",
    why: "PostgreSQL makes no index for a foreign key. Each DELETE in the table that it refers to, and each UPDATE of its key, reads the referring table from end to end, and so does every query that asks for the rows of one parent.",
    fix: "Make an index that begins with the columns of the foreign key, in the same change; on a table that holds rows, `CREATE INDEX CONCURRENTLY` in a revision after it. A primary key or a unique constraint that begins with them is one, too.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    op.create_table(
        "orders",
        sa.Column("id", sa.BigInteger(), primary_key=True),
        sa.Column("user_id", sa.BigInteger(), sa.ForeignKey("users.id"), nullable=False),
    )

def downgrade():
    op.drop_table("orders")`,
      good: `def upgrade():
    op.create_table(
        "orders",
        sa.Column("id", sa.BigInteger(), primary_key=True),
        sa.Column("user_id", sa.BigInteger(), sa.ForeignKey("users.id"), nullable=False, index=True),
    )

def downgrade():
    op.drop_table("orders")`
    }
  },
  messages: {
    missing: ({ table, key, columns, parent, isNew: isNew3 }) => ({
      message: `The foreign key ${key} of ${table.shown} has no index on ${list(columns)}: each DELETE in ${parent} reads ${table.shown} from end to end.`,
      help: `Make one ${isNew3 ? "in the same change" : "in a revision after it"}:${code(...indexLines(table, columns, isNew3))}`
    })
  },
  check(subject, { report }) {
    for (const { before: before3, after, last: last2 } of touchedTables(subject)) {
      for (const part of newParts(before3?.constraints, after.constraints)) {
        const key = constraintOf(part);
        if (!key?.references) continue;
        if (hasKey(before3, key.columns) || !hasKey(last2, key.columns)) continue;
        if (last2.indexes.some((index) => isFoundBy(index, key.columns))) continue;
        const { table: parent } = key.references;
        report(
          "missing",
          { table: after, key: part.name, columns: key.columns, parent: quoteName(parent), isNew: !before3 },
          {
            ...doneAt(
              subject,
              doing((action) => addsKey(action, after, key.columns)),
              concerns(after)
            ),
            about: `${after.shown}.${part.name}`,
            table: after
          }
        );
      }
    }
  }
});
var hasKey = (table, columns) => table?.constraints.some((part) => {
  const key = constraintOf(part);
  return key?.references !== void 0 && key.columns.join() === columns.join();
}) ?? false;
function addsKey(action, table, columns) {
  if (action.does !== "add constraint" && action.does !== "add column" || !isNamed(table, action.table))
    return false;
  const added = action.does === "add column" ? action.column.constraints : [action.constraint];
  return added.some((one2) => one2.references !== void 0 && one2.columns.join() === columns.join());
}
function indexLines({ schema, name }, columns, isNew3) {
  const line = call("create_index", [`ix_${name}_${columns.join("_")}`, name, columns], {
    ...inSchema({ schema }),
    postgresql_concurrently: isNew3 ? void 0 : true
  });
  return isNew3 ? [line] : autocommitted([line]);
}

// src/rules/fk-type-mismatch.ts
var rule68 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "A foreign key whose column has another type than the key it refers to",
    why: "PostgreSQL accepts an `integer` that refers to a `bigint`. It works until the first key that the narrower type cannot hold: then no row can refer to it any more, and making the column wider rewrites a table that is large by then. Joins convert on each row meanwhile.",
    fix: "Give the column the type of the key that it refers to. `text` and `varchar` go together, as long as the `varchar` of the reference is not the shorter one.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    op.create_table(
        "orders",
        sa.Column("id", sa.BigInteger(), primary_key=True),
        sa.Column("user_id", sa.Integer(), sa.ForeignKey("users.id"), nullable=False, index=True),
    )

def downgrade():
    op.drop_table("orders")`,
      good: `def upgrade():
    op.create_table(
        "orders",
        sa.Column("id", sa.BigInteger(), primary_key=True),
        sa.Column("user_id", sa.BigInteger(), sa.ForeignKey("users.id"), nullable=False, index=True),
    )

def downgrade():
    op.drop_table("orders")`
    }
  },
  messages: {
    differs: ({ column, type, parent, wanted }) => ({
      message: `${column} is ${type}, and what it refers to, ${parent}, is ${wanted}. A key that ${type} cannot hold can never be referred to, and joins convert each row.`,
      help: `Make ${column} ${wanted} in the same change, while it is new: later it means writing the whole table anew.`
    })
  },
  check(subject, { report }) {
    const tables = finalTables(subject.facts);
    for (const { before: before3, after, last: last2 } of touchedTables(subject)) {
      const stays = ({ name }) => last2?.constraints.some((constraint) => constraint.name === name) ?? false;
      for (const part of newParts(before3?.constraints, after.constraints).filter(stays)) {
        const key = constraintOf(part);
        const parent = key?.references && tables.get(tableKey(key.references.table));
        for (const [at, name] of (key?.columns ?? []).entries()) {
          const wanted = typeOf(parent?.columns, key?.references?.columns[at]);
          const type = typeOf(last2?.columns, name);
          if (!parent || !wanted || !type || holds(type, wanted)) continue;
          report(
            "differs",
            {
              column: `${after.shown}.${name}`,
              type: shortType(type),
              parent: `${parent.shown}.${key?.references?.columns[at]}`,
              wanted: shortType(wanted)
            },
            {
              ...doneAt(
                subject,
                doing((action) => action.does === "add constraint" && action.constraint.name === part.name),
                concerns(after)
              ),
              about: `${after.shown}.${name}`,
              table: after
            }
          );
        }
      }
    }
  }
});
var typeOf = (columns, name) => {
  const column = columns?.find((one2) => one2.name === name);
  return column && textOf(column, "type");
};
var base = (type) => type.replace(/\([\d,]*\)/, "");
var isText = (type) => ["text", "character varying"].includes(base(type));
var limit = (type) => Number(/\((\d+)\)/.exec(type)?.[1] ?? Number.POSITIVE_INFINITY);
var holds = (type, wanted) => isText(type) && isText(wanted) ? limit(type) >= limit(wanted) : base(type) === base(wanted);

// src/rules/support/rehearsal.ts
function shortfall({
  failure,
  expectedHeads,
  foundHeads,
  differences
}) {
  if (failure) return void 0;
  const missingHeads = expectedHeads.filter((head2) => !foundHeads.includes(head2));
  const faults3 = differences.filter(({ weight }) => weight === "fault");
  return missingHeads.length === 0 && faults3.length === 0 ? void 0 : { missingHeads, differences: faults3 };
}

// src/rules/head-not-reached.ts
var rule69 = defineRule({
  subject: "rehearsal",
  needs: ["rehearsal"],
  meta: {
    title: "The upgrade ends without an error and is not there",
    why: "One plain `alembic upgrade heads` ended with success, and a connection opened afterwards does not find its revisions or its tables. A deployment would be green, and the new release would meet the old schema.",
    fix: "Run the migrations inside `with context.begin_transaction():` on a connection that env.py has not used before, or use `connectable.begin()`.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: `# env.py
with connectable.connect() as connection:
    context.configure(connection=connection)
    context.run_migrations()  # nobody commits`,
      good: `# env.py
with connectable.connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()`
    }
  },
  messages: {
    heads: ({ missing: missing3, found }) => ({
      message: `One plain "alembic upgrade heads" ends without an error, but a new connection does not find ${list(missing3)} in the version table: it holds ${found.length === 0 ? "nothing" : list(found)}.`,
      help: `Something in env.py or in a migration keeps the work from being committed. Run the migrations inside Alembic's own transaction:${code("with context.begin_transaction():", "    context.run_migrations()")}`
    }),
    catalog: ({ number }) => ({
      message: `One plain "alembic upgrade heads" reaches the heads, but leads to another catalog than the revisions one by one: ${count(number, "difference")}.`,
      help: "A part of the work was not committed, or a revision does something else when it runs in one transaction with the others."
    }),
    holds: ({ number, name }) => ({
      message: `One plain "alembic upgrade heads" leads to another catalog than the revisions one by one: ${count(number, "difference")}. This sets ${name} until the transaction ends, and where all revisions of an upgrade share one, it holds for those after it.`,
      help: `Do without it, such as by naming the schema where something is made (schema="..."), or put it back at the end of the revision:${code(`op.execute("SET LOCAL ${name} TO ...")`)}
or give each revision its own transaction, in env.py:${code("context.configure(..., transaction_per_migration=True)")}`
    })
  },
  check({ rehearsal, facts }, { report }) {
    const found = shortfall(rehearsal);
    if (!found || unsafeTransaction(facts)) return;
    const { missingHeads: missing3, differences } = found;
    const where = { place: projectPlace(facts), evidence: ofDifferences(differences) };
    const number = differences.length;
    const held = missing3.length > 0 ? void 0 : heldSetting(facts);
    if (missing3.length > 0)
      report("heads", { missing: missing3, found: rehearsal.foundHeads }, { ...where, about: "heads" });
    else if (held)
      report("holds", { number, name: held.name }, { ...where, ...held.where, about: "catalog" });
    else report("catalog", { number }, { ...where, about: "catalog" });
  }
});
var decisive = /* @__PURE__ */ new Set(["search_path", "role"]);
function heldSetting({ observations, plan }) {
  const upgrades = upgradesIn(observations);
  for (const step of plan.steps) {
    const move = upgrades.find(({ revision }) => "revision" in step && revision === step.revision);
    for (const { sql, place } of move?.statements ?? []) {
      const set = commandsOf(sql).flatMap(actionsOf).find(isHeld);
      if (set?.name && place && move) return { name: set.name, where: { place, revision: move.revision } };
    }
  }
  return void 0;
}
var isHeld = (action) => action.does === "set" && action.local && decisive.has(action.name ?? "");

// src/rules/header-differs.ts
var rule70 = defineRule({
  subject: "revision",
  needs: [],
  meta: {
    title: "The header of the file says something else than its variables",
    why: "The docstring names another revision or another parent than `revision` and `down_revision`. Only the variables count; a reader who trusts the header reads a history that does not exist. It happens when a revision is moved on top of another one.",
    fix: "Correct the docstring.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      bad: `"""Add tags

Revision ID: b2
Revises: a1
"""
revision = "b2"
down_revision = "a9"`,
      good: `"""Add tags

Revision ID: b2
Revises: a9
"""
revision = "b2"
down_revision = "a9"`
    }
  },
  messages: {
    differs: ({
      revision,
      field,
      says,
      is
    }) => ({
      message: `The header of ${revision} says ${says} for "${field}", and the file assigns ${is}. Only what is assigned counts.`,
      help: `Write in the header: ${field}: ${is}`
    })
  },
  check({ revision }, { report }) {
    const header = /^\s*[rRuU]?("""|''')(.*?)\1/s.exec(revision.source.replace(/^(\s*#.*\n)+/, ""));
    const lines = (header?.[2] ?? "").split("\n");
    for (const [field, is] of [
      ["Revision ID", [revision.id]],
      ["Revises", revision.parents]
    ]) {
      const says = read3(lines, field);
      if (says === void 0 || same(says, is)) continue;
      const line = lineOf2(revision, field);
      report(
        "differs",
        {
          revision: called(revision),
          field,
          says: says.join(", ") || "nothing",
          is: is.join(", ") || "None"
        },
        {
          place: { file: revision.place.file, line },
          about: field,
          edit: headerField(revision, line, is)
        }
      );
    }
  }
});
function read3(lines, field) {
  const line = lines.find((text) => text.trimStart().startsWith(`${field}:`));
  const value = line?.slice(line.indexOf(":") + 1).trim();
  if (value === void 0) return void 0;
  return value === "None" ? [] : value.split(",").map((id) => id.trim().replace(/^['"(]+|['")]+$/g, ""));
}
var same = (a, b) => a.toSorted().join() === b.toSorted().join();
var lineOf2 = ({ source }, field) => source.split("\n").findIndex((text) => text.trimStart().startsWith(`${field}:`)) + 1;

// src/sql/long-names.ts
var most = 63;
function longNames(sql) {
  if (Buffer.byteLength(sql) <= most) return [];
  return (tokensOf(sql) ?? []).filter(({ identifier }) => identifier).map(({ text, start }) => ({ written: unquoted(text), at: start })).filter(({ written: written3 }) => Buffer.byteLength(written3) > most);
}
var quoted = /^(?:u&)?"(.*)"$/is;
var unquoted = (text) => quoted.exec(text)?.[1]?.replaceAll('""', '"') ?? text;

// src/rules/identifier-too-long.ts
var rule71 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A name that PostgreSQL cuts short",
    why: "A name has room for 63 bytes. PostgreSQL cuts a longer one and says so only in a notice: two names that begin alike become the same, and who looks for the name as it was written, in a later migration or in the catalog, does not find it.",
    fix: "Write a name of at most 63 bytes.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.create_table("orders", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("note", sa.Text()))
    op.execute("CREATE INDEX ix_orders_note_for_the_search_on_the_page_of_the_customers_of_the_shop ON orders (note)")

def downgrade():
    op.drop_table("orders")`,
      good: `def upgrade():
    op.create_table("orders", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("note", sa.Text()))
    op.execute("CREATE INDEX ix_orders_note ON orders (note)")

def downgrade():
    op.drop_table("orders")`
    }
  },
  messages: {
    cut: ({ written: written3, kept }) => ({
      message: `${written3} is longer than a name can be: PostgreSQL calls it ${kept}.`,
      help: "Give it a name of at most 63 bytes."
    })
  },
  check(subject, { report }) {
    const { command } = subject;
    if (!makes2.test(command.kind)) return;
    const names = new Set(longNames(command.text).map(({ written: written3 }) => written3));
    for (const written3 of names) {
      const kept = cut2(written3);
      report(
        "cut",
        { written: written3, kept },
        {
          place: placeOf(subject),
          evidence: [...evidenceOf(subject), note(`cut at 63 bytes: ${kept}`)],
          about: written3
        }
      );
    }
  }
});
var makes2 = /^(?:Create|Define|Composite|Index|View|Rename|AlterTable|AlterDomain)/;
function cut2(written3) {
  let kept = "";
  for (const character of written3) {
    if (Buffer.byteLength(kept + character) > 63) break;
    kept += character;
  }
  return kept;
}

// src/rules/if-not-exists-noop.ts
var rule72 = defineRule({
  subject: "round-trip",
  needs: ["revision", "statements"],
  meta: {
    title: "IF NOT EXISTS, and it exists",
    why: "A table, an index or a column of that name was there already, and PostgreSQL has left it as it was, whatever it looks like. Whatever the migration wanted to make is not there.",
    fix: "Leave `IF NOT EXISTS` out where the history decides what is there, or leave out the statement. In a step that commits by itself, such as `CREATE INDEX CONCURRENTLY`, it has its place, as long as it makes something the first time.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    op.execute("CREATE TABLE IF NOT EXISTS users (id bigint PRIMARY KEY, name text NOT NULL)")

def downgrade():
    pass`,
      good: `def upgrade():
    op.execute("CREATE TABLE IF NOT EXISTS people (id bigint PRIMARY KEY, name text NOT NULL)")

def downgrade():
    op.drop_table("people")`
    }
  },
  messages: {
    nothing: ({ kind, name }) => ({
      message: `The ${kind} ${name} was there already: IF NOT EXISTS has left it as it was, and made nothing.`,
      help: `Leave the statement out; or, if another ${kind} is meant, change the one that is there.`
    })
  },
  check({ revision, roundTrip }, { report, notChecked }) {
    const { effect, upgrade } = roundTrip;
    if (!effect) return;
    for (const statement2 of upgrade.statements) {
      for (const command of commandsOf(statement2.sql)) {
        const idle = actionsOf(command).flatMap(wantedBy).filter((wanted) => !isNew2(wanted, effect));
        if (idle.length > 0 && !hasSeenLocks(statement2)) {
          notChecked("what IF NOT EXISTS has made was not seen");
          continue;
        }
        for (const wanted of idle.filter(({ written: written3 }) => !hasMade(statement2, written3))) {
          report("nothing", wanted, {
            place: statement2.place ?? definition(revision, "upgrade"),
            evidence: [ofSql(command.text), note(`no ${wanted.kind} ${wanted.name} is new`)],
            about: `${wanted.kind} ${wanted.name}`
          });
        }
      }
    }
  }
});
function wantedBy(action) {
  if (!("ifNotExists" in action) || !action.ifNotExists || action.does === "add label") return [];
  const { table } = action;
  if (action.does === "add column") {
    const written3 = { schema: table.name, name: action.column.name };
    return [{ kind: "column", name: `${quoteName(table)}.${action.column.name}`, written: written3, whole: table }];
  }
  if (action.does !== "create index")
    return action.temporary ? [] : [{ kind: "table", name: quoteName(table), written: table }];
  const { name = "" } = action;
  return [{ kind: "index", name, written: { name }, whole: table }];
}
var isNew2 = ({ written: written3, whole }, effect) => effect.some(
  ({ change: change3, name }) => change3 === "new" && [written3, whole].some((one2) => one2 && isNameOf(name, one2))
);
var isNameOf = (spelled3, { schema, name }) => {
  const [own2, outer] = identifiers(spelled3).toReversed();
  return own2 === name && (schema === void 0 || schema === (outer ?? "public"));
};
var hasMade = ({ trace }, written3) => trace?.locks.some(({ relation }) => !relation.existed && isCalled(relation, written3)) ?? false;

// src/rules/lock-table-statement.ts
var rule73 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A table is locked by LOCK TABLE",
    why: "Everybody who wants to write the table, with `ACCESS EXCLUSIVE` everybody who wants to read it, waits until the transaction ends, whatever it still has to do.",
    fix: "Leave the command away: each statement takes the lock that it needs. Where rows must not change between two statements, `SELECT ... FOR UPDATE` locks those rows alone.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE counters (id bigint PRIMARY KEY, value bigint)",
      bad: `def upgrade():
    op.execute("LOCK TABLE counters")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    op.execute("SELECT value FROM counters WHERE id = 1 FOR UPDATE")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`
    }
  },
  messages: {
    locks: ({ table, mode }) => ({
      message: `LOCK TABLE keeps everybody from ${blocksReads(mode) ? "reading and writing" : "writing to"} ${table} until the transaction ends.`,
      help: "Leave it away: each statement takes the lock that it needs. Where rows must not change between two statements, SELECT ... FOR UPDATE locks those alone."
    })
  },
  check(subject, { report, notChecked }) {
    for (const { table: written3, mode } of actionsIn(subject, "lock")) {
      const trace = seen(subject, "LOCK TABLE", ["locks"], notChecked);
      const taken = trace?.locks.find((lock) => lock.mode === mode && isCalled(lock.relation, written3));
      if (!taken || !blocksWrites(mode) || !subject.isOld(taken.relation)) continue;
      report(
        "locks",
        { table: shownRelation(taken.relation), mode },
        whereOf(subject, {
          severity: blocksReads(mode) ? "warning" : "notice",
          about: shownRelation(taken.relation),
          table: taken.relation
        })
      );
    }
  }
});

// src/rules/missing-downgrade.ts
var rule74 = defineRule({
  subject: "round-trip",
  needs: ["revision", "downgrade"],
  meta: {
    title: "There is no downgrade",
    why: "The upgrade changes the database and nothing takes the change back: `downgrade()` is not there, does nothing, or refuses. Nobody can return to the release before, and that is found out when somebody has to.",
    fix: "Write the downgrade. Where there cannot be one, say so next to it, with the reason: `# migrate-check: irreversible <reason>`; then it is listed and no error.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.create_table("tags", sa.Column("id", sa.BigInteger(), primary_key=True))

def downgrade():
    pass`,
      good: `def upgrade():
    op.create_table("tags", sa.Column("id", sa.BigInteger(), primary_key=True))

def downgrade():
    op.drop_table("tags")`
    }
  },
  messages: {
    missing: ({ revision, outline, error, changes, lines }) => ({
      message: `${revision} cannot be taken back: ${shapeOf(outline, error)}${changes ? "" : ", although the upgrade changed nothing that was seen"}.`,
      help: `${changes ? write(lines) : `If there is nothing to take back, write an empty downgrade:${code("def downgrade() -> None:", "    pass")}
`}If it cannot be taken back, declare it in the file, with the reason:${code("# migrate-check: irreversible <reason>")}`
    })
  },
  check(trip, { report, notChecked }) {
    const { revision, roundTrip } = trip;
    const declared = declaredIrreversible(revision);
    if (declared) return notChecked(`declared irreversible: ${declared.text || "no reason given"}`);
    if (!isMissing(trip)) return;
    const { effect = [], downgrade } = roundTrip;
    const lines = undoLines(effect);
    const again3 = reupgradeFailure(trip, "missing");
    report(
      "missing",
      {
        revision: called(revision),
        outline: revision.downgrade,
        error: downgrade?.failure?.error ?? "",
        changes: effect.length > 0,
        lines
      },
      {
        place: definition(revision, "downgrade"),
        edit: revision.downgrade.shape === "empty" ? addedAtEnd(revision, "downgrade", lines) : void 0,
        evidence: [
          ...effect.length > 0 ? [note("What the upgrade does:"), ...ofDifferences(effect)] : [],
          ...again3 ? [note("The second upgrade then fails:"), ...ofFailure(again3)] : []
        ]
      }
    );
  }
});
function shapeOf({ shape: shape2, exception }, error) {
  if (shape2 === "absent") return "downgrade() is not there";
  if (shape2 === "empty") return "downgrade() does nothing, and what the upgrade did stays";
  return `downgrade() raises ${exception ?? error}`;
}
function write(lines) {
  if (lines.length === 0) return "Write in downgrade() what takes back what upgrade() does.\n";
  return `Write it, for instance:${code("def downgrade() -> None:", ...lines.map((line) => `    ${line}`))}
`;
}

// src/rules/support/may-block.ts
var mayBlock = ({ sql }) => commandsOf(sql).some(mayBlockBy);
var mayBlockBy = ({ kind, node }) => kind === "SelectStmt" ? !under(node, "funcname").next().done : !harmless.test(kind);
var harmless = new RegExp(
  `^(?:${[
    "Insert|Update|Delete|Merge|Copy",
    "VariableSet|VariableShow|Transaction|ConstraintsSet|Explain",
    "Comment|CompositeType|CreateDomain|CreateEnum|CreateFunction|CreateRange|CreateSchema"
  ].join("|")})Stmt$`
);

// src/rules/support/waits.ts
var isFirstCommand = ({ statement: statement2, command }) => commandsOf(statement2.sql)[0] === command;
var blockingLocks = (statements, isOld) => statements.flatMap(
  (by) => (by.trace?.locks ?? []).flatMap(
    ({ relation: table, mode }) => isTable(table) && isOld(table) && blocksWrites(mode) ? [{ by, table, mode }] : []
  )
);
var isTable = ({ kind }) => kind.endsWith("table") || kind.endsWith("view");
function worstUnlimited(subject, limit3, { notChecked }) {
  const { statement: statement2, move, isOld } = subject;
  if (!isFirstCommand(subject)) return void 0;
  if (!hasSeenLocks(statement2)) {
    if (mayBlock(statement2) && !isRefused(subject)) notChecked("what a statement locks was not seen");
    return void 0;
  }
  const made2 = madeIn(move.statements);
  const unlimited = move.statements.filter(({ trace }) => trace?.[limit3] === 0);
  const locks2 = blockingLocks(unlimited, (relation) => isOld(relation) && !made2.has(tableKey(relation)));
  const worst = strongest(locks2.map(({ mode }) => mode));
  const first = locks2.find(({ mode }) => mode === worst);
  return first?.by === statement2 ? first : void 0;
}
var madeIn = (statements) => new Set(
  statements.flatMap(({ trace }) => trace?.locks ?? []).flatMap(({ relation }) => relation.existed ? [] : [tableKey(relation)])
);

// src/rules/missing-lock-timeout.ts
var limit2 = `op.execute("SET LOCAL lock_timeout = '5s'")`;
var rule75 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A lock is waited for without a limit",
    why: "A lock that blocks others waits for every transaction that uses the table, and everybody who comes later waits behind it: one forgotten session and a change of a millisecond stop the application. `lock_timeout` is what was in force when the lock was taken: set by env.py, the role, the server or the revision. Reported once for each revision, at its strongest lock.",
    fix: "Give up after a few seconds and try again. Set `lock_timeout` where env.py makes its engine, for the role that migrates, or in the revision.",
    severity: "notice",
    optIn: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE orders (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    op.add_column("orders", sa.Column("note", sa.Text()))

def downgrade():
    op.drop_column("orders", "note")`,
      good: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.add_column("orders", sa.Column("note", sa.Text()))

def downgrade():
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.drop_column("orders", "note")`
    }
  },
  messages: {
    waits: ({ table, mode }) => ({
      message: `This waits for ${shownRelation(table)} as long as anybody uses it, because lock_timeout is 0, and whoever wants to ${blocksReads(mode) ? "read or write" : "write to"} ${shownRelation(table)} meanwhile waits behind it.`,
      help: `Give up after some seconds, and try again. In env.py, for all revisions:${code(`engine = create_engine(url, connect_args={"options": "-c lock_timeout=5s"})`)}
or before this line, for this one:${code(limit2)}`
    })
  },
  check(subject, tell) {
    const lock = worstUnlimited(subject, "lockTimeoutMs", tell);
    if (lock)
      tell.report(
        "waits",
        lock,
        whereOf(subject, { edit: addedBefore(subject.revision, "upgrade", placeOf(subject), [limit2]) })
      );
  }
});

// src/rules/missing-statement-timeout.ts
var rule76 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A statement may hold others up without a limit",
    why: "A statement that takes longer in production than anybody thought keeps others from the table for as long as it runs. `statement_timeout` is what was in force when it ran: set by env.py, the role, the server or the revision. Reported once for each revision, at its strongest lock.",
    fix: "Set `statement_timeout` where env.py makes its engine, for the role that migrates, or in the revision; what needs longer says so itself.",
    severity: "notice",
    optIn: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE orders (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    op.add_column("orders", sa.Column("note", sa.Text()))

def downgrade():
    op.drop_column("orders", "note")`,
      good: `def upgrade():
    op.execute("SET LOCAL statement_timeout = '1min'")
    op.add_column("orders", sa.Column("note", sa.Text()))

def downgrade():
    op.drop_column("orders", "note")`
    }
  },
  messages: {
    runs: ({ table, mode }) => ({
      message: `However long this takes, nobody ${blocksReads(mode) ? "reads or writes" : "writes to"} ${shownRelation(table)} meanwhile: statement_timeout is 0.`,
      help: `Set a limit. In env.py, for all revisions:${code(`engine = create_engine(url, connect_args={"options": "-c statement_timeout=1min"})`)}
or before this line, for this one:${code(`op.execute("SET LOCAL statement_timeout = '1min'")`)}`
    })
  },
  check(subject, tell) {
    const lock = worstUnlimited(subject, "statementTimeoutMs", tell);
    if (lock) tell.report("runs", lock, whereOf(subject, {}));
  }
});

// src/rules/model-ddl-mismatch.ts
var rule77 = defineRule({
  subject: "models",
  needs: ["models"],
  meta: {
    title: "The models and the migrated database differ",
    why: "With all revisions applied the database is not what the models say. The application was written against the models: it fails on the first column that is only there, or the next `alembic revision --autogenerate` writes a DROP that nobody meant, because env.py does not import a model. Compared by autogenerate itself, with the options of env.py; beside it CHECK constraints by name, labels of enums and server defaults that the models rely on.",
    fix: "Write the missing revision with `alembic revision --autogenerate`, or import the model where env.py takes `target_metadata` from. What belongs to somebody else, leave out with `include_object` or `include_name`.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      bad: `# models.py
class Order(Base):
    __tablename__ = "orders"
    id = mapped_column(Integer, primary_key=True)
    note = mapped_column(Text)  # no revision adds it`,
      good: `# the revision that belongs to it
def upgrade():
    op.add_column("orders", sa.Column("note", sa.Text))`
    }
  },
  messages: {
    behind: ({ table, number }) => ({
      message: `With all revisions applied, table ${table} differs from its model in ${count(number, "point")}: a revision is missing.`,
      help: `Let Alembic write it, and read what it has written; checks, labels of enums and defaults have to be added by hand:${write2}`
    }),
    missing: ({ table }) => ({
      message: `The models have a table ${table}, and no revision creates it: whatever uses it fails after the deployment.`,
      help: `Let Alembic write the revision, and read what it has written:${write2}`
    }),
    unknown: ({ table }) => ({
      message: `Table ${table} is in the database and in no model that env.py knows: either env.py does not import its model, or it was dropped from the models without a migration. The next autogenerate drops it.`,
      help: `Ensure your model is imported in the models __init__.py file, and that env.py imports that. Where the table is to go, write its revision:${write2}
Where it belongs to somebody else, leave it out with include_object in context.configure.`
    })
  },
  check({ models: { place, differences }, facts }, { report, notChecked }) {
    for (const [table, found] of byTable(differences)) {
      const where = { place, about: table, evidence: found.map(({ words: words4 }) => note(words4)) };
      const whole = found.find(({ kind }) => kind === "table");
      if (!whole) report("behind", { table, number: found.length }, where);
      else if (whole.only === "models") report("missing", { table }, where);
      else if (facts.plan.baseSql === void 0) report("unknown", { table }, where);
      else notChecked(`${table} may be of the base file, and needs no model then`);
    }
  }
});
var write2 = code('alembic revision --autogenerate -m "models"');
var byTable = (differences) => Map.groupBy(differences, ({ schema, table }) => schema === "public" ? table : `${schema}.${table}`);

// src/rules/multi-table-exclusive-locks.ts
var rule78 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "One transaction locks several tables, one after the other",
    why: "While the transaction waits for the second table nobody reads or writes the first. A session that uses the two in the other order waits for the first while it holds the second: a deadlock, and PostgreSQL ends one of the two.",
    fix: "One table for each transaction: several revisions, or `transaction_per_migration=True` in env.py together with a revision for each.",
    severity: "notice",
    optIn: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY); CREATE TABLE orders (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    op.add_column("users", sa.Column("note", sa.Text()))
    op.add_column("orders", sa.Column("note", sa.Text()))

def downgrade():
    op.drop_column("orders", "note")
    op.drop_column("users", "note")`,
      good: `def upgrade():
    op.add_column("users", sa.Column("note", sa.Text()))

def downgrade():
    op.drop_column("users", "note")`
    }
  },
  messages: {
    several: ({ held, next }) => ({
      message: `This waits for ${shownRelation(next)} while its transaction keeps everybody from ${list(held.map(shownRelation))}. A session that holds ${shownRelation(next)} and wants ${held.length === 1 ? "the other" : "one of the others"} makes a deadlock.`,
      help: `Lock one table for each transaction: put what is done to ${shownRelation(next)} into a revision of its own, and run each in a transaction of its own (context.configure(..., transaction_per_migration=True) in env.py).`
    })
  },
  check(subject, { report, notChecked }) {
    const found = secondTable(subject);
    if (!found) {
      if (isUnseen(subject)) notChecked("whether it takes a second table from everybody was not seen");
      return;
    }
    const { held, next, by } = found;
    report(
      "several",
      { held, next },
      {
        place: placeOf(subject),
        evidence: [
          ...evidenceOf(subject),
          note(`ACCESS EXCLUSIVE on ${list(held.map(shownRelation))} is held since:`),
          ofSql(by.sql)
        ]
      }
    );
  }
});
var exclusiveLocks = (statements, { isOld }) => blockingLocks(statements, isOld).filter(({ mode }) => blocksReads(mode));
function isUnseen(subject) {
  const { statement: statement2 } = subject;
  if (!isFirstCommand(subject)) return false;
  const holds2 = (one2) => exclusiveLocks([one2], subject).length > 0;
  const may = mayBlock(statement2) ? void 0 : false;
  return isPairUnseen(subject, { holds: holds2, does: hasSeenLocks(statement2) ? holds2(statement2) : may });
}
function secondTable(subject) {
  const { statement: statement2, earlier } = subject;
  if (!isFirstCommand(subject)) return void 0;
  const before3 = exclusiveLocks(earlier, subject);
  const [first] = before3;
  const next = exclusiveLocks([statement2], subject).find(
    ({ table }) => !before3.some((one2) => isSame(one2.table, table))
  );
  if (!first || !next || before3.some(({ by }) => by !== first.by)) return void 0;
  return { held: before3.map(({ table }) => table), next: next.table, by: first.by };
}

// src/rules/support/one-alter.ts
var word = String.raw`(?:"(?:[^"]|"")*"|[\w$]+)`;
var head = new RegExp(
  String.raw`^\s*ALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?${word}(?:\s*\.\s*${word})?\s+(?<changes>.+)$`,
  "is"
);
function oneAlter(table, texts2) {
  const changes = texts2.flatMap((text) => head.exec(text)?.groups?.["changes"]?.trim() ?? []);
  const sql = `ALTER TABLE ${spelled2(table)} ${changes.join(", ")}`;
  const { statements, errors } = parseSql(sql);
  const isWhole = statements.length === 1 && errors.length === 0 && changesIn(sql) === sum(texts2.map(changesIn));
  return isWhole ? sql : void 0;
}
var changesIn = (sql) => sum(commandsOf(sql).map((one2) => one2.kind === "AlterTableStmt" ? one2.node.cmds?.length ?? 0 : 0));
var sum = (numbers) => numbers.reduce((all2, one2) => all2 + one2, 0);

// src/rules/multiple-alter-table.ts
var rule79 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A table is read or rewritten once for each ALTER TABLE",
    why: "Each `ALTER TABLE` that has to read or rewrite the table goes through all of it, under the same lock. PostgreSQL does everything that one statement asks for in a single pass. Foreign keys and indexes are not meant: it goes through the table for each of them, however they are written.",
    fix: "Write one `ALTER TABLE` with all the changes.",
    severity: "notice",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE orders (id bigint PRIMARY KEY, total int); ALTER TABLE orders ADD CONSTRAINT above CHECK (total > 0) NOT VALID, ADD CONSTRAINT below CHECK (total < 9) NOT VALID",
      bad: `def upgrade():
    op.execute("ALTER TABLE orders VALIDATE CONSTRAINT above")
    op.execute("ALTER TABLE orders VALIDATE CONSTRAINT below")

# A constraint that is valid stays so.
def downgrade():
    pass`,
      good: `def upgrade():
    op.execute("ALTER TABLE orders VALIDATE CONSTRAINT above, VALIDATE CONSTRAINT below")

# A constraint that is valid stays so.
def downgrade():
    pass`
    }
  },
  messages: {
    again: ({ table, texts: texts2 }) => {
      const sql = oneAlter(table, texts2);
      return {
        message: `PostgreSQL goes through all of ${shownRelation(table)} ${texts2.length === 2 ? "twice" : `${texts2.length} times`} in this transaction, and one ALTER TABLE with all the changes would do with once.`,
        help: `Write one statement${sql === void 0 ? ", with commas between the changes." : `:${code(execute(sql))}`}`
      };
    }
  },
  check(subject, { report, notChecked }) {
    const passes2 = passesOver(subject, notChecked);
    if (!passes2) return;
    const { table, texts: texts2 } = passes2;
    report("again", passes2, {
      place: placeOf(subject),
      evidence: [...texts2.map(ofSql), note(`each reads or rewrites ${shownRelation(table)}`)],
      about: shownRelation(table),
      table
    });
  }
});
function passesOver(subject, notChecked) {
  const { statement: statement2, command, earlier, move } = subject;
  if (command.kind !== "AlterTableStmt" || !isFirstCommand(subject)) return void 0;
  const written3 = relationName(command.node.relation ?? {});
  if (isHidden(subject, written3) && !isRefused(subject)) {
    notChecked(`whether ${quoteName(written3)} is gone through more than once was not seen`);
    return void 0;
  }
  const table = oldTable(subject, written3, silently);
  if (!table) return void 0;
  const alone = passesOfTheirOwn(subject, table);
  const isPass = (one2) => passes(one2, table, alone);
  if (!isPass(statement2) || earlier.filter(isPass).length !== 1) return void 0;
  const transaction2 = statement2.trace?.transaction;
  const all2 = move.statements.filter((one2) => one2.trace?.transaction === transaction2 && isPass(one2));
  return { table, texts: all2.map(({ sql }) => sql) };
}
function isHidden({ statement: statement2, move, unseenBefore }, written3) {
  if (unseenBefore.some((one2) => alters(one2, written3))) return true;
  const { trace } = statement2;
  const isSeen = trace && !trace.unseen.some((part) => part !== "written");
  return !isSeen && move.statements.some((one2) => one2 !== statement2 && alters(one2, written3));
}
var alters = ({ sql }, written3) => commandsOf(sql).flatMap(
  (command) => command.kind === "AlterTableStmt" ? relationName(command.node.relation ?? {}) : []
).some((other) => isSame(other, written3));
function passes({ sql, trace }, table, alone) {
  const [command] = commandsOf(sql);
  return command?.kind === "AlterTableStmt" && !actionsOf(command).every(alone) && isCalled(table, relationName(command.node.relation ?? {})) && trace !== void 0 && (wasRead(trace, table) || storedAnew(trace));
}
var ownPass = /* @__PURE__ */ new Set(["foreign key", "primary key", "unique", "exclusion"]);
function passesOfTheirOwn(subject, table) {
  const known5 = tableAt(subject, "after", table)?.constraints ?? [];
  const typeOf2 = (name) => {
    const part = known5.find((one2) => one2.name === name);
    return part && constraintOf(part)?.type;
  };
  return (action) => {
    if (action.does === "add column") return refusesRows(action.column);
    if (action.does === "add constraint") return ownPass.has(action.constraint.type);
    return action.does === "validate constraint" && typeOf2(action.name) === "foreign key";
  };
}

// src/rules/naming-convention.ts
var rule80 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "A name that is not as names are here",
    why: "Who knows how things are called finds them without looking. A constraint that is called otherwise in one database is not found by the migration that drops it.",
    fix: "Give it a name that fits, or a `naming_convention` to the metadata, which gives names to all constraints and indexes. Each option is a regular expression that some part of the name has to match; an empty one lets every name pass. Those that stand here know the names of the convention in the manual of SQLAlchemy and those that PostgreSQL gives.",
    severity: "notice",
    optIn: true,
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.create_table("users", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("name", sa.Text()))
    op.create_index("name_of_user", "users", ["name"])

def downgrade():
    op.drop_table("users")`,
      good: `def upgrade():
    op.create_table("users", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("name", sa.Text()))
    op.create_index("ix_users_name", "users", ["name"])

def downgrade():
    op.drop_table("users")`
    }
  },
  messages: {
    otherwise: ({ kind, name, pattern }) => ({
      message: `The ${kind} ${name} is not called as a ${kind} is here: ${pattern}`,
      help: "Give it a name that fits, or change the pattern in the settings."
    })
  },
  options: {
    table: "^[a-z][a-z0-9_]*$",
    column: "^[a-z][a-z0-9_]*$",
    index: "^(ix|idx|uq)_|_idx[0-9]*$",
    "primary key": "^pk_|_pkey$",
    "foreign key": "^fk_|_fkey[0-9]*$",
    unique: "^uq_|_key[0-9]*$",
    check: "^ck_|_check[0-9]*$",
    exclusion: "^ex_|_excl[0-9]*$"
  },
  check(subject, { report, notChecked }, patterns) {
    for (const [kind, pattern] of Object.entries(patterns)) {
      const fits = patternOf(pattern);
      if (!fits) {
        notChecked(`the pattern for ${kind} is no regular expression: ${pattern}`);
        continue;
      }
      for (const { name, shown: shown2, where } of named4(subject, kind))
        if (!fits.test(name)) report("otherwise", { kind, name: shown2, pattern }, where());
    }
  }
});
function patternOf(text) {
  try {
    return new RegExp(text);
  } catch {
    return void 0;
  }
}
function named4(subject, kind) {
  if (kind === "column")
    return madeColumns(subject).map(({ column, shown: shown2, where }) => ({ name: column.name, shown: shown2, where }));
  return touchedTables(subject).flatMap(({ before: before3, after, last: last2 }) => {
    if (kind === "table") return before3 || !last2 ? [] : [toNamed(subject, after, after.name, after.shown)];
    const isNew3 = (side) => newParts(before3?.[side], after[side]).filter(
      ({ name }) => last2?.[side].some((part) => part.name === name) ?? false
    );
    const parts = kind === "index" ? isNew3("indexes").filter(({ name }) => after.constraints.every((one2) => one2.name !== name)) : isNew3("constraints").filter((part) => constraintOf(part)?.type === kind);
    return parts.map(({ name }) => toNamed(subject, after, name, `${after.shown}.${name}`));
  });
}
var toNamed = (subject, table, name, shown2) => ({
  name,
  shown: shown2,
  where: () => ({
    ...doneAt(
      subject,
      doing(
        (action) => action.does === "create index" && action.name === name || action.does === "add constraint" && action.constraint.name === name
      ),
      doing((action) => "table" in action && isNamed(table, action.table))
    ),
    about: shown2,
    table
  })
});

// src/rules/no-op-migration.ts
var rule81 = defineRule({
  subject: "round-trip",
  needs: ["revision", "statements"],
  meta: {
    title: "A revision that changes nothing",
    why: "After the upgrade the catalog is what it was, and no statement could have written a row. Either the revision is empty, or what it says was so already: somebody expects a change that does not come.",
    fix: "Write what is missing, or take the revision out. Merges, the first revision of a history and revisions that work on rows are not reported.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    pass

def downgrade():
    pass`,
      good: `def upgrade():
    op.create_table("orders", sa.Column("id", sa.BigInteger(), primary_key=True))

def downgrade():
    op.drop_table("orders")`
    }
  },
  messages: {
    silent: ({ revision }) => ({
      message: `The upgrade of ${revision} sends no statement that could change anything.`,
      help: "Write what it is for, or take the revision out."
    }),
    unchanged: ({ revision }) => ({
      message: `The upgrade of ${revision} leaves everything as it was: what its statements say was so already, or they take it back themselves.`,
      help: "Take the statements out; or look whether another object is meant."
    })
  },
  check({ revision, roundTrip, facts }, { report }) {
    const { effect, upgrade } = roundTrip;
    if (effect?.length !== 0 || revision.parents.length !== 1 || upgrade.unlisted) return;
    const { remarks } = facts.observations;
    if (remarks.some(({ kind }) => kind === "statements-cut")) return;
    const commands = upgrade.statements.flatMap(readAll);
    if (commands.some((command) => command === void 0 || !isHarmless(command))) return;
    const defining = commands.filter((command) => command !== void 0 && defines.test(command.kind));
    if (defining.length === 0 && revision.upgrade.shape !== "empty") return;
    report(
      defining.length === 0 ? "silent" : "unchanged",
      { revision: called(revision) },
      {
        place: definition(revision, "upgrade"),
        evidence: defining.flatMap((command) => command ? [ofSql(command.text)] : [])
      }
    );
  }
});
var readAll = ({ sql }) => {
  const commands = commandsOf(sql);
  return commands.length === 0 ? [void 0] : commands;
};
var defines = /^(?:Create(?!Role|db|Subscription)|Alter(?!Role|Database|System)|Index|Drop(?!Role|db)|Rename|Comment|Grant(?!Role)|View|Define)/;
var sets = /* @__PURE__ */ new Set(["VariableSetStmt", "VariableShowStmt", "TransactionStmt"]);
function isHarmless(command) {
  if (command.kind === "SelectStmt") return asksCatalog(command);
  if (actionsOf(command).some((action) => "ifNotExists" in action && action.ifNotExists)) return false;
  return sets.has(command.kind) || defines.test(command.kind);
}
function asksCatalog({ node }) {
  const tables = [...under(node, "RangeVar")];
  return tables.length > 0 && tables.every(({ schemaname, relname = "" }) => ofCatalog.test(schemaname ?? relname));
}
var ofCatalog = /^(?:pg_|information_schema$)/;

// src/rules/support/repeatable.ts
function isRepeatable(sql) {
  const commands = commandsOf(sql);
  return commands.some(({ kind }) => kind === "DoStmt") || commands.every(isRepeatableCommand);
}
function isRepeatableCommand(command) {
  if (command.kind === "InsertStmt" && command.node.onConflictClause) return true;
  const actions2 = actionsOf(command);
  return actions2.length > 0 ? actions2.every(isRepeatableAction) : !fails.test(command.kind) || saysIf(command);
}
function isRepeatableAction(action) {
  if ("ifNotExists" in action) return action.ifNotExists;
  if ("ifExists" in action) return action.ifExists;
  if ("replace" in action) return action.replace;
  if (action.does === "insert") return action.rows === void 0;
  return !once.has(action.does);
}
var once = /* @__PURE__ */ new Set([
  "add constraint",
  "add identity",
  "attach partition",
  "detach partition",
  "create enum",
  "rename",
  "rename label",
  "set schema"
]);
var fails = /^(?:Create|Composite|Define|View|Rule)/;
var saysIf = ({ node }) => ["if_not_exists", "replace"].some((name) => node[name] === true);

// src/rules/non-transactional-partial-failure.ts
var rule82 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A failure half way leaves a revision that cannot be run again",
    why: "A change of the schema that commits by itself, such as `CREATE INDEX CONCURRENTLY`, splits the revision: what comes before is committed, what comes after is not. When the second half fails, the first stays, Alembic does not know that the revision was begun, and the next `upgrade` fails at what is there already.",
    fix: "Give what commits by itself a revision of its own, or make what is committed before it repeatable (`IF NOT EXISTS`, `IF EXISTS`).",
    severity: "warning",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE orders (id bigint PRIMARY KEY, state text)",
      bad: `def upgrade():
    op.create_table("states", sa.Column("id", sa.BigInteger(), primary_key=True))
    with op.get_context().autocommit_block():
        op.execute("CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_orders_state ON orders (state)")

def downgrade():
    op.drop_index("ix_orders_state")
    op.drop_table("states")`,
      good: `def upgrade():
    op.create_table("states", sa.Column("id", sa.BigInteger(), primary_key=True))

def downgrade():
    op.drop_table("states")

# and the index in a revision of its own`
    }
  },
  messages: {
    before: (_) => ({
      message: "What comes before is committed when this begins, and cannot be executed twice. When this fails, the revision is not recorded, and the next upgrade fails at what is there already.",
      help: "Move this into a revision after this one, or write what comes before so that it can be executed again (IF NOT EXISTS, IF EXISTS)."
    }),
    after: (_) => ({
      message: "This is committed before the rest of the revision, and cannot be executed twice. When the rest fails, the revision is not recorded, and the next upgrade fails here.",
      help: "Move the rest into a revision after this one, or write this so that it can be executed again (IF NOT EXISTS, IF EXISTS)."
    })
  },
  check(subject, { report, notChecked }) {
    const { statement: statement2, move } = subject;
    const isUnseen3 = maySplit(statement2, move);
    if (!isFirstCommand(subject) || !(isUnseen3 || move.statements.find(splits) === statement2)) return;
    const rest = restOf(subject);
    if (!rest) return;
    if (isUnseen3) return notChecked("whether a change of the schema commits by itself was not seen");
    const { key, words: words4, other } = rest;
    report(
      key,
      {},
      { place: placeOf(subject), evidence: [ofSql(statement2.sql), note(words4), ofSql(other.sql)] }
    );
  }
});
function restOf({ statement: statement2, move }) {
  const at = move.statements.indexOf(statement2);
  const before3 = move.statements.slice(0, at).find(({ sql }) => !isRepeatable(sql));
  if (before3) return { key: "before", words: "Committed before it:", other: before3 };
  const after = isRepeatable(statement2.sql) ? void 0 : move.statements.slice(at + 1).find(canFail);
  return after && { key: "after", words: "Not committed with it:", other: after };
}
var splits = ({ sql, trace }) => trace?.autocommit === true && commandsOf(sql).some(({ kind }) => changesSchema2.test(kind));
var maySplit = (statement2, move) => !statement2.trace && !isRefused({ statement: statement2, move }) && commandsOf(statement2.sql).some(({ kind }) => changesSchema2.test(kind));
var changesSchema2 = /^(?:Alter|Create|Drop|Index|Rename|Reindex|View)/;
var canFail = ({ sql }) => commandsOf(sql).some(({ kind }) => !harmless2.test(kind));
var harmless2 = /^(?:VariableSet|VariableShow|Transaction|Comment)Stmt$/;

// src/rules/not-enforced-constraint.ts
var rule83 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A constraint that nothing enforces",
    why: "PostgreSQL 18 keeps a constraint that is `NOT ENFORCED` in the catalog and tests no row by it, neither those that are there nor those that come. Whoever reads the schema takes it for a promise.",
    fix: "To spare the rows that are there the test, write `NOT VALID`: those that come are tested.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      postgres: { from: 18 },
      before: "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric)",
      bad: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.execute("ALTER TABLE orders ADD CONSTRAINT ck_total CHECK (total >= 0) NOT ENFORCED")

def downgrade():
    op.drop_constraint("ck_total", "orders")`,
      good: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.execute("ALTER TABLE orders ADD CONSTRAINT ck_total CHECK (total >= 0) NOT VALID")

def downgrade():
    op.drop_constraint("ck_total", "orders")`
    }
  },
  messages: {
    off: ({ what, table }) => ({
      message: `The ${what} of ${table} is NOT ENFORCED: no row is tested by it, not even those that come.`,
      help: `Write NOT VALID, where it is only the rows that are there that are not to be tested:${code(`op.execute("ALTER TABLE ${table} ADD CONSTRAINT ... NOT VALID")`)}`
    })
  },
  check(subject, { report, notChecked }) {
    for (const action of actionsIn(subject, "add constraint", "create table", "add column")) {
      const table = action.table.name;
      for (const { notEnforced, type, name } of constraintsOf(action)) {
        if (!notEnforced || !seen(subject, "NOT ENFORCED", ["locks"], notChecked)) continue;
        const what = name === void 0 ? type : `${type} ${name}`;
        report("off", { what, table }, whereOf(subject, { about: `${table} ${what}` }));
      }
    }
  }
});
function constraintsOf(made2) {
  if ("constraint" in made2) return [made2.constraint];
  return "constraints" in made2 ? made2.constraints : made2.column.constraints;
}

// src/rules/number-prefix.ts
import { basename as basename2 } from "node:path";

// src/rules/support/numbering.ts
import { basename, dirname } from "node:path";
var known3 = /* @__PURE__ */ new WeakMap();
function numberingOf(graph, revision) {
  const folders = known3.get(graph) ?? readFolders(graph);
  known3.set(graph, folders);
  return folders.get(dirname(revision.place.file));
}
function readFolders({ revisions }) {
  const folders = Map.groupBy(revisions, ({ place }) => dirname(place.file));
  return new Map(
    [...folders].flatMap(([folder, all2]) => {
      const numbered = all2.flatMap(readNumber);
      const numbers = numbered.map(({ number }) => number);
      return isCustom(numbers, all2.length) ? [[folder, { numbered, next: Math.max(...numbers) + 1 }]] : [];
    })
  );
}
function isCustom(numbers, files) {
  const span = Math.max(...numbers) - Math.min(...numbers) + 1;
  const mostly = (part, whole) => part * 3 >= whole * 2;
  return numbers.length >= 3 && mostly(numbers.length, files) && mostly(new Set(numbers).size, numbers.length) && span <= numbers.length * 2;
}
var isDated = (name) => /^\d{4}([_.-])\d{2}\1\d{2}(?!\d)/.test(name);
function readNumber(revision) {
  const name = basename(revision.place.file);
  const digits2 = /^(\d{1,6})(?=[_.-])/.exec(name)?.[1];
  return digits2 === void 0 || isDated(name) ? [] : [{ revision, name, number: Number(digits2), digits: digits2.length }];
}
var renumbered2 = (name, number, digits2) => `${String(number).padStart(digits2, "0")}${name.replace(/^\d{1,6}(?=[_.-])/, "").replace(/^(?![_.-])/, "_")}`;

// src/rules/number-prefix.ts
var rule84 = defineRule({
  subject: "revision",
  needs: [],
  meta: {
    title: "The number of a file is not the next one",
    why: "The best practice: files are numbered in the order of the history, each number once and none left out. Where most files of a folder do so, whoever looks for the last one relies on it. Two with the same number are how a merge of two branches of work shows.",
    fix: "Give the file the next number. The id of the revision, which databases remember, need not change.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      bad: `# versions/001_users.py
# versions/002_teams.py
# versions/003_tags.py
# versions/003_notes.py, on top of 003_tags.py`,
      good: `# versions/001_users.py
# versions/002_teams.py
# versions/003_tags.py
# versions/004_notes.py, on top of 003_tags.py`
    }
  },
  messages: {
    twice: ({ name, other, to }) => ({
      message: `${name} and ${other} have the same number.`,
      help: rename2(name, to)
    }),
    early: ({ name, other, to }) => ({
      message: `${name} comes after ${other} in the history, and before it by its number.`,
      help: rename2(name, to)
    }),
    gap: ({ name, missing: missing3, to }) => ({
      message: `There is no file with the number ${missing3} before ${name}.`,
      help: rename2(name, to)
    }),
    none: ({ name, to }) => ({
      message: `${name} has no number, unlike the files beside it.`,
      help: rename2(name, to)
    })
  },
  check({ revision, facts: { graph } }, { report }) {
    const numbering = numberingOf(graph, revision);
    if (!numbering) return;
    const where = { place: definition(revision, "upgrade") };
    const mine = numbering.numbered.find((one2) => one2.revision === revision);
    const name = basename2(revision.place.file);
    if (!mine) {
      const digits2 = numbering.numbered[0]?.digits ?? 1;
      if (revision.parents.length < 2)
        report("none", { name, to: renumbered2(name, numbering.next, digits2) }, where);
      return;
    }
    const next = renumbered2(name, numbering.next, mine.digits);
    const twin = earlierTwin(mine, numbering);
    if (twin) return report("twice", { name, other: twin.name, to: next }, where);
    const parent = laterParent(mine, numbering, revision);
    if (parent) return report("early", { name, other: parent.name, to: next }, where);
    if (isAfterGap(mine, numbering)) {
      const to = renumbered2(name, mine.number - 1, mine.digits);
      report("gap", { name, missing: to.slice(0, mine.digits), to }, where);
    }
  }
});
var rename2 = (from, to) => `Rename the file:${code(`git mv ${from} ${to}`)}`;
function earlierTwin(mine, { numbered }) {
  const first = numbered.find(({ number }) => number === mine.number);
  return first === mine ? void 0 : first;
}
var laterParent = ({ number }, { numbered }, { parents }) => numbered.find((one2) => parents.includes(one2.revision.id) && one2.number > number);
function isAfterGap({ number }, { numbered }) {
  const numbers = numbered.map((one2) => one2.number);
  return number !== Math.min(...numbers) && !numbers.includes(number - 1);
}

// src/rules/offline-incompatible.ts
var rule85 = defineRule({
  subject: "revision",
  needs: [],
  meta: {
    title: "alembic upgrade --sql stops at this revision",
    why: "In a place where somebody else runs the SQL, `alembic upgrade --sql` writes it down without a database. Nothing answers then: rows, counts and what is there already are not known, and what is done with them fails. Linters that read that SQL see nothing of this revision, and of none after it.",
    fix: "Write it without a question: `op.execute` with SQL that finds its rows itself (`INSERT ... SELECT`), or leave the part out where `op.get_context().as_sql` is true.",
    severity: "notice",
    optIn: true,
    since: "0.1.0",
    examples: {
      before: `CREATE TABLE teams (id bigint PRIMARY KEY);
CREATE TABLE members (team_id bigint REFERENCES teams);
CREATE INDEX ON members (team_id)`,
      bad: `def upgrade():
    for row in op.get_bind().execute(sa.text("SELECT id FROM teams")):
        op.execute(f"INSERT INTO members (team_id) VALUES ({row.id})")

def downgrade():
    op.execute("DELETE FROM members WHERE team_id IN (SELECT id FROM teams)")`,
      good: `def upgrade():
    op.execute("INSERT INTO members (team_id) SELECT id FROM teams")

def downgrade():
    op.execute("DELETE FROM members WHERE team_id IN (SELECT id FROM teams)")`
    }
  },
  messages: {
    asks: ({ name }) => ({
      message: `This needs an answer of the database (${name}). "alembic upgrade --sql" has none, and stops here.`,
      help: "Write it as SQL that needs no answer (INSERT ... SELECT, UPDATE ... FROM), or leave it out where op.get_context().as_sql is true."
    })
  },
  check({ revision }, { report, notChecked }) {
    if (!revision.reliances) return notChecked("nobody has looked at what its file needs");
    const [first, ...more3] = revision.reliances.filter(({ on }) => on === "connection");
    if (!first) return;
    report("asks", first, {
      place: first.place,
      evidence: more3.map(({ place }) => note(`line ${place.line} as well`))
    });
  }
});

// src/rules/old-code-incompatible.ts
var rule86 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "Inserts of the running release fail",
    why: "The change adds a column, and when it is done the column is NOT NULL and has no default. The release that still runs does not know the column, so each of its inserts leaves it out and fails, however carefully the rows that are there were filled. A column with a default, one that may be NULL, one that only has another name (`rename-column`), and a table whose trigger fills rows before they are inserted are not reported.",
    fix: "Keep a `server_default`, or leave the column nullable, until every running release writes it. Set NOT NULL or drop the default in a later release.",
    severity: "error",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE orders (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    op.add_column("orders", sa.Column("state", sa.Text(), nullable=False, server_default="new"))
    op.alter_column("orders", "state", server_default=None)

def downgrade():
    op.drop_column("orders", "state")`,
      good: `def upgrade():
    # A later release drops the default.
    op.add_column("orders", sa.Column("state", sa.Text(), nullable=False, server_default="new"))

def downgrade():
    op.drop_column("orders", "state")`
    }
  },
  messages: {
    inserts: ({ table, column }) => ({
      message: `Inserts of the running release into ${table.shown} fail once this is done: they do not know ${column}, which is NOT NULL and has no default by then.`,
      help: `Keep a default until every running release writes ${column}, and drop it in a later one:${code(
        op("alter_column", table, py(table.name), py(column), 'server_default=sa.text("<value>")')
      )}`
    })
  },
  check(subject, { report }) {
    for (const touched of touchedTables(subject)) {
      const { after: table } = touched;
      if (wasThere(subject, "table", table.shown) !== true) continue;
      for (const column of table.columns) {
        if (!isDemandedNow(touched, column) || !isUnknown(subject, table, column)) continue;
        const about = spelledColumn(table, column.name);
        report(
          "inserts",
          { table, column: column.name },
          { ...doneAt(subject, demands(table, column), concerns(table)), about, table }
        );
      }
    }
  }
});
function isDemandedNow({ before: before3, last: last2 }, column) {
  const own2 = ({ name }) => name === column.name;
  const [old, final] = [before3?.columns.find(own2), last2?.columns.find(own2)];
  if (!last2 || !final || last2.triggers.some(fillsRows)) return false;
  return isDemanded(column) && isDemanded(final) && !(old && isDemanded(old));
}
var isDemanded = (column) => textOf(column, "nullable") === "no" && ["default", "identity", "generated"].every((fact) => textOf(column, fact) === void 0);
var fillsRows = (trigger) => /\bBEFORE\b.*\bINSERT\b.*\bFOR EACH ROW\b/s.test(textOf(trigger, "definition") ?? "");
var isUnknown = (subject, table, { name }) => wasThere(subject, "column", spelledColumn(table, name)) === false && !isAddedBare(subject, table, name) && !isRenamed(subject, table, name);
var actionsOfUpgrade = ({ roundTrip }) => roundTrip.upgrade.statements.flatMap(({ sql }) => commandsOf(sql)).flatMap((command) => actionsOf(command));
var isRenamed = (subject, table, to) => actionsOfUpgrade(subject).some(
  (action) => action.does === "rename" && action.kind === "column" && isNamed(table, action.table) && action.to === to && wasThere(subject, "column", spelledColumn(table, action.name.name)) === true
);
function isAddedBare(subject, table, name) {
  return actionsOfUpgrade(subject).some(
    (action) => action.does === "add column" && isNamed(table, action.table) && action.column.name === name && action.column.notNull && action.column.default === void 0
  );
}
var demands = (table, column) => doing(
  (action) => (action.does === "set not null" || action.does === "drop default") && isNamed(table, action.table) && action.column === column.name
);

// src/rules/partition-key-not-in-primary-key.ts
var rule87 = defineRule({
  subject: "upgrade",
  needs: ["revision"],
  meta: {
    title: "A key of a partitioned table lacks the partition key",
    why: "PostgreSQL checks uniqueness within each partition, so every primary key and unique constraint of a partitioned table has to contain the columns that it is partitioned by. Without them the upgrade fails.",
    fix: "Add the columns of the partition key to the constraint: `PRIMARY KEY (id, day)`.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.create_table("events", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("day", sa.Date()), postgresql_partition_by="RANGE (day)")

def downgrade():
    op.drop_table("events")`,
      good: `def upgrade():
    op.create_table("events", sa.Column("id", sa.BigInteger(), primary_key=True, autoincrement=False), sa.Column("day", sa.Date(), primary_key=True), postgresql_partition_by="RANGE (day)")

def downgrade():
    op.drop_table("events")`
    }
  },
  messages: {
    lacks: ({ detail }) => ({
      message: `The upgrade fails: ${detail}`,
      help: 'Add the columns of the partition key to the primary key and to each unique constraint, as in sa.PrimaryKeyConstraint("id", "day").'
    })
  },
  check({ revision, move }, { report }) {
    const failure = failureOf(move.failure, "keyNotInPrimaryKey");
    if (!failure) return;
    report(
      "lacks",
      { detail: failure.detail ?? failure.message },
      {
        place: failurePlace(failure, revision, "upgrade"),
        evidence: ofFailure(failure, move.output)
      }
    );
  }
});

// src/rules/partitioned-index.ts
var rule88 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "An index of all partitions is built while writers wait",
    why: "`CREATE INDEX` on a partitioned table takes SHARE on all partitions at once and reads them one after the other: until the transaction ends nobody writes to any. PostgreSQL cannot do that `CONCURRENTLY`.",
    fix: "Build the index of each partition `CONCURRENTLY` in an `autocommit_block`. Then make that of the partitioned table: it takes over those that are there, and reads nothing.",
    severity: "warning",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint) PARTITION BY HASH (id); CREATE TABLE orders_0 PARTITION OF orders FOR VALUES WITH (MODULUS 1, REMAINDER 0)",
      bad: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.create_index("ix_orders_user", "orders", ["user_id"])

def downgrade():
    op.drop_index("ix_orders_user", table_name="orders")`,
      good: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS orders_0_ix_orders_user")
        op.execute("CREATE INDEX CONCURRENTLY orders_0_ix_orders_user ON orders_0 (user_id)")
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.create_index("ix_orders_user", "orders", ["user_id"])

def downgrade():
    op.drop_index("ix_orders_user", table_name="orders")`
    }
  },
  messages: {
    waits: ({ index, table, partitions, lines }) => ({
      message: `Building ${index} reads all partitions of ${table} (${partitions}), and until the transaction ends nobody writes to any of them.`,
      help: `Build those of the partitions first, while everybody goes on writing; that of ${table} then takes them over:${code(...lines)}`
    })
  },
  check(subject, { report, notChecked }) {
    for (const index of actionsIn(subject, "create index")) {
      const trace = seen(subject, "CREATE INDEX", ["locks", "scanned"], notChecked);
      const table = trace && oldTable(subject, index.table, notChecked);
      if (!trace || table?.kind !== "partitioned table") continue;
      const partitions = trace.scanned.map(({ relation }) => relation).filter(subject.isOld);
      if (partitions.length === 0) continue;
      report(
        "waits",
        {
          index: index.name ?? "an index",
          table: shownRelation(table),
          partitions: list(partitions.map(shownRelation)),
          lines: instead3(subject, index, partitions)
        },
        whereOf(subject, {
          about: `${shownRelation(table)} ${index.name ?? index.columns.join(" ")}`,
          table
        })
      );
    }
  }
});
var instead3 = ({ command: { text } }, index, partitions) => [
  ...autocommitted(partitions.flatMap((partition2) => partitionConcurrently(index, text, partition2))),
  execute(text.replace(/\s+/g, " "))
];

// src/rules/prefer-bigint.ts
var rule89 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "A key that runs out of numbers",
    why: "An `integer` ends at 2,147,483,647, and a sequence goes on counting where INSERTs fail. Making the key wider later means writing the whole table and every reference to it anew.",
    fix: "Use `sa.BigInteger()` for keys.",
    severity: "notice",
    preset: "style",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.create_table("users", sa.Column("id", sa.Integer(), sa.Identity(), primary_key=True))

def downgrade():
    op.drop_table("users")`,
      good: `def upgrade():
    op.create_table("users", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True))

def downgrade():
    op.drop_table("users")`
    }
  },
  messages: {
    found: ({ column, type }) => ({
      message: `${column} is ${type}, and a key: its numbers run out.`,
      help: "Use sa.BigInteger()."
    })
  },
  check(subject, { report }) {
    for (const one2 of madeColumns(subject)) {
      if (!isKey(one2)) continue;
      report("found", { column: one2.shown, type: shortType(one2.type) }, one2.where());
    }
  }
});
var isKey = ({ table, column, type }) => /^(?:integer|smallint)$/.test(type) && table.constraints.map(constraintOf).some((constraint) => constraint?.type === "primary key" && constraint.columns.includes(column.name));

// src/rules/prefer-identity.ts
var rule90 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "A serial in place of an identity",
    why: "A serial is an integer with a sequence beside it that has rights and an owner of its own, and whose default anybody can overwrite by an INSERT. An identity column is what the SQL standard has for it, and PostgreSQL since 10.",
    fix: "Use `sa.Identity()` on the column.",
    severity: "notice",
    preset: "style",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.create_table("users", sa.Column("id", sa.BigInteger(), primary_key=True))

def downgrade():
    op.drop_table("users")`,
      good: `def upgrade():
    op.create_table("users", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True))

def downgrade():
    op.drop_table("users")`
    }
  },
  messages: {
    found: ({ column }) => ({
      message: `${column} takes its values from a sequence beside it (serial).`,
      help: 'Make it an identity: sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True).'
    })
  },
  check(subject, { report }) {
    for (const one2 of madeColumns(subject)) {
      if (!textOf(one2.column, "default")?.startsWith("nextval(")) continue;
      report("found", { column: one2.shown }, one2.where());
    }
  }
});

// src/rules/prefer-text.ts
var rule91 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "A text with a length",
    why: "A `varchar(n)` is stored like a `text` and costs as much. The length is a rule about the content, and a narrower one later means reading the whole table under a lock that nobody gets past.",
    fix: "Use `sa.Text()`, and a CHECK constraint where the length matters: it can be changed without a lock for long.",
    severity: "notice",
    preset: "style",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.create_table("users", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True), sa.Column("name", sa.String(50)))

def downgrade():
    op.drop_table("users")`,
      good: `def upgrade():
    op.create_table("users", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True), sa.Column("name", sa.Text()))

def downgrade():
    op.drop_table("users")`
    }
  },
  messages: {
    found: ({ column, type }) => ({
      message: `${column} is ${type}: a length is hard to change later, and saves nothing.`,
      help: "Use sa.Text(), and a CHECK constraint where the length matters."
    })
  },
  check(subject, { report }) {
    for (const one2 of madeColumns(subject)) {
      if (!/^character varying\(\d+\)/.test(one2.type)) continue;
      report("found", { column: one2.shown, type: shortType(one2.type) }, one2.where());
    }
  }
});

// src/rules/prefer-timestamptz.ts
var rule92 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "A time without a time zone",
    why: "A `timestamp` does not say which moment it is: what is read depends on who wrote it, and twice a year an hour is there twice. A `timestamptz` takes as many bytes and is a moment.",
    fix: "Use `sa.DateTime(timezone=True)`.",
    severity: "notice",
    preset: "style",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.create_table("users", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True), sa.Column("seen", sa.DateTime()))

def downgrade():
    op.drop_table("users")`,
      good: `def upgrade():
    op.create_table("users", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True), sa.Column("seen", sa.DateTime(timezone=True)))

def downgrade():
    op.drop_table("users")`
    }
  },
  messages: {
    found: ({ column, type }) => ({
      message: `${column} is ${type}, which does not say what moment it is.`,
      help: "Use sa.DateTime(timezone=True)."
    })
  },
  check(subject, { report }) {
    for (const one2 of madeColumns(subject)) {
      if (!/^timestamp(\(\d\))? without time zone/.test(one2.type)) continue;
      report("found", { column: one2.shown, type: shortType(one2.type) }, one2.where());
    }
  }
});

// src/rules/support/column-call.ts
function columnCall(source, table, column) {
  const made2 = callAfter(source, new RegExp(`\\bcreate_table\\(\\s*(["'])${inRegExp(table)}\\1`));
  const call3 = made2 && callAfter(made2, new RegExp(`\\bColumn\\(\\s*(["'])${inRegExp(column)}\\1`));
  return call3 && flat(call3);
}
function callAfter(text, begins) {
  const found = begins.exec(text);
  if (!found) return void 0;
  const start = text.indexOf("(", found.index);
  let depth = 0;
  for (const { index, 0: token2 } of text.slice(start).matchAll(tokens)) {
    if (token2 === "(" || token2 === "[") depth += 1;
    if (token2 === ")" || token2 === "]") depth -= 1;
    if (depth === 0) return text.slice(start, start + index + 1);
  }
  return void 0;
}
var tokens = /[()[\]]|"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g;
function flat(call3) {
  let depth = 0;
  let kept = "";
  let at = 0;
  for (const { index, 0: token2 } of call3.matchAll(tokens)) {
    if (depth <= 1) kept += call3.slice(at, index);
    at = index + token2.length;
    if (token2 === "(" || token2 === "[") {
      if (depth === 0) kept += token2;
      depth += 1;
    }
    if (token2 === ")" || token2 === "]") depth -= 1;
  }
  return kept;
}

// src/rules/python-side-default.ts
var rule93 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "A default that only Python knows",
    why: "`default=` in a migration does nothing at all: Alembic writes no `DEFAULT` for it. The column refuses NULL and has no default, so every INSERT that does not come from the application's own models has to name it, and fails otherwise.",
    fix: "Write `server_default=` in place of `default=`.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.create_table("users", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("active", sa.Boolean(), nullable=False, default=True))

def downgrade():
    op.drop_table("users")`,
      good: `def upgrade():
    op.create_table("users", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("active", sa.Boolean(), nullable=False, server_default=sa.true()))

def downgrade():
    op.drop_table("users")`
    }
  },
  messages: {
    inert: ({ table, column }) => ({
      message: `The default= of ${table}.${column} reaches no database: the column is NOT NULL and has no DEFAULT, and an INSERT that does not name it fails.`,
      help: 'Write server_default= in place of default=: the value as SQL has it, such as sa.text("0"), sa.true() or sa.func.now().'
    })
  },
  check(subject, { report }) {
    for (const { before: before3, after } of touchedTables(subject)) {
      if (before3) continue;
      for (const column of after.columns.filter(needsValue)) {
        const call3 = columnCall(subject.revision.source, after.name, column.name);
        if (call3 === void 0 || !/[(,]\s*default\s*=/.test(call3)) continue;
        report(
          "inert",
          { table: after.shown, column: column.name },
          { ...doneAt(subject, concerns(after)), about: `${after.shown}.${column.name}`, table: after }
        );
      }
    }
  }
});
var needsValue = (column) => textOf(column, "nullable") === "no" && ["default", "identity", "generated"].every((fact) => textOf(column, fact) === void 0);

// src/rules/support/as-operation.ts
function asOperation(command) {
  const [action, ...more3] = actionsOf(command);
  if (!action || more3.length > 0 || isConditional(action)) return void 0;
  if (action.does === "create index")
    return isPlain2(action, command.text) && action.name !== void 0 && !action.only && !action.concurrently ? call("create_index", [action.name, action.table.name, action.columns.map((one2) => one2 ?? "")], {
      schema: action.table.schema,
      unique: action.unique || void 0
    }) : void 0;
  if (action.does === "create table") return createTable2(action);
  if (action.does === "drop") return drop(action);
  if (action.does === "rename") return rename3(action);
  return "only" in action && action.kind === "table" && !action.only ? change2(action) : void 0;
}
var isConditional = (action) => "ifExists" in action && action.ifExists || "ifNotExists" in action && action.ifNotExists || "cascade" in action && action.cascade;
function drop({ kind, name, concurrently: concurrently2 }) {
  const operation = { table: "drop_table", index: "drop_index" }[kind];
  return operation && !concurrently2 ? call(operation, [name.name], { schema: name.schema }) : void 0;
}
function rename3({ kind, table, name, to }) {
  if (kind === "table") return call("rename_table", [name.name, to], { schema: name.schema });
  return kind === "column" && table ? call("alter_column", [table.name, name.name], { schema: table.schema, new_column_name: to }) : void 0;
}
function change2(action) {
  const { name, schema } = action.table;
  const alter = (column, named5) => withRaw(call("alter_column", [name, column], { schema }), named5);
  switch (action.does) {
    case "add column":
      return addColumn3(action.table, action.column);
    case "drop column":
      return call("drop_column", [name, action.column], { schema });
    case "drop constraint":
      return call("drop_constraint", [action.name, name], { schema });
    case "set not null":
      return alter(action.column, "nullable=False");
    case "drop not null":
      return alter(action.column, "nullable=True");
    case "drop default":
      return alter(action.column, "server_default=None");
    default:
      return void 0;
  }
}
var withRaw = (line, argument2) => line.replace(/\)$/, `, ${argument2})`);
function addColumn3({ name, schema }, column) {
  const made2 = columnCall2(column);
  const where = schema === void 0 ? "" : `, schema=${py(schema)}`;
  return made2 && `op.add_column(${py(name)}, ${made2}${where})`;
}
function createTable2(action) {
  const { table, columns, constraints, like, inherits, partitionOf, partitionedBy, temporary, unlogged } = action;
  const atColumns = columns.flatMap((column) => column.constraints);
  const special = temporary || unlogged || partitionOf !== void 0 || partitionedBy !== void 0;
  const more3 = like.length + inherits.length + (constraints.length - atColumns.length);
  const calls = columns.flatMap((column) => columnCall2(column, true) ?? []);
  if (special || more3 > 0 || calls.length < columns.length) return void 0;
  const schema = table.schema === void 0 ? [] : [`schema=${py(table.schema)}`];
  return `op.create_table(${[py(table.name), ...calls, ...schema].join(", ")})`;
}
function columnCall2(column, ofTable = false) {
  const { name, type, notNull, constraints } = column;
  const known5 = type && saType(type);
  const isKey2 = constraints.some(({ type: kind }) => kind === "primary key");
  const isKnown = ({ type: kind, name: own2 }) => own2 === void 0 && (kind === "not null" || kind === "primary key" && ofTable);
  if (known5 === void 0 || hasMore(column) || !constraints.every(isKnown)) return void 0;
  const rest = isKey2 ? ", primary_key=True" : notNull ? ", nullable=False" : "";
  return `sa.Column(${py(name)}, ${known5}${rest})`;
}
var hasMore = (column) => column.serial || column.default !== void 0 || column.identity !== void 0 || column.generated !== void 0 || column.collation !== void 0;

// src/rules/raw-sql-for-operation.ts
var rule94 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "SQL where Alembic has an operation",
    why: "The best practice: use the operations of Alembic, and SQL for what they cannot do. An operation quotes names, follows the naming convention of the metadata, and is found by whoever looks for the column.",
    fix: "Write the operation that the finding shows. It is shown only where it does exactly the same.",
    severity: "notice",
    optIn: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE teams (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    op.execute("ALTER TABLE teams ADD COLUMN name text")

def downgrade():
    op.drop_column("teams", "name")`,
      good: `def upgrade():
    op.add_column("teams", sa.Column("name", sa.Text()))

def downgrade():
    op.drop_column("teams", "name")`
    }
  },
  messages: {
    raw: ({ operation }) => ({
      message: "Alembic has an operation for this.",
      help: `Write:${code(operation)}`
    })
  },
  check(subject, { report }) {
    const { statement: statement2, command } = subject;
    if (commandsOf(statement2.sql).length > 1 || !isWrittenHere(subject)) return;
    const operation = asOperation(command);
    if (operation !== void 0)
      report(
        "raw",
        { operation },
        { place: placeOf(subject), evidence: [ofSql(command.text)], about: command.text }
      );
  }
});
function isWrittenHere({ statement: { place }, revision }) {
  if (place?.line === void 0 || place.file !== revision.place.file) return false;
  return /\bexecute\s*\(/.test(revision.source.split("\n")[place.line - 1] ?? "");
}

// src/rules/support/covers.ts
function covers(other, index) {
  const [wide, narrow] = [indexOf(other), indexOf(index)];
  if (!wide || !narrow || textOf(other, "valid") === "no" || wide.method !== narrow.method) return false;
  if (shape(wide.where) !== shape(narrow.where)) return false;
  const [all2, first] = [keysOf(wide.tree), keysOf(narrow.tree)];
  const isSame2 = all2.length === first.length;
  if (!isSame2 && (narrow.unique || wide.method !== "btree")) return false;
  if (narrow.unique && !(wide.unique && wide.tree.nulls_not_distinct === narrow.tree.nulls_not_distinct))
    return false;
  const found = [...wide.columns, ...wide.included];
  return first.every((key, at) => key === all2[at]) && narrow.included.every((column) => found.includes(column));
}
var shape = (tree) => JSON.stringify(tree ?? null, (key, value) => key === "location" ? void 0 : value);
var keysOf = ({ indexParams }) => (indexParams ?? []).map(shape);
var hasAsManyKeys = (one2, other) => indexOf(one2)?.columns.length === indexOf(other)?.columns.length;

// src/rules/redundant-index.ts
var rule95 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "An index that another one makes needless",
    why: "A primary key or a unique constraint is an index already. A second one on the same columns finds nothing more, and each INSERT and most UPDATEs write to both. With the option `prefixes` an index on `a` beside one on `a, b` is reported too: it finds nothing more either, but it is smaller, and some want it.",
    fix: "Leave the index out. `index=True` beside `primary_key=True` or `unique=True` on a column makes such a second one.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.create_table("users", sa.Column("id", sa.BigInteger(), primary_key=True))
    op.create_index("ix_users_id", "users", ["id"])

def downgrade():
    op.drop_table("users")`,
      good: `def upgrade():
    op.create_table("users", sa.Column("id", sa.BigInteger(), primary_key=True))

def downgrade():
    op.drop_table("users")`
    }
  },
  messages: {
    redundant: ({ table, index, other, line }) => ({
      message: `The index ${index} of ${table} finds nothing that ${other} does not find, and each write to the table has to keep both.`,
      help: `Leave ${index} out; where it is made already, drop it:${code(line)}`
    })
  },
  options: {
    /** Whether an index on the first columns of another one is needless. */
    prefixes: false
  },
  check(subject, { report }, { prefixes }) {
    for (const { before: before3, after, last: last2 } of touchedTables(subject)) {
      const made2 = newParts(before3?.indexes, after.indexes);
      for (const index of made2.filter((one2) => isPlain3(one2, after) && last2 && isIn2(one2, last2.indexes))) {
        const other = last2?.indexes.find(
          (one2) => one2.name !== index.name && (prefixes || hasAsManyKeys(one2, index)) && speaksFor(one2, index, made2, after)
        );
        if (!other) continue;
        const { place, evidence } = doneAt(
          subject,
          doing((action) => action.does === "create index" && action.name === index.name)
        );
        report(
          "redundant",
          {
            table: after.shown,
            index: index.name,
            other: other.name,
            line: call("drop_index", [index.name], { table_name: after.name, ...inSchema(after) })
          },
          {
            place,
            evidence: [...evidence, note(`there is: ${textOf(other, "definition")}`)],
            about: `${after.shown}.${index.name}`,
            table: after
          }
        );
      }
    }
  }
});
var isPlain3 = ({ name }, { constraints }) => constraints.every((constraint) => constraint.name !== name);
var isIn2 = ({ name }, parts) => parts.some((part) => part.name === name);
function speaksFor(other, index, made2, table) {
  if (!covers(other, index)) return false;
  const isTwin = covers(index, other) && isIn2(other, made2) && isPlain3(other, table);
  return !isTwin || other.name < index.name;
}

// src/rules/refresh-matview.ts
var rule96 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A materialized view is refreshed while nobody can read it",
    why: "Without `CONCURRENTLY` nobody reads the view from when its query begins until the transaction ends.",
    fix: "Give the view a unique index, and refresh it with `REFRESH MATERIALIZED VIEW CONCURRENTLY`. A view that was made in the same change is not reported.",
    severity: "error",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE MATERIALIZED VIEW totals AS SELECT 1 AS id; CREATE UNIQUE INDEX totals_id ON totals (id)",
      bad: `def upgrade():
    op.execute("REFRESH MATERIALIZED VIEW totals")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    op.execute("REFRESH MATERIALIZED VIEW CONCURRENTLY totals")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`
    }
  },
  messages: {
    blocks: ({ view, name }) => ({
      message: `Nobody can read the materialized view ${view} while it is refreshed, nor until the transaction ends.`,
      help: `Refresh it concurrently; it needs a unique index on columns for that:${code(`op.execute(${py(`REFRESH MATERIALIZED VIEW CONCURRENTLY ${name}`)})`)}`
    })
  },
  check(subject, tell) {
    for (const { view } of actionsIn(subject, "refresh")) {
      const stored = storedAnewBy(subject, "REFRESH MATERIALIZED VIEW", tell);
      const table = stored.find((relation) => isCalled(relation, view));
      if (!table) continue;
      tell.report(
        "blocks",
        { view: shownRelation(table), name: spelled2(table) },
        whereOf(subject, { about: shownRelation(table), table })
      );
    }
  }
});

// src/rules/reindex-non-concurrent.ts
var rule97 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "An index is rebuilt while writers wait",
    why: "`REINDEX` takes SHARE on the table and ACCESS EXCLUSIVE on the index: until the transaction ends nobody writes to the table, and queries that could use the index wait as well.",
    fix: "`REINDEX ... CONCURRENTLY` in an `autocommit_block`.",
    severity: "warning",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY, email text); CREATE INDEX ix_users_email ON users (email)",
      bad: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.execute("REINDEX INDEX ix_users_email")

def downgrade():
    pass`,
      good: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("REINDEX INDEX CONCURRENTLY ix_users_email")

def downgrade():
    pass`
    }
  },
  messages: {
    waits: ({ tables, line }) => ({
      message: `Rebuilding indexes of ${tables} keeps everybody from writing to ${tables}, and queries that use the indexes from reading, until the transaction ends.`,
      help: `Rebuild them while everybody goes on:${code(...autocommitted([line]))}`
    })
  },
  check(subject, { report, notChecked }) {
    for (const { of, name, concurrently: concurrently2 } of actionsIn(subject, "reindex")) {
      if (concurrently2 || !name) continue;
      const trace = seen(subject, "REINDEX", ["locks"], notChecked);
      const tables = (trace?.locks ?? []).flatMap(
        ({ relation, mode }) => relation.kind === "table" && subject.isOld(relation) && blocksWrites(mode) ? [relation] : []
      );
      const [table] = tables;
      if (!table) continue;
      report(
        "waits",
        {
          tables: list(tables.map(shownRelation)),
          line: execute(`REINDEX ${of.toUpperCase()} CONCURRENTLY ${quoteName(name)}`)
        },
        whereOf(subject, { about: name.name, table })
      );
    }
  }
});

// src/rules/rename-column.ts
var rule98 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A column is renamed",
    why: "The release that still runs while this one is deployed names the column in every SELECT and INSERT of its models, and fails from the moment of the rename. The other order fails as well: the new release needs the new name. A column that was made in the same change, and one whose name another column has afterwards, are not reported.",
    fix: "Keep the name in the database and give the attribute of the model another. Where it has to change in the database, add a column of the new name, write both for one release, and drop the old one in a later release.",
    severity: "error",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY, mail text)",
      bad: `def upgrade():
    op.alter_column("users", "mail", new_column_name="email")

def downgrade():
    op.alter_column("users", "email", new_column_name="mail")`,
      good: `def upgrade():
    # The release writes both; a later one drops mail.
    op.add_column("users", sa.Column("email", sa.Text()))

def downgrade():
    op.drop_column("users", "email")`
    }
  },
  messages: {
    renamed: ({ table, from, to, type }) => ({
      message: `Renaming ${shownColumn(table, from)} to ${to} breaks the running release: from then on every statement of it that names ${from} fails.`,
      help: `Keep the name in the database, and give the attribute of the model the new one:${code(`${to} = sa.orm.mapped_column(${py(from)})`)}
Or add a column that both releases can live with, write both, and drop ${from} in a later release:${code(
        type ? addColumn2(table, to, type) : `op.add_column(${py(table.name)}, sa.Column(${py(to)}, <type>))`
      )}`
    })
  },
  check(subject, { report, notChecked }) {
    for (const rename4 of actionsIn(subject, "rename")) {
      if (rename4.kind !== "column" || !seen(subject, "RENAME COLUMN", ["locks"], notChecked)) continue;
      const data = breaking(subject, rename4, notChecked);
      if (!data) continue;
      const { table, from } = data;
      report(
        "renamed",
        data,
        whereOf(subject, {
          about: shownColumn(table, from),
          table
        })
      );
    }
  }
});
function breaking(subject, rename4, notChecked) {
  const table = rename4.table && oldTable(subject, rename4.table, notChecked);
  const from = rename4.name.name;
  if (!table || !wasColumn(subject, table, from) || hasStillColumn(subject, table, from)) return void 0;
  const type = columnFact(subject, "before", [table, from], "type");
  return { table, from, to: rename4.to, type: type === void 0 ? void 0 : readType(type) };
}

// src/rules/rename-table.ts
var rule99 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A table is renamed",
    why: "The release that still runs while this one is deployed names the table in every statement of its models, and fails from the moment of the rename. A table whose name a view or another table has when the revision is done is not reported, nor is one that was made in the same change.",
    fix: "Keep the name in the database and give the model another. Or leave a view with the old name in its place, in the same revision: one that selects from a single table can be written to like the table.",
    severity: "error",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    op.rename_table("users", "accounts")

def downgrade():
    op.rename_table("accounts", "users")`,
      good: `def upgrade():
    op.rename_table("users", "accounts")
    op.execute("CREATE VIEW users AS SELECT * FROM accounts")

def downgrade():
    op.execute("DROP VIEW users")
    op.rename_table("accounts", "users")`
    }
  },
  messages: {
    renamed: ({ relation, to }) => ({
      message: `Renaming the ${relation.kind} ${shownRelation(relation)} to ${to} breaks the running release: from then on every statement of it that names ${shownRelation(relation)} fails.`,
      help: `Leave a view with the old name in its place, and drop it in a later release:${code(
        op("rename_table", relation, py(relation.name), py(to)),
        execute(
          `CREATE VIEW ${spelled2(relation)} AS SELECT * FROM ${spelled2({ schema: relation.schema, name: to })}`
        )
      )}`
    })
  },
  check(subject, { report, notChecked }) {
    for (const { kind, name, to } of actionsIn(subject, "rename")) {
      if (!readable.has(kind) || !seen(subject, "RENAME", ["locks"], notChecked)) continue;
      const relation = oldTable(subject, name, notChecked);
      if (!relation || !isReadable(relation) || isStillNamed(subject, relation)) continue;
      report(
        "renamed",
        { relation, to },
        whereOf(subject, {
          about: shownRelation(relation),
          table: relation
        })
      );
    }
  }
});

// src/rules/require-primary-key.ts
var rule100 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "A table without a primary key",
    why: "Two rows can be the same, and nobody can change one of them. Logical replication refuses each UPDATE and DELETE of such a table, and SQLAlchemy cannot map it.",
    fix: "Give the table a primary key.",
    severity: "notice",
    preset: "style",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.create_table("notes", sa.Column("text", sa.Text()))

def downgrade():
    op.drop_table("notes")`,
      good: `def upgrade():
    op.create_table("notes", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True), sa.Column("text", sa.Text()))

def downgrade():
    op.drop_table("notes")`
    }
  },
  messages: {
    missing: ({ table }) => ({
      message: `${table} has no primary key: nobody can tell two of its rows apart.`,
      help: 'Add a key, such as sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True).'
    })
  },
  check(subject, { report }) {
    for (const { before: before3, after, last: last2 } of touchedTables(subject)) {
      if (before3 || !last2 || hasKey2(after) || hasKey2(last2)) continue;
      report(
        "missing",
        { table: after.shown },
        { ...doneAt(subject, concerns(after)), about: after.shown, table: after }
      );
    }
  }
});
var hasKey2 = ({ constraints }) => constraints.some((part) => constraintOf(part)?.type === "primary key");

// src/rules/require-schema-qualified.ts
var rule101 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A table is made without its schema",
    why: "Where the table ends up is decided by the `search_path` of whoever runs the migration: another role or another database has it elsewhere.",
    fix: "Write `schema=` in `op.create_table`.",
    severity: "notice",
    preset: "style",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.create_table("notes", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True))

def downgrade():
    op.drop_table("notes")`,
      good: `def upgrade():
    op.create_table("notes", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True), schema="public")

def downgrade():
    op.drop_table("notes", schema="public")`
    }
  },
  messages: {
    anywhere: ({ table }) => ({
      message: `${table} is made in whatever schema the search_path begins with.`,
      help: 'Say where it is to be: schema="public".'
    })
  },
  check(subject, { report }) {
    for (const { table, temporary } of actionsIn(subject, "create table", "create table as")) {
      if (temporary || table.schema !== void 0) continue;
      report("anywhere", { table: table.name }, whereOf(subject, { about: table.name }));
    }
  }
});

// src/rules/reupgrade-differs.ts
var rule102 = defineRule({
  subject: "round-trip",
  needs: ["revision", "downgrade", "reupgrade"],
  meta: {
    title: "The second upgrade ends elsewhere",
    why: "The downgrade leaves nothing behind, and still the second upgrade gives another catalog than the first: the revision does something else depending on what it finds, or on chance. Two databases with the same revision then differ.",
    fix: "Let `upgrade()` do the same each time: no names from a clock or a random source, no `if` on what is there.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: `from uuid import uuid4

def upgrade():
    op.execute(f"CREATE SEQUENCE invoices START {uuid4().int % 1000000 + 1}")

def downgrade():
    op.execute("DROP SEQUENCE invoices")`,
      good: `def upgrade():
    op.execute("CREATE SEQUENCE invoices START 100000")

def downgrade():
    op.execute("DROP SEQUENCE invoices")`
    }
  },
  messages: {
    differs: ({ revision, number }) => ({
      message: `The second upgrade of ${revision} gives another catalog than the first: ${count(number, "difference")}.`,
      help: "Look in upgrade() for names that are made up at run time and for branches on what is there already, and let it do the same each time."
    })
  },
  check(trip, { report }) {
    const differences = driftLeft(trip);
    if (differences.length === 0) return;
    report(
      "differs",
      { revision: called(trip.revision), number: differences.length },
      { place: definition(trip.revision, "upgrade"), evidence: ofDifferences(differences) }
    );
  }
});

// src/rules/reupgrade-fails.ts
var rule103 = defineRule({
  subject: "round-trip",
  needs: ["revision", "downgrade", "reupgrade"],
  meta: {
    title: "The second upgrade fails",
    why: "The upgrade works, the downgrade works, and then the upgrade does not work any more. After a roll-back the fixed release cannot be deployed.",
    fix: "Make `upgrade()` and `downgrade()` mirror each other. PostgreSQL cannot take a label out of an enum, so add it with `ADD VALUE IF NOT EXISTS`.",
    severity: "error",
    since: "0.1.0",
    examples: {
      before: `CREATE TYPE mood AS ENUM ('happy', 'sad')`,
      bad: `def upgrade():
    op.execute("ALTER TYPE mood ADD VALUE 'tired'")

def downgrade():
    pass`,
      good: `def upgrade():
    op.execute("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'tired'")

def downgrade():
    pass`
    }
  },
  messages: {
    fails: ({ revision, how, hint }) => ({
      message: `${revision} does not go again after it was taken back: the second upgrade ${how}.`,
      help: hint
    })
  },
  check(trip, { report }) {
    const { revision, roundTrip, facts } = trip;
    const failure = roundTrip.reupgrade?.failure;
    if (!failure || causeOfReupgrade(trip) !== "itself" || isFaultOfEnvironment(failure, revision, facts))
      return;
    report(
      "fails",
      { revision: called(revision), how: ends(failure), hint: labelHint(failure) ?? again2(failure, facts) },
      {
        place: failurePlace(failure, revision, "upgrade"),
        evidence: ofFailure(failure, roundTrip.reupgrade?.output)
      }
    );
  }
});
function labelHint({ sql = "", sqlstate }) {
  const [, start, rest] = /^\s*(ALTER\s+TYPE\s+\S+\s+ADD\s+VALUE)\s+((?!IF\s+NOT).*?)\s*;?\s*$/is.exec(sql) ?? [];
  if (sqlstate !== "42710" || start === void 0 || rest === void 0) return void 0;
  return `PostgreSQL cannot take a label out of an enum, so let the upgrade bear that it is there:${code(`op.execute(${py(`${start} IF NOT EXISTS ${rest}`)})`)}`;
}
function again2(failure, facts) {
  const sure = "The catalog was as before, so what is in the way is something else that the first upgrade left: rows, the state of a sequence, or the session.";
  return failure.reason === "sql" ? `${sure} ${hintFor(failure, "upgrade", facts)}` : hintFor(failure, "upgrade", facts);
}

// src/rules/rls-without-policy.ts
var rule104 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "Row level security without a policy, or a policy without row level security",
    why: "With row level security and no policy nobody but the owner sees or writes a single row: no error, just nothing. The other way round a policy protects nothing as long as row level security is not switched on.",
    fix: "Make the policies and switch row level security on in the same change.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.create_table("notes", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("owner", sa.Text(), nullable=False))
    op.execute("ALTER TABLE notes ENABLE ROW LEVEL SECURITY")

def downgrade():
    op.drop_table("notes")`,
      good: `def upgrade():
    op.create_table("notes", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("owner", sa.Text(), nullable=False))
    op.execute("CREATE POLICY own ON notes USING (owner = current_user)")
    op.execute("ALTER TABLE notes ENABLE ROW LEVEL SECURITY")

def downgrade():
    op.drop_table("notes")`
    }
  },
  messages: {
    "locks-out": ({ table }) => ({
      message: `Row level security is on for ${table} and there is no policy: everybody but the owner of the table finds it empty, without an error.`,
      help: `Make the policies in the same change:${code(execute(`CREATE POLICY own_rows ON ${table} USING (<condition>)`))}`
    }),
    "protects-nothing": ({ table, policies }) => ({
      message: `${list(policies)} on ${table} ${policies.length > 1 ? "are policies" : "is a policy"} that nobody asks: row level security is not switched on.`,
      help: `Switch it on:${code(execute(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`))}`
    })
  },
  check(subject, { report }) {
    for (const { before: before3, after, last: last2 } of touchedTables(subject)) {
      const where = { about: after.shown, table: after };
      if (isClosed(after) && isClosed(last2) && !isClosed(before3))
        report(
          "locks-out",
          { table: after.shown },
          {
            ...where,
            ...doneAt(
              subject,
              doing(
                (action) => action.does === "alter" && action.subtype === "AT_EnableRowSecurity" && isNamed(after, action.table)
              ),
              doing(
                (action) => action.does === "drop" && action.kind === "policy" && isNamed(after, action.table)
              )
            )
          }
        );
      const made2 = newParts(before3?.policies, after.policies).map(({ name }) => name);
      if (made2.length > 0 && isOpen(after) && isOpen(last2))
        report(
          "protects-nothing",
          { table: after.shown, policies: made2 },
          {
            ...where,
            ...doneAt(
              subject,
              ({ kind, node }) => kind === "CreatePolicyStmt" && made2.includes(node.policy_name ?? "")
            )
          }
        );
    }
  }
});
var isSecured = ({ facts }) => facts["row security"] === "yes";
var isClosed = (table) => table !== void 0 && isSecured(table) && table.policies.length === 0;
var isOpen = (table) => table !== void 0 && !isSecured(table) && table.policies.length > 0;

// src/rules/rows-left-behind.ts
var rule105 = defineRule({
  subject: "round-trip",
  needs: ["revision", "downgrade", "reupgrade", "rows"],
  meta: {
    title: "Rows are left behind, and the next upgrade trips over them",
    why: "The upgrade inserts rows and the downgrade does not delete them. The next upgrade fails on a unique key (an error), or inserts them twice (a warning). Rows that hurt nobody, and rows that an upgrade only changes, are not reported.",
    fix: "Delete in `downgrade()` exactly the rows that `upgrade()` inserts.",
    severity: "error",
    since: "0.1.0",
    examples: {
      before: `CREATE TABLE roles (name text)`,
      bad: `def upgrade():
    op.execute("INSERT INTO roles (name) VALUES ('admin'), ('guest')")

def downgrade():
    pass`,
      good: `def upgrade():
    op.execute("INSERT INTO roles (name) VALUES ('admin'), ('guest')")

def downgrade():
    op.execute("DELETE FROM roles WHERE name IN ('admin', 'guest')")`
    }
  },
  messages: {
    breaks: ({ revision, tables, lines }) => ({
      message: `The downgrade of ${revision} leaves ${rowsOf2(tables)} behind, and the next upgrade fails on ${oneOf(tables)}.`,
      help: `Add to downgrade() what deletes exactly the rows that upgrade() inserts:${code(...lines)}`
    }),
    doubles: ({ revision, tables, lines }) => ({
      message: `The downgrade of ${revision} leaves ${rowsOf2(tables)} behind, and the next upgrade inserts them again.`,
      help: `Add to downgrade() what deletes exactly the rows that upgrade() inserts:${code(...lines)}`
    })
  },
  check(trip, { report }) {
    const left = rowsLeft(trip);
    if (!left) return;
    const { tables, breaks } = left;
    const failure = reupgradeFailure(trip, "rows");
    const evidence = tables.map(
      ({ table, before: before3, after }) => note(
        `${table}: ${count(before3, "row")} before the upgrade, ${count(after, "row")} after the downgrade`
      )
    );
    report(
      breaks ? "breaks" : "doubles",
      {
        revision: called(trip.revision),
        tables,
        lines: tables.map(({ table }) => execute(`DELETE FROM ${table} WHERE ${condition(failure)}`))
      },
      {
        place: definition(trip.revision, "downgrade"),
        about: tables.map(({ table }) => table).join(" "),
        severity: breaks ? "error" : "warning",
        evidence: [
          ...evidence,
          ...failure ? [note("The second upgrade fails:"), ...ofFailure(failure)] : []
        ]
      }
    );
  }
});
var rowsOf2 = (tables) => list(tables.map(({ table, before: before3, after }) => `${count(after - before3, "row")} in ${table}`));
var oneOf = (tables) => tables.some(({ before: before3, after }) => after - before3 > 1) ? "one of them" : "it";
function condition(failure) {
  const [, columns, values2] = /^Key \(([\w, ]+)\)=\((.*)\) already exists/.exec(failure?.detail ?? "") ?? [];
  if (columns === void 0 || values2 === void 0 || columns.includes(",")) return "...";
  return `${columns} IN ('${values2.replaceAll("'", "''")}', ...)`;
}

// src/rules/security-definer-search-path.ts
var rule106 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "A SECURITY DEFINER function that looks up names where its caller says",
    why: "The function runs with the rights of its owner, and with the `search_path` of whoever calls it. Who may make a table or a function in any schema puts one of the same name in front, and it is run with those rights.",
    fix: "Give the function a `search_path` of its own: `SET search_path = pg_catalog, public, pg_temp`, or write it in SQL with `BEGIN ATOMIC`, which looks names up once, when it is made.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.execute("CREATE FUNCTION count_all() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM pg_class'")

def downgrade():
    op.execute("DROP FUNCTION count_all()")`,
      good: `def upgrade():
    op.execute("CREATE FUNCTION count_all() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS 'SELECT count(*) FROM pg_class'")

def downgrade():
    op.execute("DROP FUNCTION count_all()")`
    }
  },
  messages: {
    open: ({ kind, name }) => ({
      message: `${name} runs with the rights of its owner and looks up names where its caller says: whoever can make an object in any schema can run code as the owner.`,
      help: `Give it a search_path of its own, with the schemas that it needs:${code(execute(`ALTER ${kind.toUpperCase()} ${name} SET search_path = pg_catalog, public, pg_temp`))}`
    })
  },
  check(subject, { report }) {
    const { before: before3 = [], after = [] } = subject.roundTrip.schema ?? {};
    for (const routine of after.filter(isOpen2)) {
      const { kind, name } = routine;
      const isIt = (one2) => one2.kind === kind && one2.name === name;
      const last2 = finalObject(subject.facts, kind, name);
      if (before3.some((one2) => isIt(one2) && isOpen2(one2)) || !last2 || !isOpen2(last2)) continue;
      const own2 = identifiers(name.replace(/\(.*$/s, "")).at(-1);
      report(
        "open",
        { kind, name },
        {
          ...doneAt(
            subject,
            doing((action) => action.does === "create function" && action.name.name === own2)
          ),
          about: name
        }
      );
    }
  }
});
function isOpen2({ kind, facts }) {
  if (kind !== "function" && kind !== "procedure") return false;
  const [command] = commandsOf(String(facts["definition"]));
  if (command?.kind !== "CreateFunctionStmt" || command.node.sql_body) return false;
  const options2 = (command.node.options ?? []).flatMap((node) => "DefElem" in node ? [node.DefElem] : []);
  return options2.some(isDefiner) && !options2.some(({ arg }) => setsSearchPath(arg));
}
var isDefiner = ({ defname, arg }) => defname === "security" && arg !== void 0 && "Boolean" in arg && arg.Boolean.boolval === true;
var setsSearchPath = (arg) => arg !== void 0 && "VariableSetStmt" in arg && arg.VariableSetStmt.name === "search_path";

// src/rules/seed-differs-each-run.ts
var rule107 = defineRule({
  subject: "round-trip",
  needs: ["revision", "reupgrade", "statements"],
  meta: {
    title: "Rows with other values each time the migration runs",
    why: "The migration makes up values while it runs: `uuid4()`, `datetime.now()`, a random number. Each database gets other ones, so nothing can refer to the rows by their keys, and the downgrade has no key by which to delete them.",
    fix: "Write the values down in the migration: a UUID as a literal, a time as `sa.func.now()` or by the default of the column.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE items (id uuid PRIMARY KEY, name text)",
      bad: `def upgrade():
    from uuid import uuid4
    op.execute(f"INSERT INTO items VALUES ('{uuid4()}', 'Default')")

def downgrade():
    op.execute("DELETE FROM items WHERE name = 'Default'")`,
      good: `def upgrade():
    op.execute("INSERT INTO items VALUES ('8d3c1f9e-52a7-4f0e-9a51-0f6c2b7e4d10', 'Default')")

def downgrade():
    op.execute("DELETE FROM items WHERE id = '8d3c1f9e-52a7-4f0e-9a51-0f6c2b7e4d10'")`
    }
  },
  messages: {
    differs: ({ table }) => ({
      message: `What this inserts into ${table} is something else each time the migration runs, so each database has other values.`,
      help: `Write the values down in the migration. A new UUID to copy:${code('python -c "import uuid; print(uuid.uuid4())"')}`
    })
  },
  check({ revision, roundTrip }, { report }) {
    const { upgrade, reupgrade } = roundTrip;
    if (!reupgrade || reupgrade.failure) return;
    const told = /* @__PURE__ */ new Set();
    for (const [first, second] of inserts(upgrade, reupgrade)) {
      const [table] = tablesOf2(first);
      if (table === void 0 || told.has(table) || sentAs(first) === sentAs(second)) continue;
      told.add(table);
      report(
        "differs",
        { table },
        {
          place: first.place ?? definition(revision, "upgrade"),
          about: table,
          evidence: [
            note("The first upgrade sent:"),
            ...shown(first),
            note("The second upgrade sent:"),
            ...shown(second)
          ]
        }
      );
    }
  }
});
function inserts(first, second) {
  const [one2, other] = [first, second].map(
    ({ statements }) => statements.filter((each) => tablesOf2(each).length > 0)
  );
  if (!one2 || one2.length !== other?.length) return [];
  return one2.flatMap((statement2, at) => {
    const again3 = other[at];
    return again3 && again3.place?.line === statement2.place?.line ? [[statement2, again3]] : [];
  });
}
var tablesOf2 = ({ sql }) => commandsOf(sql).flatMap((command) => actionsIn({ command }, "insert")).map(({ table }) => quoteName(table));
var sentAs = ({ sql, parameters = [] }) => JSON.stringify([sql, parameters]);
var shown = ({ sql, parameters = [] }) => [
  ofSql(sql),
  ...parameters.length > 0 ? [note(`with ${parameters.join(", ")}`)] : []
];

// src/rules/seed-reverse-deletes-more.ts
var rule108 = defineRule({
  subject: "round-trip",
  needs: ["revision", "downgrade"],
  meta: {
    title: "The downgrade deletes more rows than the upgrade inserted",
    why: "The upgrade inserts rows into a table that has others already, and the condition by which the downgrade deletes them meets those as well: rows of users, or of another seed, are gone.",
    fix: "Delete by what only the inserted rows have: their primary keys, written down in the migration. With `ON CONFLICT DO NOTHING` a row that was there before is not one of them.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      before: `CREATE TABLE items (id bigint PRIMARY KEY, name text); INSERT INTO items VALUES (1, 'Default')`,
      bad: `def upgrade():
    op.execute("INSERT INTO items VALUES (1000, 'Default')")

def downgrade():
    op.execute("DELETE FROM items WHERE name = 'Default'")`,
      good: `def upgrade():
    op.execute("INSERT INTO items VALUES (1000, 'Default')")

def downgrade():
    op.execute("DELETE FROM items WHERE id = 1000")`
    }
  },
  messages: {
    more: ({ revision, table, inserted, deleted }) => ({
      message: `The upgrade of ${revision} inserts ${count(inserted, "row")} into ${table}, and its downgrade deletes ${deleted === void 0 ? "every row of it" : deleted}.`,
      help: `Delete by what only the inserted rows have, such as their primary keys: DELETE FROM ${table} WHERE id IN (...)`
    })
  },
  check({ revision, roundTrip }, { report, notChecked }) {
    const { upgrade, downgrade } = roundTrip;
    if (!downgrade) return;
    const unseen = unseenSeeds(upgrade, downgrade);
    for (const table of unseen) notChecked(`how many rows of ${quoteName(table)} come and go was not seen`);
    const back = rowsOf(downgrade);
    for (const seeds of rowsOf(upgrade).filter(insertsOnly)) {
      const undone = back.find(({ table: table2 }) => isSame(table2, seeds.table));
      if (unseen.some((table2) => isCalled(seeds.table, table2))) continue;
      if (!undone || !(undone.deleted > seeds.inserted || deletesOthers(seeds, undone))) continue;
      const table = spelled2(seeds.table);
      report(
        "more",
        {
          revision: called(revision),
          table,
          inserted: seeds.inserted,
          deleted: deletesOthers(seeds, undone) ? void 0 : undone.deleted
        },
        {
          place: undone.statement.place ?? definition(revision, "downgrade"),
          evidence: [
            ofSql(seeds.statement.sql),
            note(`inserted by the upgrade: ${seeds.inserted}, deleted by the downgrade: ${undone.deleted}`),
            ofSql(undone.statement.sql)
          ],
          about: table,
          table: seeds.table
        }
      );
    }
  }
});
function unseenSeeds(upgrade, downgrade) {
  const isIn3 = (writes, written3) => writes.some(({ table }) => isSame(table, written3));
  const [inserted, deleted] = [writesIn2(upgrade, "insert"), writesIn2(downgrade, "delete")];
  return [...unseenWrites(upgrade, "insert"), ...unseenWrites(downgrade, "delete")].map(({ table }) => table).filter((table) => isIn3(inserted, table) && isIn3(deleted, table));
}
var insertsOnly = ({ writes }) => writes.length > 0 && writes.every(({ does }) => does === "insert");
var deletesOthers = (seeds, undone) => seeds.writes.every(({ rows }) => rows !== void 0) && undone.writes.some(({ does, filtered }) => does === "delete" && !filtered);

// src/rules/session-state-leak.ts
var rule109 = defineRule({
  subject: "round-trip",
  needs: ["statements"],
  meta: {
    title: "A revision leaves the session set otherwise than it found it",
    why: "`SET` holds until the connection is closed, and all revisions of one `alembic upgrade` share a connection: those that come after run with another search path, another role, or without the limit of time that they rely on. Which revisions those are depends on what is deployed together.",
    fix: "`SET LOCAL` holds until the transaction ends, which all revisions of an upgrade may share: put it back at the end of the revision then. In an `autocommit_block`, where there is none, `RESET` it at the end.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      before: "CREATE SCHEMA shop",
      bad: `def upgrade():
    op.execute("SET search_path TO shop, public")
    op.execute("CREATE TABLE teams (id bigint PRIMARY KEY)")

def downgrade():
    op.execute("DROP TABLE shop.teams")`,
      good: `def upgrade():
    op.execute("SET LOCAL search_path TO shop, public")
    op.execute("CREATE TABLE teams (id bigint PRIMARY KEY)")

def downgrade():
    op.execute("DROP TABLE shop.teams")`
    }
  },
  messages: {
    left: ({ revision, direction, name, after }) => ({
      message: `After the ${direction} of ${revision} the session still has ${name} at ${after === "" ? "nothing" : after}, and every revision that runs after it in the same session gets that too.`,
      help: `Let it end with the transaction:${code(`op.execute("SET LOCAL ${name} TO ...")`)}
or, outside a transaction, put it back at the end:${code(`op.execute("RESET ${name}")`)}`
    })
  },
  check({ revision, roundTrip }, { report }) {
    const moves = [roundTrip.upgrade, ...roundTrip.downgrade ? [roundTrip.downgrade] : []];
    for (const { move, setting: setting2 } of moves.flatMap(settingsLeft)) {
      const { name, before: before3, after } = setting2;
      const { direction } = move;
      const statement2 = lastToSet(move, name);
      report(
        "left",
        { revision: called(revision), direction, name, after },
        {
          place: statement2?.place ?? definition(revision, direction),
          evidence: [
            ...statement2 ? [ofSql(statement2.sql)] : [],
            note(`${name} before: ${before3 || "nothing"}; after: ${after || "nothing"}`)
          ],
          about: `${direction} ${name}`
        }
      );
    }
  }
});
var settingsLeft = (move) => (move.left ?? []).filter((setting2) => !isLimitSet(setting2)).map((setting2) => ({ move, setting: setting2 }));
var isLimitSet = ({ name, after }) => name.endsWith("_timeout") && after !== "0";
var lastToSet = ({ statements }, name) => statements.findLast(
  ({ sql }) => commandsOf(sql).flatMap(actionsOf).some((action) => action.does === "set" && !action.local && action.name === name.toLowerCase())
);

// src/rules/set-logged-unlogged.ts
var rule110 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "SET LOGGED or SET UNLOGGED stores a table anew while nobody can use it",
    why: "Nobody reads or writes the table while it is written a second time. Of an unlogged table all rows are lost when the server crashes, and replicas have none.",
    fix: "Make a new table the way it is meant to be, copy the rows in batches, and let the code use the new one. A table that was made in the same change is not reported.",
    severity: "error",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE sessions (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    op.execute("ALTER TABLE sessions SET UNLOGGED")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    op.create_table("sessions_unlogged", sa.Column("id", sa.BigInteger(), primary_key=True), prefixes=["UNLOGGED"])

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`
    }
  },
  messages: {
    blocks: ({ table, words: words4 }) => ({
      message: `${words4} stores ${table} anew, and nobody reads or writes it meanwhile.${words4 === "SET UNLOGGED" ? " After a crash of the server it is empty." : ""}`,
      help: "Make a new table the way it is meant to be, copy the rows in batches that are each committed, and let the code use the new one."
    })
  },
  check(subject, tell) {
    for (const { subtype, table: written3 } of actionsIn(subject, "alter")) {
      if (subtype !== "AT_SetLogged" && subtype !== "AT_SetUnLogged") continue;
      const words4 = subtype === "AT_SetLogged" ? "SET LOGGED" : "SET UNLOGGED";
      const table = storedAnewBy(subject, words4, tell).find((relation) => isCalled(relation, written3));
      if (!table) continue;
      tell.report(
        "blocks",
        { table: shownRelation(table), words: words4 },
        whereOf(subject, { about: shownRelation(table), table })
      );
    }
  }
});

// src/rules/set-not-null-scan.ts
var rule111 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "SET NOT NULL reads the whole table",
    why: "PostgreSQL reads the table from end to end to make sure that the column holds no NULL, under a lock that lets nobody read or write. Where a validated CHECK says so already it believes it and reads nothing, and nothing is reported.",
    fix: "Add `CHECK (column IS NOT NULL) NOT VALID`, validate it in the next revision, which lets everybody read and write, then set NOT NULL, which reads nothing any more, and drop the CHECK.",
    severity: "warning",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE orders (id bigint PRIMARY KEY, state text, kind text, CONSTRAINT kind_there CHECK (kind IS NOT NULL))",
      bad: `def upgrade():
    op.alter_column("orders", "state", nullable=False)

def downgrade():
    op.alter_column("orders", "state", nullable=True)`,
      good: `def upgrade():
    # kind_there is a validated CHECK (kind IS NOT NULL).
    op.alter_column("orders", "kind", nullable=False)
    op.drop_constraint("kind_there", "orders")

def downgrade():
    op.create_check_constraint("kind_there", "orders", "kind IS NOT NULL")
    op.alter_column("orders", "kind", nullable=True)`
    }
  },
  messages: {
    scans: ({ table, column }) => ({
      message: `Setting ${shownColumn(table, column)} NOT NULL reads ${shownRelation(table)} from end to end, and nobody can read or write it until that is done.`,
      help: recipe(table, column)
    })
  },
  check(subject, tell) {
    for (const { table, column } of refused(subject, tell)) {
      tell.report("scans", { table, column }, whereOf(subject, { about: shownColumn(table, column), table }));
    }
  }
});
function refused(subject, tell) {
  const needs = ["rewritten", "scanned"];
  const set = alteredTables(subject, tell, "set not null", { needs }).map((altered) => ({
    ...altered,
    columns: [altered.change.column]
  }));
  const added = alteredTables(subject, tell, "add constraint", {
    needs,
    only: ({ constraint }) => constraint.type === "not null"
  }).map((altered) => ({ ...altered, columns: altered.change.constraint.columns }));
  return [...set, ...added].filter(({ trace, table }) => wasRead(trace, table) && !storedAnew(trace)).flatMap(({ table, columns }) => columns.map((column) => ({ table, column })));
}
function recipe(table, column) {
  const name = `${table.name}_${column}_not_null`;
  const condition2 = `${quoteIdent(column)} IS NOT NULL`;
  return [
    `Have it proved first, while everybody reads and writes. In one revision:${code(op("create_check_constraint", table, py(name), py(table.name), py(condition2), "postgresql_not_valid=True"))}`,
    `In the next:${code(alterTable(table, `VALIDATE CONSTRAINT ${quoteIdent(name)}`))}`,
    `In a third, which reads nothing any more:${code(
      op("alter_column", table, py(table.name), py(column), "nullable=False"),
      op("drop_constraint", table, py(name), py(table.name))
    )}`
  ].join("\n");
}

// src/rules/set-schema.ts
var rule112 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A table moves to another schema",
    why: "The release that still runs while this one is deployed finds the table by its old schema or by its search path, and fails from the moment of the move. A table whose name a view has in the old schema when the revision is done is not reported, nor is one that was made in the same change.",
    fix: "Leave a view in the old schema, in the same revision: one that selects from a single table can be written to like the table. Drop it in a later release.",
    severity: "error",
    since: "0.1.0",
    examples: {
      before: "CREATE SCHEMA archive; CREATE TABLE users (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    op.execute("ALTER TABLE users SET SCHEMA archive")

def downgrade():
    op.execute("ALTER TABLE archive.users SET SCHEMA public")`,
      good: `def upgrade():
    op.execute("ALTER TABLE users SET SCHEMA archive")
    op.execute("CREATE VIEW users AS SELECT * FROM archive.users")

def downgrade():
    op.execute("DROP VIEW users")
    op.execute("ALTER TABLE archive.users SET SCHEMA public")`
    }
  },
  messages: {
    moved: ({ relation, to }) => ({
      message: `Moving the ${relation.kind} ${shownRelation(relation)} to the schema ${to} breaks the running release: from then on every statement of it that finds it in ${relation.schema} fails.`,
      help: `Leave a view in the old schema, and drop it in a later release:${code(
        alterTable(relation, `SET SCHEMA ${quoteIdent(to)}`),
        execute(
          `CREATE VIEW ${spelled2(relation)} AS SELECT * FROM ${spelled2({ schema: to, name: relation.name })}`
        )
      )}`
    })
  },
  check(subject, { report, notChecked }) {
    for (const { kind, name, to } of actionsIn(subject, "set schema")) {
      if (!readable.has(kind) || !seen(subject, "SET SCHEMA", ["locks"], notChecked)) continue;
      const relation = oldTable(subject, name, notChecked);
      if (!relation || !isReadable(relation) || isStillNamed(subject, relation)) continue;
      report(
        "moved",
        { relation, to },
        whereOf(subject, {
          about: shownRelation(relation),
          table: relation
        })
      );
    }
  }
});

// src/rules/set-tablespace.ts
var rule113 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "SET TABLESPACE copies a table while nobody can use it",
    why: "Nobody reads or writes the table while every byte of it is copied to the other tablespace.",
    fix: "Make a new table in the other tablespace, copy the rows in batches, and let the code use the new one; or use `pg_repack --tablespace` outside of migrations. A table that was made in the same change is not reported.",
    severity: "error",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE events (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    op.execute("ALTER TABLE events SET TABLESPACE cold")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    op.execute("CREATE TABLE events_cold (LIKE events INCLUDING ALL) TABLESPACE cold")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`
    }
  },
  messages: {
    blocks: ({ table }) => ({
      message: `SET TABLESPACE copies all of ${table}, and nobody reads or writes it meanwhile.`,
      help: "Make a new table in the other tablespace, copy the rows in batches that are each committed, and let the code use the new one; or use pg_repack --tablespace outside of migrations."
    })
  },
  check(subject, tell) {
    for (const { subtype, table: written3 } of actionsIn(subject, "alter")) {
      if (subtype !== "AT_SetTableSpace") continue;
      const table = storedAnewBy(subject, "SET TABLESPACE", tell).find((one2) => isCalled(one2, written3));
      if (!table) continue;
      tell.report(
        "blocks",
        { table: shownRelation(table) },
        whereOf(subject, { about: shownRelation(table), table })
      );
    }
  }
});

// src/rules/support/renames.ts
var mayRename = /\b(?:rename|schema)\b/i;
var isOfRelation = /* @__PURE__ */ new Set([
  "OBJECT_TABLE",
  "OBJECT_INDEX",
  "OBJECT_VIEW",
  "OBJECT_MATVIEW",
  "OBJECT_SEQUENCE",
  "OBJECT_FOREIGN_TABLE"
]);
function newNames({ sql }, { schema, name }) {
  if (!mayRename.test(sql)) return [];
  return commandsOf(sql).flatMap((command) => {
    if (command.kind !== "RenameStmt" && command.kind !== "AlterObjectSchemaStmt") return [];
    const { relation } = command.node;
    const isIt = relation?.relname === name && (relation.schemaname === void 0 || relation.schemaname === schema);
    if (!isIt) return [];
    if (command.kind === "AlterObjectSchemaStmt") return [{ schema: command.node.newschema ?? schema, name }];
    const { renameType, newname } = command.node;
    return isOfRelation.has(renameType ?? "") && newname !== void 0 ? [{ schema, name: newname }] : [];
  });
}

// src/rules/support/statements.ts
function statementsOf(facts, revisions) {
  const upgrades = new Map(facts.observations.roundTrips.map((trip) => [trip.revision, trip.upgrade]));
  const fresh = new Fresh();
  return revisions.flatMap((revision) => {
    if (facts.plan.scope === "all") fresh.forget();
    const move = upgrades.get(revision.id);
    return move ? ofMove({ revision, facts, move }, fresh) : [];
  });
}
function ofMove(around, fresh) {
  const soFar = /* @__PURE__ */ new Map();
  let unseen = [];
  return around.move.statements.flatMap((statement2) => {
    const transaction2 = statement2.trace?.transaction;
    const earlier = transaction2 === void 0 ? [] : soFar.get(transaction2) ?? [];
    if (transaction2 !== void 0) soFar.set(transaction2, [...earlier, statement2]);
    const isOld = fresh.isOld();
    fresh.note(statement2);
    const unseenBefore = unseen.filter((one2) => mayShare(one2, statement2));
    if (!hasSeenLocks(statement2) && mayBlock(statement2)) unseen = [...unseen, statement2];
    return commandsOf(statement2.sql).map((command) => ({
      ...around,
      statement: statement2,
      command,
      earlier,
      unseenBefore,
      isOld
    }));
  });
}
function mayShare({ trace: one2 }, { trace: other }) {
  if (one2?.autocommit || other?.autocommit) return false;
  return !one2 || !other || one2.transaction === other.transaction;
}
var Fresh = class {
  #names = /* @__PURE__ */ new Set();
  /** Of those whose making nobody saw: as they are written. */
  #written = [];
  forget() {
    this.#names = /* @__PURE__ */ new Set();
    this.#written = [];
  }
  /** As of now: what is made later does not make what was done before harmless. */
  isOld() {
    const [names, written3] = [this.#names, this.#written];
    return (relation) => relation.existed && !names.has(tableKey(relation)) && !written3.some((name) => isCalled(relation, name));
  }
  note(statement2) {
    if (!hasSeenLocks(statement2)) {
      const made2 = madeBy(statement2);
      if (made2.length > 0) this.#written = [...this.#written, ...made2];
    }
    const touched = (statement2.trace?.locks ?? []).map(({ relation }) => relation);
    const added = touched.flatMap((relation) => {
      if (relation.existed && !this.#names.has(tableKey(relation))) return [];
      return [relation, ...newNames(statement2, relation)].map(tableKey);
    });
    if (added.some((name) => !this.#names.has(name))) this.#names = /* @__PURE__ */ new Set([...this.#names, ...added]);
  }
};
var madeBy = ({ sql }) => commandsOf(sql).flatMap((command) => actionsOf(command)).flatMap(
  (action) => (action.does === "create table" || action.does === "create table as") && !action.ifNotExists ? [action.table] : []
);

// src/rules/support/subjects.ts
var offers = {
  // A history that was not read looks like an empty one, and is none.
  project: (facts) => facts.plan.untouchedSince === void 0 ? [{ facts }] : [],
  revision: (facts) => inScope(facts).map((revision) => ({ revision, facts })),
  upgrade: (facts) => known4(upgradesIn(facts.observations), facts).map(([move, revision]) => ({ move, revision, facts })),
  statement: (facts) => statementsOf(facts, inScope(facts)),
  "round-trip": (facts) => known4(facts.observations.roundTrips, facts).map(([roundTrip, revision]) => ({
    roundTrip,
    revision,
    facts
  })),
  chain: (facts) => facts.observations.chain ? [{ chain: facts.observations.chain, facts }] : [],
  rehearsal: (facts) => facts.observations.rehearsal ? [{ rehearsal: facts.observations.rehearsal, facts }] : [],
  models: (facts) => facts.observations.models ? [{ models: facts.observations.models, facts }] : [],
  // What others report decides about them: `judge` offers them itself.
  suppression: () => []
};
function offering(facts) {
  const known5 = /* @__PURE__ */ new Map();
  return (subject) => {
    const subjects = known5.get(subject) ?? offers[subject](facts);
    known5.set(subject, subjects);
    return subjects;
  };
}
function inScope({ graph, plan }) {
  const walked = new Set(roundTripsIn(plan));
  return graph.revisions.filter(({ id }) => walked.has(id));
}
function known4(seen2, { graph }) {
  const revisions = new Map(graph.revisions.map((revision) => [revision.id, revision]));
  return seen2.flatMap((one2) => {
    const revision = revisions.get(one2.revision);
    return revision ? [[one2, revision]] : [];
  });
}

// src/rules/several-heads.ts
var rule114 = defineRule({
  subject: "project",
  needs: [],
  meta: {
    title: "The history has several heads",
    why: "Two revisions have the same ancestor and nothing joins them, as happens when two branches of work are merged. `alembic upgrade head` then refuses. Heads on branches with a label, and heads of bases that have nothing in common, are ordinary and not reported.",
    fix: 'Join them, `alembic merge -m "merge" a b`, or put the newer one on top of the other: `down_revision = "a"`.',
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: `# 3a.py
down_revision = "2"

# 3b.py
down_revision = "2"`,
      good: `# 3b.py
down_revision = "3a"`
    }
  },
  messages: {
    several: ({ graph, heads }) => ({
      message: `The history has ${heads.length} heads with a common ancestor, ${list(heads.map(called))}: "alembic upgrade head" refuses to choose.`,
      help: help4(graph, heads)
    })
  },
  check({ facts }, { report, notChecked }) {
    const { graph } = facts;
    if (graph.faults.length > 0 && graph.heads.length > 1)
      return notChecked("the graph has faults, which make heads of their own");
    for (const group of rivals(graph)) {
      const heads = changedLast(group, facts);
      const newest = heads.at(-1);
      if (!newest) continue;
      report(
        "several",
        { graph, heads },
        {
          revision: newest.id,
          place: newest.place,
          about: heads.map(({ id }) => id).sort().join(" "),
          edit: ownOnTop(facts, heads),
          evidence: heads.map(({ id, place }) => note(`head ${id} in ${place.file}`))
        }
      );
    }
  }
});
function help4(graph, heads) {
  const merge2 = `Join them:${code(`alembic merge -m "merge" ${heads.map(({ id }) => id).join(" ")}`)}`;
  const lines = heads.slice(1).map((head2, at) => {
    const below = heads[at] ?? head2;
    return onTop(graph, head2, below);
  });
  const isPlain4 = lines.every((line) => line !== void 0);
  return isPlain4 ? `${merge2}
or, where they are not deployed anywhere yet, put them on top of each other:${code(...lines)}` : merge2;
}
function ownOnTop(facts, [below, head2, ...more3]) {
  if (facts.plan.scope !== "changed" || !below || !head2 || more3.length > 0) return void 0;
  const own2 = new Set(inScope(facts));
  const first = own2.has(head2) && !own2.has(below) ? firstOwn(facts.graph, head2, below) : void 0;
  return first && onTopOf(first, first.parents[0] ?? "", below.id);
}
function onTop(graph, head2, below) {
  const first = firstOwn(graph, head2, below);
  return first && `down_revision = ${py(below.id)}  # in ${first.place.file}`;
}
function firstOwn(graph, head2, below) {
  const [own2, others] = [lineage(graph, head2.id), lineage(graph, below.id)];
  const [first, ...more3] = graph.revisions.filter(
    ({ id, parents }) => own2.has(id) && !others.has(id) && parents.every((parent) => others.has(parent))
  );
  return more3.length > 0 || first?.parents.length !== 1 ? void 0 : first;
}
function rivals(graph) {
  const heads = graph.revisions.filter(({ id }) => graph.heads.includes(id));
  const past = new Map(heads.map(({ id }) => [id, lineage(graph, id)]));
  const groups = [];
  for (const head2 of heads) {
    const group = groups.find(
      (others) => others.some((other) => areRivals(graph, past.get(other.id), past.get(head2.id)))
    );
    if (group) group.push(head2);
    else groups.push([head2]);
  }
  return groups.filter(({ length }) => length > 1);
}
function changedLast(heads, facts) {
  const own2 = new Set(inScope(facts));
  return heads.toSorted((a, b) => Number(own2.has(a)) - Number(own2.has(b)));
}
function lineage(graph, id) {
  return withAncestors(
    { ...graph, revisions: graph.revisions.map((revision) => ({ ...revision, dependsOn: [] })) },
    [id]
  );
}
function areRivals(graph, a = /* @__PURE__ */ new Set(), b = /* @__PURE__ */ new Set()) {
  const common = new Set([...a].filter((id) => b.has(id)));
  const labelled = (own2) => graph.revisions.some(({ id, labels }) => labels.length > 0 && own2.has(id) && !common.has(id));
  return common.size > 0 && !labelled(a) && !labelled(b);
}

// src/rules/stale-down-revision.ts
var rule115 = defineRule({
  subject: "project",
  needs: [],
  meta: {
    title: "Another revision has taken the place of this one meanwhile",
    why: "Two branches of work have put a revision on top of the same one, and the other was merged first. Git sees no conflict, because the files have different names; after the merge the history has two heads, and `alembic upgrade head` refuses.",
    fix: "Put yours on top of theirs: `down_revision` names the head that the base branch has now.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: `# versions/0008_add_tags.py, while the base branch has got 0008_add_notes.py on top of 0007
down_revision = "0007"`,
      good: `# versions/0009_add_tags.py
down_revision = "0008"`
    }
  },
  messages: {
    stale: ({ revision, parent, theirs, ref, head: head2, file, parents }) => ({
      message: `${revision} is on top of ${parent}, and ${ref} has put ${theirs} there meanwhile: after the merge there are two heads, and "alembic upgrade head" refuses.`,
      help: `Take over what ${ref} has (git merge ${ref}, or git rebase ${ref}), and put this revision on top of it, in ${file}:${code(`down_revision = ${pythonOf(parents.map((id) => id === parent ? head2 : id))}`)}`
    })
  },
  check({ facts }, { report, notChecked }) {
    const { base: base2 } = facts;
    if (!base2) return notChecked("no base ref is known to compare with: --since origin/main");
    const newer = newRevisions(facts);
    const told = /* @__PURE__ */ new Set();
    for (const { written: written3, file: theirFile } of newer) {
      for (const { parent, revision } of rivalsOf(written3, facts)) {
        if (told.has(revision.id)) continue;
        told.add(revision.id);
        const { file } = revision.place;
        const line = parentsLine(revision);
        const head2 = headAbove(
          written3,
          newer.map((one2) => one2.written)
        );
        const edit = onTopOf(revision, parent, head2);
        report(
          "stale",
          {
            revision: called(revision),
            parent,
            theirs: written3.id,
            ref: base2.ref,
            head: head2,
            file,
            parents: revision.parents
          },
          {
            place: { file, ...line === void 0 ? {} : { line } },
            revision: revision.id,
            edit: edit && { ...edit, withBase: true },
            evidence: [note(`${theirFile} on ${base2.ref} has revision ${written3.id} on top of ${parent}`)]
          }
        );
      }
    }
  }
});
function newRevisions({ base: base2, graph }) {
  const known5 = new Set(graph.revisions.map(({ id }) => id));
  return (base2?.newer ?? []).flatMap(({ file, text }) => {
    const written3 = writtenRevision(text);
    return written3 && !known5.has(written3.id) ? [{ file, written: written3 }] : [];
  });
}
var rivalsOf = ({ parents }, { graph }) => parents.flatMap(
  (parent) => graph.revisions.filter((revision) => revision.parents.some((id) => id === parent)).map((revision) => ({ parent, revision }))
);
function headAbove({ id }, all2) {
  const next = all2.find(({ parents }) => parents.includes(id));
  return next ? headAbove(
    next,
    all2.filter((one2) => one2 !== next)
  ) : id;
}
var pythonOf = (parents) => parents.length === 1 ? py(parents[0] ?? "") : `(${parents.map(py).join(", ")})`;

// src/rules/state-dependent-guard.ts
var rule116 = defineRule({
  subject: "revision",
  needs: [],
  meta: {
    title: "What a revision does depends on what the database has already",
    why: "A branch that asks the database whether a table or a column is there makes two histories of one: where somebody made it by hand, with other columns, it stays as it is, and the revision counts as applied. Nobody tests both ways.",
    fix: "Take the question out. When databases differ, bring them to the same state first, by a revision that says so.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    if not sa.inspect(op.get_bind()).has_table("teams"):
        op.create_table("teams", sa.Column("id", sa.BigInteger(), primary_key=True))

def downgrade():
    op.drop_table("teams")`,
      good: `def upgrade():
    op.create_table("teams", sa.Column("id", sa.BigInteger(), primary_key=True))

def downgrade():
    op.drop_table("teams")`
    }
  },
  messages: {
    asks: ({ questions }) => ({
      message: `This revision asks the database what it has already (${list(questions)}) and does one thing or another: databases that it has run on need not have the same schema.`,
      help: "Take the question out, and let the revision fail where the database is not what the history says."
    })
  },
  check({ revision }, { report, notChecked }) {
    if (!revision.reliances) return notChecked("nobody has looked at what its file asks");
    const guards = revision.reliances.filter(({ on }) => on === "schema");
    const [first] = guards;
    if (!first) return;
    const questions = [...new Set(guards.map(({ name }) => name))];
    report(
      "asks",
      { questions },
      { place: first.place, evidence: guards.map(({ name, place }) => note(`line ${place.line}: ${name}`)) }
    );
  }
});

// src/rules/statement-after-access-exclusive.ts
var rule117 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A table stays locked while another one is worked on",
    why: "A lock is kept until the transaction ends. Where an earlier statement has taken a table from everybody, readers and writers, they go on waiting while this one reads or rewrites another table, which they may not even use.",
    fix: "Let the transaction end in between: put this into a revision of its own, or into an `autocommit_block`.",
    severity: "warning",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY); CREATE TABLE orders (id bigint PRIMARY KEY, total int); ALTER TABLE orders ADD CONSTRAINT total_there CHECK (total > 0) NOT VALID",
      bad: `def upgrade():
    op.add_column("users", sa.Column("note", sa.Text()))
    op.execute("ALTER TABLE orders VALIDATE CONSTRAINT total_there")

# migrate-check: irreversible this example is about the upgrade
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    op.execute("ALTER TABLE orders VALIDATE CONSTRAINT total_there")
    op.add_column("users", sa.Column("note", sa.Text()))

def downgrade():
    op.drop_column("users", "note")`
    }
  },
  messages: {
    stays: ({ held, worked, rewrites }) => ({
      message: `Nobody reads or writes ${shownRelation(held)}, which this transaction has locked, while this ${rewrites ? "rewrites" : "reads"} ${list(worked.map(shownRelation))} from end to end.`,
      help: `Let the transaction end before. Put this into a revision of its own, before it, or into a block that is committed by itself:${code("with op.get_context().autocommit_block():", '    op.execute("...")')}`
    })
  },
  check(subject, { report, notChecked }) {
    const work = workBesideLock(subject);
    if (!work) {
      if (isUnseen2(subject))
        notChecked("whether it works on another table under ACCESS EXCLUSIVE was not seen");
      return;
    }
    const { held, worked, rewrites, by } = work;
    report("stays", work, {
      place: placeOf(subject),
      severity: rewrites ? "error" : "warning",
      evidence: [
        ...evidenceOf(subject),
        note(`ACCESS EXCLUSIVE on ${shownRelation(held)} is held since:`),
        ofSql(by.sql)
      ],
      about: worked.map(shownRelation).join(" "),
      ...worked[0] ? { table: worked[0] } : {}
    });
  }
});
function isUnseen2(subject) {
  const { statement: statement2, command, isOld } = subject;
  if (!isFirstCommand(subject) || isAboutRows(command)) return false;
  const holds2 = (one2) => blockingLocks([one2], isOld).some(({ mode }) => blocksReads(mode));
  return isPairUnseen(subject, { holds: holds2, does: works(statement2, isOld) });
}
function works(statement2, isOld) {
  const worked = [...rewrittenBy(statement2), ...scannedBy(statement2)];
  if (worked.some((relation) => relation.of === void 0 && isOld(relation))) return true;
  const { trace } = statement2;
  const isSeen = trace && !trace.unseen.includes("rewritten") && !trace.unseen.includes("scanned");
  return isSeen || !mayBlock(statement2) ? false : void 0;
}
function workBesideLock(subject) {
  const { statement: statement2, command, earlier, isOld } = subject;
  if (!statement2.trace || !isFirstCommand(subject) || isAboutRows(command)) return void 0;
  const [first] = blockingLocks(earlier, isOld).filter(({ mode }) => blocksReads(mode));
  if (!first) return void 0;
  const isOther = (relation) => isOld(relation) && relation.of === void 0 && !isSame(relation, first.table) && !hasNoRows(subject, relation);
  const since = earlier.slice(earlier.indexOf(first.by) + 1);
  const isNews = (of) => (relation) => isOther(relation) && !since.some((one2) => of(one2).some((other) => isSame(other, relation)));
  const rewritten = rewrittenBy(statement2).filter(isNews(rewrittenBy));
  const scanned = scannedBy(statement2).filter(isNews(scannedBy));
  const rewrites = rewritten.length > 0;
  const worked = rewrites ? rewritten : scanned;
  return worked.length > 0 ? { held: first.table, by: first.by, worked, rewrites } : void 0;
}
var rewrittenBy = ({ trace }) => trace?.rewritten ?? [];
var scannedBy = ({ trace }) => (trace?.scanned ?? []).map(({ relation }) => relation);
var hasNoRows = (subject, relation) => actionsIn(subject, "add column").some(
  ({ table, column }) => isCalled(relation, table) && refusesRows(column)
);
var isAboutRows = ({ kind }) => /^(?:Select|Insert|Update|Delete|Merge|Copy|Truncate)Stmt$/.test(kind);

// src/rules/suppression-without-reason.ts
var rule118 = defineRule({
  subject: "suppression",
  needs: [],
  meta: {
    title: "A suppression without the reason",
    why: "A comment or an entry of `ignore` asks that findings be let pass and does not say why. It does not hold: what it is about is reported all the same. Whoever reviews it, or meets it in a year, cannot tell whether somebody has thought about it.",
    fix: "Write the reason behind the brackets, or as `reason:` in the settings.",
    severity: "error",
    final: true,
    since: "0.1.0",
    examples: {
      before: `CREATE TABLE tags_old (id bigserial PRIMARY KEY)`,
      bad: `def upgrade():
    # migrate-check: ignore[drop-table]
    op.drop_table("tags_old")

def downgrade():
    op.create_table("tags_old", sa.Column("id", sa.BigInteger(), primary_key=True))`,
      good: `def upgrade():
    # migrate-check: ignore[drop-table] copied to tags in release 41, unread since
    op.drop_table("tags_old")

def downgrade():
    op.create_table("tags_old", sa.Column("id", sa.BigInteger(), primary_key=True))`
    }
  },
  messages: {
    reasonless: ({ called: called2, inSettings }) => ({
      message: `${called2} gives no reason, and so it lets nothing pass.`,
      help: inSettings ? "Say why, for whoever reads it later: add reason: to the entry." : "Say why, for whoever reads it later, behind the brackets."
    })
  },
  check({ declared, facts }, { report }) {
    const { suppression, called: called2, rules: rules2 } = declared;
    if (suppression.reason !== "") return;
    const where = { ...declaredAt(declared, facts), about: rules2.join() };
    report("reasonless", { called: called2, inSettings: suppression.by === "settings" }, where);
  }
});

// src/rules/transaction-nesting.ts
var rule119 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A revision begins or ends a transaction by itself",
    why: "Alembic has a transaction open around `upgrade()`. A `COMMIT` in the middle commits the first half without the version of the revision: when the second half fails, the first stays, and the next `upgrade` meets it. A `ROLLBACK` takes back what other revisions did in the same transaction as well. `BEGIN` does nothing but warn.",
    fix: "Leave it out. What has to be committed by itself belongs in `with op.get_context().autocommit_block():`, which tells Alembic.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE roles (name text PRIMARY KEY)",
      bad: `def upgrade():
    op.execute("BEGIN")
    op.create_table("teams", sa.Column("id", sa.BigInteger(), primary_key=True))

def downgrade():
    op.drop_table("teams")`,
      good: `def upgrade():
    op.create_table("teams", sa.Column("id", sa.BigInteger(), primary_key=True))

def downgrade():
    op.drop_table("teams")`
    }
  },
  messages: {
    begins: (_) => ({
      message: "Alembic has begun a transaction already: PostgreSQL warns about this, and does nothing.",
      help: "Take it out."
    }),
    ends: ({ what }) => ({
      message: what === "commit" ? "This commits what Alembic has not finished yet: when a later line fails, what came before stays, without the version that says so." : "This takes back everything that was done in the transaction that Alembic has open, that of revisions before this one included.",
      help: `Take it out. What has to be committed by itself goes into a block that Alembic knows of:${block}`
    }),
    committed: (_) => ({
      message: "Something between the statement before and this one has ended the transaction that Alembic has open: when a later line fails, what came before stays, without the version that says so.",
      help: `Do not call commit() or rollback() on the connection of the migration. What has to be committed by itself goes into a block that Alembic knows of:${block}`
    })
  },
  check(subject, { report, notChecked }) {
    const { statement: statement2, command } = subject;
    for (const { what } of actionsIn(subject, "transaction")) {
      const where = { place: placeOf(subject), evidence: [ofSql(command.text)], about: what };
      if (what === "begin") report("begins", {}, { ...where, severity: "notice" });
      if (what === "commit" || what === "rollback") report("ends", { what }, where);
    }
    const before3 = isFirstCommand(subject) ? lastBeforeCommit(subject, notChecked) : void 0;
    if (!before3) return;
    report(
      "committed",
      {},
      {
        place: placeOf(subject),
        evidence: [
          note("In one transaction:"),
          ofSql(before3.sql),
          note("In the next:"),
          ofSql(statement2.sql)
        ],
        about: "committed"
      }
    );
  }
});
var block = code("with op.get_context().autocommit_block():", '    op.execute("...")');
function lastBeforeCommit(subject, notChecked) {
  const { statement: statement2, move, revision } = subject;
  if (!ends2.test(revision.source) || opens2.test(revision.source)) return void 0;
  const before3 = move.statements[move.statements.indexOf(statement2) - 1];
  if (!before3) return void 0;
  if (!before3.trace || !statement2.trace) {
    if (!isRefused(subject)) notChecked("whether a transaction ends between two statements was not seen");
    return void 0;
  }
  if (before3.trace.autocommit || statement2.trace.autocommit) return void 0;
  return before3.trace.transaction === statement2.trace.transaction ? void 0 : before3;
}
var ends2 = /\.(?:commit|rollback)\(/;
var opens2 = /\b(?:connect|create_engine|sessionmaker)\(/;

// src/rules/trigger-without-function.ts
var rule120 = defineRule({
  subject: "upgrade",
  needs: ["revision"],
  meta: {
    title: "A trigger whose function is missing",
    why: "`CREATE TRIGGER` names a function that is not there when the revision runs: it was made by hand in some database, by a script beside the migrations, or by a revision that comes later. Whoever sets up a new database stops here.",
    fix: "Make the function in this revision, in front of the trigger, or let the revision that makes it come before this one (`down_revision`, `depends_on`).",
    severity: "error",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY, updated_at timestamptz)",
      bad: `def upgrade():
    op.execute("CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION set_updated_at()")

def downgrade():
    op.execute("DROP TRIGGER touch ON users")`,
      good: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '1s'")
    op.execute("CREATE FUNCTION set_updated_at() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.updated_at = now(); RETURN NEW; END'")
    op.execute("CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION set_updated_at()")

def downgrade():
    op.execute("DROP TRIGGER touch ON users")
    op.execute("DROP FUNCTION set_updated_at()")`
    }
  },
  messages: {
    nowhere: ({ revision, trigger, name }) => ({
      message: `The upgrade of ${revision} fails: the trigger ${trigger} calls ${name}(), and no revision makes that function.`,
      help: `Make it in front of the trigger:${code(`op.execute("CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS '<body>'")`)}`
    }),
    later: ({ revision, trigger, name, maker }) => ({
      message: `The upgrade of ${revision} fails: the trigger ${trigger} calls ${name}(), which ${called(maker)} makes later, in ${maker.place.file}.`,
      help: "Make the function in this revision, in front of the trigger, or make the trigger in the later one."
    }),
    elsewhere: ({ revision, trigger, name, maker }) => ({
      message: `The upgrade of ${revision} fails: the trigger ${trigger} calls ${name}(), which ${called(maker)} makes in ${maker.place.file}, and nothing says that it comes first.`,
      help: `Say that this revision needs the other one:${code(`depends_on = "${maker.id}"`)}`
    })
  },
  check({ revision, move, facts }, { report }) {
    const trigger = move.failure && missingTriggerFunction(move.failure);
    if (!move.failure || !trigger) return;
    const data = { revision: called(revision), trigger: trigger.name, name: quoteName(trigger.function) };
    const where = {
      place: failurePlace(move.failure, revision, "upgrade"),
      evidence: ofFailure(move.failure, move.output),
      about: trigger.name
    };
    const maker = makerOf(trigger.function.name, revision, facts);
    if (!maker) return report("nowhere", data, where);
    const isLater = withDescendants(facts.graph, [revision.id]).has(maker.id);
    report(isLater ? "later" : "elsewhere", { ...data, maker }, where);
  }
});
function makerOf(name, { id }, { graph }) {
  const needed = withAncestors(graph, [id]);
  const makes3 = new RegExp(`\\bFUNCTION\\s+(?:\\w+\\.)?"?${inRegExp(name)}"?\\s*\\(`, "i");
  const creates = /\bCREATE\b/i;
  return graph.revisions.find(
    (revision) => !needed.has(revision.id) && creates.test(revision.source) && makes3.test(revision.source)
  );
}

// src/rules/truncate.ts
var rule121 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A table is emptied by TRUNCATE",
    why: "All rows are gone at once, those of the tables that refer to it as well with `CASCADE`, and no downgrade brings them back. Until the transaction ends nobody reads the table.",
    fix: "Delete the rows that have to go by a condition, in batches that are each committed. A table that was made in the same change is not reported.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE sessions (id bigint PRIMARY KEY, ended boolean NOT NULL)",
      bad: `def upgrade():
    op.execute("TRUNCATE sessions")

# migrate-check: irreversible the sessions are not kept
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    with op.get_context().autocommit_block():
        deleted = 1
        while deleted:
            deleted = op.get_bind().execute(sa.text(
                "DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE ended LIMIT 5000)"
            )).rowcount

# migrate-check: irreversible the sessions are not kept
def downgrade():
    raise NotImplementedError`
    }
  },
  messages: {
    emptied: ({ table, others }) => ({
      message: `TRUNCATE deletes all rows of ${table}${others.length > 0 ? `, and by CASCADE those of ${list(others)}` : ""}; nobody reads it until the transaction ends.`,
      help: `Delete what has to go by a condition, in batches that are each committed:${code(
        "with op.get_context().autocommit_block():",
        "    deleted = 1",
        "    while deleted:",
        "        deleted = op.get_bind().execute(sa.text(",
        `            "DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE <condition> LIMIT 5000)"`,
        "        )).rowcount"
      )}`
    })
  },
  check(subject, { report, notChecked }) {
    for (const { table: written3 } of actionsIn(subject, "truncate")) {
      const trace = seen(subject, "TRUNCATE", ["locks"], notChecked);
      const table = trace && oldTable(subject, written3, notChecked);
      if (!table) continue;
      report(
        "emptied",
        { table: shownRelation(table), others: byCascade(subject, trace) },
        whereOf(subject, { about: shownRelation(table), table })
      );
    }
  }
});
function byCascade(subject, { locks: locks2 }) {
  const named5 = actionsIn(subject, "truncate").map(({ table }) => table);
  return locks2.filter(({ relation, mode }) => relation.kind === "table" && subject.isOld(relation) && blocksReads(mode)).filter(({ relation }) => !named5.some((name) => isCalled(relation, name))).map(({ relation }) => shownRelation(relation));
}

// src/rules/unbatched-backfill.ts
var rule122 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A backfill in one piece",
    why: "One `UPDATE` or `DELETE` reads the whole table, and every row that it changes stays locked against other writers until the transaction ends. Its old versions cannot be cleaned up before, and replicas fall behind.",
    fix: "Change a few thousand rows at a time and commit after each: a `LIMIT` in a subquery, in an `autocommit_block`. A condition that picks rows out by a constant, such as `WHERE name = 'admin'`, is not reported, nor is a table that was made in the same change.",
    severity: "warning",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY, email text)",
      bad: `def upgrade():
    op.execute("UPDATE users SET email = lower(email) WHERE email <> lower(email)")

# migrate-check: irreversible the former spelling is not kept
def downgrade():
    raise NotImplementedError`,
      good: `def upgrade():
    with op.get_context().autocommit_block():
        updated = 1
        while updated:
            updated = op.get_bind().execute(sa.text(
                "UPDATE users SET email = lower(email) WHERE ctid = ANY (ARRAY("
                "SELECT ctid FROM users WHERE email <> lower(email) LIMIT 5000))"
            )).rowcount

# migrate-check: irreversible the former spelling is not kept
def downgrade():
    raise NotImplementedError`
    }
  },
  messages: {
    whole: ({ does, table, help: help8 }) => ({
      message: `One ${does.toUpperCase()} works through all of ${table}, and every row that it changes stays locked until the transaction ends.`,
      help: help8
    })
  },
  check(subject, { report, notChecked }) {
    const change3 = unbounded(subject, notChecked);
    if (!change3) return;
    const { does, table, columns } = change3;
    report(
      "whole",
      { does, table: shownRelation(table), help: inBatches(change3, subject.statement.trial) },
      whereOf(subject, {
        about: [does, shownRelation(table), ...columns].join(" "),
        table
      })
    );
  }
});

// src/rules/undescriptive-name.ts
import { basename as basename3 } from "node:path";
var rule123 = defineRule({
  subject: "revision",
  needs: [],
  meta: {
    title: "The name of a revision does not say what it does",
    why: "The best practice: add a short descriptive name. It is what `alembic history` shows, and what somebody reads at night who has to decide how far to go back.",
    fix: 'Say what is different afterwards, in the first line of the docstring and in the name of the file: "add country to users".',
    severity: "notice",
    since: "0.1.0",
    examples: {
      bad: `# versions/8f3a_update.py
"""update"""`,
      good: `# versions/8f3a_add_country_to_users.py
"""Add country to users"""`
    }
  },
  messages: {
    empty: ({ name }) => ({
      message: `"${name}" does not say what this revision does.`,
      help: "Say what is different afterwards, in the first line of the docstring and in the name of the file, such as: Add country to users"
    })
  },
  check({ revision }, { report }) {
    if (revision.parents.length > 1) return;
    const name = revision.title || fileName(revision);
    if (name !== revision.id && saysNothing(name))
      report("empty", { name }, { place: definition(revision, "upgrade") });
  }
});
var fileName = ({ place, id }) => basename3(place.file).replace(/\.py$/, "").replace(new RegExp(`^${id}[_-]?(?=.)`), "");
var saysNothing = (name) => words3(name).every((word2) => empty.has(word2));
var words3 = (name) => name.toLowerCase().match(new RegExp("\\p{L}+", "gu")) ?? [];
var empty = new Set(
  "alembic auto autogenerate autogenerated change changed changes database db edit edited empty final fix fixed fixes message migrate migration migrations misc minor modified modify more my new revision schema small some stuff temp temporary test the tmp update updated updates version wip".split(
    " "
  )
);

// src/rules/support/prepared.ts
var isMadeSure = (statements, before3, kind, name) => statements.slice(0, statements.indexOf(before3)).flatMap(({ sql }) => commandsOf(sql)).flatMap(actionsOf).some(
  (action) => action.does === "drop" && action.ifExists && action.kind === kind && action.name.name === name
);

// src/rules/unique-index-on-populated.ts
var rule124 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A unique index on a table that may hold doubles",
    why: "The build fails at the first two rows with the same values, which an empty test database never has. `CONCURRENTLY` it leaves an INVALID index behind, and the next attempt fails because of that. It is not reported where other rules say so already, where the columns are unique already, or where the table is empty in production.",
    fix: "Look for doubles in production first, and drop what an attempt has left before the next: `DROP INDEX CONCURRENTLY IF EXISTS`.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY, email text)",
      bad: `def upgrade():
    with op.get_context().autocommit_block():
        op.create_index("uq_users_email", "users", ["email"], unique=True, postgresql_concurrently=True)

def downgrade():
    with op.get_context().autocommit_block():
        op.drop_index("uq_users_email", table_name="users", postgresql_concurrently=True)`,
      good: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS uq_users_email")
        op.create_index("uq_users_email", "users", ["email"], unique=True, postgresql_concurrently=True)

def downgrade():
    with op.get_context().autocommit_block():
        op.drop_index("uq_users_email", table_name="users", postgresql_concurrently=True)`
    }
  },
  messages: {
    doubles: ({ index, table, columns, query, lines }) => ({
      message: `Building ${index} fails where two rows of ${table} have the same ${columns}, and leaves an INVALID index, which keeps the next attempt from starting.`,
      help: `Look for doubles in production:${code(query)}
and drop what an attempt has left:${code(...lines)}`
    })
  },
  check(subject, { report, notChecked }) {
    const { move, statement: statement2, command } = subject;
    for (const index of actionsIn(subject, "create index")) {
      const { name, unique, ifNotExists } = index;
      if (!unique || !index.concurrently || ifNotExists || name === void 0) continue;
      if (isMadeSure(move.statements, statement2, "index", name)) continue;
      if (!seen(subject, "CREATE UNIQUE INDEX", ["locks"], notChecked)) continue;
      const table = oldTable(subject, index.table, notChecked);
      if (!table || isEmpty(subject, table) || isUniqueAlready(subject, table, index.columns)) continue;
      const columns = index.columns.map((column) => column ?? "values");
      report(
        "doubles",
        {
          index: name,
          table: shownRelation(table),
          columns: list(columns),
          query: doublesQuery(table, index, command.text),
          lines: autocommitted(concurrently(index, command.text))
        },
        whereOf(subject, { about: `${shownRelation(table)} ${name}`, table })
      );
    }
  }
});
var isEmpty = ({ facts }, { schema, name }) => facts.tableSizes?.some((size) => size.schema === schema && size.name === name && size.rows === 0) ?? false;
function doublesQuery(table, { columns, where }, text) {
  if (where || columns.includes(void 0))
    return `-- rows that are the same for ${text.replace(/\s+/g, " ")}`;
  const names = columns.map((column) => quoteIdent(column ?? "")).join(", ");
  return `SELECT ${names}, count(*) FROM ${spelled2(table)} GROUP BY ${names} HAVING count(*) > 1`;
}

// src/rules/unknown-rule-suppressed.ts
var rule125 = defineRule({
  subject: "suppression",
  needs: [],
  meta: {
    title: "A suppression of a rule that there is not",
    why: "A comment or an entry of `ignore` names a rule that is misspelt, or that is gone. It lets nothing pass for that name, although whoever wrote it believes that it does.",
    fix: "Write the name as the report has it; `docs/rules` has them all.",
    severity: "error",
    final: true,
    since: "0.1.0",
    examples: {
      before: `CREATE TABLE tags_old (id bigserial PRIMARY KEY)`,
      bad: `def upgrade():
    # migrate-check: ignore[drop-tabel] copied to tags in release 41, unread since
    op.drop_table("tags_old")

def downgrade():
    op.create_table("tags_old", sa.Column("id", sa.BigInteger(), primary_key=True))`,
      good: `def upgrade():
    # migrate-check: ignore[drop-table] copied to tags in release 41, unread since
    op.drop_table("tags_old")

def downgrade():
    op.create_table("tags_old", sa.Column("id", sa.BigInteger(), primary_key=True))`
    }
  },
  messages: {
    unknown: ({ called: called2, name, nearest: nearest3 }) => ({
      message: `${called2} names ${name}, and there is no such rule.`,
      help: nearest3 === void 0 ? "Take the name out, or write it as the finding has it." : `${nearest3} is near: if that is meant, write it so.`
    })
  },
  check({ declared, facts, unknown }, { report }) {
    for (const { rule: name, nearest: nearest3 } of unknown)
      report(
        "unknown",
        { called: declared.called, name, nearest: nearest3 },
        { ...declaredAt(declared, facts), about: name }
      );
  }
});

// src/rules/unlisted-statement.ts
var rule126 = defineRule({
  subject: "round-trip",
  needs: ["revision", "log"],
  meta: {
    title: "Statements go past SQLAlchemy",
    why: "A cursor of the driver, a connection that the revision opens by itself, or a program that it starts: what it sends there is executed, and is not among the statements that are listed. What it locks, rewrites and reads was not looked at, and no rule has judged it. Whatever it does, the report is none the worse for it.",
    fix: "Send it with `op.execute()`, or on the connection that `op.get_bind()` gives. Where it has to go another way, read it as the rules would, and let the finding pass with the reason.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY, email text)",
      bad: `def upgrade():
    cursor = op.get_bind().connection.cursor()
    cursor.execute("ALTER TABLE users ADD COLUMN plan text")

def downgrade():
    op.drop_column("users", "plan")`,
      good: `def upgrade():
    op.execute("ALTER TABLE users ADD COLUMN plan text")

def downgrade():
    op.drop_column("users", "plan")`
    }
  },
  messages: {
    sent: ({ direction, revision, statements }) => ({
      message: `The ${direction} of ${called(revision)} sends ${count(statements, "statement")} past SQLAlchemy: nobody has looked at what ${statements === 1 ? "it locks and changes, and no rule has judged it" : "they lock and change, and no rule has judged them"}.`,
      help: help5
    }),
    open: ({ direction, revision }) => ({
      message: `The ${direction} of ${called(revision)} has a way past SQLAlchemy: what it sends there is not known, and no rule has judged it.`,
      help: help5
    })
  },
  check({ revision, roundTrip }, { report }) {
    for (const move of movesOf(roundTrip)) {
      const { direction, unlisted } = move;
      if (!unlisted) continue;
      const where = {
        place: definition(revision, direction),
        evidence: evidenceOf2(unlisted),
        about: direction
      };
      const notice = { ...where, severity: "notice" };
      if (unlisted.sent)
        report(
          "sent",
          { direction, revision, statements: unlisted.sent.count },
          direction === "downgrade" ? notice : where
        );
      else if (unlisted.ways.some(leadsToServer)) report("open", { direction, revision }, notice);
    }
  }
});
var help5 = `Send it with op.execute(), or on the connection that op.get_bind() gives. Where it has to go another way, say why in the file:${code("# migrate-check: ignore[unlisted-statement] <reason>")}`;
var leadsToServer = ({ kind }) => kind !== "child-process";
var movesOf = ({
  upgrade,
  downgrade
}) => [upgrade, ...downgrade ? [downgrade] : []];
function evidenceOf2({ sent, ways }) {
  const texts2 = sent?.texts ?? [];
  const more3 = (sent?.count ?? 0) - texts2.length;
  return [
    ...texts2.map(ofSql),
    ...more3 > 0 ? [note(`and ${count(more3, "more statement")}`)] : [],
    ...ways.map(({ text }) => note(text))
  ];
}

// src/rules/unloadable-revision.ts
var rule127 = defineRule({
  subject: "project",
  needs: [],
  meta: {
    title: "A revision file cannot be loaded",
    why: "Python cannot import the file. Alembic loads all files before it does anything, so every command fails.",
    fix: "Correct the file at the line that is shown. An import that is missing may mean that another Python is used than the one of the project: `--python PATH`.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: `def upgrade()
    op.drop_table("old")`,
      good: `def upgrade():
    op.drop_table("old")`
    }
  },
  messages: {
    unloadable: ({ file, error, message }) => ({
      message: `${file} cannot be loaded, and with it the whole history: ${error}: ${message}`,
      help: help6(error)
    })
  },
  check({ facts: { graph } }, { report }) {
    const orphans = graph.faults.flatMap((fault) => fault.kind === "missing-parent" ? [fault.child] : []);
    const evidence = orphans.length === 0 ? [] : [
      note(
        `Left out too, since the revision before ${orphans.length === 1 ? "it was" : "them was"} not found: ${list(orphans)}`
      )
    ];
    for (const fault of graph.faults) {
      if (fault.kind !== "unloadable") continue;
      const { place, error, message } = fault;
      report("unloadable", { file: place.file, error, message }, { place, about: error, evidence });
    }
  }
});
function help6(error) {
  if (error === "ModuleNotFoundError" || error === "ImportError")
    return "Install what it imports in the environment that runs the migrations, or name the right Python: --python PATH";
  return error.endsWith("SyntaxError") || error === "IndentationError" || error === "TabError" ? "Correct the file at this line." : "Correct what the file does when it is imported.";
}

// src/rules/unnamed-constraint.ts
var rule128 = defineRule({
  subject: "round-trip",
  needs: ["revision", "downgrade"],
  meta: {
    title: "The downgrade counts on a name that PostgreSQL made up",
    why: "The upgrade makes a constraint without a name, and the downgrade drops it by the one that PostgreSQL gave it here. Where something else had that name first, or the table once had another, it is called otherwise, and the downgrade fails there.",
    fix: "Give the constraint its name in `upgrade()`, or a `naming_convention` to the metadata.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric)",
      bad: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.execute("ALTER TABLE orders ADD CHECK (total >= 0) NOT VALID")

def downgrade():
    op.drop_constraint("orders_total_check", "orders")`,
      good: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.create_check_constraint("ck_orders_total", "orders", "total >= 0", postgresql_not_valid=True)

def downgrade():
    op.drop_constraint("ck_orders_total", "orders")`
    }
  },
  messages: {
    made: ({ name, table }) => ({
      message: `The upgrade gives a constraint of ${table} no name, and the downgrade drops it as ${name}, which is what PostgreSQL happened to call it here.`,
      help: `Say in upgrade() what it is called:${code(`op.execute(${py(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ...`)})`)}`
    })
  },
  check(subject, { report }) {
    const { upgrade, downgrade, effect = [] } = subject.roundTrip;
    const made2 = actionsOfMove(upgrade, "add constraint").filter(
      ({ constraint }) => constraint.name === void 0
    );
    const named5 = new Set(actionsOfMove(upgrade, "add constraint").map(({ constraint }) => constraint.name));
    for (const { table, name } of actionsOfMove(downgrade, "drop constraint")) {
      const isMade = made2.some((one2) => one2.table.name === table.name);
      const isNew3 = effect.some(
        (one2) => one2.kind === "constraint" && one2.change === "new" && one2.name.endsWith(`.${name}`)
      );
      if (!isMade || named5.has(name) || !isNew3) continue;
      report(
        "made",
        { name, table: table.name },
        {
          ...doneAt(
            subject,
            doing(
              (action) => action.does === "add constraint" && action.constraint.name === void 0 && action.table.name === table.name
            )
          ),
          about: `${table.name} ${name}`
        }
      );
    }
  }
});
var actionsOfMove = (move, wanted) => (move?.statements ?? []).flatMap(({ sql }) => commandsOf(sql)).flatMap(actionsOf).flatMap((action) => action.does === wanted ? [action] : []);

// src/rules/unnecessary-irreversible.ts
var rule129 = defineRule({
  subject: "round-trip",
  needs: ["revision", "downgrade", "reupgrade"],
  meta: {
    title: "Declared irreversible, and it comes back",
    why: "The file says that the revision cannot be taken back, but its downgrade ran, the catalog was as before, and the upgrade went again. The declaration keeps the next fault in this downgrade from being seen. It is left alone where the upgrade takes away a table or a column, changes a type, or updates or deletes rows: then the reason may lie in the data.",
    fix: "Take the comment out.",
    severity: "warning",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.create_table("tags", sa.Column("id", sa.BigInteger(), primary_key=True))

def downgrade():
    # migrate-check: irreversible the tags are not kept
    op.drop_table("tags")`,
      good: `def upgrade():
    op.create_table("tags", sa.Column("id", sa.BigInteger(), primary_key=True))

def downgrade():
    op.drop_table("tags")`
    }
  },
  messages: {
    unnecessary: ({ revision }) => ({
      message: `${revision} is declared irreversible, but its downgrade runs, leaves nothing behind, and the upgrade goes again.`,
      help: 'Take the comment "# migrate-check: irreversible" out of the file.'
    })
  },
  check({ revision, roundTrip }, { report }) {
    const declared = declaredIrreversible(revision);
    const { upgrade, downgrade, trace, reupgrade, drift, effect = [] } = roundTrip;
    if (!declared || !downgrade || downgrade.failure || !reupgrade || reupgrade.failure) return;
    if ([...trace ?? [], ...drift ?? []].length > 0 || effect.some(mayLoseData) || losesRows(upgrade))
      return;
    report("unnecessary", { revision: called(revision) }, { place: declared.place });
  }
});
function mayLoseData({ kind, change: change3, facts }) {
  if (change3 === "gone") return ["table", "column", "materialized view", "schema", "sequence"].includes(kind);
  return change3 === "changed" && kind === "column" && facts.some(({ fact }) => fact === "type");
}
var losesRows = ({ statements }) => statements.some(
  ({ sql, place }) => place !== void 0 && /\b(update|delete|truncate|merge|do|call)\b/i.test(sql)
);

// src/rules/unsafe-env-transaction.ts
var rule130 = defineRule({
  subject: "project",
  needs: [],
  meta: {
    title: "env.py opens a transaction that swallows the migrations",
    why: "env.py begins a transaction of its own, or sends a statement (which begins one) before Alembic does. Alembic then joins it and leaves the commit to whoever began it. When nobody does, everything runs, ends without an error and is rolled back; and an `autocommit_block` fails.",
    fix: "Give Alembic a connection that has not been used, or commit before `context.begin_transaction()`. What must be set for the migrations belongs inside that block.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: `# env.py
with connectable.connect() as connection:
    connection.execute(text("SET search_path TO app"))  # begins a transaction
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()`,
      good: `# env.py
with connectable.connect() as connection:
    connection.execute(text("SET search_path TO app"))
    connection.commit()
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()`
    }
  },
  messages: {
    swallows: ({ kind }) => ({
      message: `The migrations run and end without an error, but their work is lost or broken: env.py ${kind === "begun-before" ? "sends statements before the migrations run, which begins a transaction that nobody commits" : "has a transaction open before Alembic begins its own, so Alembic leaves the commit to env.py, and nobody commits"}.`,
      help: `Commit what env.py sends before, so that Alembic can begin its own transaction:${code(...committed)}
or let env.py begin the transaction and commit it, where no revision needs an autocommit_block:${code(...begun)}`
    })
  },
  check({ facts }, { report }) {
    const remark = unsafeTransaction(facts);
    const evidence = remark && lost(facts);
    if (!remark || !evidence) return;
    report(
      "swallows",
      { kind: remark.kind },
      { place: remark.place ?? projectPlace(facts), evidence: [note(remark.text), ...evidence] }
    );
  }
});
var committed = [
  "connection.execute(...)",
  "connection.commit()",
  "context.configure(connection=connection, ...)",
  "with context.begin_transaction():",
  "    context.run_migrations()"
];
var begun = [
  "with connectable.begin() as connection:",
  "    context.configure(connection=connection, ...)",
  "    context.run_migrations()"
];
function lost(facts) {
  const { roundTrips, passedThrough, rehearsal } = facts.observations;
  const moves = [
    ...passedThrough,
    ...roundTrips.flatMap(({ upgrade, downgrade, reupgrade }) => [upgrade, downgrade, reupgrade])
  ];
  for (const move of moves) {
    const revision = facts.graph.revisions.find(({ id }) => id === move?.revision);
    if (move?.failure && revision && isFaultOfEnvironment(move.failure, revision, facts))
      return [note(`Seen first at the ${move.direction} of ${move.revision}:`), ...ofFailure(move.failure)];
  }
  const missing3 = rehearsal && shortfall(rehearsal);
  if (!missing3) return void 0;
  const heads = missing3.missingHeads.length === 0 ? [] : [
    note(
      `After "alembic upgrade heads" the version table does not hold ${missing3.missingHeads.join(", ")}`
    )
  ];
  return [...heads, ...ofDifferences(missing3.differences)];
}

// src/rules/unused-suppression.ts
var rule131 = defineRule({
  subject: "suppression",
  needs: [],
  meta: {
    title: "A suppression that lets nothing pass",
    why: "A comment or an entry of `ignore` names a rule that has looked and has nothing to report there, or whose finding a nearer comment lets pass already. It stays behind and keeps the next fault of that kind from being seen. Where the rule is off or could not look, nothing is said.",
    fix: "Take the rule out of it; take all of it out where no rule is left.",
    severity: "warning",
    final: true,
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    # migrate-check: ignore[missing-downgrade] the table is never dropped
    op.create_table("tags", sa.Column("id", sa.BigInteger(), primary_key=True))

def downgrade():
    op.drop_table("tags")`,
      good: `def upgrade():
    op.create_table("tags", sa.Column("id", sa.BigInteger(), primary_key=True))

def downgrade():
    op.drop_table("tags")`
    }
  },
  messages: {
    unused: ({ called: called2, rules: rules2 }) => ({
      message: `${called2} lets nothing pass${rules2.all ? "" : ` of ${list(rules2.unused)}`}.`,
      help: rules2.all ? "Take it out." : `Take out of it: ${list(rules2.unused)}.`
    }),
    final: ({ called: called2, rules: rules2 }) => ({
      message: `${called2} names ${list(rules2.unused)}, and what that reports cannot be let pass.`,
      help: "Mend what is reported; a rule that is not wanted can be switched off in the settings."
    })
  },
  check({ declared, facts, isOver, unused, final }, { report }) {
    const { suppression, called: called2, rules: rules2 } = declared;
    const where = { ...declaredAt(declared, facts), about: rules2.join() };
    const data = (some) => ({
      called: called2,
      rules: { unused: some, all: some.length === rules2.length }
    });
    if (final.length > 0) report("final", data(final), where);
    if (unused.length > 0 && suppression.reason !== "" && !isOver) report("unused", data(unused), where);
  }
});

// src/rules/support/update-triggers.ts
var before2 = 2;
var update2 = 16;
var firesBeforeUpdate = ({ row, timing = 0, events = 0 }) => row === true && (timing & before2) !== 0 && (events & update2) !== 0;
var triggerIn = (sql) => {
  const [command] = commandsOf(sql).filter(({ kind }) => kind === "CreateTrigStmt");
  return command?.kind === "CreateTrigStmt" ? command.node : void 0;
};
function keepsUpdatedAt(trigger) {
  const node = triggerIn(textOf(trigger, "definition") ?? "");
  return node !== void 0 && firesBeforeUpdate(node);
}
var telling = /updated?_?(?:at|on|time)|update_?(?:modified|timestamp)|touch|(?:set|moddate)_?time|moddatetime|modified/i;
function usesUpdateTriggers(facts) {
  const triggers = [...finalTables(facts).values()].flatMap((table) => table.triggers);
  const written3 = facts.observations.passedThrough.flatMap(({ statements }) => statements).filter(({ sql }) => /\btrigger\b/i.test(sql));
  return [...triggers.map((trigger) => textOf(trigger, "definition") ?? ""), ...written3.map(({ sql }) => sql)].flatMap((sql) => triggerIn(sql) ?? []).filter((node) => firesBeforeUpdate(node)).map(({ trigname = "", funcname }) => ({ trigger: trigname, by: texts(funcname).at(-1) ?? "" })).filter(({ trigger, by }) => telling.test(`${trigger} ${by}`)).map(({ by }) => quoteIdent(by))[0];
}

// src/rules/updated-at-without-trigger.ts
var rule132 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "A column updated_at without the trigger that the other tables have",
    why: "Elsewhere in this database a trigger keeps `updated_at`. In the new table nothing does: the column holds the time at which the row was made, for ever, and whoever looks for what has changed does not find it.",
    fix: "Make the trigger in the revision that makes the table. A project that keeps the column in its application, and has no such trigger anywhere, is not reported.",
    severity: "notice",
    since: "0.1.0",
    examples: {
      before: `CREATE FUNCTION set_updated_at() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.updated_at = now(); RETURN NEW; END'; CREATE TABLE users (id bigint PRIMARY KEY, updated_at timestamptz); CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION set_updated_at();`,
      bad: `def upgrade():
    op.create_table("orders", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("updated_at", sa.DateTime(timezone=True)))

def downgrade():
    op.drop_table("orders")`,
      good: `def upgrade():
    op.create_table("orders", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("updated_at", sa.DateTime(timezone=True)))
    op.execute("CREATE TRIGGER touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION set_updated_at()")

def downgrade():
    op.drop_table("orders")`
    }
  },
  messages: {
    missing: ({ table, column, by }) => ({
      message: `Nothing keeps ${table}.${column}: other tables have a trigger for it (${by}), and this one has none.`,
      help: `Make the trigger together with the table:${code(execute(`CREATE TRIGGER ${column} BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION ${by}()`))}`
    })
  },
  check(subject, { report }) {
    for (const { before: before3, after, last: last2 } of touchedTables(subject)) {
      const column = after.columns.find(({ name }) => name === "updated_at");
      if (before3 || !last2 || !column || last2.triggers.some(keepsUpdatedAt)) continue;
      const by = usesUpdateTriggers(subject.facts);
      if (by === void 0) continue;
      report(
        "missing",
        { table: after.shown, column: column.name, by },
        { ...doneAt(subject, concerns(after)), about: after.shown, table: after }
      );
    }
  }
});

// src/rules/upgrade-fails.ts
var rule133 = defineRule({
  subject: "upgrade",
  needs: ["revision"],
  meta: {
    title: "The upgrade fails",
    why: "The revision cannot be applied to the state that the revisions before it leave. A deployment stops here, and nobody can set up a new database.",
    fix: "Correct `upgrade()` at the line that is shown. Where the history was never meant to start from an empty database, give it its base with `--base-sql FILE` and the first revision to replay with `--start-at REV`.",
    severity: "error",
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE users (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    op.add_column("user", sa.Column("age", sa.Integer()))  # the table is called users

def downgrade():
    op.drop_column("user", "age")`,
      good: `def upgrade():
    op.add_column("users", sa.Column("age", sa.Integer()))

def downgrade():
    op.drop_column("users", "age")`
    }
  },
  messages: {
    fails: ({ revision, failure, behind, hint }) => ({
      message: `The upgrade of ${revision} ${ends(failure)}${behind > 0 ? `; ${count(behind, "later revision")} could not be looked at because of it` : ""}.`,
      help: hint
    })
  },
  check({ revision, move, facts }, { report }) {
    const { failure } = move;
    if (!failure || hasOwnRule(failure)) return;
    if (isUnnamed(failure, revision) || isFaultOfEnvironment(failure, revision, facts)) return;
    const behind = facts.observations.notObserved.filter(({ blockedBy }) => blockedBy === revision.id).length;
    const hint = hintFor(failure, "upgrade", facts);
    const base2 = mayLackBase(move.revision, failure, facts) ? `
${baseHint}` : "";
    report(
      "fails",
      { revision: called(revision), failure, behind, hint: hint + base2 },
      { place: failurePlace(failure, revision, "upgrade"), evidence: ofFailure(failure, move.output) }
    );
  }
});
var baseHint = `If this history does not start from an empty database, give it its base and the revision it corresponds to:${code("migrate-check --base-sql base.sql --start-at REV")}`;
function mayLackBase(revision, failure, { plan, observations }) {
  if (plan.baseSql !== void 0 || plan.startAt !== void 0 || !isMissingObject(failure)) return false;
  const failing = upgradesIn(observations).filter((move) => move.failure);
  const failed2 = new Set(failing.map((move) => move.revision));
  const planned = plan.steps.flatMap((step) => "revision" in step ? [step.revision] : []);
  return planned.find((id) => failed2.has(id)) === revision;
}

// src/rules/upgrade-in-one-go-fails.ts
var rule134 = defineRule({
  subject: "rehearsal",
  needs: ["rehearsal"],
  meta: {
    title: "The upgrade fails when all revisions run in one go",
    why: "Each revision goes up by itself. One plain `alembic upgrade heads`, which is what sets up a new database, fails: unless env.py says otherwise all revisions share one transaction, and some things work only after a commit, such as the use of a new enum label.",
    fix: "Put `transaction_per_migration=True` into `context.configure(...)` in env.py, or run the statement that has to be committed in `with op.get_context().autocommit_block():`.",
    severity: "error",
    since: "0.1.0",
    examples: {
      before: `CREATE TABLE teams (id bigint PRIMARY KEY);
CREATE TABLE members (id bigint PRIMARY KEY, team_id bigint REFERENCES teams DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ON members (team_id);
INSERT INTO teams VALUES (1)`,
      bad: [
        `def upgrade():
    op.execute("INSERT INTO members (id, team_id) VALUES (1, 1)")  # looked up when the transaction ends

def downgrade():
    op.execute("DELETE FROM members WHERE id = 1")`,
        `def upgrade():
    op.add_column("members", sa.Column("role", sa.Text()))  # refused as long as something is to be looked up

def downgrade():
    op.drop_column("members", "role")`
      ],
      good: [
        `def upgrade():
    op.execute("INSERT INTO members (id, team_id) VALUES (1, 1)")
    op.execute("SET CONSTRAINTS ALL IMMEDIATE")

def downgrade():
    op.execute("DELETE FROM members WHERE id = 1")
    op.execute("SET CONSTRAINTS ALL IMMEDIATE")`,
        `def upgrade():
    op.add_column("members", sa.Column("role", sa.Text()))

def downgrade():
    op.drop_column("members", "role")`
      ]
    }
  },
  messages: {
    fails: ({ how, revision, hint }) => ({
      message: `Each revision goes up by itself, but one plain "alembic upgrade heads" ${how}${revision ? ` in ${called(revision)}` : ""}.`,
      help: hint
    })
  },
  check({ rehearsal, facts }, { report }) {
    const { failure, output } = rehearsal;
    if (!failure) return;
    const revision = facts.graph.revisions.find(({ place }) => place.file === failure.place?.file);
    if (revision && isFaultOfEnvironment(failure, revision, facts)) return;
    report(
      "fails",
      {
        how: ends(failure).replace(/^fails: .*/s, "fails"),
        revision,
        hint: help7(failure.sqlstate, hintFor(failure, "upgrade", facts), facts)
      },
      {
        ...revision ? { revision: revision.id } : {},
        place: failure.place ?? projectPlace(facts),
        evidence: ofFailure(failure, output)
      }
    );
  }
});
function help7(sqlstate, hint, { project }) {
  const config = project.tool === "alembic" ? "env.py" : project.label;
  const own2 = sqlstate === "55P04" || sqlstate === "25001" ? "" : `${hint}
`;
  return `${own2}In this project all revisions of one upgrade share a transaction. Give each its own, in ${config}:${code("context.configure(..., transaction_per_migration=True)")}
or commit what the later revision needs, in the revision that makes it:${code("with op.get_context().autocommit_block():", '    op.execute("...")')}`;
}

// src/rules/vacuum-full.ts
var rule135 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "VACUUM FULL stores a table anew while nobody can use it",
    why: "Nobody reads or writes the table while it and all its indexes are written a second time, and the disk has to hold both.",
    fix: "A plain `VACUUM` gives the space to new rows while everybody goes on; to give it back to the disk, use `pg_repack` outside of migrations.",
    severity: "error",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE events (id bigint PRIMARY KEY)",
      bad: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("VACUUM FULL events")

def downgrade():
    pass`,
      good: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("VACUUM events")

def downgrade():
    pass`
    }
  },
  messages: {
    blocks: ({ table, name }) => ({
      message: `VACUUM FULL stores ${table} anew, and nobody reads or writes it meanwhile.`,
      help: `A plain VACUUM gives the space to new rows while everybody goes on:${code("with op.get_context().autocommit_block():", `    op.execute(${py(`VACUUM ${name}`)})`)}`
    })
  },
  check(subject, tell) {
    if (!actionsIn(subject, "vacuum").some(({ full }) => full)) return;
    for (const table of storedAnewBy(subject, "VACUUM FULL", tell)) {
      tell.report(
        "blocks",
        { table: shownRelation(table), name: spelled2(table) },
        whereOf(subject, { about: shownRelation(table), table })
      );
    }
  }
});

// src/rules/validate-in-same-transaction.ts
var rule136 = defineRule({
  subject: "statement",
  needs: ["statements"],
  meta: {
    title: "A constraint is validated in the transaction that added it",
    why: "`VALIDATE CONSTRAINT` by itself lets everybody read and write. The lock that `ADD CONSTRAINT ... NOT VALID` took is kept until the transaction ends, though, and so the whole table is read under it: nothing is gained over adding it the plain way.",
    fix: "Validate in another transaction: in a revision after it, in an `autocommit_block`.",
    severity: "warning",
    sizeMatters: true,
    since: "0.1.0",
    examples: {
      before: "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric)",
      bad: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.create_check_constraint("ck_orders_total", "orders", "total >= 0", postgresql_not_valid=True)
    op.execute("ALTER TABLE orders VALIDATE CONSTRAINT ck_orders_total")

def downgrade():
    op.drop_constraint("ck_orders_total", "orders")`,
      good: `def upgrade():
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.create_check_constraint("ck_orders_total", "orders", "total >= 0", postgresql_not_valid=True)

def downgrade():
    op.drop_constraint("ck_orders_total", "orders")

# and in a revision after it, in an autocommit_block:
#     op.execute("ALTER TABLE orders VALIDATE CONSTRAINT ck_orders_total")`
    }
  },
  messages: {
    held: ({ name, table, mode, lines }) => ({
      message: `Validating ${name} reads all of ${table} while this transaction holds ${mode} on it, so that nobody ${blocksReads(mode) ? "reads or writes" : "writes to"} ${table} meanwhile: NOT VALID has gained nothing.`,
      help: `Validate it in another transaction. Move this into a revision after it:${code(...lines)}`
    })
  },
  check(subject, { report, notChecked }) {
    for (const { table: written3, name } of actionsIn(subject, "validate constraint")) {
      const trace = seen(subject, "VALIDATE CONSTRAINT", ["locks", "scanned"], notChecked);
      const table = trace && oldTable(subject, written3, notChecked);
      const mode = table && lockOn(subject, table);
      if (!table || !mode || trace.scanned.length === 0) continue;
      if (!blocksWrites(mode)) {
        if (subject.unseenBefore.length > 0)
          notChecked(`whether others wait for ${shownRelation(table)} meanwhile was not seen`);
        continue;
      }
      report(
        "held",
        {
          name,
          table: shownRelation(table),
          mode,
          lines: autocommitted([
            execute(`ALTER TABLE ${spelled2(table)} VALIDATE CONSTRAINT ${quoteIdent(name)}`)
          ])
        },
        whereOf(subject, { about: `${shownRelation(table)} ${name}`, table })
      );
    }
  }
});

// src/rules/index.ts
var rules = [
  ["add-check-not-valid", rule],
  ["add-column-constrained-domain", rule2],
  ["add-column-volatile-default", rule3],
  ["add-column-with-inline-constraint", rule4],
  ["add-exclusion-constraint", rule5],
  ["add-foreign-key-not-valid", rule6],
  ["add-json-column", rule7],
  ["add-not-null-column-without-default", rule8],
  ["add-primary-key", rule9],
  ["add-serial-or-identity-column", rule10],
  ["add-stored-generated-column", rule11],
  ["add-unique-constraint", rule12],
  ["alter-collation", rule13],
  ["alter-type-checked-column", rule14],
  ["alter-type-lossy", rule15],
  ["alter-type-rewrite", rule16],
  ["app-code-in-migration", rule17],
  ["attach-partition-scan", rule18],
  ["autovacuum-disabled", rule19],
  ["backfill-without-analyze", rule20],
  ["bad-directive", rule21],
  ["ban-char-money", rule22],
  ["batch-mode-on-postgres", rule23],
  ["broken-graph", rule24],
  ["chain-differs", rule25],
  ["chain-fails", rule26],
  ["cluster", rule27],
  ["comment-required", rule28],
  ["concurrent-index-hang", rule29],
  ["concurrent-index-left-invalid", rule30],
  ["concurrently-in-transaction", rule31],
  ["create-index-non-concurrent", rule32],
  ["data-in-migration", rule33],
  ["data-migration-irreversible", rule34],
  ["ddl-plus-backfill-same-transaction", rule35],
  ["default-partition-scan", rule36],
  ["delete-or-update-without-where", rule37],
  ["detach-partition-non-concurrent", rule38],
  ["do-block-ddl", rule39],
  ["domain-constraint", rule40],
  ["downgrade-fails", rule41],
  ["downgrade-leaves-trace", rule42],
  ["drop-cascade", rule43],
  ["drop-column", rule44],
  ["drop-column-removes-constraint", rule45],
  ["drop-constraint-none", rule46],
  ["drop-database", rule47],
  ["drop-extension-or-function", rule48],
  ["drop-foreign-key", rule49],
  ["drop-index-backing-constraint", rule50],
  ["drop-index-non-concurrent", rule51],
  ["drop-not-null", rule52],
  ["drop-or-disable-trigger", rule53],
  ["drop-schema", rule54],
  ["drop-table", rule55],
  ["drop-unique-or-pk-constraint", rule56],
  ["drop-view", rule57],
  ["edited-merged-revision", rule58],
  ["empty-history", rule59],
  ["enum-add-value-same-transaction", rule60],
  ["enum-created-twice", rule61],
  ["enum-left-behind", rule62],
  ["enum-value-removal-or-rename", rule63],
  ["expired-suppression", rule64],
  ["extension-left-behind", rule65],
  ["extension-version", rule66],
  ["fk-missing-index", rule67],
  ["fk-type-mismatch", rule68],
  ["head-not-reached", rule69],
  ["header-differs", rule70],
  ["identifier-too-long", rule71],
  ["if-not-exists-noop", rule72],
  ["lock-table-statement", rule73],
  ["missing-downgrade", rule74],
  ["missing-lock-timeout", rule75],
  ["missing-statement-timeout", rule76],
  ["model-ddl-mismatch", rule77],
  ["multi-table-exclusive-locks", rule78],
  ["multiple-alter-table", rule79],
  ["naming-convention", rule80],
  ["no-op-migration", rule81],
  ["non-transactional-partial-failure", rule82],
  ["not-enforced-constraint", rule83],
  ["number-prefix", rule84],
  ["offline-incompatible", rule85],
  ["old-code-incompatible", rule86],
  ["partition-key-not-in-primary-key", rule87],
  ["partitioned-index", rule88],
  ["prefer-bigint", rule89],
  ["prefer-identity", rule90],
  ["prefer-text", rule91],
  ["prefer-timestamptz", rule92],
  ["python-side-default", rule93],
  ["raw-sql-for-operation", rule94],
  ["redundant-index", rule95],
  ["refresh-matview", rule96],
  ["reindex-non-concurrent", rule97],
  ["rename-column", rule98],
  ["rename-table", rule99],
  ["require-primary-key", rule100],
  ["require-schema-qualified", rule101],
  ["reupgrade-differs", rule102],
  ["reupgrade-fails", rule103],
  ["rls-without-policy", rule104],
  ["rows-left-behind", rule105],
  ["security-definer-search-path", rule106],
  ["seed-differs-each-run", rule107],
  ["seed-reverse-deletes-more", rule108],
  ["session-state-leak", rule109],
  ["set-logged-unlogged", rule110],
  ["set-not-null-scan", rule111],
  ["set-schema", rule112],
  ["set-tablespace", rule113],
  ["several-heads", rule114],
  ["stale-down-revision", rule115],
  ["state-dependent-guard", rule116],
  ["statement-after-access-exclusive", rule117],
  ["suppression-without-reason", rule118],
  ["transaction-nesting", rule119],
  ["trigger-without-function", rule120],
  ["truncate", rule121],
  ["unbatched-backfill", rule122],
  ["undescriptive-name", rule123],
  ["unique-index-on-populated", rule124],
  ["unknown-rule-suppressed", rule125],
  ["unlisted-statement", rule126],
  ["unloadable-revision", rule127],
  ["unnamed-constraint", rule128],
  ["unnecessary-irreversible", rule129],
  ["unsafe-env-transaction", rule130],
  ["unused-suppression", rule131],
  ["updated-at-without-trigger", rule132],
  ["upgrade-fails", rule133],
  ["upgrade-in-one-go-fails", rule134],
  ["vacuum-full", rule135],
  ["validate-in-same-transaction", rule136]
];

export {
  isOnRequest,
  nodeOf,
  nodesOf,
  relationName,
  texts,
  under,
  actionsOf,
  draft,
  written,
  loadSql,
  quoteIdent,
  quoteName,
  tokensOf,
  parseSql,
  nearest,
  readIgnore,
  reasonIn,
  offering,
  inScope,
  rules
};
