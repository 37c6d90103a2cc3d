import type { Finding } from '../../model/finding.ts';
import { evidenceBlock, patch } from './evidence.ts';
import { codeFrame } from './frame.ts';
import { icon } from './icons.ts';
import { placeLink, revisionLink, ruleLink } from './link.ts';
import { html, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import { prose } from './text.ts';

/** One finding whole: how bad, what happens to whom, where, what shows it, what to type. */
export function findingItem(finding: Finding, page: Page): Markup {
  const { severity, rule, revision, place } = finding;
  const anchor = page.findingAnchor(finding);
  return html`<li id="${anchor}" class="finding ${severity}" data-severity="${severity}" data-rule="${page.ruleKey(rule)}" data-revision="${revision !== undefined && page.anchor(revision)}">
<header><span class="badge">${icon(severity)}${severity}</span> ${ruleLink(rule, page)}<span class="where">${placeLink(place, page)}${revision !== undefined && html` · revision ${revisionLink(revision, page)}`}</span></header>
<h3>${finding.message}</h3>
${sizeOf(finding)}
<div class="help"><p class="tag">What to do</p>${prose(finding.help)}${suggestionOf(finding, page)}</div>
${evidenceOf(finding, page)}
</li>`;
}

function suggestionOf({ suggestion }: Finding, page: Page): Markup | false {
  if (!suggestion) return false;
  const { file, startLine, before, after } = suggestion.edit;
  return html`<p>Suggested, and tried on a disposable PostgreSQL: ${placeLink({ file, line: startLine }, page)}</p>${patch(before.join('\n'), after.join('\n'))}`;
}

function evidenceOf(finding: Finding, page: Page): Markup | false {
  const frame = codeFrame(finding.place, page);
  const shown = finding.evidence.map(evidenceBlock);
  if (!frame && shown.length === 0) return false;
  const open = finding.severity !== 'notice' && html` open`;
  return html`<details class="evidence"${open}><summary>Evidence</summary>${frame}${shown}</details>`;
}

function sizeOf({ table }: Finding): Markup | false {
  if (table?.bytes === undefined && table?.rows === undefined) return false;
  const words = [
    ...(table.rows === undefined ? [] : [`about ${table.rows.toLocaleString('en-GB')} rows`]),
    ...(table.bytes === undefined ? [] : [sizeText(table.bytes)]),
  ];
  return html`<p class="size">In production, ${`${table.schema}.${table.name}`} has ${words.join(', ')}.</p>`;
}

/** `12 kB`, `3.4 GB`: as PostgreSQL counts them, by 1024. */
function sizeText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const at = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const number = bytes / 1024 ** at;
  return `${number < 10 && at > 0 ? number.toFixed(1) : Math.round(number)} ${units[at]}`;
}
