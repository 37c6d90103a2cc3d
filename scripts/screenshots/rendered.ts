import { common, createStarryNight } from '@wooorm/starry-night';
import { toHtml } from 'hast-util-to-html';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const highlighter = await createStarryNight(common);

/**
 * Markdown as GitHub shows it: by the same rules, with the same colours in code. The HTML in it is left in, so this is for
 * documents that we have made.
 */
export const rendered = (markdown: string): string =>
  coloured(
    micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }),
  );

const coloured = (html: string): string =>
  html.replace(
    /<pre><code class="language-(\w+)">([^<]*)<\/code><\/pre>/g,
    (block: string, language: string, code: string) => {
      const scope = highlighter.flagToScope(language);
      if (scope === undefined) return block;
      const tree = highlighter.highlight(unescaped(code), scope);
      return `<div class="highlight"><pre>${toHtml(tree)}</pre></div>`;
    },
  );

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
const unescaped = (html: string): string =>
  html.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => entities[name] ?? '');
