import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';

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
