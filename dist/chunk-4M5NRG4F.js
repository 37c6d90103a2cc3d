import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  require_mod
} from "./chunk-LVLOTI4M.js";
import {
  __toESM
} from "./chunk-4ZDK54KC.js";

// src/rules/rule.ts
function defineRule(rule23) {
  return rule23;
}

// src/rules/support/directives.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var keywords = ["irreversible"];
function meant({ keyword }) {
  return keywords.find((known) => (0, import_fastest_levenshtein.distance)(known, keyword.toLowerCase()) <= 3);
}
function declaredIrreversible({ directives }) {
  return directives.find((directive) => meant(directive) === "irreversible");
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
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}
var count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

// src/rules/bad-directive.ts
var rule = defineRule({
  subject: "revision",
  needs: [],
  meta: {
    title: "A comment for migrate-check that says nothing",
    why: "A comment that begins with `# migrate-check:` has a word that is not known, or declares a revision irreversible without the reason. Whoever reads it later cannot tell whether it still holds.",
    fix: "Write `# migrate-check: irreversible <reason>`, with a reason that a colleague would accept.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: `def downgrade():
    # migrate-check: irreversible
    raise NotImplementedError`,
      good: `def downgrade():
    # migrate-check: irreversible the old passwords are not kept
    raise NotImplementedError`
    }
  },
  messages: {
    unknown: ({
      revision,
      keyword,
      nearest: nearest2
    }) => ({
      message: `${revision} has a comment "# migrate-check: ${keyword}", and ${keyword} is not a word that migrate-check knows${nearest2 === void 0 ? "" : `; ${nearest2} is near`}.`,
      help: nearest2 === void 0 ? `It knows: ${keywords.join(", ")}.` : `Write:${code(`# migrate-check: ${nearest2} <reason>`)}`
    }),
    reasonless: ({ revision, keyword }) => ({
      message: `${revision} is declared ${keyword} without the reason.`,
      help: `Say why, for whoever reads it later:${code(`# migrate-check: ${keyword} <reason>`)}`
    })
  },
  check({ revision }, { report }) {
    for (const directive of revision.directives) {
      const { keyword, text, place } = directive;
      const nearest2 = meant(directive);
      if (keyword !== nearest2)
        report("unknown", { revision: called(revision), keyword, nearest: nearest2 }, { place, about: keyword });
      else if (text === "")
        report("reasonless", { revision: called(revision), keyword }, { place, about: keyword });
    }
  }
});

// src/rules/broken-graph.ts
var import_fastest_levenshtein2 = __toESM(require_mod(), 1);

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
var shown = ({ file, line }) => line === void 0 ? file : `${file}:${line}`;

// src/rules/support/evidence.ts
var differencesShown = 12;
var outputLines = 15;
var sqlLength = 2e3;
var note = (text) => ({ kind: "note", text });
function ofDifferences(differences, cap = differencesShown) {
  const rest = differences.length - cap;
  return [
    ...differences.slice(0, cap).map(ofDifference),
    ...rest > 0 ? [note(`and ${count(rest, "more difference")}`)] : []
  ];
}
function ofDifference({ words, facts, change }) {
  const long = facts.filter(
    ({ before, after }) => [before, after].some((value) => value?.includes("\n") || (value?.length ?? 0) > 60)
  );
  if (change !== "changed" || long.length === 0) return { kind: "difference", words };
  const side = (which) => long.map((fact) => fact[which] ?? "").join("\n");
  return { kind: "difference", words, before: side("before"), after: side("after") };
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
    ...sql === void 0 ? [] : [{ kind: "sql", text: cut(sql) }],
    ...calledFrom.length === 0 ? [] : [note(`called from ${calledFrom.map(shown).join(", then ")}`)],
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

// src/rules/broken-graph.ts
var messages = {
  "missing-parent": ({
    child,
    parent,
    nearest: nearest2
  }) => ({
    message: `${child} names ${parent} as the revision before it, and there is none: Alembic refuses to load the history.`,
    help: nearest2 === void 0 ? `Add the file of ${parent}, or name the revision that ${child} comes after in down_revision (or depends_on).` : `If ${nearest2} is meant, write:${code(`down_revision = ${py(nearest2)}`)}`
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
var rule2 = defineRule({
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
  check({ facts: { graph } }, tell) {
    const hidden = graph.faults.some(({ kind }) => kind === "unloadable");
    for (const fault of graph.faults)
      if (!(hidden && fault.kind === "missing-parent")) tellOf(fault, graph, tell);
  }
});
function tellOf(fault, graph, { report }) {
  if (fault.kind === "missing-parent") {
    const { child, parent, place } = fault;
    report(
      "missing-parent",
      { child, parent, nearest: nearest(graph, fault) },
      { place, revision: child, about: `${child} ${parent}` }
    );
  } else if (fault.kind === "duplicate-id") {
    const [place] = fault.places;
    const evidence = fault.places.map((one) => note(shown(one)));
    if (place)
      report(
        "duplicate-id",
        { id: fault.id, number: fault.places.length },
        { place, revision: fault.id, about: fault.id, evidence }
      );
  } else if (fault.kind === "cycle") {
    const [place] = fault.places;
    const evidence = fault.places.map((one) => note(shown(one)));
    if (place)
      report(
        "cycle",
        { members: fault.members },
        { place, about: fault.members.toSorted().join(" "), evidence }
      );
  }
}
function nearest(graph, { parent, child }) {
  return graph.revisions.map(({ id }) => id).find((id) => id !== child && (0, import_fastest_levenshtein2.distance)(id, parent) <= Math.min(2, Math.floor(parent.length / 4)));
}

// src/rules/chain-differs.ts
var rule3 = defineRule({
  subject: "chain",
  needs: ["chain"],
  meta: {
    title: "Down through the history the catalog ends elsewhere",
    why: "Each revision comes back by itself without a trace, but after all of them were taken back one after the other the catalog is not what it was at that point, or going up again does not lead to where it was.",
    fix: "Look for two revisions that touch the same thing, where the later downgrade puts something back that the earlier one no longer takes away.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: `# revision 2 makes function touch() with CREATE OR REPLACE, and its downgrade drops it
# revision 3
def downgrade():
    op.execute("CREATE OR REPLACE FUNCTION touch(integer) ...")  # another signature: revision 2 drops the other one`,
      good: `# revision 3
def downgrade():
    op.execute("CREATE OR REPLACE FUNCTION touch() ...")`
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
  "42704": missing,
  "42710": exists,
  "42723": exists,
  "42804": () => `PostgreSQL does not convert this by itself. Say how:${code('op.alter_column("table", "column", type_=sa.Integer(), postgresql_using="column::integer")')}
A default has to be dropped before and set again after, when it cannot be converted either.`,
  "42883": missing,
  "42P01": missing,
  "42P06": exists,
  "42P07": exists,
  "55006": () => "Somebody else uses it: a second connection that the migration opened and did not close.",
  "55P03": () => "A lock could not be had in time: a second connection that the migration opened holds it.",
  "55P04": () => "A new enum label can be used only after the transaction that added it is committed. Put ALTER TYPE ... ADD VALUE in a revision of its own, or in an autocommit_block.",
  "57014": () => "A statement_timeout that the project sets was reached."
};
function missing(_, direction) {
  return direction === "upgrade" ? "It is not there at this point of the history. Look at which revision makes it, and whether this one comes after it." : "It is not there at this point. Look whether upgrade() made it under another name, or an earlier line of downgrade() took it away (a dropped table takes its indexes, constraints and triggers with it).";
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
var rule4 = defineRule({
  subject: "chain",
  needs: ["chain"],
  meta: {
    title: "A move fails on the way down through the history",
    why: "Each revision comes back by itself, straight after its own upgrade. Taken down from the top, with all later revisions taken back before, one of them fails: something later changed what it relies on, and its own downgrade did not put it back.",
    fix: "Look for a later revision that renames, replaces or moves what this downgrade touches.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: `# revision 3
def upgrade():
    op.execute("INSERT INTO tags SELECT NULL")

def downgrade():
    pass  # revision 2 restores NOT NULL on the column, and now a row has none`,
      good: `# revision 3
def downgrade():
    op.execute("DELETE FROM tags WHERE name IS NULL")`
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

// src/rules/support/environment.ts
function unsafeTransaction({ observations }) {
  return observations.remarks.find(({ kind }) => kind === "begun-before" || kind === "own-transaction");
}
function isFaultOfEnvironment(failure, revision, facts) {
  if (unsafeTransaction(facts) === void 0) return false;
  if (failure.reason === "not-applied") return true;
  return failure.error === "AssertionError" && revision.source.includes("autocommit_block");
}

// src/rules/support/round-trip.ts
var faults2 = (differences) => (differences ?? []).filter(({ weight }) => weight === "fault");
var isNewEnum = ({ kind, change }) => kind === "enum type" && change === "new";
function isMissing({ revision, roundTrip }) {
  const { shape } = revision.downgrade;
  const failure = roundTrip.downgrade?.failure;
  if (failure) return shape === "absent" || shape === "raises" || failure.reason === "irreversible";
  return shape === "empty" && faults2(roundTrip.trace).length > 0;
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
    faults2(trace).filter(({ kind, change }) => kind === "table" && change === "new").map(({ name }) => name)
  );
  const grown = (rowsAfterDowngrade ?? []).filter(
    ({ table, before, after }) => after > before && !newTables.has(table)
  );
  const failure = reupgrade?.failure;
  if (failure) {
    const hit = failure.sqlstate?.startsWith("23") ? named(grown, failure) : [];
    return hit.length === 0 ? void 0 : { tables: hit, breaks: true };
  }
  const again2 = (rowsAfterReupgrade ?? []).filter(({ before, after }) => after > before).map(({ table }) => table);
  const doubled = grown.filter(({ table }) => again2.includes(table));
  return doubled.length === 0 ? void 0 : { tables: doubled, breaks: false };
}
function named(rows, { sql = "", message }) {
  const text = `${sql} ${message}`;
  const hit = rows.filter(
    ({ table }) => new RegExp(`(^|\\W)"?${inRegExp(table.split(".").at(-1) ?? table)}"?(\\W|$)`).test(text)
  );
  return hit.length > 0 ? hit : rows;
}
var inRegExp = (text) => text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
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
  const call2 = callAt(revision, failure);
  const table = /drop_constraint\(\s*(?:constraint_name\s*=\s*)?None\s*,\s*(?:table_name\s*=\s*)?['"]([^'"]+)['"]/.exec(
    call2
  )?.[1] ?? batchTable(linesOf(revision).slice(0, failure.place?.line ?? 0)) ?? /Table\('([^']+)'/.exec(failure.message)?.[1];
  const type = /type_\s*=\s*['"](\w+)['"]/.exec(call2)?.[1];
  return { ...table === void 0 ? {} : { table }, ...type === void 0 ? {} : { type } };
}
function furtherLines(revision, direction, { place }) {
  const last = revision[direction].place?.endLine;
  const failing = place?.line;
  if (last === void 0 || failing === void 0) return [];
  return linesOf(revision).map((_, at) => at + 1).filter((line) => line > failing && line <= last && startsDrop(revision, line));
}
function startsDrop(revision, line) {
  const text = linesFrom(revision, line);
  return /^[^\n#]*\bdrop_constraint\(/.test(text) && dropsNone.test(callIn(text));
}
var linesOf = ({ source }) => source.split("\n");
var linesFrom = (revision, line) => linesOf(revision).slice(Math.max(0, line - 1), line + 5).join("\n");
var callIn = (text) => text.split(/\n\s*(?=op\.|batch_op\.)/)[0] ?? "";
function callAt(revision, { place }) {
  return place?.line === void 0 || place.file !== revision.place.file ? "" : callIn(linesFrom(revision, place.line));
}
function batchTable(lines) {
  const opened = /batch_alter_table\(\s*['"]([^'"]+)['"]/;
  return lines.toReversed().flatMap((line) => opened.exec(line)?.[1] ?? [])[0];
}
function candidates({ effect }, { table, type }) {
  const made = (effect ?? []).filter(({ kind, change }) => kind === "constraint" && change === "new").map(({ name }) => split(name)).filter(
    (constraint) => table === void 0 || constraint.table === table || constraint.table.endsWith(`.${table}`)
  ).map(({ name }) => name);
  const pattern = type === void 0 ? void 0 : typical[type];
  const likely = made.filter((name) => pattern?.test(name));
  return likely.length > 0 ? likely : made;
}
function split(name) {
  const dot = name.lastIndexOf(".");
  return { table: name.slice(0, dot), name: name.slice(dot + 1).replaceAll('"', "") };
}

// src/rules/downgrade-fails.ts
var rule5 = defineRule({
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
    op.create_index("ix_users_email", "users", ["email"])

def downgrade():
    op.drop_index("ix_user_email")  # another name`,
      good: `def downgrade():
    op.drop_index("ix_users_email")`
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
  return differences.filter(({ change }) => change === "new").sort((a, b) => rank(a) - rank(b)).flatMap(
    (difference) => opCall(difference) ?? (difference.undo === void 0 ? [] : [execute(difference.undo)])
  );
}
function restoreLines(differences) {
  return differences.filter(({ kind, change }) => kind === "column" && change === "changed").flatMap(restoreColumn);
}
var execute = (sql) => `op.execute(${py(sql)})`;
function opCall({ kind, name, undo }) {
  const parts = partsOf(name);
  if (parts.length > 3) return void 0;
  const own = parts.at(-1) ?? name;
  if (kind === "table") return call("drop_table", [own], parts.at(-2));
  if (kind === "index") return call("drop_index", [own], parts.at(-2));
  const table = parts.at(-2);
  if (table === void 0 || !undo?.startsWith("ALTER TABLE ")) return void 0;
  if (kind === "column") return call("drop_column", [table, own], parts.at(-3));
  return kind === "constraint" ? call("drop_constraint", [own, table], parts.at(-3)) : void 0;
}
function call(name, words, schema, more2 = []) {
  const where = schema === void 0 ? [] : [`schema=${py(schema)}`];
  return `op.${name}(${[...words.map(py), ...more2, ...where].join(", ")})`;
}
function restoreColumn({ name, facts }) {
  const [column = "", table = "", schema] = partsOf(name).toReversed();
  if (table === "") return [];
  const alter = (...more2) => call("alter_column", [table, column], schema, more2);
  const [own = "", ...whole] = spelledParts(name).toReversed();
  const qualified = whole.toReversed().join(".");
  return facts.flatMap(({ fact, before }) => {
    if (fact === "nullable") return [alter(`nullable=${before === "yes" ? "True" : "False"}`)];
    if (fact === "default")
      return [alter(`server_default=${before === null ? "None" : `sa.text(${py(before)})`}`)];
    if (fact === "type" && before !== null)
      return [execute(`ALTER TABLE ${qualified} ALTER COLUMN ${own} TYPE ${before}`)];
    return [];
  });
}
var spelledParts = (name) => name.match(/"(?:[^"]|"")*"|[^.]+/g) ?? [];
var partsOf = (name) => spelledParts(name).map((part) => part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part);

// src/rules/downgrade-leaves-trace.ts
var rule6 = defineRule({
  subject: "round-trip",
  needs: ["revision", "downgrade"],
  meta: {
    title: "The downgrade leaves a trace",
    why: "After upgrade and downgrade the catalog is not what it was: something new stayed, something old is lost, or something came back changed. A database that was rolled back is then another one than a database that never went forward, and the next migration meets the wrong one.",
    fix: "Undo in `downgrade()` all that `upgrade()` does, with the same names, defaults and nullability as before. Another order of columns, a constraint that stays validated, an extension that stays and a label that stays in an enum are no trace.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.drop_column("users", "email")  # varchar(100) NOT NULL

def downgrade():
    op.add_column("users", sa.Column("email", sa.String(100)))`,
      good: `def downgrade():
    op.add_column("users", sa.Column("email", sa.String(100), nullable=False))`
    }
  },
  messages: {
    trace: ({ revision, differences, fails }) => ({
      message: `After the downgrade of ${revision} the database is not what it was before: ${summary(differences)}${fails ? ". The next upgrade fails because of it" : ""}.`,
      help: help(differences)
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
        evidence: [
          ...ofDifferences(differences),
          ...failure ? [note("The second upgrade then fails:"), ...ofFailure(failure)] : []
        ]
      }
    );
  }
});
function summary(differences) {
  return differences.length <= 2 ? differences.map(({ words }) => words).join("; ") : count(differences.length, "difference");
}
function help(differences) {
  const lines = [...undoLines(differences), ...restoreLines(differences)];
  const named2 = (which) => differences.filter(which).map(({ kind, name }) => `${kind} ${name}`);
  const gone = named2(({ change }) => change === "gone");
  const rest = named2(
    (difference) => difference.change === "changed" && restoreLines([difference]).length === 0
  );
  const parts = [
    ...lines.length > 0 ? [`Add to downgrade():${code(...lines)}`] : [],
    ...gone.length > 0 ? [`Make again in downgrade() what upgrade() takes away: ${list(gone)}.`] : [],
    ...rest.length > 0 ? [`Give back in downgrade() as it was before the upgrade: ${list(rest)}.`] : []
  ];
  return parts.length > 0 ? parts.join("\n") : "Take away in downgrade() what is shown above and was not there before the upgrade.";
}

// src/rules/drop-constraint-none.ts
var messages2 = {
  unnamed: ({ revision, direction, drop, names, further }) => ({
    message: `The ${direction} of ${revision} drops a constraint${drop.table === void 0 ? "" : ` of ${drop.table}`} without saying which one, and fails. ${given(names)}`,
    help: `${help2(drop, names)}${more(further)}`
  })
};
var rule7 = defineRule({
  subject: "round-trip",
  needs: ["revision", "downgrade"],
  meta: {
    title: "A constraint is dropped without its name",
    why: "Autogenerate writes `op.drop_constraint(None, ...)` for a constraint that was made without a name. The upgrade works, because PostgreSQL makes up a name; the downgrade cannot work, because nobody told it which.",
    fix: "Write the name that the constraint has in the database, which the finding says, and give the constraint that name in `upgrade()` too. A `naming_convention` on the metadata keeps it from happening again.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.create_foreign_key(None, "items", "users", ["owner_id"], ["id"])

def downgrade():
    op.drop_constraint(None, "items", type_="foreignkey")`,
      good: `def upgrade():
    op.create_foreign_key("items_owner_id_fkey", "items", "users", ["owner_id"], ["id"])

def downgrade():
    op.drop_constraint("items_owner_id_fkey", "items", type_="foreignkey")`
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
  const drop = readDrop(revision, failure);
  const names = direction === "downgrade" ? candidates(roundTrip, drop) : [];
  report(
    "unnamed",
    {
      revision: called(revision),
      direction,
      drop,
      names,
      further: furtherLines(revision, direction, failure)
    },
    {
      place: failurePlace(failure, revision, direction),
      evidence: ofFailure(failure),
      about: `${direction} ${drop.table ?? ""}`
    }
  );
}
function given(names) {
  const [only, ...others] = names;
  if (only === void 0)
    return "PostgreSQL gives a constraint without a name one of its own: table_column_fkey, _key, _check, or table_pkey.";
  return others.length === 0 ? `In the database it is called ${only}.` : `The upgrade made ${names.join(", ")}.`;
}
function help2(drop, names) {
  const type = drop.type === void 0 ? "" : `, type_=${py(drop.type)}`;
  const line = (name) => `op.drop_constraint(${py(name)}, ${py(drop.table ?? "...")}${type})`;
  const which = names.length > 1 ? "Write the one that is meant" : "Write its name";
  const lines = names.length > 0 ? names.map(line) : [line("...")];
  return `${which}:${code(...lines)}
and give it the same name where upgrade() makes it, in place of None.`;
}
function more(further) {
  if (further.length === 0) return "";
  return `
${count(further.length, "more line")} below ${further.length === 1 ? "has" : "have"} the same fault: ${list(further.map(String))}.`;
}

// src/rules/empty-history.ts
var rule8 = defineRule({
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

// src/rules/enum-left-behind.ts
var rule9 = defineRule({
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
    op.create_table("entries", sa.Column("mood", sa.Enum("good", "bad", name="mood")))

def downgrade():
    op.drop_table("entries")`,
      good: `def downgrade():
    op.drop_table("entries")
    op.execute("DROP TYPE mood")`
    }
  },
  messages: {
    left: ({ revision, names, fails }) => ({
      message: `The downgrade of ${revision} leaves the enum type${names.length > 1 ? "s" : ""} ${list(names)} behind${fails ? ", and the next upgrade fails because of it" : ""}.`,
      help: `Add to the end of downgrade():${code(...names.map((name) => execute(`DROP TYPE ${name}`)))}`
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
        evidence: [
          ...ofDifferences(left),
          ...failure ? [note("The second upgrade then fails:"), ...ofFailure(failure)] : []
        ]
      }
    );
  }
});

// src/rules/extension-left-behind.ts
var rule10 = defineRule({
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
    op.execute("CREATE EXTENSION pg_trgm")

def downgrade():
    pass`,
      good: `def upgrade():
    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")

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

// src/rules/support/rehearsal.ts
function shortfall({
  failure,
  expectedHeads,
  foundHeads,
  differences
}) {
  if (failure) return void 0;
  const missingHeads = expectedHeads.filter((head) => !foundHeads.includes(head));
  const faults3 = differences.filter(({ weight }) => weight === "fault");
  return missingHeads.length === 0 && faults3.length === 0 ? void 0 : { missingHeads, differences: faults3 };
}

// src/rules/head-not-reached.ts
var rule11 = defineRule({
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
    heads: ({ missing: missing2, found }) => ({
      message: `One plain "alembic upgrade heads" ends without an error, but a new connection does not find ${list(missing2)} in the version table: it holds ${found.length === 0 ? "nothing" : list(found)}.`,
      help: `Something in env.py or in a migration keeps the work from being committed. Run the migrations inside Alembic's own transaction:${code("with context.begin_transaction():", "    context.run_migrations()")}`
    }),
    catalog: ({ number }) => ({
      message: `One plain "alembic upgrade heads" reaches the heads, but leads to another catalog than the revisions one by one: ${count(number, "difference")}.`,
      help: "A part of the work was not committed, or a revision does something else when it runs in one transaction with the others."
    })
  },
  check({ rehearsal, facts }, { report }) {
    const found = shortfall(rehearsal);
    if (!found || unsafeTransaction(facts)) return;
    const { missingHeads: missing2, differences } = found;
    const where = { place: projectPlace(facts), evidence: ofDifferences(differences) };
    if (missing2.length > 0)
      report("heads", { missing: missing2, found: rehearsal.foundHeads }, { ...where, about: "heads" });
    else report("catalog", { number: differences.length }, { ...where, about: "catalog" });
  }
});

// src/rules/header-differs.ts
var rule12 = defineRule({
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
      const says = read(lines, field);
      if (says === void 0 || same(says, is)) continue;
      const place = { file: revision.place.file, line: lineOf(revision, field) };
      report(
        "differs",
        {
          revision: called(revision),
          field,
          says: says.join(", ") || "nothing",
          is: is.join(", ") || "None"
        },
        { place, about: field }
      );
    }
  }
});
function read(lines, field) {
  const line = lines.find((text) => text.trimStart().startsWith(`${field}:`));
  const value = line?.slice(line.indexOf(":") + 1).trim();
  if (value === void 0) return void 0;
  return value === "" || value === "None" ? [] : value.split(",").map((id) => id.trim().replace(/^['"(]+|['")]+$/g, ""));
}
var same = (a, b) => a.toSorted().join() === b.toSorted().join();
var lineOf = ({ source }, field) => source.split("\n").findIndex((text) => text.trimStart().startsWith(`${field}:`)) + 1;

// src/rules/missing-downgrade.ts
var rule13 = defineRule({
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
    op.create_table("tags", sa.Column("id", sa.Integer(), primary_key=True))

def downgrade():
    pass`,
      good: `def downgrade():
    op.drop_table("tags")

# or, where that cannot be:
def downgrade():
    # migrate-check: irreversible the old passwords are not kept
    raise NotImplementedError`
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
    const again2 = reupgradeFailure(trip, "missing");
    report(
      "missing",
      {
        revision: called(revision),
        outline: revision.downgrade,
        error: downgrade?.failure?.error ?? "",
        changes: effect.length > 0,
        lines: undoLines(effect)
      },
      {
        place: definition(revision, "downgrade"),
        evidence: [
          ...effect.length > 0 ? [note("What the upgrade does:"), ...ofDifferences(effect)] : [],
          ...again2 ? [note("The second upgrade then fails:"), ...ofFailure(again2)] : []
        ]
      }
    );
  }
});
function shapeOf({ shape, exception }, error) {
  if (shape === "absent") return "downgrade() is not there";
  if (shape === "empty") return "downgrade() does nothing, and what the upgrade did stays";
  return `downgrade() raises ${exception ?? error}`;
}
function write(lines) {
  if (lines.length === 0) return "Write in downgrade() what takes back what upgrade() does.\n";
  return `Write it, for instance:${code("def downgrade() -> None:", ...lines.map((line) => `    ${line}`))}
`;
}

// src/rules/reupgrade-differs.ts
var rule14 = defineRule({
  subject: "round-trip",
  needs: ["revision", "downgrade", "reupgrade"],
  meta: {
    title: "The second upgrade ends elsewhere",
    why: "The downgrade leaves nothing behind, and still the second upgrade gives another catalog than the first: the revision does something else depending on what it finds, or on chance. Two databases with the same revision then differ.",
    fix: "Let `upgrade()` do the same each time: no names from a clock or a random source, no `if` on what is there.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.create_index(f"ix_{uuid4().hex[:8]}", "users", ["email"])`,
      good: `def upgrade():
    op.create_index("ix_users_email", "users", ["email"])`
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
var rule15 = defineRule({
  subject: "round-trip",
  needs: ["revision", "downgrade", "reupgrade"],
  meta: {
    title: "The second upgrade fails",
    why: "The upgrade works, the downgrade works, and then the upgrade does not work any more. After a roll-back the fixed release cannot be deployed.",
    fix: "Make `upgrade()` and `downgrade()` mirror each other. PostgreSQL cannot take a label out of an enum, so add it with `ADD VALUE IF NOT EXISTS`.",
    severity: "error",
    since: "0.1.0",
    examples: {
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
      { revision: called(revision), how: ends(failure), hint: labelHint(failure) ?? again(failure, facts) },
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
function again(failure, facts) {
  const sure = "The catalog was as before, so what is in the way is something else that the first upgrade left: rows, the state of a sequence, or the session.";
  return failure.reason === "sql" ? `${sure} ${hintFor(failure, "upgrade", facts)}` : hintFor(failure, "upgrade", facts);
}

// src/rules/rows-left-behind.ts
var rule16 = defineRule({
  subject: "round-trip",
  needs: ["revision", "downgrade", "reupgrade", "rows"],
  meta: {
    title: "Rows are left behind, and the next upgrade trips over them",
    why: "The upgrade inserts rows and the downgrade does not delete them. The next upgrade fails on a unique key (an error), or inserts them twice (a warning). Rows that hurt nobody, and rows that an upgrade only changes, are not reported.",
    fix: "Delete in `downgrade()` exactly the rows that `upgrade()` inserts.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.execute("INSERT INTO roles (name) VALUES ('admin'), ('guest')")

def downgrade():
    pass`,
      good: `def downgrade():
    op.execute("DELETE FROM roles WHERE name IN ('admin', 'guest')")`
    }
  },
  messages: {
    breaks: ({ revision, tables, lines }) => ({
      message: `The downgrade of ${revision} leaves ${rowsOf(tables)} behind, and the next upgrade fails on ${oneOf(tables)}.`,
      help: `Add to downgrade() what deletes exactly the rows that upgrade() inserts:${code(...lines)}`
    }),
    doubles: ({ revision, tables, lines }) => ({
      message: `The downgrade of ${revision} leaves ${rowsOf(tables)} behind, and the next upgrade inserts them again.`,
      help: `Add to downgrade() what deletes exactly the rows that upgrade() inserts:${code(...lines)}`
    })
  },
  check(trip, { report }) {
    const left = rowsLeft(trip);
    if (!left) return;
    const { tables, breaks } = left;
    const failure = reupgradeFailure(trip, "rows");
    const evidence = tables.map(
      ({ table, before, after }) => note(
        `${table}: ${count(before, "row")} before the upgrade, ${count(after, "row")} after the downgrade`
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
var rowsOf = (tables) => list(tables.map(({ table, before, after }) => `${count(after - before, "row")} in ${table}`));
var oneOf = (tables) => tables.some(({ before, after }) => after - before > 1) ? "one of them" : "it";
function condition(failure) {
  const [, columns, values] = /^Key \(([\w, ]+)\)=\((.*)\) already exists/.exec(failure?.detail ?? "") ?? [];
  if (columns === void 0 || values === void 0 || columns.includes(",")) return "...";
  return `${columns} IN ('${values.replaceAll("'", "''")}', ...)`;
}

// src/model/graph.ts
var needs = (revision) => [...revision.parents, ...revision.dependsOn];
function withAncestors(graph, ids) {
  const wanted = new Set(ids);
  for (const revision of graph.revisions.toReversed()) {
    if (wanted.has(revision.id)) for (const id of needs(revision)) wanted.add(id);
  }
  return wanted;
}
function withDescendants(graph, ids) {
  const wanted = new Set(ids);
  for (const revision of graph.revisions) {
    if (needs(revision).some((id) => wanted.has(id))) wanted.add(revision.id);
  }
  return wanted;
}
function lookUp(graph, spelling) {
  if (spelling === "head" || spelling === "heads") return graph.heads;
  const exact = graph.revisions.filter(({ id, labels }) => id === spelling || labels.includes(spelling));
  const found = exact.length > 0 ? exact : graph.revisions.filter(({ id }) => id.startsWith(spelling));
  return found.map(({ id }) => id);
}

// src/rules/several-heads.ts
var rule17 = defineRule({
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
    several: ({ heads }) => ({
      message: `The history has ${heads.length} heads with a common ancestor, ${list(heads.map(called))}: "alembic upgrade head" refuses to choose.`,
      help: help3(heads)
    })
  },
  check({ facts: { graph } }, { report, notChecked }) {
    if (graph.faults.length > 0 && graph.heads.length > 1)
      return notChecked("the graph has faults, which make heads of their own");
    for (const heads of rivals(graph)) {
      const newest = heads.at(-1);
      if (!newest) continue;
      report(
        "several",
        { heads },
        {
          revision: newest.id,
          place: newest.place,
          about: heads.map(({ id }) => id).sort().join(" "),
          evidence: heads.map(({ id, place }) => note(`head ${id} in ${place.file}`))
        }
      );
    }
  }
});
function help3(heads) {
  const merge = `Join them:${code(`alembic merge -m "merge" ${heads.map(({ id }) => id).join(" ")}`)}`;
  const [older, newer, ...others] = heads;
  if (!older || !newer || others.length > 0) return merge;
  return `${merge}
or, where ${newer.id} is not deployed anywhere yet, put it on top, in ${newer.place.file} (or on the first of its own branch):${code(`down_revision = ${py(older.id)}`)}`;
}
function rivals(graph) {
  const heads = graph.revisions.filter(({ id }) => graph.heads.includes(id));
  const past = new Map(heads.map(({ id }) => [id, lineage(graph, id)]));
  const groups = [];
  for (const head of heads) {
    const group = groups.find(
      (others) => others.some((other) => areRivals(graph, past.get(other.id), past.get(head.id)))
    );
    if (group) group.push(head);
    else groups.push([head]);
  }
  return groups.filter(({ length }) => length > 1);
}
function lineage(graph, id) {
  return withAncestors(
    { ...graph, revisions: graph.revisions.map((revision) => ({ ...revision, dependsOn: [] })) },
    [id]
  );
}
function areRivals(graph, a = /* @__PURE__ */ new Set(), b = /* @__PURE__ */ new Set()) {
  const common = new Set([...a].filter((id) => b.has(id)));
  const labelled = (own) => graph.revisions.some(({ id, labels }) => labels.length > 0 && own.has(id) && !common.has(id));
  return common.size > 0 && !labelled(a) && !labelled(b);
}

// src/rules/unloadable-revision.ts
var rule18 = defineRule({
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
      help: help4(error)
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
function help4(error) {
  if (error === "ModuleNotFoundError" || error === "ImportError")
    return "Install what it imports in the environment that runs the migrations, or name the right Python: --python PATH";
  return error.endsWith("SyntaxError") || error === "IndentationError" || error === "TabError" ? "Correct the file at this line." : "Correct what the file does when it is imported.";
}

// src/rules/unnecessary-irreversible.ts
var rule19 = defineRule({
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
    op.create_index("ix_users_email", "users", ["email"])

def downgrade():
    # migrate-check: irreversible not needed any more
    op.drop_index("ix_users_email")`,
      good: `def downgrade():
    op.drop_index("ix_users_email")`
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
function mayLoseData({ kind, change, facts }) {
  if (change === "gone") return ["table", "column", "materialized view", "schema", "sequence"].includes(kind);
  return change === "changed" && kind === "column" && facts.some(({ fact }) => fact === "type");
}
var losesRows = ({ statements }) => statements.some(
  ({ sql, place }) => place !== void 0 && /\b(update|delete|truncate|merge|do|call)\b/i.test(sql)
);

// src/rules/unsafe-env-transaction.ts
var rule20 = defineRule({
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
  const missing2 = rehearsal && shortfall(rehearsal);
  if (!missing2) return void 0;
  const heads = missing2.missingHeads.length === 0 ? [] : [
    note(
      `After "alembic upgrade heads" the version table does not hold ${missing2.missingHeads.join(", ")}`
    )
  ];
  return [...heads, ...ofDifferences(missing2.differences)];
}

// src/rules/upgrade-fails.ts
var rule21 = defineRule({
  subject: "upgrade",
  needs: ["revision"],
  meta: {
    title: "The upgrade fails",
    why: "The revision cannot be applied to the state that the revisions before it leave. A deployment stops here, and nobody can set up a new database.",
    fix: "Correct `upgrade()` at the line that is shown. Where the history was never meant to start from an empty database, give it its base with `--base-sql FILE` and the first revision to replay with `--start-at REV`.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: `def upgrade():
    op.add_column("user", sa.Column("age", sa.Integer()))  # the table is called users`,
      good: `def upgrade():
    op.add_column("users", sa.Column("age", sa.Integer()))`
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
    if (!failure || isUnnamed(failure, revision) || isFaultOfEnvironment(failure, revision, facts)) return;
    const behind = facts.observations.notObserved.filter(({ blockedBy }) => blockedBy === revision.id).length;
    const hint = hintFor(failure, "upgrade", facts);
    const base = mayLackBase(move.revision, failure, facts) ? `
${baseHint}` : "";
    report(
      "fails",
      { revision: called(revision), failure, behind, hint: hint + base },
      { place: failurePlace(failure, revision, "upgrade"), evidence: ofFailure(failure, move.output) }
    );
  }
});
var baseHint = `If this history does not start from an empty database, give it its base and the revision it corresponds to:${code("migrate-check --base-sql base.sql --start-at REV")}`;
function mayLackBase(revision, failure, { plan, observations }) {
  if (plan.baseSql !== void 0 || plan.startAt !== void 0 || !isMissingObject(failure)) return false;
  const { roundTrips, passedThrough } = observations;
  const moves = [...roundTrips.map(({ upgrade }) => upgrade), ...passedThrough];
  const failed = new Set(moves.filter((move) => move.failure).map((move) => move.revision));
  const first = plan.steps.find((step) => "revision" in step && failed.has(step.revision));
  return first !== void 0 && "revision" in first && first.revision === revision;
}

// src/rules/upgrade-in-one-go-fails.ts
var rule22 = defineRule({
  subject: "rehearsal",
  needs: ["rehearsal"],
  meta: {
    title: "The upgrade fails when all revisions run in one go",
    why: "Each revision goes up by itself. One plain `alembic upgrade heads`, which is what sets up a new database, fails: unless env.py says otherwise all revisions share one transaction, and some things work only after a commit, such as the use of a new enum label.",
    fix: "Put `transaction_per_migration=True` into `context.configure(...)` in env.py, or run the statement that has to be committed in `with op.get_context().autocommit_block():`.",
    severity: "error",
    since: "0.1.0",
    examples: {
      bad: `# revision 2
def upgrade():
    op.execute("ALTER TYPE mood ADD VALUE 'tired'")

# revision 3, in the same transaction
def upgrade():
    op.execute("UPDATE entries SET mood = 'tired'")`,
      good: `# revision 2
def upgrade():
    with op.get_context().autocommit_block():
        op.execute("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'tired'")`
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
        hint: help5(failure.sqlstate, hintFor(failure, "upgrade", facts), facts)
      },
      {
        ...revision ? { revision: revision.id } : {},
        place: failure.place ?? projectPlace(facts),
        evidence: ofFailure(failure, output)
      }
    );
  }
});
function help5(sqlstate, hint, { project }) {
  const config = project.tool === "alembic" ? "env.py" : project.label;
  const own = sqlstate === "55P04" || sqlstate === "25001" ? "" : `${hint}
`;
  return `${own}In this project all revisions of one upgrade share a transaction. Give each its own, in ${config}:${code("context.configure(..., transaction_per_migration=True)")}
or commit what the later revision needs, in the revision that makes it:${code("with op.get_context().autocommit_block():", '    op.execute("...")')}`;
}

// src/rules/index.ts
var rules = [
  ["bad-directive", rule],
  ["broken-graph", rule2],
  ["chain-differs", rule3],
  ["chain-fails", rule4],
  ["downgrade-fails", rule5],
  ["downgrade-leaves-trace", rule6],
  ["drop-constraint-none", rule7],
  ["empty-history", rule8],
  ["enum-left-behind", rule9],
  ["extension-left-behind", rule10],
  ["head-not-reached", rule11],
  ["header-differs", rule12],
  ["missing-downgrade", rule13],
  ["reupgrade-differs", rule14],
  ["reupgrade-fails", rule15],
  ["rows-left-behind", rule16],
  ["several-heads", rule17],
  ["unloadable-revision", rule18],
  ["unnecessary-irreversible", rule19],
  ["unsafe-env-transaction", rule20],
  ["upgrade-fails", rule21],
  ["upgrade-in-one-go-fails", rule22]
];

export {
  needs,
  withAncestors,
  withDescendants,
  lookUp,
  rules
};
