import { expect, test } from 'vitest';
import { json } from '../../../src/reporters/json.ts';
import { withoutCommands } from '../../../src/reporters/plain.ts';
import { parseReport } from '../../../src/reporters/read-report.ts';
import { terminal } from '../../../src/reporters/terminal.ts';
import { large } from './large.ts';
import { hostileReport } from './report.ts';
import { inWords, shortHostileStrings } from './strings.ts';

const how = { colour: false, width: 100, verbose: true };
const named = shortHostileStrings.map((text) => [inWords(text), text] as const);

/** As the runner looks for commands. Source: actions/runner, src/Runner.Common/ActionCommand.cs */
const command = /^\s*::[\w-]+(?: .*)?::|##\[/m;

test.each(named)('a terminal is shown %s as characters that stay where they are', (_, text) => {
  const shown = withoutCommands(terminal.render(hostileReport(text), how));
  expect(shown).not.toMatch(/[[\p{Cc}\p{Bidi_Control}\p{Cs}]--\n]/v);
  expect(shown).not.toMatch(command);
});

test.each(named)('JSON gives %s back as it was, with commands and without', (_, text) => {
  const report = hostileReport(text);
  const written = json.render(report, how);
  const printed = withoutCommands(written);
  expect(printed).not.toMatch(command);
  for (const one of [written, printed]) {
    expect(JSON.stringify(JSON.parse(one))).toBe(JSON.stringify(report));
    expect(parseReport(one).findings).toEqual(report.findings);
  }
});

test.each(large.map((text) => [inWords(text), text] as const))(
  'a terminal is shown the beginning of %s',
  (_, text) => {
    const shown = terminal.render(hostileReport(text), how);
    expect(shown.length).toBeLessThan(50_000_000);
    expect(shown).toMatch(/\(\d\d\d,\d\d\d more characters\)/);
  },
);

test.each(large.map((text) => [inWords(text), text] as const))(
  'JSON gives a message of %s back',
  (_, message) => {
    const report = hostileReport('');
    const one = { ...report, findings: report.findings.map((finding) => ({ ...finding, message })) };
    expect(parseReport(withoutCommands(json.render(one, how)))).toEqual(one);
  },
);
