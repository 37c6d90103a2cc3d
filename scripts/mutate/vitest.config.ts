import { defineConfig } from 'vitest/config';

/** The tests that know what a rule is to say, and none that starts a server. */
export default defineConfig({
  test: {
    include: ['test/rules/**/*.test.ts', 'test/sql/**/*.test.ts'],
    exclude: ['test/sql/suggestions.test.ts', 'test/rules/rules.test.ts'],
    setupFiles: ['test/support/sql.ts'],
  },
});
