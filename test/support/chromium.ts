import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

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
