/** The bundle in a folder of its own: it needs Node and nothing else, and a start reads little of it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pythonEnv } from '../../scripts/python-env.ts';
import { copyProject } from '../support/project.ts';
import { bundled, importsOf, packagesIn, readAtOnce, scriptsOf } from './support/bundled.ts';

const directory = bundled();
const scripts = await scriptsOf(directory);

function start(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, [join(directory, script), ...args], {
    cwd: directory,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
  });
}

describe('without node_modules', () => {
  // The action does in test/github/action.test.ts.
  test('the command checks a project', async () => {
    const project = await copyProject('defect-enum-left-by-drop-table');
    const args = [project, '--python', pythonEnv('current'), '--database', 'local'];
    const { status, stdout, stderr } = start('cli.js', args);
    expect(stdout, stderr).toContain('enum-left-behind');
    expect(status).toBe(1);
  });

  test('every script imports others of the bundle, and what Node has', () => {
    const missing = [...scripts].flatMap(([name, text]) =>
      importsOf(text)
        .filter((imported) =>
          imported.startsWith('./') ? !scripts.has(imported.slice(2)) : !isBuiltin(imported),
        )
        .map((imported) => `${name}: ${imported}`),
    );
    expect(missing).toEqual([]);
    expect(importsOf(scripts.get('action.js') ?? '').length).toBeGreaterThan(3);
  });

  test('the driver is beside the scripts, whole', () => {
    const source = join(import.meta.dirname, '../../src/tools/alembic/migrate_check_driver/__main__.py');
    const copy = join(directory, 'migrate_check_driver', '__main__.py');
    expect(readFileSync(copy, 'utf8')).toBe(readFileSync(source, 'utf8'));
  });
});

describe('a start', () => {
  /** What only a check needs that goes on to a database, to SQL or to GitHub. */
  const heavy = [
    'pg',
    'testcontainers',
    '@testcontainers/postgresql',
    'undici',
    'libpg-query',
    'node-sql-parser',
  ];
  const packagesRead = (door: string): readonly string[] =>
    readAtOnce(scripts, door).flatMap((name) => packagesIn(scripts.get(name) ?? ''));

  test('all of the heavy packages are somewhere in the bundle', () => {
    const all = new Set([...scripts.values()].flatMap(packagesIn));
    expect(heavy.filter((name) => !all.has(name))).toEqual([]);
  });

  test.each(['action.js', 'cli.js', 'index.js'])('%s reads none of them', (door) => {
    expect(heavy.filter((name) => packagesRead(door).includes(name))).toEqual([]);
    expect(packagesRead('action.js')).toContain('@actions/core');
  });

  test('post.js reads no package at all', () => {
    expect(packagesRead('post.js')).toEqual([]);
    expect(readAtOnce(scripts, 'post.js').length).toBeGreaterThan(1);
  });
});

test('the licence of every package that is in it is beside it', () => {
  const page = readFileSync(join(directory, 'THIRD_PARTY_LICENSES'), 'utf8');
  const packages = new Set([...scripts.values()].flatMap(packagesIn));
  const named = new Set([...page.matchAll(/^-{80}\n(\S+) \S+ \(/gm)].map(([, name]) => name));
  expect([...packages].filter((name) => !named.has(name))).toEqual([]);
  expect(packages.size).toBeGreaterThan(50);
  expect(page).toContain('PostgreSQL Global Development Group');
});

test('a reader finds the sources in it: nothing is minified', () => {
  expect(scripts.get('post.js')).toContain('// src/post.ts');
  const own = [...scripts.values()].flatMap((text) => text.split('\n// src/').slice(1));
  expect(own.length).toBeGreaterThan(100);
});

test('what runs and what is published is the same', () => {
  const action = readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8');
  const started = [...action.matchAll(/^ {2}(?:main|post): dist\/(\S+)$/gm)].map(([, name = '']) => name);
  expect(started).toEqual(['action.js', 'post.js']);
  expect(started.filter((name) => !existsSync(join(directory, name)))).toEqual([]);
});
