/** Makes the pictures in docs/images from real checks, in a real browser. `npm run screenshots`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launch } from '../test/support/chromium.ts';
import { markdownShots } from './screenshots/markdown.ts';
import { pageShots } from './screenshots/page.ts';
import type { Shot } from './screenshots/shot.ts';
import { pullRequest, wholeHistory } from './screenshots/showcase.ts';
import { terminalShots } from './screenshots/terminal.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'images');
const address = 'http://report.invalid/';

const change = await pullRequest();
const shots: readonly Shot[] = [
  ...pageShots(await wholeHistory()),
  ...markdownShots(change),
  ...terminalShots(change),
];

await mkdir(folder, { recursive: true });
const browser = await launch();
try {
  for (const shot of shots) await take(browser, shot);
} finally {
  await browser.close();
}

async function take(browser: Browser, shot: Shot): Promise<void> {
  const { name, html, colours, width, height, hash = '' } = shot;
  const context = await browser.newContext({
    colorScheme: colours,
    reducedMotion: 'reduce',
    deviceScaleFactor: 1.35,
    viewport: { width, height: height ?? 400 },
  });
  await context.route('**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
  const page = await context.newPage();
  await page.goto(address + hash);
  await shot.settle?.(page);
  const picture = await page.screenshot({
    path: join(folder, `${name}.png`),
    fullPage: height === undefined,
  });
  await context.close();
  console.log(`docs/images/${name}.png, ${Math.round(picture.length / 1024)} kB`);
}
