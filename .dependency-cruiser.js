/** The house rules of docs/architecture.md: arrows never go up, and every outside thing has one owner. */

const room = (name) => `^src/${name}/`;
/** room -> what it may import beside itself */
const mayImport = {
  model: [],
  config: [room('model')],
  sql: [room('model')],
  catalog: [room('model')],
  tools: [room('model'), '^src/database/provider\\.ts$'],
  database: [room('model')],
  rows: [room('model')],
  replay: [
    room('model'),
    room('sql'),
    room('catalog'),
    room('rows'),
    '^src/tools/tool\\.ts$',
    '^src/database/provider\\.ts$',
  ],
  rules: [room('model'), room('sql')],
  reporters: [room('model')],
  github: [room('model'), '^src/reporters/reporter\\.ts$'],
  host: [
    room('model'),
    room('config'),
    room('rules'),
    room('reporters'),
    '^src/check/request\\.ts$',
    '^src/github/links\\.ts$',
  ],
};
const arrows = Object.entries(mayImport).map(([name, allowed]) => ({
  name: `arrow-${name}`,
  severity: 'error',
  comment: `${name}/ imports only what docs/architecture.md lets it`,
  from: { path: room(name) },
  to: { path: '^src/', pathNot: [room(name), ...allowed] },
}));
/** package -> the only place that may import it */
const owners = {
  pg: '^src/database/',
  testcontainers: '^src/database/',
  '@testcontainers/postgresql': '^src/database/',
  '@actions/core': '^src/github/',
  '@actions/github': '^src/github/api\\.ts$',
  '@octokit': '^src/github/api\\.ts$',
  commander: '^src/cli\\.ts$|^src/cli/',
  yaml: '^src/config/',
  'csv-parse': '^src/config/',
  'libpg-query': '^src/sql/',
  '@pgsql/types': '^src/(sql|rules)/',
  'node-sql-parser': '^src/sql/',
  '@dagrejs/dagre': '^src/reporters/html/',
  'd3-scale': '^src/reporters/html/',
  'd3-shape': '^src/reporters/html/',
};
const owned = Object.entries(owners).map(([name, owner]) => ({
  name: `owner-${name}`,
  severity: 'error',
  comment: `${name} is used in ${owner} only`,
  from: { path: '^src/', pathNot: [owner] },
  to: { path: `^node_modules/${name}(/|$)` },
}));

export default {
  forbidden: [
    ...arrows,
    ...owned,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'child-processes-have-owners',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/tools/', '^src/database/', '^src/config/git\\.ts$'] },
      to: { path: '^(node:)?child_process$' },
    },
    {
      name: 'no-siblings-tools',
      severity: 'error',
      from: { path: '^src/tools/([^/]+)/' },
      to: { path: '^src/tools/([^/]+)/', pathNot: '^src/tools/$1/' },
    },
    {
      name: 'doors-stay-apart',
      severity: 'error',
      comment: 'what the command and the action share is in host/',
      from: { path: '^src/(cli|action)/' },
      to: { path: '^src/(cli|action)/', pathNot: '^src/$1/' },
    },
    {
      name: 'nobody-imports-a-door',
      severity: 'error',
      from: { path: '^src/[^/]+/' },
      to: { path: '^src/[^/]+\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
};
