/** What a hostile pull request calls its files and says in its migrations, in commands to the runner and on GitHub. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { harmless } from '../../src/action/harmless.ts';
import { annotationsOf } from '../../src/github/annotations.ts';
import { linksOf } from '../../src/github/links.ts';
import { annotate } from '../../src/github/workflow.ts';
import type { Finding, RuleId } from '../../src/model/finding.ts';
import { hostileReport } from '../reporters/hostile/report.ts';
import { hostileStrings, inWords, shortHostileStrings } from '../reporters/hostile/strings.ts';
import { eventOf } from './support/events.ts';
import { show } from './support/show.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Only texts have a megabyte: a file of that name there cannot be. */
const finding = (text: string, name = text.length > 4096 ? 'a.py' : text): Finding => ({
  rule: name as RuleId,
  severity: 'error',
  message: text,
  help: text,
  place: { file: name, line: 2 },
  evidence: [],
  fingerprint: 'f',
});

/** What is printed for it. */
function printed(text: string): string {
  const parts: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((part) => parts.push(String(part)) > 0);
  annotate(annotationsOf({ findings: [harmless(finding(text))], filter: 'none' }));
  vi.restoreAllMocks();
  return parts.join('');
}

describe('in a command to the runner', () => {
  test.each(hostileStrings.map((text) => [inWords(text), text]))('%s stays in it', (_, text) => {
    const lines = printed(text).split('\n');
    // One line, and what ends it: whatever else would be another command.
    expect(lines).toHaveLength(2);
    expect(lines[1]).toBe('');
    // A path that leads out of the repository is no place.
    const isOutside = /^(\.\.)?\//.test(text);
    expect(lines[0]).toMatch(
      isOutside ? /^::error title=[^,:]*::/ : /^::error (?:title=[^,:]*,)?(?:file=[^,:]*,)?line=2::/,
    );
    expect(lines[0]).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    expect(lines[0]?.length).toBeLessThan(40_000);
  });
});

test.each(hostileStrings.map((text) => [inWords(text), text]))(
  '%s is no address of somewhere else',
  (_, text) => {
    const { place, rule } = linksOf(eventOf('pull-request'), '1.2.3');
    const address = place({ file: text, line: 1 });
    const page = rule(text as RuleId);
    for (const one of [address, page].filter((given) => given !== undefined)) {
      expect(URL.canParse(one)).toBe(true);
      expect(new URL(one).origin).toBe('https://github.com');
      expect(one).not.toMatch(/[\s<>"`\\]/);
    }
    expect(new URL(page).pathname.startsWith('/org/migrate-check/blob/v1.2.3/docs/rules/')).toBe(true);
    if (address !== undefined) expect(new URL(address).pathname.startsWith('/org/shop/blob/')).toBe(true);
  },
);

// The texts themselves are tested where they are made; here is what is put around them.
test.each(shortHostileStrings.slice(0, 12).map((text) => [inWords(text), text]))(
  'a report that says %s everywhere is delivered, and its comment is found again',
  async (_, text) => {
    const report = hostileReport(text);
    const { fake, notice } = await show(report, { settings: { comment: 'always' }, run: 1 });
    await show(report, { fake, settings: { comment: 'always' }, run: 2 });
    expect(notice).toBe(undefined);
    expect(fake.state.comments).toHaveLength(1);
    expect(fake.asked.filter((operation) => operation === 'issues/create-comment')).toHaveLength(1);
  },
);
