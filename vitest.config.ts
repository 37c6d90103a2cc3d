import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

/** What meets a real server or a real Alembic, and so has to hold on each of them. */
const onEachServer = [
  'test/catalog/{around,compare,journal,reader}.test.ts',
  'test/database/contract.test.ts',
  'test/cli/stats-query.test.ts',
  'test/measured/matrix.test.ts',
];

/** On the newest server with the newest stack; what must not be reported, on the oldest stack, too. */
const wholeProjects = ['test/projects/**/*.test.ts'];
const onEachStack = ['test/tools/**/*.test.ts', 'test/projects/clean.test.ts'];

/** Every case of every rule, and every statement in every situation: on the oldest server and on the newest. */
const everyCase = ['test/rules/live/**/*.test.ts', 'test/measured/{corpus,experiments}.test.ts'];
/** And on the usual one between them. */
const atBothEnds = [
  'test/catalog/mutations.test.ts',
  'test/replay/{alone-statements,base-sql,cross-check,outside-look,trials}.test.ts',
];
const beside: Readonly<Record<string, readonly string[]>> = {
  14: [...atBothEnds, ...everyCase],
  18: [...atBothEnds, ...everyCase, ...wholeProjects],
};

/** What is tried as users have it, from the bundle; it is built once for all of them. */
const fromTheBundle = [
  'test/packaging/{bundle,npm,post}.test.ts',
  'test/workflows/{act,examples,gitlab,pre-commit}.test.ts',
  'test/github/{action,comment-job,events,refused,unlucky}.test.ts',
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
    sequence: { sequencer: LongestFirst },
    projects: [
      run('main', {
        include: ['test/**/*.test.ts'],
        exclude: [...everyCase, ...wholeProjects, ...fromTheBundle],
      }),
      run('bundle', { include: fromTheBundle, globalSetup: 'test/packaging/support/build.ts' }),
      ...['14', '15', '16', '18'].map((major) =>
        run(`postgres ${major}`, {
          include: [...onEachServer, ...(beside[major] ?? [])],
          env: { MIGRATE_CHECK_TEST_POSTGRES: major },
        }),
      ),
      run('oldest stack', { include: onEachStack, env: { MIGRATE_CHECK_TEST_PYTHON: 'oldest' } }),
    ],
  },
});
