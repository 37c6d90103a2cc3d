import { type Command, Option } from 'commander';
import { type Severity, severities } from '../model/finding.ts';

/** What was typed of the commands that read about rules. */
export type AskedOfRules = ExplainAsked | RulesAsked;

export interface ExplainAsked {
  readonly kind: 'explain';
  readonly rule: string;
}

export interface RulesAsked {
  readonly kind: 'rules';
  /** None: rules of every severity. */
  readonly severities: readonly Severity[];
  readonly preset: string | undefined;
  readonly form: 'table' | 'plain' | 'json';
}

/** Adds `explain` and `rules`. */
export function addRuleCommands(program: Command, ask: (asked: AskedOfRules) => void): void {
  program
    .command('explain <rule>')
    .description('print the page of a rule: what happens to whom, what to do, and an example')
    .action((rule) => ask({ kind: 'explain', rule }));
  program
    .command('rules')
    .description('list the rules, worst first, with the severity that each has by itself')
    .addOption(new Option('--severity <SEVERITY...>', 'only those of it').choices(severities))
    .option('--preset <NAME>', 'only those that this preset switches on')
    .addOption(new Option('--plain', 'a line for each, its columns parted by tabs').conflicts('json'))
    .option('--json', 'a list of objects')
    .action(({ severity = [], preset, plain, json }) =>
      ask({ kind: 'rules', severities: severity, preset, form: json ? 'json' : plain ? 'plain' : 'table' }),
    );
}
