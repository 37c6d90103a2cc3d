import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { flags } from '../../src/config/flags.ts';
import { temporary } from '../support/temporary.ts';
import { command, program } from './command.ts';

const esc = '\u001b';

describe('help', () => {
  test('names every flag, in sections, with examples', async () => {
    const { code, stdout, stderr } = await command(['--help'], { cwd: await temporary() });
    expect([code, stderr]).toEqual([0, '']);
    for (const { spelling } of flags) expect(stdout).toMatch(new RegExp(`^ +${spelling}[ \n]`, 'm'));
    for (const section of ['Project:', 'Scope:', 'Database:', 'Result:', 'Examples:', 'Exit status:'])
      expect(stdout).toMatch(new RegExp(`^${section}$`, 'm'));
    for (const name of ['config', 'judge', '--dry-run', '--settings', '--version'])
      expect(stdout).toContain(name);
    expect(stdout).not.toContain(esc);
  });

  test('of judge has only what judging needs', async () => {
    const { code, stdout } = await command(['judge', '--help'], { cwd: await temporary() });
    expect(code).toBe(0);
    expect(stdout).toContain('--fail-on');
    expect(stdout).not.toContain('--postgres');
  });
});

test('--version is that of the package', async () => {
  expect(await command(['--version'], { cwd: await temporary() })).toEqual({
    code: 0,
    stdout: `${manifest.version}\n`,
    stderr: '',
  });
});

test.each([
  [['help'], 'migrate-check [options]'],
  [['help', 'judge'], 'migrate-check judge [options]'],
])('%s prints what --help does', async (words, usage) => {
  const { code, stdout } = await command(words, { cwd: await temporary() });
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining(`Usage: ${usage}`) });
});

describe('what is typed wrongly ends with 2, on standard error, with what to type', () => {
  test.each([
    [['--postgrs', '17'], "Error: Unknown option '--postgrs'\nDid you mean --postgres?\n"],
    [['--zzzzzzzz'], "Error: Unknown option '--zzzzzzzz'\nSee migrate-check --help\n"],
    [['--config'], "Error: Option '--config <FILE>' argument missing\nSee migrate-check --help\n"],
    [['confg'], 'Error: There is no command confg, and no directory\nDid you mean migrate-check config?\n'],
    [
      ['check'],
      'Error: There is no command check, and no directory\nmigrate-check by itself checks: leave the word out\n',
    ],
    [
      ['a', 'b'],
      'Error: Too many arguments. Expected 1 argument but got 2: a, b.\nSee migrate-check --help\n',
    ],
    [['judge'], "Error: Missing required argument 'report.json'\nSee migrate-check --help\n"],
    [['nowhere'], 'Error: There is no directory nowhere\nName the directory that has the migrations\n'],
    [
      ['--postgres', '13'],
      'Error: --postgres is "13"; it must be a whole number from 14 to 18\nWrite for example: --postgres 17\n',
    ],
    [
      ['--rule', 'several-head=off'],
      'Error: --rule: there is no rule "several-head"\nDid you mean several-heads?\n',
    ],
  ])('%j', async (args, stderr) => {
    expect(await command(args, { cwd: await temporary() })).toEqual({ code: 2, stdout: '', stderr });
  });

  test('a file where a directory belongs', async () => {
    const cwd = await temporary({ 'a/alembic.ini': '' });
    const { code, stderr } = await command(['a/alembic.ini'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe(
      'Error: a/alembic.ini is no directory\nName the directory, a, or the file with --config a/alembic.ini\n',
    );
  });

  test('a directory may be called like a misspelt command', async () => {
    const cwd = await temporary({ 'confg/readme': '' });
    const { code, stderr } = await command(['confg'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('There are no migrations in');
  });

  test('a setting of the file, with its line', async () => {
    const cwd = await temporary({ 'migrate-check.yml': '# ours\nfail-on: warn\n' });
    expect(await command([], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'Error: migrate-check.yml:2: fail-on is "warn"; it must be error, warning, notice or never\nDid you mean fail-on: warning?\n',
    });
  });

  test('a directory without migrations', async () => {
    const cwd = await temporary();
    const { code, stdout, stderr } = await command([], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`There are no migrations in ${cwd}`);
  });
});

describe('--json', () => {
  test.each([
    ['alembic.ini/report.json', /cannot be written to .*alembic\.ini\/report\.json: .*not a directory/i],
    ['.', /cannot be written to .*: it is a directory\n/],
  ])('%s is refused before anything is started', async (file, message) => {
    const cwd = await temporary({ 'alembic.ini': '[alembic]\nscript_location = m\n' });
    const { code, stdout, stderr } = await command(['--json', file], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(await readdir(cwd)).toEqual(['alembic.ini']);
  });
});

describe('config', () => {
  test('prints what is in force and where it is from, with no password', async () => {
    const cwd = await temporary({ 'migrate-check.yml': 'postgres: 15\ntimeout: 2m\n' });
    const { code, stdout, stderr } = await command(['config', '--postgres', '16'], {
      cwd,
      env: { MIGRATE_CHECK_DATABASE_URL: 'postgresql://me:s3cret@db/postgres' },
    });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^postgres: 16 +# flag --postgres$/m);
    expect(stdout).toMatch(/^timeout: 2m +# migrate-check\.yml:2$/m);
    expect(stdout).toMatch(
      /^database-url: postgresql:\/\/me:\*\*\*@db\/postgres +# variable MIGRATE_CHECK_DATABASE_URL$/m,
    );
    expect(stdout).not.toContain('s3cret');
  });

  test('takes flags before its name too, and another directory', async () => {
    const cwd = await temporary({ 'backend/migrate-check.yml': 'image: ours\n' });
    const { stdout } = await command(['--postgres', '16', 'config', 'backend'], { cwd });
    expect(stdout).toMatch(/^postgres: 16 /m);
    expect(stdout).toMatch(/^image: ours +# backend\/migrate-check\.yml:1$/m);
  });

  test('takes the settings file that is named', async () => {
    const cwd = await temporary({ 'ci.yml': 'image: ours\n' });
    const { stdout } = await command(['config', '--settings', 'ci.yml'], { cwd });
    expect(stdout).toMatch(/^image: ours +# ci\.yml:1$/m);
  });
});

describe('judge', () => {
  test.each([
    ['{', /^Error: report\.json cannot be judged\. .*not JSON/],
    ['{}', /^Error: report\.json cannot be judged\. .*no report/],
    ['{"schemaVersion": 2}', /^Error: report\.json cannot be judged\. .*schemaVersion 2/],
    ['{"schemaVersion": 1, "project": {}}', /^Error: report\.json cannot be judged\. /],
  ])('refuses %s', async (text, message) => {
    const cwd = await temporary({ 'report.json': text });
    const { code, stdout, stderr } = await command(['judge', 'report.json'], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  test('refuses a file that is not there', async () => {
    const { code, stderr } = await command(['judge', 'no.json'], { cwd: await temporary() });
    expect(code).toBe(2);
    expect(stderr).toContain('no.json cannot be judged. ENOENT');
  });
});

describe('colours', () => {
  const wrong = ['--postgrs'];

  test('are not written to a pipe, unless they are forced', async () => {
    const cwd = await temporary();
    expect((await command(wrong, { cwd })).stderr).not.toContain(esc);
    expect((await command(wrong, { cwd, env: { FORCE_COLOR: '1' } })).stderr).toContain(`${esc}[31m`);
    expect((await command(wrong, { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).stderr).not.toContain(
      esc,
    );
  });
});

describe('a reader that goes away', () => {
  test('is no fault', async () => {
    const child = spawn(process.execPath, [program, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    const [code] = await once(child, 'close');
    expect([code, stderr]).toEqual([0, '']);
  });
});

/** Tells on standard error which modules were loaded. */
const tellingModules = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from 'node:fs';
  import { registerHooks } from 'node:module';
  const seen = [];
  registerHooks({ load: (url, context, next) => (seen.push(url), next(url, context)) });
  process.on('exit', () => writeSync(2, seen.join(' ')));
`)}`;

test.each(['--help', '--version'])('%s loads nothing that works on databases', async (flag) => {
  const env = { NODE_OPTIONS: `--import=${tellingModules}` };
  const { stderr } = await command([flag], { cwd: await temporary(), env });
  const rooms = [...stderr.matchAll(/\/src\/(\w+)[/.]/g)].map(([, room]) => room);
  expect([...new Set(rooms)].sort()).toEqual(['cli', 'config', 'host', 'model', 'version']);
  expect(stderr).not.toMatch(/node_modules\/(pg|testcontainers)\//);
});
