import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What meets a real server or a real Alembic, and so has to hold on each of them. */
const onEachServer = [
  'test/catalog/**/*.test.ts',
  'test/database/contract.test.ts',
  'test/cli/stats-query.test.ts',
  'test/measured/matrix.test.ts',
];
const onEachStack = ['test/tools/**/*.test.ts', 'test/projects/**/*.test.ts'];

/** Whole projects, every case of every rule, and every statement in every situation: the oldest server and the newest. */
const onlyFirstAndLast = [
  'test/projects/**/*.test.ts',
  'test/rules/live/**/*.test.ts',
  'test/measured/{corpus,experiments}.test.ts',
];
/** On the one between them, too, which is the usual one; projects are walked there with the oldest stack. */
const onFirstAndLast = ['test/replay/**/*.test.ts', ...onlyFirstAndLast];

/** What is tried as users have it, from the bundle; it is built once for all of them. */
const fromTheBundle = [
  'test/packaging/{bundle,npm,post}.test.ts',
  'test/workflows/{act,gitlab,pre-commit}.test.ts',
  'test/github/{action,comment-job,events}.test.ts',
];

// Real servers and real Python processes: a slow machine is not a failure.
const patience = { testTimeout: 120_000, hookTimeout: 300_000, teardownTimeout: 60_000 };

interface Run {
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What is there before the first test file. */
  readonly globalSetup?: string;
}
const run = (name: string, { include, exclude = [], env = {}, globalSetup }: Run) => ({
  // Whoever judges has loaded the parser before: so have the tests.
  test: {
    name,
    include: [...include],
    exclude: [...exclude],
    env: { ...env },
    setupFiles: ['test/support/sql.ts'],
    ...(globalSetup === undefined ? {} : { globalSetup }),
    ...patience,
  },
});

export default defineConfig({
  test: {
    // Much of the time is spent waiting for a server, for Python, or for a timeout: there is room for one more.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      run('main', { include: ['test/**/*.test.ts'], exclude: [...onlyFirstAndLast, ...fromTheBundle] }),
      run('bundle', { include: fromTheBundle, globalSetup: 'test/packaging/support/build.ts' }),
      ...['14', '15', '16', '18'].map((major) =>
        run(`postgres ${major}`, {
          include: ['14', '18'].includes(major) ? [...onEachServer, ...onFirstAndLast] : onEachServer,
          env: { MIGRATE_CHECK_TEST_POSTGRES: major },
        }),
      ),
      run('oldest stack', { include: onEachStack, env: { MIGRATE_CHECK_TEST_PYTHON: 'oldest' } }),
    ],
  },
});
