import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, chromiumRequired, launch, noChromium } from '../../support/chromium.ts';
import { open } from '../../support/quiet-page.ts';
import { example } from '../example.ts';
import { everywhere, longHistory, pageOf } from './reports.ts';

test('there is a browser where one is required', () => {
  expect(chromiumPath !== undefined || !chromiumRequired).toBe(true);
});

describe.skipIf(chromiumPath === undefined)(`in a browser (else ${noChromium})`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const page = pageOf(example);
  const everything = pageOf(everywhere('shop.orders'));
  const counted = example.findings.filter(({ suppressed }) => !suppressed);
  const errors = counted.filter(({ severity }) => severity === 'error').length;

  test('the verdict comes first, and all findings are there', async () => {
    const seen = await open(browser, page);
    expect(await seen.locator('h1').innerText()).toBe('Failed');
    expect(await shown(seen)).toBe(counted.length);
    expect(await seen.locator('.finding h3').allInnerTexts()).toEqual(counted.map(({ message }) => message));
  });

  test('findings are narrowed down by severity, rule, revision and text, and the count is told', async () => {
    const seen = await open(browser, page);
    const form = seen.locator('form[data-filter=findings]');
    const told = form.locator('output');
    expect(await told.getAttribute('aria-live')).toBe('polite');

    for (const other of ['warning', 'notice']) await form.locator(`input[value=${other}]`).uncheck();
    expect(await shown(seen)).toBe(errors);
    expect(await told.innerText()).toBe(`${errors} of ${counted.length} shown`);
    expect(hash(seen)).toBe('#findings?severity=error');

    await form.getByRole('button', { name: 'Clear' }).click();
    await seen.waitForFunction(`location.hash === '#findings'`);
    expect(await shown(seen)).toBe(counted.length);

    const rule = counted[0]?.rule ?? '';
    await form.locator('select[name=rule]').selectOption(rule);
    expect(await shown(seen)).toBe(counted.filter((one) => one.rule === rule).length);
    await form.locator('select[name=rule]').selectOption('');

    const ofB = form.locator('select[name=revision] option', { hasText: /^b \(/ });
    await form.locator('select[name=revision]').selectOption((await ofB.getAttribute('value')) ?? '');
    expect(await shown(seen)).toBe(counted.filter(({ revision }) => revision === 'b').length);
    await form.locator('select[name=revision]').selectOption('');

    await form.getByRole('searchbox').fill('MOOD already');
    expect(await shown(seen)).toBe(1);
    await form.getByRole('searchbox').fill('nothing is like that');
    expect(await shown(seen)).toBe(0);
    expect(await seen.getByText('No finding is like that').isVisible()).toBe(true);
  });

  test('the address says what is shown, and whoever opens it sees the same', async () => {
    const seen = await open(browser, page, { hash: '#findings?severity=error&text=tabel' });
    expect(await shown(seen)).toBe(1);
    expect(await seen.getByRole('searchbox').first().inputValue()).toBe('tabel');
    expect(await seen.locator('input[value=warning]').isChecked()).toBe(false);
  });

  test('an address that somebody made up does no harm', async () => {
    const seen = await open(browser, page, { hash: '#findings?rule=%22%3E%3Cscript%3E&severity=&x=%' });
    expect(await shown(seen)).toBe(0);
    await seen.getByRole('button', { name: 'Clear' }).first().click();
    await seen.waitForFunction(`location.hash === '#findings'`);
    expect(await shown(seen)).toBe(counted.length);
  });

  test('a box of the drawing leads to the revision, and opens it', async () => {
    const seen = await open(browser, page);
    await seen.getByRole('link', { name: /^b Add moods .*failed$/ }).click();
    const revision = seen.locator('details.revision[open]', { hasText: 'Add moods' });
    await revision.waitFor();
    expect(await revision.getByText('type "mood" already exists').isVisible()).toBe(true);
  });

  test('a link to a finding that is filtered out shows it', async () => {
    const seen = await open(browser, page, { hash: '#findings?text=nothing' });
    expect(await shown(seen)).toBe(0);
    await seen.getByRole('link', { name: /^b Add moods/ }).click();
    await seen.locator('details.revision[open] .facts a[href^="#f"]').first().click();
    await seen.locator('.finding:visible').waitFor();
    expect(await shown(seen)).toBe(1);
  });

  test('light and dark follow the system, and the reader, who is remembered', async () => {
    const seen = await open(browser, page, { colorScheme: 'dark' });
    const button = seen.getByRole('button', { name: 'Dark' });
    expect(await brightness(seen)).toBeLessThan(60);
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await button.click();
    expect(await brightness(seen)).toBeGreaterThan(200);
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    await seen.reload();
    expect(await brightness(seen)).toBeGreaterThan(200);
  });

  test.each(['light', 'dark'] as const)('nothing keeps anybody out: %s', async (colorScheme) => {
    const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
    const seen = await open(browser, everything, { colorScheme });
    await seen.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
    await seen.evaluate(axe);
    const found =
      await seen.evaluate(`axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ target, failureSummary }) => [id, target.join(' '), failureSummary].join(': '))))`);
    expect(found).toEqual([]);
  });

  test('everything is reached by keys alone, and where they are is seen', async () => {
    const seen = await open(browser, page);
    await seen.keyboard.press('Tab');
    expect(await focused(seen)).toMatchObject({ name: 'Skip to the verdict', visible: true });
    await seen.keyboard.press('Enter');
    expect(await focused(seen)).toMatchObject({ id: 'main' });
    await seen.keyboard.press('Shift+Tab');
    const stops = await walk(seen);
    expect(stops.filter(({ visible }) => !visible)).toEqual([]);
    const names = stops.map(({ name }) => name).join('\n');
    for (const stop of ['error', 'Clear', 'Evidence', 'Add moods', 'looked']) expect(names).toContain(stop);
    const wanted = await seen.locator('main :is(a[href], button, input, select, summary):visible').count();
    expect(stops.filter(({ tag }) => tag !== 'PRE' && tag !== 'DIV').length).toBe(wanted);
  });

  test('a revision is opened by keys', async () => {
    const seen = await open(browser, page);
    const revision = seen.locator('details.revision').first();
    await revision.locator('summary').first().focus();
    await seen.keyboard.press('Enter');
    expect(await revision.getAttribute('open')).not.toBeNull();
    expect(await revision.getByText('CREATE TABLE users').isVisible()).toBe(true);
  });

  test.each([360, 1280])('it fits into a window of %i pixels', async (width) => {
    const seen = await open(browser, everything, { viewport: { width, height: 700 } });
    await seen.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
    expect(await seen.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  test('on paper there are the findings with their evidence, and nothing to press', async () => {
    const seen = await open(browser, page, { colorScheme: 'dark' });
    await seen.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = false; })`);
    await seen.emulateMedia({ media: 'print' });
    expect(await seen.locator('nav, button, select, input').filter({ visible: true }).count()).toBe(0);
    expect(await brightness(seen)).toBeGreaterThan(200);
    const evidence = seen.locator('.finding .evidence pre').first();
    expect(await evidence.evaluate((node) => node.checkVisibility())).toBe(true);
    expect((await seen.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('without scripts all is there but the filter', async () => {
    const seen = await open(browser, page, { javaScriptEnabled: false });
    expect(await seen.locator('.finding:visible').count()).toBe(counted.length);
    expect(await seen.locator('form').filter({ visible: true }).count()).toBe(0);
    await seen.locator('details.revision summary').first().click();
    expect(await seen.getByText('CREATE TABLE users').isVisible()).toBe(true);
  });

  test('a history of two thousand revisions is a page like others', async () => {
    const text = pageOf(longHistory(2000, (at) => at % 100 === 0));
    expect(Buffer.byteLength(text)).toBeLessThan(8_000_000);
    const seen = await open(browser, text);
    const form = seen.locator('form[data-filter=revisions]');
    await form.locator('select').selectOption('failed');
    expect(await form.locator('output').innerText()).toBe('20 of 2000 shown');
    await form.getByRole('searchbox').fill('table_700');
    expect(await form.locator('output').innerText()).toBe('1 of 2000 shown');
  });
});

const shown = (page: Page): Promise<number> => page.locator('.finding:visible').count();
const hash = (page: Page): string => new URL(page.url()).hash;

/** Of what is behind the text: 0 is black, 255 is white. */
async function brightness(page: Page): Promise<number> {
  return page.evaluate(`(() => {
    const colour = getComputedStyle(document.body).backgroundColor;
    const [r, g, b, alpha = 255] = colour.match(/[\\d.]+/g).map(Number);
    return alpha === 0 ? 255 : (r + g + b) / 3;
  })()`);
}

interface Stop {
  readonly tag: string;
  readonly id: string;
  readonly name: string;
  /** Whether somebody who looks sees where the keys are. */
  readonly visible: boolean;
}

const focused = (page: Page): Promise<Stop | undefined> =>
  page.evaluate(`(() => {
    const node = document.activeElement;
    if (!node || node === document.body) return undefined;
    const box = node.querySelector(':scope > rect');
    const outline = getComputedStyle(node);
    const visible = box
      ? parseFloat(getComputedStyle(box).strokeWidth) >= 3
      : outline.outlineStyle !== 'none' && parseFloat(outline.outlineWidth) >= 2;
    return { tag: node.tagName, id: node.id, name: node.getAttribute('aria-label') ?? node.textContent.trim() + (node.labels?.[0]?.textContent ?? ''), visible };
  })()`);

/** Where the Tab key leads to, one after the other, until it leaves the page. */
async function walk(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (!stop || stops.length > 500) return stops;
    stops.push(stop);
  }
}
