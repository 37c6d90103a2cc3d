import { nearest } from '../config/spelling.ts';
import { widthOf, write } from '../host/output.ts';
import type { Severity } from '../model/finding.ts';
import { severities } from '../model/finding.ts';
import { SetupError } from '../model/setup-error.ts';
import { makePage, type Page, wrap } from '../reporters/terminal/page.ts';
import { count } from '../reporters/wording.ts';
import { rules } from '../rules/index.ts';
import { isOnRequest } from '../rules/rule.ts';
import { colourOf, type Host } from './host.ts';
import type { RulesAsked } from './rule-arguments.ts';

/** A rule in the table, and in what `--json` writes. */
interface Row {
  readonly id: string;
  /** Its own, where no settings say otherwise. */
  readonly severity: Severity;
  /** Nobody is told of it who has not asked, for it or for its preset. */
  readonly onRequest: boolean;
  readonly preset?: string;
  readonly title: string;
  readonly since: string;
}

/** `migrate-check rules`: the rules that there are, worst first. SetupError `bad-usage` where there is no such preset. */
export async function rulesCommand(asked: RulesAsked, host: Host): Promise<number> {
  const rows = severities.flatMap((severity) => rowsOf(asked).filter((row) => row.severity === severity));
  await write(host.stdout, render(rows, asked.form, host));
  return 0;
}

function rowsOf({ severities: wanted, preset }: RulesAsked): readonly Row[] {
  if (preset !== undefined) mustBePreset(preset);
  return rules
    .filter(([, { meta }]) => wanted.length === 0 || wanted.includes(meta.severity))
    .filter(([, { meta }]) => preset === undefined || meta.preset === preset)
    .map(([id, rule]) => {
      const { severity, preset, title, since } = rule.meta;
      return { id, severity, onRequest: isOnRequest(rule), ...(preset ? { preset } : {}), title, since };
    });
}

function mustBePreset(name: string): void {
  const known = [...new Set(rules.flatMap(([, { meta }]) => meta.preset ?? []))];
  if (known.some((preset) => preset === name)) return;
  const meant = nearest(name, known);
  throw new SetupError(
    'bad-usage',
    `There is no preset ${name}`,
    meant === undefined ? `There is: ${known.join(', ')}` : `Did you mean ${meant}?`,
  );
}

function render(rows: readonly Row[], form: RulesAsked['form'], host: Host): string {
  if (form === 'json') return JSON.stringify(rows, undefined, 2);
  if (form === 'plain')
    return rows
      .map((row) => `${row.id}\t${row.severity}\t${askedFor(row) || 'default'}\t${row.title}\n`)
      .join('');
  const page = makePage({ colour: colourOf(host, host.stdout), width: widthOf(host.stdout), verbose: false });
  const columns = columnsOf(rows);
  return [...rows.flatMap((row) => rowLines(row, columns, page)), ...ending(rows, page)].join('\n');
}

/** How it is asked for; nothing where nobody has to. */
const askedFor = ({ onRequest, preset = 'on request' }: Row): string => (onRequest ? preset : '');

const styles = { error: 'red', warning: 'yellow', notice: 'blue' } as const;

/** Widths. */
interface Columns {
  readonly id: number;
  readonly asked: number;
}

const columnsOf = (rows: readonly Row[]): Columns => ({
  id: Math.max(0, ...rows.map(({ id }) => id.length)),
  asked: Math.max(0, ...rows.map((row) => askedFor(row).length)),
});

/** Less than this beside the other columns, and a title is better below them. */
const narrowestTitle = 24;

function rowLines(row: Row, columns: Columns, page: Page): readonly string[] {
  const { id, severity, title } = row;
  const cells: readonly (readonly [text: string, width: number, style: Parameters<Page['paint']>[0]])[] = [
    [severity, 7, styles[severity]],
    [id, columns.id, 'bold'],
    ...(columns.asked > 0 ? [[askedFor(row), columns.asked, 'dim'] as const] : []),
  ];
  const start = cells.map(([text, width, style]) => page.paint(style, text.padEnd(width))).join('  ');
  const indent = cells.reduce((sum, [, width]) => sum + width + 2, 0);
  if (page.width - indent < narrowestTitle) return [start.trimEnd(), ...wrap(title, page, '    ')];
  const [first = '', ...more] = wrap(title, page, ' '.repeat(indent));
  return [`${start}  ${first.trimStart()}`, ...more];
}

const ending = (rows: readonly Row[], page: Page): readonly string[] => [
  '',
  ...wrap(
    `${count(rows.length, 'rule')}. The page of one: migrate-check explain ${rows[0]?.id ?? 'RULE'}. What this project has set: migrate-check config`,
    page,
    '',
  ).map((line) => page.paint('dim', line)),
];
