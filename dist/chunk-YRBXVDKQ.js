import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;

// package.json
var package_default = {
  name: "migrate-check",
  version: "0.1.0",
  description: "Says whether a database migration is safe to merge: replays it up, down and up again on a disposable PostgreSQL.",
  keywords: [
    "alembic",
    "migration",
    "postgresql",
    "sqlalchemy",
    "github-action",
    "ci"
  ],
  license: "Apache-2.0",
  type: "module",
  bin: {
    "migrate-check": "dist/cli.js"
  },
  exports: {
    ".": "./dist/index.js",
    "./package.json": "./package.json"
  },
  files: [
    "dist",
    "action.yml"
  ],
  engines: {
    node: ">=24"
  },
  scripts: {
    start: "node scripts/start.ts",
    test: "node scripts/test.ts",
    check: "npm run lint && npm run types && npm run arrows && npm run unused",
    lint: "biome check --error-on-warnings .",
    fix: "biome check --write .",
    types: "tsc --noEmit",
    arrows: "depcruise --config .dependency-cruiser.js src",
    unused: "knip",
    build: "node scripts/build.ts",
    generate: "node scripts/generate.ts",
    bench: "node scripts/bench.ts",
    "new-rule": "node scripts/new-rule.ts",
    mutate: "node scripts/mutate.ts"
  },
  devDependencies: {
    "@actions/core": "3.0.1",
    "@biomejs/biome": "2.5.15",
    "@pgsql/types": "18.0.0",
    "@stryker-mutator/core": "10.1.1",
    "@stryker-mutator/vitest-runner": "10.1.1",
    "@testcontainers/postgresql": "12.2.0",
    "@types/node": "24.19.2",
    "@types/pg": "8.23.1",
    ajv: "8.20.0",
    commander: "15.1.0",
    "csv-parse": "7.0.3",
    "dependency-cruiser": "18.7.2",
    diff: "9.0.0",
    esbuild: "0.28.2",
    "fastest-levenshtein": "1.0.16",
    knip: "6.42.0",
    "libpg-query": "18.1.5",
    node: "24.21.0",
    "node-sql-parser": "5.4.0",
    pg: "8.23.1",
    testcontainers: "12.2.0",
    typescript: "6.0.3",
    vitest: "5.1.1",
    yaml: "2.9.1",
    zod: "4.6.7"
  },
  allowScripts: {
    node: true,
    esbuild: true,
    "cpu-features": false,
    ssh2: false,
    protobufjs: false
  }
};

// src/version.ts
var version = package_default.version;

export {
  version
};
