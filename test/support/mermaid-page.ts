import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const script = fileURLToPath(import.meta.resolve('mermaid/dist/mermaid.min.js'));

/**
 * Draws what Mermaid there is in a page, as GitHub does in its own: the block of code gives way to a picture. Where
 * Mermaid takes one for a fault, it throws what Mermaid says.
 */
export async function drawMermaid(page: Page): Promise<void> {
  await page.addScriptTag({ path: script });
  await page.evaluate(`(async () => {
    const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
    mermaid.initialize({ startOnLoad: false, theme: isDark ? 'dark' : 'default' });
    for (const [at, code] of document.querySelectorAll('code.language-mermaid').entries()) {
      const { svg } = await mermaid.render('mermaid-' + at, code.textContent);
      const drawn = document.createElement('div');
      drawn.className = 'mermaid';
      drawn.innerHTML = svg;
      code.parentElement.replaceWith(drawn);
    }
  })()`);
}
