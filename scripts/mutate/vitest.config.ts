import { defineConfig } from 'vitest/config';

/** The tests that know what a rule is to say, and none that starts a server. */
export default defineConfig({
  test: {
    include: ['test/rules/**/*.test.ts', 'test/sql/**/*.test.ts'],
    // How deep a statement may be is a matter of the stack that is left, and here other frames are on it; the last one
    // compares the sources, which are not as they were.
    testNamePattern: /^(?!.*(?:for a deep one|nested too deeply|the list and the pages follow))/,
  },
});
