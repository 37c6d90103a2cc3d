/** The examples that need more than Python, by a real runner: a manager of packages, code scanning. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pythonEnv } from '../../scripts/python-env.ts';
import { bundled } from '../packaging/support/bundled.ts';
import { temporary } from '../support/temporary.ts';
import { act, runWorkflow } from './support/act.ts';

const red = 'defect-enum-left-by-drop-table';
const file = 'migrations/versions/0001_create_orders.py';
const managers = dirname(pythonEnv('managers'));
const uv = join(managers, 'uv');

const pyproject = `[project]
name = "shop"
version = "1"
requires-python = ">=3.11"
dependencies = ["alembic==1.20.1", "sqlalchemy==2.1.9", "psycopg2-binary==2.9.13"]
`;

/** The lock file that uv makes for it. */
async function locked(): Promise<string> {
  const directory = await temporary({ 'pyproject.toml': pyproject });
  execFileSync(uv, ['lock'], { cwd: directory, stdio: 'pipe' });
  return readFileSync(join(directory, 'uv.lock'), 'utf8');
}

// Without Go there is no runner: .ci/act builds it.
describe.skipIf(!act)('by act', async () => {
  const bundle = bundled();

  test('uv: what it has installed is what the migrations run with', async () => {
    const { status, commands, log } = await runWorkflow({
      bundle,
      workflow: 'docs/examples/uv.yml',
      python: 'managers',
      adds: { '.': red },
      files: { 'pyproject.toml': pyproject, 'uv.lock': await locked() },
      programs: { uv: `#!/bin/sh\nexec '${uv}' "$@"\n` },
      event: 'pull_request',
    });
    expect(commands.find(({ kvPairs }) => kvPairs?.['file'])?.kvPairs, log).toMatchObject({ file });
    expect(log).toContain('from .venv');
    expect(status).toBe(1);
  });

  test('code scanning is given the finding although the job is red', async () => {
    const artifacts = await temporary();
    const { status, log } = await runWorkflow({
      bundle,
      workflow: 'docs/examples/sarif.yml',
      adds: { '.': red },
      artifacts,
      event: 'pull_request',
    });
    expect(status, log).toBe(1);
    const { runs } = JSON.parse(readFileSync(join(artifacts, 'migrations.sarif'), 'utf8'));
    const artifactLocation = expect.objectContaining({ uri: file });
    expect(runs).toMatchObject([
      {
        automationDetails: { id: expect.stringMatching(/^migrate-check\//) },
        results: [{ ruleId: 'enum-left-behind', locations: [{ physicalLocation: { artifactLocation } }] }],
      },
    ]);
  });
});
