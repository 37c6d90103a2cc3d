import { z } from 'zod';
import { severities } from '../model/finding.ts';
import type { FailOn } from '../model/report.ts';
import type { IgnoreEntry } from '../model/suppression.ts';
import { githubSettings } from './github-settings.ts';
import { reportSettings } from './report-settings.ts';
import {
  assignment,
  duration,
  ignoreEntry,
  listOf,
  postgresUrl,
  revision,
  text,
  toggle,
  variable,
  wholeNumber,
} from './values.ts';
import { setting } from './words.ts';

const failOnWords = [...severities, 'never'] as const satisfies readonly FailOn[];
const databases = ['auto', 'container', 'local', 'server'] as const;

/** What a rule may be set to. */
export const ruleLevels = [...severities, 'off'] as const;
export const ruleLevel = z.enum(ruleLevels);
const ruleOption = z.union([z.string(), z.number(), z.boolean()]);
export type RuleOption = z.output<typeof ruleOption>;
/** A level, or a mapping of the rule's options, among which its severity may be. */
const ruleSetting = z.union([ruleLevel, z.object({ severity: ruleLevel.optional() }).catchall(ruleOption)]);
const presets = ['style'] as const;

/**
 * The one place where settings are put together: their names, defaults and what they accept. The type, the settings file
 * and its published schema, the flags and `--help` all follow from here.
 */
export const settingsSchema = z.object({
  directory: setting(text.prefault('.'), {
    section: 'Project',
    description: 'directory of the project, or one above it',
    must: 'a directory',
    example: 'backend',
    value: 'directory',
    flag: 'positional',
    path: 'file',
  }),
  config: setting(text.optional(), {
    section: 'Project',
    description: 'configuration of the project: an alembic.ini or a pyproject.toml',
    must: 'a file',
    example: 'alembic.ini',
    value: 'FILE',
    path: 'file',
  }),
  name: setting(text.optional(), {
    section: 'Project',
    description: 'section of the ini file to use',
    must: 'the name of a section',
    example: 'alembic',
    value: 'SECTION',
  }),
  x: setting(listOf(assignment), {
    section: 'Project',
    description: 'argument for env.py, as with alembic -x; repeatable',
    must: 'KEY=VALUE, or a list of them',
    example: 'tenant=acme',
    value: 'KEY=VALUE',
    flag: '-x',
    list: true,
  }),
  python: setting(text.optional(), {
    section: 'Project',
    description: 'Python that can import the project; found by itself otherwise',
    must: 'a Python interpreter',
    example: '.venv/bin/python',
    value: 'PROGRAM',
    path: 'program',
  }),
  env: setting(listOf(variable), {
    section: 'Project',
    description: "variable for the project's code, beside those it has; repeatable",
    must: 'NAME or NAME=VALUE, or a list of them',
    example: 'APP_ENV=test',
    value: 'NAME=VALUE',
    list: true,
  }),
  since: setting(text.optional(), {
    section: 'Scope',
    description: 'check only what differs from this git ref',
    must: 'a git ref',
    example: 'origin/main',
    value: 'REF',
  }),
  scope: setting(z.enum(['changed', 'all']).default('all'), {
    section: 'Scope',
    description: 'which revisions take the round trip; changed is meant by --since',
    must: 'changed or all',
    example: 'changed',
    value: 'SCOPE',
  }),
  from: setting(revision.optional(), {
    section: 'Scope',
    description: 'check this revision and what comes after it',
    must: 'a revision',
    example: '3f2a91c0d7e4',
    value: 'REV',
  }),
  to: setting(revision.optional(), {
    section: 'Scope',
    description: 'go no further than this revision',
    must: 'a revision',
    example: '3f2a91c0d7e4',
    value: 'REV',
  }),
  baseSql: setting(text.optional(), {
    section: 'Scope',
    description: 'SQL to load before the first revision, such as a schema dump',
    must: 'a file',
    example: 'base.sql',
    value: 'FILE',
    path: 'file',
  }),
  startAt: setting(listOf(revision), {
    section: 'Scope',
    description: 'take this revision, and what it needs, as applied; repeatable',
    must: 'a revision, or a list of them',
    example: '3f2a91c0d7e4',
    value: 'REV',
    list: true,
  }),
  timeout: setting(duration.prefault('60s'), {
    section: 'Scope',
    description: 'cut one upgrade or downgrade off after this long',
    must: 'a duration of at most a day, such as 30, 30s, 2m or 500ms',
    example: '2m',
    value: 'DURATION',
  }),
  suggestions: setting(toggle.default(false), {
    section: 'Scope',
    description:
      'try edits that may end findings on the disposable database, each with a walk of its own, and suggest those that do; on a pull request that is the default',
    must: 'true or false',
    example: 'true',
    flag: '--suggest',
  }),
  database: setting(z.enum(databases).default('auto'), {
    section: 'Database',
    description: 'where the disposable PostgreSQL comes from: auto, container, local or server',
    must: 'auto, container, local or server',
    example: 'local',
    value: 'KIND',
  }),
  databaseUrl: setting(postgresUrl.optional(), {
    section: 'Database',
    description: 'server of yours, where databases migrate_check_* are made and dropped',
    must: 'a URL of a PostgreSQL server',
    example: 'postgresql://user:password@host/postgres',
    value: 'URL',
    secret: true,
  }),
  postgres: setting(wholeNumber(14, 18).optional(), {
    section: 'Database',
    description: 'major version of PostgreSQL, 14 to 18',
    must: 'a whole number from 14 to 18',
    example: '17',
    value: 'VERSION',
  }),
  image: setting(text.optional(), {
    section: 'Database',
    description: 'container image, where extensions are needed',
    must: 'the name of an image',
    example: 'postgis/postgis:17-3.5',
    value: 'IMAGE',
  }),
  failOn: setting(z.enum(failOnWords).default('error'), {
    section: 'Result',
    description: 'least severity that fails the check: error, warning, notice or never',
    must: 'error, warning, notice or never',
    example: 'warning',
    value: 'SEVERITY',
  }),
  presets: setting(
    z
      .union([z.array(z.enum(presets)), z.enum(presets)])
      .transform((given): readonly string[] => (typeof given === 'string' ? [given] : given))
      .prefault([]),
    {
      section: 'Result',
      description: 'group of rules to switch on: style; repeatable',
      must: 'style, or a list of it',
      example: 'style',
      value: 'PRESET',
      flag: '--preset',
      list: true,
    },
  ),
  rules: setting(z.record(z.string(), ruleSetting).default({}), {
    section: 'Result',
    description: 'severity of one rule, error, warning, notice or off; repeatable',
    must: 'a mapping of rules to error, warning, notice or off',
    example: 'several-heads=warning',
    value: 'RULE=SEVERITY',
    flag: '--rule',
    list: true,
  }),
  tableStats: setting(text.optional(), {
    section: 'Result',
    description: 'sizes of the tables in production, as the query of stats-query gives them',
    must: 'a file',
    example: 'table-stats.json',
    value: 'FILE',
    path: 'file',
  }),
  ignore: setting(z.array(ignoreEntry).default([]), {
    section: 'Result',
    description: 'findings that are let pass: path, rule, reason, and until when',
    must: 'a list of mappings with path (a glob for the end of a path), rule, reason and, where it is to end, until (a day such as 2027-01-31)',
    example: '[{ path: versions/0003_*.py, rule: several-heads, reason: merged in 0004 }]',
    flag: 'none',
    input: 'none',
  }),
  baseline: setting(text.optional(), {
    section: 'Result',
    description:
      'findings that migrate-check baseline has recorded; .migrate-check-baseline.json of the project otherwise',
    must: 'a file',
    example: '.migrate-check-baseline.json',
    value: 'FILE',
    path: 'file',
  }),
  verbose: setting(toggle.default(false), {
    section: 'Result',
    description: 'show more: output of the migrations, what was not a fault',
    must: 'true or false',
    example: 'true',
  }),
  ...reportSettings,
  ...githubSettings,
});

type Parsed = z.output<typeof settingsSchema>;

/** Everything that can be set, validated. Paths are absolute, `timeout` is in milliseconds. */
export type Settings = Readonly<
  Omit<Parsed, 'ignore' | 'rules'> & {
    readonly ignore: readonly IgnoreEntry[];
    /** Severities by rule. */
    readonly rules: Readonly<Record<string, z.output<typeof ruleLevel>>>;
    /** What else is set of a rule. */
    readonly ruleOptions: Readonly<Record<string, Readonly<Record<string, RuleOption>>>>;
  }
>;
export type SettingName = keyof Parsed;

export const settingNames = Object.keys(settingsSchema.shape) as readonly SettingName[];
