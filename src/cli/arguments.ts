import { Command, CommanderError, Option } from 'commander';
import { type Flag, flags } from '../config/flags.ts';
import type { SettingName } from '../config/settings.ts';
import { defaultOf } from '../config/show.ts';
import { SetupError } from '../model/setup-error.ts';
import { afterHelp } from './help.ts';
import { type AskedOfRules, addRuleCommands } from './rule-arguments.ts';
import { statsQuery, statsQueryHelp } from './stats-query.ts';

/** What was typed, before anything of it was looked at. */
export type Asked =
  | { readonly kind: 'print'; readonly text: string }
  | AskedOfRules
  | (SettingsAsked & { readonly kind: 'check'; readonly dryRun: boolean })
  | (SettingsAsked & { readonly kind: 'config' })
  | (SettingsAsked & { readonly kind: 'baseline' })
  | (SettingsAsked & { readonly kind: 'judge'; readonly report: string });

export interface SettingsAsked {
  readonly directory?: string | undefined;
  /** `--settings FILE`. */
  readonly settingsFile?: string | undefined;
  readonly values: ReadonlyMap<SettingName, unknown>;
}

/** Commands that a word may be a misspelling of, where no directory has that name. */
export const commands = ['config', 'judge', 'baseline', 'explain', 'rules', 'stats-query', 'help'];

/** Reads a command line. SetupError `bad-usage` for a flag that there is not. */
export function readArguments(argv: readonly string[], version: string): Asked {
  const result: { asked?: Asked } = {};
  const printed: string[] = [];
  const program = describe(version, (asked) => (result.asked = asked));
  for (const command of [program, ...program.commands])
    command
      .exitOverride()
      .configureOutput({ writeOut: (text) => printed.push(text), writeErr: () => undefined });
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw badUsage(error);
  }
  return result.asked ?? { kind: 'print', text: printed.join('') };
}

/** What says where a report goes, how it is given, and what it amounts to. */
const isOfReports = ({ setting, words }: Flag): boolean =>
  words.section === 'Reports' || setting === 'failOn' || setting === 'verbose';

function describe(version: string, ask: (asked: Asked) => void): Command {
  const program = new Command('migrate-check')
    .description(
      'Says whether the migrations of a project are safe to merge: runs each one up, down and up again on a disposable PostgreSQL, and compares the whole catalog at each point.',
    )
    .argument('[directory]', 'where the project is, or what it is below', undefined)
    .enablePositionalOptions()
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this')
    .helpCommand('help [command]', 'print this, or what a command takes')
    .addHelpText('after', afterHelp);
  addFlags(program, flags)
    .option('--dry-run', 'print the plan and start nothing')
    .action((directory, options) =>
      ask({ kind: 'check', directory, dryRun: options.dryRun === true, ...settingsIn(options) }),
    );
  const config = program
    .command('config [directory]')
    .description('print the settings in force and where each comes from');
  addFlags(config, flags).action((directory, _, command: Command) =>
    ask({ kind: 'config', directory, ...settingsIn(command.optsWithGlobals()) }),
  );
  const judge = program
    .command('judge <report.json>')
    .description('judge a stored report again, with other settings');
  addFlags(
    judge,
    flags.filter(({ words }) => words.section === 'Result' || words.section === 'Reports'),
  ).action((report, _, command: Command) =>
    ask({ kind: 'judge', report, ...settingsIn(command.optsWithGlobals()) }),
  );
  const baseline = program
    .command('baseline [directory]')
    .description('record the findings of today, so that only new ones count');
  addFlags(
    baseline,
    flags.filter((flag) => !isOfReports(flag)),
  ).action((directory, _, command: Command) =>
    ask({ kind: 'baseline', directory, ...settingsIn(command.optsWithGlobals()) }),
  );
  addRuleCommands(program, ask);
  program
    .command('stats-query')
    .description('print the query that asks production how large its tables are, for --table-stats')
    .option('--csv', 'a row for each table, instead of one list in JSON')
    .addHelpText('after', statsQueryHelp)
    .action(({ csv }) => ask({ kind: 'print', text: statsQuery(csv === true ? 'csv' : 'json') }));
  return program;
}

function addFlags(command: Command, wanted: readonly Flag[]): Command {
  for (const flag of wanted) command.addOption(optionOf(flag));
  return command.option('--settings <FILE>', 'settings file to use; migrate-check.yml otherwise');
}

function optionOf({ setting, spelling, words }: Flag): Option {
  const standard = defaultOf(setting);
  const description =
    standard === undefined ? words.description : `${words.description} (default: ${standard})`;
  const option = new Option(
    words.value === undefined ? spelling : `${spelling} <${words.value}>`,
    description,
  );
  if (words.list) option.argParser((value: string, earlier: readonly string[] = []) => [...earlier, value]);
  return option.helpGroup(`${words.section}:`);
}

function settingsIn(options: Readonly<Record<string, unknown>>): SettingsAsked {
  const values = flags.map((flag) => [flag.setting, options[optionOf(flag).attributeName()]] as const);
  return {
    settingsFile: options['settings'] as string | undefined,
    values: new Map(values.filter(([, value]) => value !== undefined)),
  };
}

/** Commander's sentence, with its guess as the hint. */
function badUsage(error: CommanderError): SetupError {
  const [sentence = '', guess] = error.message.replace(/^error: /, '').split(/\n\(?|\)$/);
  return new SetupError(
    'bad-usage',
    sentence.charAt(0).toUpperCase() + sentence.slice(1),
    guess || 'See migrate-check --help',
  );
}
