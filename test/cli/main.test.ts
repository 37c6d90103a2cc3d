import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CheckRequest } from '../../src/check/request.ts';
import { tellFault } from '../../src/cli/fault.ts';
import { main } from '../../src/cli/main.ts';
import { Stopped } from '../../src/host/signals.ts';
import type { Report } from '../../src/model/report.ts';
import { SetupError } from '../../src/model/setup-error.ts';
import { temporary } from '../support/temporary.ts';
import { fakeHost } from './host.ts';
import { finding, reportOf } from './report.ts';

const passed = (): Promise<Report> => Promise.resolve(reportOf());
const failed = (): Promise<Report> => Promise.resolve(reportOf({ verdict: 'failed', findings: [finding] }));

describe('the exit code', () => {
  test.each([
    ['passed', 0],
    ['failed', 1],
    ['incomplete', 1],
  ] as const)('of a check that %s is %i', async (verdict, code) => {
    const host = fakeHost(await temporary(), { check: () => Promise.resolve(reportOf({ verdict })) });
    expect(await main([], host)).toBe(code);
  });

  test('of a wrong set-up is 2, and its details are shown below', async () => {
    const refuse = () =>
      Promise.reject(new SetupError('no-database', 'None', 'Start one', { details: ['a: no\nb: no'] }));
    const host = fakeHost(await temporary(), { check: refuse });
    expect(await main([], host)).toBe(2);
    expect(host.stderr.text).toBe('Error: None\nStart one\n\n  a: no\n  b: no\n');
  });

  test('of a wrong set-up is 2 also when clearing up failed after it', async () => {
    const refuse = () =>
      Promise.reject(
        new SuppressedError(new Error('later'), new SetupError('no-database', 'None', 'Start one')),
      );
    expect(await main([], fakeHost(await temporary(), { check: refuse }))).toBe(2);
  });

  test('of a fault of ours is 3, with the stack, the version and no password', async () => {
    const fault = () =>
      Promise.reject(new TypeError('at postgresql://me:s3cret@db/app', { cause: new Error('deep') }));
    const host = fakeHost(await temporary(), { check: fault });
    expect(await main([], host)).toBe(3);
    expect(host.stderr.text).toMatch(/TypeError: at postgresql:\/\/me:\*\*\*@db\/app\n +at .*main\.test\.ts/);
    expect(host.stderr.text).toContain('[cause]: Error: deep');
    expect(host.stderr.text).toContain('migrate-check 1.2.3');
    expect(host.stderr.text).toContain('Please report it');
    expect(host.stderr.text).not.toContain('s3cret');
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('after %s is %i, when everything was taken away', async (signal, code) => {
    const steps: string[] = [];
    const stopped = async (request: CheckRequest): Promise<never> => {
      try {
        process.emit(signal);
        expect(request.signal.aborted).toBe(true);
        throw new Error('The server is gone');
      } finally {
        steps.push('taken away');
      }
    };
    const host = fakeHost(await temporary(), { check: stopped });
    expect(await main([], host)).toBe(code);
    expect(steps).toEqual(['taken away']);
    expect(host.stderr.text).toContain(`Stopped by ${signal}`);
    expect(process.listenerCount(signal)).toBe(0);
  });
});

test('work that is stopped from outside is no fault, wherever that comes to light', async () => {
  const host = fakeHost(await temporary());
  const aborted = Object.assign(new DOMException('aborted', 'AbortError'), {
    cause: new Stopped('SIGINT'),
  });
  expect(await tellFault(aborted, host)).toBe(130);
  expect(host.stderr.text).toBe('Stopped by SIGINT\n');
});

describe('the report', () => {
  test('goes to standard output, and nothing else does', async () => {
    const host = fakeHost(await temporary(), {
      check: (request) => {
        request.progress.stage('starting PostgreSQL 17');
        return failed();
      },
    });
    await main([], host);
    expect(host.stdout.text).toContain('The upgrade of a fails.');
    expect(host.stdout.text).not.toContain('starting');
    expect(host.stderr.text).toBe('starting PostgreSQL 17\n');
  });

  test('is also written as JSON where that is asked for', async () => {
    const cwd = await temporary();
    const host = fakeHost(cwd, { check: failed });
    expect(await main(['--json', 'report.json'], host)).toBe(1);
    expect(JSON.parse(await readFile(join(cwd, 'report.json'), 'utf8'))).toEqual(await failed());
    expect(host.stdout.text).toContain('The upgrade of a fails.');
  });

  test('for people goes to standard error when JSON has standard output', async () => {
    const host = fakeHost(await temporary(), { check: failed });
    await main(['--json', '-'], host);
    expect(JSON.parse(host.stdout.text)).toEqual(await failed());
    expect(host.stderr.text).toContain('The upgrade of a fails.');
  });
});

test('a check gets the settings, the place and the environment', async () => {
  const cwd = await temporary({ 'backend/alembic.ini': '' });
  const requests: CheckRequest[] = [];
  const host = fakeHost(cwd, {
    check: (request) => {
      requests.push(request);
      return passed();
    },
  });
  await main(['backend', '-x', 'a=1', '-x', 'b=2', '--timeout', '2m', '--env', 'APP=test'], host);
  expect(requests).toMatchObject([
    {
      settings: { x: ['a=1', 'b=2'], timeout: 120_000, verbose: false },
      where: { directory: join(cwd, 'backend'), root: join(cwd, 'backend') },
      env: { APP: 'test', PATH: process.env['PATH'] },
    },
  ]);
});

describe('judge', () => {
  async function judged(report: Report, args: readonly string[], settingsFile = '') {
    const cwd = await temporary({ 'report.json': JSON.stringify(report), 'migrate-check.yml': settingsFile });
    const asked: unknown[] = [];
    const host = fakeHost(cwd, {
      rejudge: (given, settings) => {
        asked.push({ failOn: settings.failOn, rules: settings.rules });
        return Promise.resolve(given);
      },
    });
    return { code: await main(['judge', 'report.json', ...args], host), asked, host };
  }

  test('judges as it was judged before, when nothing else is said', async () => {
    const { code, asked, host } = await judged(reportOf({ failOn: 'notice', verdict: 'failed' }), []);
    expect(host.stderr.text).toBe('');
    expect(code).toBe(1);
    expect(asked).toEqual([{ failOn: 'notice', rules: {} }]);
  });

  test('judges as the flags say, then as the file says', async () => {
    const args = ['--fail-on', 'warning', '--rule', 'upgrade-fails=notice'];
    const { code, asked } = await judged(reportOf(), args, 'fail-on: never\nrules: { several-heads: off }');
    expect(code).toBe(0);
    expect(asked).toEqual([
      { failOn: 'warning', rules: { 'upgrade-fails': 'notice', 'several-heads': 'off' } },
    ]);
  });

  test('does not need the file to be below the directory', async () => {
    const elsewhere = join(await temporary(), 'report.json');
    await writeFile(elsewhere, JSON.stringify(reportOf()));
    const host = fakeHost(await temporary(), { rejudge: (given) => Promise.resolve(given) });
    expect(await main(['judge', elsewhere], host)).toBe(0);
  });
});

test('--dry-run prints the plan and checks nothing', async () => {
  const { observations, server, ...planned } = reportOf();
  const host = fakeHost(await temporary(), { planOnly: () => Promise.resolve(planned) });
  expect(await main(['--dry-run', '--database', 'server'], host)).toBe(0);
  expect(host.stdout.text).toContain('1 revision, 1 up, down and up again');
  expect(host.stdout.text).toContain('server, not usable: no server is named');
  expect(host.stderr.text).toBe('');
});
