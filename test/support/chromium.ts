import { existsSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';

const places = ['chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`);

/** The browser of this machine; undefined where there is none. */
export const chromiumPath = process.env['MIGRATE_CHECK_CHROMIUM'] ?? places.find((path) => existsSync(path));

/** Set where the tests of pages have to run: then no browser is a failure, and not a reason to leave them out. */
export const chromiumRequired = process.env['MIGRATE_CHECK_REQUIRE_CHROMIUM'] === '1';

/** Why tests of pages are left out, where they are. */
export const noChromium = 'there is no Chromium: .ci/chromium/up';

/** Root has no sandbox of its own, and a container often no room for shared memory. */
export async function launch(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error(noChromium);
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** The only address that a page may ask for: its own. */
export const address = 'http://report.invalid/';

/** A page with the text, without a network: it is a failure when it asks for anything or complains of anything. */
export async function open(
  browser: Browser,
  text: string,
  { hash = '', ...options }: BrowserContextOptions & { readonly hash?: string } = {},
): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const told: string[] = [];
  await context.route('**', (route) =>
    route.request().url() === address
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: text })
      : route.abort(),
  );
  context.on('request', (request) => {
    if (request.url() !== address) told.push(`asks for ${request.url()}`);
  });
  context.on('page', (page) => told.push(`opens ${page.url()}`));
  const page = await context.newPage();
  told.length = 0;
  page.on('console', (message) => told.push(`says ${message.text()}`));
  page.on('pageerror', (error) => told.push(`fails: ${error.message}`));
  page.on('dialog', (dialog) => {
    told.push(`asks: ${dialog.message()}`);
    void dialog.dismiss();
  });
  onTestFinished(async () => {
    await context.close();
    expect(told, 'the page is quiet').toEqual([]);
  });
  await page.goto(address + hash);
  return page;
}
