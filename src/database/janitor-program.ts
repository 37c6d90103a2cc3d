/**
 * What the janitor runs: plain CommonJS for `node -e`, so that it needs no file of ours.
 * Lines come in on standard input, `[id, leftover]` to keep in mind and `[id]` to forget; the end of input is the end
 * of our process, and then everything that is still in mind goes, and then the watch list that its argument names.
 */
export const janitorProgram = String.raw`
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
