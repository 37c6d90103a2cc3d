import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  lockModes
} from "./chunk-H3QFLGZO.js";
import {
  require_mod
} from "./chunk-MQDN3KCA.js";
import {
  __toESM
} from "./chunk-4ZDK54KC.js";

// src/rules/rule.ts
function defineRule(rule28) {
  return rule28;
}

// src/rules/support/directives.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var keywords = { irreversible: "<reason>", ignore: "[rule] <reason>" };
var written = (keyword) => `# migrate-check: ${keyword}${keyword === "ignore" ? "" : " "}${keywords[keyword]}`;
function meant({ keyword }) {
  return nearest(keyword.toLowerCase(), Object.keys(keywords));
}
function nearest(word, known2) {
  const far = (one2) => (0, import_fastest_levenshtein.distance)(one2, word);
  return known2.filter((one2) => far(one2) <= Math.min(3, Math.floor(one2.length / 3))).toSorted((a, b) => far(a) - far(b))[0];
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
  const rules2 = inside.split(",").map((rule28) => rule28.trim()).filter((rule28) => rule28 !== "");
  return { rules: rules2, reason: reasonIn(rest) };
}
function reasonIn(words2) {
  const reason = words2.replace(/^[\s:–—-]+/, "").trim();
  return new RegExp("\\p{L}", "u").test(reason) ? reason : "";
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
var count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

// src/rules/bad-directive.ts
var rule = defineRule({
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
      nearest: nearest3
    }) => ({
      message: `${revision} has a comment "# migrate-check: ${keyword}", and ${keyword} is not a word that migrate-check knows${nearest3 === void 0 ? "" : `; ${nearest3} is near`}.`,
      help: nearest3 === void 0 ? `It knows: ${Object.keys(keywords).join(", ")}.` : `Write:${code(written(nearest3))}`
    }),
    reasonless: ({ revision }) => ({
      message: `${revision} is declared irreversible without the reason.`,
      help: `Say why, for whoever reads it later:${code(written("irreversible"))}`
    }),
    ruleless: ({ revision }) => ({
      message: `${revision} has a comment "# migrate-check: ignore" that names no rule, and it lets nothing pass.`,
      help: `Name the rules that it is about, in brackets:${code(written("ignore"))}`
    }),
    astray: ({ revision }) => ({
      message: `${revision} has a comment "# migrate-check: ignore" that is about nothing: below it is an empty line, or the end of the file.`,
      help: "Put it beside the statement that it is about, or on the line right above the statement or the function. For the whole file it stands above the first statement, imports included."
    })
  },
  check({ revision }, { report }) {
    for (const directive of revision.directives) {
      const { keyword, text, place, covers } = directive;
      const nearest3 = meant(directive);
      const ignore2 = readIgnore(directive);
      const named3 = { revision: called(revision) };
      if (keyword !== nearest3) report("unknown", { ...named3, keyword, nearest: nearest3 }, { place, about: keyword });
      else if (keyword === "irreversible" && text === "")
        report("reasonless", named3, { place, about: keyword });
      else if (ignore2?.rules.length === 0) report("ruleless", named3, { place, about: text });
      else if (ignore2 && !covers) report("astray", named3, { place, about: text });
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
function declaredAt({ suppression, revisions: [revision] }, facts) {
  const place = suppression.place ?? projectPlace(facts);
  return suppression.by === "comment" && revision ? { place, revision: revision.id } : { place };
}
var shown = ({ file, line }) => line === void 0 ? file : `${file}:${line}`;

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
function ofDifference({ words: words2, facts, change: change2 }) {
  const long = facts.filter(
    ({ before, after }) => [before, after].some((value) => value?.includes("\n") || (value?.length ?? 0) > 60)
  );
  if (change2 !== "changed" || long.length === 0) return { kind: "difference", words: words2 };
  const side = (which) => long.map((fact) => fact[which] ?? "").join("\n");
  return { kind: "difference", words: words2, before: side("before"), after: side("after") };
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
      { child, parent, nearest: nearest2(graph, fault) },
      { place, revision: child, about: `${child} ${parent}` }
    );
  } else if (fault.kind === "duplicate-id") {
    const [place] = fault.places;
    const evidence = fault.places.map((one2) => note(shown(one2)));
    if (place)
      report(
        "duplicate-id",
        { id: fault.id, number: fault.places.length },
        { place, revision: fault.id, about: fault.id, evidence }
      );
  } else if (fault.kind === "cycle") {
    const [place] = fault.places;
    const evidence = fault.places.map((one2) => note(shown(one2)));
    if (place)
      report(
        "cycle",
        { members: fault.members },
        { place, about: fault.members.toSorted().join(" "), evidence }
      );
  }
}
function nearest2(graph, { parent, child }) {
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
var isNewEnum = ({ kind, change: change2 }) => kind === "enum type" && change2 === "new";
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
    faults2(trace).filter(({ kind, change: change2 }) => kind === "table" && change2 === "new").map(({ name }) => name)
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
  const last2 = revision[direction].place?.endLine;
  const failing = place?.line;
  if (last2 === void 0 || failing === void 0) return [];
  return linesOf(revision).map((_, at) => at + 1).filter((line) => line > failing && line <= last2 && startsDrop(revision, line));
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
  const made2 = (effect ?? []).filter(({ kind, change: change2 }) => kind === "constraint" && change2 === "new").map(({ name }) => split(name)).filter(
    (constraint) => table === void 0 || constraint.table === table || constraint.table.endsWith(`.${table}`)
  ).map(({ name }) => name);
  const pattern = type === void 0 ? void 0 : typical[type];
  const likely = made2.filter((name) => pattern?.test(name));
  return likely.length > 0 ? likely : made2;
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
  return differences.filter(({ change: change2 }) => change2 === "new").sort((a, b) => rank(a) - rank(b)).flatMap(
    (difference) => opCall(difference) ?? (difference.undo === void 0 ? [] : [execute(difference.undo)])
  );
}
function restoreLines(differences) {
  return differences.filter(({ kind, change: change2 }) => kind === "column" && change2 === "changed").flatMap(restoreColumn);
}
var execute = (sql) => `op.execute(${py(sql)})`;
function opCall({ kind, name, undo }) {
  const parts = identifiers(name);
  if (parts.length > 3) return void 0;
  const own = parts.at(-1) ?? name;
  if (kind === "table") return call("drop_table", [own], parts.at(-2));
  if (kind === "index") return call("drop_index", [own], parts.at(-2));
  const table = parts.at(-2);
  if (table === void 0 || !undo?.startsWith("ALTER TABLE ")) return void 0;
  if (kind === "column") return call("drop_column", [table, own], parts.at(-3));
  return kind === "constraint" ? call("drop_constraint", [own, table], parts.at(-3)) : void 0;
}
function call(name, words2, schema, more2 = []) {
  const where = schema === void 0 ? [] : [`schema=${py(schema)}`];
  return `op.${name}(${[...words2.map(py), ...more2, ...where].join(", ")})`;
}
function restoreColumn({ name, facts }) {
  const [column = "", table = "", schema] = identifiers(name).toReversed();
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
var identifiers = (name) => spelledParts(name).map((part) => part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part);

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
  return differences.length <= 2 ? differences.map(({ words: words2 }) => words2).join("; ") : count(differences.length, "difference");
}
function help(differences) {
  const lines = [...undoLines(differences), ...restoreLines(differences)];
  const named3 = (which) => differences.filter(which).map(({ kind, name }) => `${kind} ${name}`);
  const gone = named3(({ change: change2 }) => change2 === "gone");
  const rest = named3(
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

// src/rules/expired-suppression.ts
var rule10 = defineRule({
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
    expired: ({ called: called2, until, rules: rules2 }) => ({
      message: `${called2} held until ${until}, and lets nothing pass any more${rules2.length === 0 ? "; there is nothing left that it could" : `: ${list(rules2)} ${rules2.length === 1 ? "is" : "are"} reported again`}.`,
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
var rule11 = defineRule({
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

// src/sql/name.ts
var relationName = ({ schemaname, relname = "" }) => ({
  ...schemaname === void 0 ? {} : { schema: schemaname },
  name: relname
});
var texts = (nodes) => (nodes ?? []).flatMap((node) => "String" in node ? [node.String.sval ?? ""] : []);
function dottedName(parts) {
  const [name = "", schema] = parts.toReversed();
  return { ...schema === void 0 ? {} : { schema }, name };
}
function objectParts(node) {
  if (!node) return [];
  if ("String" in node) return texts([node]);
  if ("List" in node) return texts(node.List.items);
  if ("TypeName" in node) return texts(node.TypeName.names);
  return "ObjectWithArgs" in node ? texts(node.ObjectWithArgs.objname) : [];
}
function typeReference({ names, typmods, arrayBounds }) {
  const { schema, name } = dottedName(texts(names));
  return {
    ...schema === void 0 || schema === "pg_catalog" ? {} : { schema },
    name,
    modifiers: (typmods ?? []).flatMap((node) => "A_Const" in node ? [node.A_Const.ival?.ival ?? 0] : []),
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
  const [element] = "List" in node ? node.List.items ?? [] : [];
  return element && "IndexElem" in element && element.IndexElem.name ? [element.IndexElem.name] : [];
}
var actions = {
  a: "no action",
  r: "restrict",
  c: "cascade",
  n: "set null",
  d: "set default"
};
var reference = ({ pktable, pk_attrs, fk_del_action, fk_upd_action }) => ({
  table: relationName(pktable ?? {}),
  columns: texts(pk_attrs),
  onDelete: actions[fk_del_action ?? "a"] ?? "no action",
  onUpdate: actions[fk_upd_action ?? "a"] ?? "no action"
});

// src/sql/column.ts
var serials = /* @__PURE__ */ new Set(["smallserial", "serial2", "serial", "serial4", "bigserial", "serial8"]);
function readColumn({ colname: name = "", typeName, constraints, collClause }) {
  const nodes = (constraints ?? []).flatMap((node) => "Constraint" in node ? [node.Constraint] : []);
  const own = readConstraints(nodes, name);
  const of = (type2) => nodes.find(({ contype }) => contype === type2);
  const type = typeName && typeReference(typeName);
  const serial = type !== void 0 && type.schema === void 0 && serials.has(type.name);
  const identity = of("CONSTR_IDENTITY");
  const generated = of("CONSTR_GENERATED");
  const value = of("CONSTR_DEFAULT")?.raw_expr;
  return {
    name,
    serial,
    notNull: serial || identity !== void 0 || own.some(refusesNull),
    constraints: own,
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
    table: relationName(relation ?? {}),
    kind: kindOf(objtype),
    only: relation?.inh !== true && objtype !== "OBJECT_TYPE"
  };
  return (cmds ?? []).flatMap(
    (node) => "AlterTableCmd" in node ? [change(node.AlterTableCmd, altered)] : []
  );
}
var ofColumn = ({ name = "" }, altered) => ({ ...altered, column: name });
var plain = (does) => (command, altered) => ({ does, ...ofColumn(command, altered) });
var dropOf = (does) => (command, altered) => ({ does, ...ofColumn(command, altered), ifExists: command.missing_ok === true });
var given2 = ({ missing_ok, behavior }) => ({
  ifExists: missing_ok === true,
  cascade: behavior === "DROP_CASCADE"
});
var readers = {
  AT_AddColumn: addColumn,
  AT_DropColumn: (command, altered) => ({
    does: "drop column",
    ...ofColumn(command, altered),
    ...given2(command)
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
  AT_ValidateConstraint: ({ name = "" }, altered) => ({ does: "validate constraint", ...altered, name }),
  AT_DropConstraint: (command, altered) => ({
    does: "drop constraint",
    ...altered,
    name: command.name ?? "",
    ...given2(command)
  }),
  AT_AttachPartition: partition,
  AT_DetachPartition: partition,
  AT_SetRelOptions: options,
  AT_AlterConstraint: ({ def }, altered) => ({
    does: "alter",
    ...altered,
    subtype: "AT_AlterConstraint",
    ...def && "ATAlterConstraint" in def ? { name: def.ATAlterConstraint.conname ?? "" } : {}
  })
};
var change = (command, altered) => {
  const subtype = command.subtype ?? "AT_AddColumn";
  return readers[subtype]?.(command, altered) ?? {
    does: "alter",
    ...altered,
    subtype,
    ...command.name === void 0 ? {} : { name: command.name }
  };
};
function addColumn({ def, missing_ok }, altered) {
  if (!def || !("ColumnDef" in def)) return void 0;
  return {
    does: "add column",
    ...altered,
    column: readColumn(def.ColumnDef),
    ifNotExists: missing_ok === true
  };
}
function alterColumnType(command, altered) {
  const { def } = command;
  if (!def || !("ColumnDef" in def) || !def.ColumnDef.typeName) return void 0;
  const { typeName, collClause, raw_default: using } = def.ColumnDef;
  return {
    does: "alter column type",
    ...ofColumn(command, altered),
    type: typeReference(typeName),
    ...collClause ? { collation: dottedName(texts(collClause.collname)) } : {},
    ...using ? { using } : {}
  };
}
function addConstraint({ def }, altered) {
  const constraint = def && "Constraint" in def ? readConstraint(def.Constraint) : void 0;
  return constraint && { does: "add constraint", ...altered, constraint };
}
function partition({ def, subtype }, altered) {
  if (!def || !("PartitionCmd" in def)) return void 0;
  const { name, concurrent } = def.PartitionCmd;
  const of = { ...altered, partition: relationName(name ?? {}) };
  return subtype === "AT_AttachPartition" ? { does: "attach partition", ...of } : { does: "detach partition", ...of, concurrently: concurrent === true };
}
function options({ def }, altered) {
  const items = def && "List" in def ? def.List.items ?? [] : [];
  const names = items.flatMap((node) => "DefElem" in node ? [node.DefElem.defname ?? ""] : []);
  return { does: "set options", ...altered, options: names };
}

// src/sql/create-table.ts
var made = (relation, ifNotExists) => ({
  table: relationName(relation),
  ifNotExists: ifNotExists === true,
  temporary: relation.relpersistence === "t",
  unlogged: relation.relpersistence === "u"
});
var strategies = {
  PARTITION_STRATEGY_RANGE: "range",
  PARTITION_STRATEGY_LIST: "list",
  PARTITION_STRATEGY_HASH: "hash"
};
function createTable(node) {
  const parts = node.tableElts ?? [];
  const columns = parts.flatMap((part) => "ColumnDef" in part ? [readColumn(part.ColumnDef)] : []);
  const above = (node.inhRelations ?? []).flatMap(
    (one2) => "RangeVar" in one2 ? [relationName(one2.RangeVar)] : []
  );
  const [parent] = node.partbound ? above : [];
  const strategy = node.partspec?.strategy;
  return {
    does: "create table",
    ...made(node.relation ?? {}, node.if_not_exists),
    columns,
    constraints: [...columns.flatMap(({ constraints }) => constraints), ...parts.flatMap(ofTable)],
    like: parts.flatMap(
      (part) => "TableLikeClause" in part ? [relationName(part.TableLikeClause.relation ?? {})] : []
    ),
    inherits: parent ? [] : above,
    ...parent ? { partitionOf: parent } : {},
    ...strategy ? { partitionedBy: strategies[strategy] } : {}
  };
}
function ofTable(part) {
  const constraint = "Constraint" in part ? readConstraint(part.Constraint) : void 0;
  return constraint ? [constraint] : [];
}
var createTableAs = ({ into, query, objtype, if_not_exists }) => ({
  does: "create table as",
  ...made(into?.rel ?? {}, if_not_exists),
  kind: kindOf(objtype),
  query: query ?? { SelectStmt: {} }
});
var selectInto = (node) => node.intoClause ? [createTableAs({ into: node.intoClause, query: { SelectStmt: node } })] : [];

// src/sql/drop.ts
var onTables = ["OBJECT_TRIGGER", "OBJECT_POLICY", "OBJECT_RULE"];
var drops = ({ objects, removeType, ...more2 }) => (objects ?? []).map((object) => ({
  does: "drop",
  kind: kindOf(removeType),
  ...named2(object, onTables.includes(removeType)),
  ifExists: more2.missing_ok === true,
  cascade: more2.behavior === "DROP_CASCADE",
  concurrently: more2.concurrent === true
}));
function named2(object, onTable) {
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
var elements = (nodes) => (nodes ?? []).flatMap((node) => "IndexElem" in node ? [node.IndexElem] : []);
function createIndex(node) {
  return {
    does: "create index",
    table: relationName(node.relation ?? {}),
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
  const named3 = (options2 ?? []).flatMap((node) => "DefElem" in node ? [node.DefElem] : []);
  const option2 = named3.findLast(({ defname }) => defname === name);
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
  table: relationName(relation ?? {}),
  function: dottedName(texts(funcname)),
  replace: replace === true
});
var refresh = ({ relation, concurrent }) => ({
  does: "refresh",
  view: relationName(relation ?? {}),
  concurrently: concurrent === true
});
var vacuum = ({ rels, options: options2, is_vacuumcmd }) => ({
  does: is_vacuumcmd === true ? "vacuum" : "analyze",
  tables: (rels ?? []).flatMap(
    (node) => "VacuumRelation" in node && node.VacuumRelation.relation ? [relationName(node.VacuumRelation.relation)] : []
  ),
  full: isOn(options2, "full")
});

// src/sql/session.ts
function setting({ kind, name, args, is_local }) {
  const values = (args ?? []).flatMap((node) => constant(node) ?? []);
  return {
    does: kind === "VAR_RESET" || kind === "VAR_RESET_ALL" ? "reset" : "set",
    ...name === void 0 ? {} : { name: name.toLowerCase() },
    local: is_local === true,
    ...kind === "VAR_SET_VALUE" && values.length > 0 ? { value: values.join(", ") } : {}
  };
}
function constant(node) {
  if ("TypeCast" in node) return node.TypeCast.arg && constant(node.TypeCast.arg);
  if (!("A_Const" in node)) return void 0;
  const { sval, ival, fval, boolval } = node.A_Const;
  if (sval) return sval.sval ?? "";
  if (fval) return fval.fval ?? "0";
  return boolval ? String(boolval.boolval ?? false) : String(ival?.ival ?? 0);
}
var locks = ({ relations, mode, nowait }) => relationsIn(relations).map((table) => ({
  does: "lock",
  table,
  // lockdefs.h counts them from 1.
  mode: lockModes[(mode ?? 8) - 1] ?? "ACCESS EXCLUSIVE",
  nowait: nowait === true
}));
var relationsIn = (nodes) => (nodes ?? []).flatMap((node) => "RangeVar" in node ? [relationName(node.RangeVar)] : []);
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
var target = (relation) => relationName(relation ?? {});
var assigned = (nodes) => (nodes ?? []).flatMap((node) => "ResTarget" in node ? node.ResTarget.name ?? [] : []);
function insert({ relation, cols, selectStmt }) {
  const values = selectStmt && "SelectStmt" in selectStmt ? selectStmt.SelectStmt.valuesLists : void 0;
  const rows = selectStmt ? values?.length : 1;
  return {
    does: "insert",
    table: target(relation),
    columns: assigned(cols),
    filtered: false,
    ...rows === void 0 ? {} : { rows }
  };
}
var update = ({ relation, targetList, whereClause }) => ({
  does: "update",
  table: target(relation),
  columns: assigned(targetList),
  filtered: whereClause !== void 0
});
var remove = ({ relation, whereClause }) => ({
  does: "delete",
  table: target(relation),
  columns: [],
  filtered: whereClause !== void 0
});
var merge = ({ relation }) => ({
  does: "merge",
  table: target(relation),
  columns: [],
  filtered: true
});

// src/sql/action.ts
function actionsOf(statement2) {
  const read4 = readers2[statement2.kind];
  return read4?.(statement2.node) ?? [];
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

// src/sql/lines.ts
function lineAt(text, offset) {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

// src/sql/program.ts
async function load() {
  const { default: start } = await import("./libpg-query-S5VUKYMG.js");
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
  const words2 = new BigUint64Array(buffer, 0, Math.floor(top / 8));
  let at = words2.length;
  while (at > 0 && words2[at - 1] === 0n) at -= 1;
  return at * 8;
}
function stackOf({ exports }) {
  const { R, Q } = exports;
  if (typeof R !== "function" || typeof Q !== "function")
    throw new Error("This build of libpg-query names its exports differently");
  return { R: () => Number(R()), Q: (pointer) => void Q(pointer) };
}

// src/sql/rewriter.ts
var rewriter;
async function loadRewriter() {
  const { default: parsers } = await import("./postgresql-DKRIK5JY.js");
  rewriter = new parsers.Parser();
}

// src/sql/engine.ts
var loaded;
var loading;
function loadSql() {
  loading ??= loadBoth();
  return loading;
}
async function loadBoth() {
  [loaded] = await Promise.all([load(), loadRewriter()]);
}
var parseTree = (sql) => ask(sql, readTree);
var scanTokens = (sql) => ask(sql, (program, text) => readText(program, program._wasm_scan(text)));
var parseBody = (sql) => ask(sql, (program, text) => readText(program, program._wasm_parse_plpgsql(text)));
function ask(sql, read4) {
  if (!loaded) throw new Error("The SQL parser is not loaded: await loadSql() first");
  const { program, restore } = loaded;
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
  const known2 = /* @__PURE__ */ new Map();
  let kept = 0;
  return (text) => {
    const found = known2.get(text);
    if (found !== void 0) return found;
    const made2 = compute(text);
    known2.set(text, made2);
    kept += text.length;
    for (const oldest of known2.keys()) {
      if (kept <= characters) break;
      known2.delete(oldest);
      kept -= oldest.length;
    }
    return made2;
  };
}

// src/sql/tokens.ts
function tokensOf(sql) {
  const answer = scanTokens(sql);
  if (!("json" in answer)) return void 0;
  const { tokens } = JSON.parse(answer.json);
  const offset = fromBytes(sql);
  return (tokens ?? []).map(({ start = 0, end, tokenName }) => ({
    text: sql.slice(offset(start), offset(end)),
    start: offset(start),
    end: offset(end),
    comment: tokenName === "SQL_COMMENT" || tokenName === "C_COMMENT",
    identifier: tokenName === "IDENT" || tokenName === "UIDENT"
  }));
}

// src/sql/split.ts
function split2(sql, readable) {
  const all2 = tokensOf(sql);
  if (all2) return pieces(all2, sql.length);
  return pieces(tokensOf(sql.slice(0, readable)) ?? [], sql.length);
}
function pieces(tokens, length) {
  const ends2 = semicolons(tokens.filter(({ comment }) => !comment));
  return [...ends2, length].map((end, at) => ({ start: at === 0 ? 0 : (ends2[at - 1] ?? 0) + 1, end }));
}
function semicolons(tokens) {
  const ends2 = [];
  let parentheses = 0;
  let blocks = 0;
  let words2 = [];
  for (const { text, start } of tokens) {
    const word = text.toLowerCase();
    if (word === "(") parentheses += 1;
    else if (word === ")") parentheses = Math.max(0, parentheses - 1);
    else if (word === ";" && parentheses === 0 && blocks === 0) {
      ends2.push(start);
      words2 = [];
      continue;
    }
    if (isRoutine(words2)) blocks = Math.max(0, blocks + opens(word));
    if (words2.length < routineWords) words2.push(word);
  }
  return ends2;
}
var routineWords = 4;
var isRoutine = (words2) => words2[0] === "create" && words2.some((word) => word === "function" || word === "procedure");
function opens(word) {
  if (word === "begin" || word === "case") return 1;
  return word === "end" ? -1 : 0;
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
  const parts = split2(text, error.at).filter(({ start, end }) => text.slice(start, end).trim() !== "");
  return parts.length > 1 ? together(parts.map((part) => parsePiece(text, part))) : whole;
}
var failed = (message, at) => ({ statements: [], errors: [{ message, at }] });
var withoutMark = (sql) => sql.startsWith("\uFEFF") ? ` ${sql.slice(1)}` : sql;
function parseText(text) {
  if (text === "") return { statements: [], errors: [] };
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
  const [named3] = Object.entries(stmt ?? {});
  if (!named3) return [];
  const [kind, node] = named3;
  const start = offset(location);
  const own = text.slice(start, length === void 0 ? void 0 : offset(location + length)).trimEnd();
  return [{ kind, node, text: own, start, end: start + own.length }];
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
function literalOf(expression2) {
  const [statement2, ...more2] = parseSql(`SELECT ${expression2}`).statements;
  if (statement2?.kind !== "SelectStmt" || more2.length > 0) return void 0;
  const [target2] = statement2.node.targetList ?? [];
  return target2 && "ResTarget" in target2 ? textOf(target2.ResTarget.val) : void 0;
}
function textOf(node) {
  if (!node) return void 0;
  if ("A_Const" in node) return node.A_Const.sval && (node.A_Const.sval.sval ?? "");
  if ("TypeCast" in node) return textOf(node.TypeCast.arg);
  return "A_Expr" in node ? joined(node.A_Expr) : void 0;
}
function joined({ name, lexpr, rexpr }) {
  const [operator] = name ?? [];
  if (!operator || !("String" in operator) || operator.String.sval !== "||") return void 0;
  const [left, right] = [textOf(lexpr), textOf(rexpr)];
  return left === void 0 || right === void 0 ? void 0 : left + right;
}

// src/sql/plpgsql.ts
function embeddedIn(statement2) {
  const answer = parseBody(statement2);
  return "json" in answer ? { embedded: [...walk(JSON.parse(answer.json), 1)] } : { error: answer.refusal.message };
}
var executed = /* @__PURE__ */ new Set(["query", "dynquery"]);
var wholeStatement = 0;
function* walk(tree, line) {
  if (typeof tree !== "object" || tree === null) return;
  const here = "lineno" in tree && typeof tree.lineno === "number" ? tree.lineno : line;
  for (const [key, value] of Object.entries(tree)) {
    if (key === "PLpgSQL_stmt_commit") yield { kind: "sql", text: "COMMIT", line: lineOf(value, here) };
    else if (key === "PLpgSQL_stmt_rollback")
      yield { kind: "sql", text: "ROLLBACK", line: lineOf(value, here) };
    else if (isExpression(value)) yield* expression(key, value.PLpgSQL_expr, here);
    else yield* walk(value, here);
  }
}
var lineOf = (node, otherwise) => typeof node === "object" && node !== null && "lineno" in node && typeof node.lineno === "number" ? node.lineno : otherwise;
var isExpression = (node) => typeof node === "object" && node !== null && "PLpgSQL_expr" in node;
function* expression(field, { query = "", parseMode = 0 }, line) {
  if (parseMode === wholeStatement) yield { kind: "sql", text: query, line };
  else if (executed.has(field)) yield { kind: "execute", text: query, line };
}

// src/sql/bodies.ts
var nothing = { inner: [], unread: [] };
function bodyOf(statement2) {
  if (statement2.kind === "DoStmt") return read(statement2, statement2.node.args, "plpgsql");
  if (statement2.kind !== "CreateFunctionStmt" || statement2.node.sql_body) return nothing;
  return read(statement2, statement2.node.options, "sql");
}
function read({ text }, options2, usual) {
  const body = option(options2, "as");
  if (!body) return nothing;
  const language = (option(options2, "language")?.value ?? usual).toLowerCase();
  const place = placeOf(text, body.value);
  if (language === "sql") return statementsIn(body.value, place, 1);
  if (language === "plpgsql") return blockIn(text, place);
  return { inner: [], unread: [{ why: "unreadable", text: `language ${language}`, line: place(1) }] };
}
function option(options2, name) {
  const found = (options2 ?? []).flatMap((node) => "DefElem" in node ? [node.DefElem] : []);
  const arg = found.find(({ defname }) => defname === name)?.arg;
  const [first] = arg && "List" in arg ? arg.List.items ?? [] : [arg];
  return first && "String" in first ? { value: first.String.sval ?? "" } : void 0;
}
function placeOf(text, body) {
  const strings = (tokensOf(text) ?? []).filter((token) => /^(\$|e?'|u&')/i.test(token.text));
  const asItReads = strings.find((token) => plain2(token.text) === body);
  if (!asItReads) {
    const begins = lineAt(text, strings.find((token) => !token.text.startsWith("'"))?.start ?? 0);
    return () => begins;
  }
  const first = lineAt(text, asItReads.start);
  return (line) => first + line - 1;
}
function plain2(literal) {
  if (literal.startsWith("'")) return literal.slice(1, -1).replaceAll("''", "'");
  const tag = /^\$[^$]*\$/.exec(literal)?.[0];
  return tag && literal.slice(tag.length, -tag.length);
}
function blockIn(text, lines) {
  const block = embeddedIn(text);
  if ("error" in block)
    return { inner: [], unread: [{ why: "unreadable", text: block.error, line: lines(1) }] };
  return together2(
    inOrder(block.embedded).map(({ kind, text: sql, line }) => {
      if (kind === "sql") return statementsIn(sql, lines, line);
      const literal = literalOf(sql);
      return literal === void 0 ? { inner: [], unread: [{ why: "dynamic", text: sql, line: lines(line) }] } : (
        // Where a string was made of parts, its lines are nowhere.
        statementsIn(literal, () => lines(line), 1)
      );
    })
  );
}
var inOrder = (embedded) => embedded.toSorted((one2, other) => one2.line - other.line);
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

// src/rules/support/tables.ts
var tableKey = ({ schema = "public", name }) => JSON.stringify([schema, name]);
var read2 = /* @__PURE__ */ new WeakMap();
function tablesOf(objects) {
  const known2 = read2.get(objects) ?? putTogether(objects);
  read2.set(objects, known2);
  return known2;
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
function textOf2({ facts }, fact) {
  const value = facts[fact];
  return typeof value === "string" ? value : void 0;
}
var newParts = (before, after) => after.filter(({ name, facts }) => {
  const old = before.find((part) => part.name === name);
  return !old || old.facts["definition"] !== facts["definition"];
});

// src/rules/support/definitions.ts
function constraintOf(part) {
  const [command] = commandsOf(`ALTER TABLE t ADD CONSTRAINT c ${textOf2(part, "definition") ?? ""}`);
  const [action] = command ? actionsOf(command) : [];
  return action?.does === "add constraint" ? action.constraint : void 0;
}
function indexOf(part) {
  const [command] = commandsOf(textOf2(part, "definition") ?? "");
  return command?.kind === "IndexStmt" ? { ...createIndex(command.node), tree: command.node } : void 0;
}
function isFoundBy(part, columns) {
  const index = indexOf(part);
  if (!index || index.where || textOf2(part, "valid") === "no" || index.method === "brin") return false;
  const leading = index.columns.slice(0, columns.length);
  return columns.every((column) => leading.includes(column));
}

// src/rules/support/final.ts
var known = /* @__PURE__ */ new WeakMap();
function finalTables({ observations }) {
  const tables = known.get(observations) ?? last(observations);
  known.set(observations, tables);
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

// src/rules/support/touched.ts
function touchedTables({ roundTrip, facts }) {
  const { schema } = roundTrip;
  if (!schema) return [];
  const before = tablesOf(schema.before);
  const last2 = finalTables(facts);
  return [...tablesOf(schema.after)].map(([key, after]) => ({
    before: before.get(key),
    after,
    last: last2.get(key)
  }));
}
var isNamed = (table, written2) => written2?.name === table.name && (written2.schema === void 0 || written2.schema === table.schema);
function doneAt({ revision, roundTrip }, ...tests) {
  for (const test of tests) {
    for (const statement2 of roundTrip.upgrade.statements) {
      const command = commandsOf(statement2.sql).find(
        (one2) => actionsOf(one2).some((action) => test(action, one2))
      );
      if (command)
        return { place: statement2.place ?? definition(revision, "upgrade"), evidence: [ofSql(command.text)] };
    }
  }
  return { place: definition(revision, "upgrade"), evidence: [] };
}
var concerns = (table) => (action) => "table" in action && isNamed(table, action.table);

// src/rules/fk-missing-index.ts
var rule12 = defineRule({
  subject: "round-trip",
  needs: ["revision"],
  meta: {
    title: "A foreign key without an index",
    why: "PostgreSQL makes no index for a foreign key. Each DELETE in the table that it refers to, and each UPDATE of its key, reads the referring table from end to end, and so does every query that asks for the rows of one parent.",
    fix: "Make an index that begins with the columns of the foreign key, in the same change; on a table that holds rows, `CREATE INDEX CONCURRENTLY`. A primary key or a unique constraint that begins with them is one, too.",
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
    missing: ({ table, key, columns, parent, isNew }) => ({
      message: `The foreign key ${key} of ${table.shown} has no index on ${list(columns)}: each DELETE in ${parent} reads ${table.shown} from end to end.`,
      help: `Make one in the same change:${code(...indexLines(table, columns, isNew))}`
    })
  },
  check(subject, { report }) {
    for (const { before, after, last: last2 } of touchedTables(subject)) {
      for (const part of newParts(before?.constraints ?? [], after.constraints)) {
        const key = constraintOf(part);
        if (key?.type !== "foreign key" || !key.references) continue;
        if (!last2?.constraints.some(({ name }) => name === part.name)) continue;
        if (last2.indexes.some((index) => isFoundBy(index, key.columns))) continue;
        const { table: parent } = key.references;
        report(
          "missing",
          { table: after, key: part.name, columns: key.columns, parent: parent.name, isNew: !before },
          {
            ...doneAt(
              subject,
              (action) => "table" in action && isNamed(after, action.table) && (action.does === "add constraint" && action.constraint.name === part.name || action.does === "add column" && key.columns.includes(action.column.name)),
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
function indexLines({ schema, name }, columns, isNew) {
  const index = py(`ix_${name}_${columns.join("_")}`);
  const inSchema = schema === "public" ? "" : `, schema=${py(schema)}`;
  const call2 = `op.create_index(${index}, ${py(name)}, [${columns.map(py).join(", ")}]${inSchema}`;
  return isNew ? [`${call2})`] : ["with op.get_context().autocommit_block():", `    ${call2}, postgresql_concurrently=True)`];
}

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
var rule13 = defineRule({
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
var rule14 = defineRule({
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
      const place = { file: revision.place.file, line: lineOf2(revision, field) };
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
function read3(lines, field) {
  const line = lines.find((text) => text.trimStart().startsWith(`${field}:`));
  const value = line?.slice(line.indexOf(":") + 1).trim();
  if (value === void 0) return void 0;
  return value === "" || value === "None" ? [] : value.split(",").map((id) => id.trim().replace(/^['"(]+|['")]+$/g, ""));
}
var same = (a, b) => a.toSorted().join() === b.toSorted().join();
var lineOf2 = ({ source }, field) => source.split("\n").findIndex((text) => text.trimStart().startsWith(`${field}:`)) + 1;

// src/rules/missing-downgrade.ts
var rule15 = defineRule({
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
var rule16 = defineRule({
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
var rule17 = defineRule({
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
var rule18 = defineRule({
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
var rule19 = defineRule({
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
  const merge2 = `Join them:${code(`alembic merge -m "merge" ${heads.map(({ id }) => id).join(" ")}`)}`;
  const [older, newer, ...others] = heads;
  if (!older || !newer || others.length > 0) return merge2;
  return `${merge2}
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

// src/rules/suppression-without-reason.ts
var rule20 = defineRule({
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
      bad: `def upgrade():
    # migrate-check: ignore[drop-table]
    op.drop_table("tags_old")`,
      good: `def upgrade():
    # migrate-check: ignore[drop-table] copied to tags in release 41, unread since
    op.drop_table("tags_old")`
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

// src/rules/unknown-rule-suppressed.ts
var rule21 = defineRule({
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
      bad: `def upgrade():
    # migrate-check: ignore[drop-tabel] copied to tags in release 41, unread since
    op.drop_table("tags_old")`,
      good: `def upgrade():
    # migrate-check: ignore[drop-table] copied to tags in release 41, unread since
    op.drop_table("tags_old")`
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

// src/rules/unloadable-revision.ts
var rule22 = defineRule({
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
var rule23 = defineRule({
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
function mayLoseData({ kind, change: change2, facts }) {
  if (change2 === "gone") return ["table", "column", "materialized view", "schema", "sequence"].includes(kind);
  return change2 === "changed" && kind === "column" && facts.some(({ fact }) => fact === "type");
}
var losesRows = ({ statements }) => statements.some(
  ({ sql, place }) => place !== void 0 && /\b(update|delete|truncate|merge|do|call)\b/i.test(sql)
);

// src/rules/unsafe-env-transaction.ts
var rule24 = defineRule({
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

// src/rules/unused-suppression.ts
var rule25 = defineRule({
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
    op.create_table("tags", sa.Column("id", sa.Integer(), primary_key=True))

def downgrade():
    op.drop_table("tags")`,
      good: `def upgrade():
    op.create_table("tags", sa.Column("id", sa.Integer(), primary_key=True))

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

// src/rules/upgrade-fails.ts
var rule26 = defineRule({
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
  const failed2 = new Set(moves.filter((move) => move.failure).map((move) => move.revision));
  const first = plan.steps.find((step) => "revision" in step && failed2.has(step.revision));
  return first !== void 0 && "revision" in first && first.revision === revision;
}

// src/rules/upgrade-in-one-go-fails.ts
var rule27 = defineRule({
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
  ["expired-suppression", rule10],
  ["extension-left-behind", rule11],
  ["fk-missing-index", rule12],
  ["head-not-reached", rule13],
  ["header-differs", rule14],
  ["missing-downgrade", rule15],
  ["reupgrade-differs", rule16],
  ["reupgrade-fails", rule17],
  ["rows-left-behind", rule18],
  ["several-heads", rule19],
  ["suppression-without-reason", rule20],
  ["unknown-rule-suppressed", rule21],
  ["unloadable-revision", rule22],
  ["unnecessary-irreversible", rule23],
  ["unsafe-env-transaction", rule24],
  ["unused-suppression", rule25],
  ["upgrade-fails", rule26],
  ["upgrade-in-one-go-fails", rule27]
];

export {
  nearest,
  readIgnore,
  reasonIn,
  relationName,
  actionsOf,
  loadSql,
  parseSql,
  commandsOf,
  needs,
  withAncestors,
  withDescendants,
  lookUp,
  rules
};
