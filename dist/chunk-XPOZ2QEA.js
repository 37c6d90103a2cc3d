import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;

// src/database/janitor.ts
import { spawn } from "node:child_process";
import { once } from "node:events";
import { parse } from "node:path";

// src/database/janitor-program.ts
var janitorProgram = String.raw`
const { execFileSync } = require('node:child_process');
const { readFileSync, rmSync } = require('node:fs');
const { createInterface } = require('node:readline');
const { setTimeout: pause } = require('node:timers/promises');

const owed = new Map();

function note(line) {
  try {
    const [id, leftover] = JSON.parse(line);
    leftover ? owed.set(id, leftover) : owed.delete(id);
  } catch {} // half a line: we were killed while we wrote it, before anything was made
}

async function until(done, patience) {
  for (const end = Date.now() + patience; Date.now() < end; await pause(20)) if (await done()) return;
}

function send(pid, signal) {
  try { process.kill(-pid, signal); return true; } catch (error) { return error.code === 'EPERM'; }
}

// A dead program stays in the list while its parent does not ask; in many containers nobody ever does.
function isDead(pid) {
  try { return /\) Z /.test(readFileSync('/proc/' + pid + '/stat', 'latin1')); } catch { return false; }
}

// The number may be another program's by now.
function isAnother(pid, startTicks) {
  try { return startTicks !== undefined && startTicks !== startTicksOf(pid); } catch { return true; }
}

// Field 22; the second one, a name in brackets, may hold blanks.
const startTicksOf = (pid) => readFileSync('/proc/' + pid + '/stat', 'latin1').split(') ').at(-1).split(' ')[19];

async function endProgram({ pid, signal, startTicks }) {
  if (isAnother(pid, startTicks)) return;
  const ended = () => isDead(pid) || !send(pid, 0);
  send(pid, signal);
  await until(ended, 10000);
  if (!ended()) send(pid, 'SIGKILL');
  await until(ended, 2000);
}

// A server that was killed leaves the memory by which it would have seen a second one; line 7: key and id.
function removeSegment(directory) {
  try {
    const id = readFileSync(directory + '/data/postmaster.pid', 'latin1').split('\n')[6].trim().split(/\s+/)[1];
    execFileSync('ipcrm', ['-m', id], { stdio: 'ignore' });
  } catch {}
}

function removeDirectory({ path }) {
  removeSegment(path);
  rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

const ask = (engine, path) => new Promise((resolve, reject) => {
  const { request } = require(engine.protocol === 'https' ? 'node:https' : 'node:http');
  request({ ...engine, protocol: undefined, method: 'DELETE', path, timeout: 10000 }, (response) => {
    response.resume().on('end', () => resolve(response.statusCode));
  }).on('timeout', function () { this.destroy(new Error('timeout')); }).on('error', reject).end();
});

// One that is on its way may be made after we were killed.
function removeContainer({ engine, name, onItsWay }) {
  return until(async () => {
    const status = await ask(engine, '/containers/' + name + '?force=true&v=true').catch(() => 0);
    return (status >= 200 && status < 300) || (status === 404 && !onItsWay);
  }, 20000);
}

const ways = { program: endProgram, container: removeContainer, directory: removeDirectory };

async function clean() {
  for (const kind of Object.keys(ways))
    await Promise.allSettled([...owed.values()].filter((left) => left.kind === kind).map(async (left) => ways[kind](left)));
  const [, watchList] = process.argv;
  if (watchList) rmSync(watchList, { force: true });
}

createInterface({ input: process.stdin }).on('line', note).on('close', clean);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
`;

// src/database/watch-list.ts
import { randomBytes } from "node:crypto";
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
function openWatchList(directory) {
  const file = join(directory, `${randomBytes(8).toString("hex")}.jsonl`);
  return {
    file,
    write(id, leftover) {
      const entry = leftover?.kind === "program" ? identified(leftover) : leftover;
      if (leftover && !entry) return;
      appendFileSync(file, `${JSON.stringify([id, entry])}
`, { mode: 384 });
    }
  };
}
function identified(program) {
  try {
    const afterName = readFileSync(`/proc/${program.pid}/stat`, "latin1").split(") ").at(-1);
    return { ...program, startTicks: afterName?.split(" ")[19] };
  } catch {
    return void 0;
  }
}

// src/database/janitor.ts
async function startJanitor(watchLists) {
  const watchList = watchLists === void 0 ? void 0 : openWatchList(watchLists);
  const child = await spawnJanitor(watchList?.file);
  const ended = once(child, "exit");
  child.unref();
  let last = 0;
  const tell = (id, leftover) => {
    watchList?.write(id, leftover);
    child.stdin.write(`${JSON.stringify([id, leftover])}
`);
  };
  return {
    watch(leftover) {
      last += 1;
      const id = last;
      tell(id, leftover);
      return () => tell(id);
    },
    async end() {
      child.ref();
      child.stdin.end();
      await ended;
    }
  };
}
async function spawnJanitor(watchList) {
  const argument = watchList === void 0 ? [] : [watchList];
  const child = spawn(process.execPath, ["--input-type=commonjs", "-e", janitorProgram, ...argument], {
    cwd: parse(process.cwd()).root,
    detached: true,
    windowsHide: true,
    stdio: ["pipe", "ignore", "ignore"]
  });
  await once(child, "spawn");
  child.stdin.on("error", () => void 0);
  return child;
}

export {
  startJanitor,
  spawnJanitor
};
