/** Makes the pictures in docs/images from a real check, in a real browser. `npm run screenshots`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launch } from '../test/support/chromium.ts';
import { pageShots } from './screenshots/page.ts';
import type { Shot } from './screenshots/shot.ts';
import { showcase } from './screenshots/showcase.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'images');
const address = 'http://report.invalid/';

const report = await showcase();
const shots: readonly Shot[] = [...pageShots(report)];

await mkdir(folder, { recursive: true });
const browser = await launch();
try {
  for (const shot of shots) await take(browser, shot);
} finally {
  await browser.close();
}
console.log(`${shots.length} pictures in docs/images`);

async function take(
  browser: Browser,
  { name, html, colours, width, height, hash = '' }: Shot,
): Promise<void> {
  const context = await browser.newContext({
    colorScheme: colours,
    reducedMotion: 'reduce',
    deviceScaleFactor: 1.5,
    viewport: { width, height: height ?? 800 },
  });
  await context.route('**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
  const page = await context.newPage();
  await page.goto(address + hash);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: height === undefined });
  await context.close();
}
