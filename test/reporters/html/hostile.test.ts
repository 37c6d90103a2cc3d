import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { longest } from '../../../src/reporters/html/markup.ts';
import { plain } from '../../../src/reporters/plain.ts';
import { chromiumPath, launch, noChromium } from '../../support/chromium.ts';
import { address } from '../../support/quiet-page.ts';
import { large } from '../hostile/large.ts';
import { inWords, shortHostileStrings } from '../hostile/strings.ts';
import { everywhere, pageOf } from './reports.ts';

/** What a page says of itself when it is open. */
interface Seen {
  /** Elements by their names with the names of their attributes, and what a script or a link is. */
  readonly shape: readonly string[];
  /** Of the first finding of each report in the page. */
  readonly messages: readonly string[];
  readonly titles: number;
  readonly state: string;
}

/**
 * Opening a page takes longer than reading one: short ones are read together. Of those of a megabyte, the ones that a
 * reader of HTML takes otherwise than others.
 */
const batches: readonly (readonly string[])[] = [
  ...Array.from({ length: Math.ceil(shortHostileStrings.length / 20) }, (_, at) =>
    shortHostileStrings.slice(at * 20, at * 20 + 20),
  ),
  ...large.filter((text) => /[<\n\u202e]/.test(text)).map((text) => [text]),
];

/** Several pages in one: what each has in its head, and what each has in its body. */
function together(pages: readonly string[]): string {
  const parts = pages.map((page) => /^(.*?)(<title>.*?)(<style>.*<body>)(.*)(<\/body>.*)$/s.exec(page) ?? []);
  const [, start = '', , middle = '', , end = ''] = parts[0] ?? [];
  return `${start}${parts.map(([, , title]) => title).join('')}${middle}${parts.map((part) => part[4]).join('')}${end}`;
}

describe.skipIf(chromiumPath === undefined)(`in a browser (else ${noChromium})`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('no text of others is anything but text, wherever it stands', async () => {
    const context = await browser.newContext();
    const told: string[] = [];
    let body = '';
    await context.route('**', (route) => {
      const url = route.request().url();
      if (url === address) return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
      told.push(`asks for ${url}`);
      return route.abort();
    });
    const visit = await visitor(context, told);

    body = pageOf(everywhere('harmless'));
    const harmless = new Set((await visit()).shape);
    const faults: string[] = [];
    for (const texts of batches) {
      body = together(texts.map((text) => pageOf(everywhere(text))));
      const { shape, messages, titles, state } = await visit();
      faults.push(
        ...told.splice(0),
        ...shape.filter((part) => !harmless.has(part)).map((part) => `${inWords(texts.join())}: has ${part}`),
        ...(state === 'complete' ? [] : [`${inWords(texts.join())} is not read to its end`]),
        ...texts
          .filter((text, at) => !isShown(text, messages[at] ?? ''))
          .map((text) => `${inWords(text)} is not shown as it is`),
        ...(titles === texts.length ? [] : [`${inWords(texts.join())}: ends a title`]),
      );
    }
    await context.close();
    expect(faults).toEqual([]);
  });

  test('even if markup of others got in, it would run nothing, load nothing and send nothing', async () => {
    const context = await browser.newContext();
    const asked: string[] = [];
    const markup = `<script>document.title = 'owned'</script><img src="https://evil.example/a.png" onerror="document.title = 'owned'">
      <style>h1 { display: none }</style><link rel="stylesheet" href="https://evil.example/a.css"><p id="owned" style="display: none">
      <iframe src="https://evil.example"></iframe><base href="https://evil.example/"><a id="lure" href="javascript:document.title = 'owned'">lure</a>
      <form id="trap" action="https://evil.example/"><button id="post">post</button></form>`;
    const text = pageOf(everywhere('MARK')).replace('<h3>MARK', `<h3>${markup}`);
    await context.route('**', (route) => {
      if (route.request().url() === address) return route.fulfill({ contentType: 'text/html', body: text });
      asked.push(route.request().url());
      return route.abort();
    });
    const page = await context.newPage();
    await page.goto(address);
    expect(await page.locator('#lure').count()).toBe(1);
    await page.locator('#lure').click();
    await page.evaluate('new Promise((done) => setTimeout(done))');
    expect(await page.title()).toContain('MARK');
    expect(page.url()).toBe(address);
    expect(await page.locator('h1').isVisible()).toBe(true);
    await page.evaluate(`document.getElementById('post').click()`);
    await page.evaluate('new Promise((done) => setTimeout(done))');
    expect(asked).toEqual([]);
    await context.close();
  });
});

/** As it is, but for what misleads the eye; of a very long one the beginning, and how much more there is. */
function isShown(text: string, shown: string): boolean {
  if (text.length <= longest) return shown === plain(text);
  return (
    shown.endsWith(`… (${text.length - longest} more characters)`) &&
    shown.startsWith(plain(text.slice(0, 1000)))
  );
}

/** Opens the page anew, each time with a script in it that says what it has become. */
async function visitor(context: BrowserContext, told: string[]): Promise<() => Promise<Seen>> {
  const page = await context.newPage();
  page.on('console', (message) => told.push(`says ${message.text()}`));
  page.on('pageerror', (error) => told.push(`fails: ${error.message}`));
  page.on('dialog', (dialog) => {
    told.push(`asks: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('page', () => told.push('opens another page'));
  return async () => {
    await page.goto(address);
    return page.evaluate<Seen>(`(() => {
      const shape = new Set();
      for (const node of document.querySelectorAll('*')) {
        const names = node.getAttributeNames().filter((name) => !['open', 'hidden', 'text-anchor'].includes(name));
        const href = node.getAttribute('href');
        const leads = href === null ? '' : href.startsWith('#') ? ' #' : ' ' + href;
        const code = node.localName === 'script' || node.localName === 'style' ? ' ' + node.textContent.length : '';
        shape.add(node.localName + ' ' + names.sort().join(' ') + leads + code);
      }
      return {
        shape: [...shape],
        messages: [...document.querySelectorAll('main')].map((main) => main.querySelector('.finding h3').textContent),
        titles: document.head.querySelectorAll('title').length,
        state: document.querySelector('#setup') && document.body.lastElementChild.localName === 'main' ? 'complete' : '',
      };
    })()`);
  };
}
