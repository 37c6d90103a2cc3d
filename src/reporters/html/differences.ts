import type { Difference, DifferenceWeight } from '../../model/difference.ts';
import type { RowChange } from '../../model/observation.ts';
import { changeBlock } from './evidence.ts';
import { html, type Markup } from './markup.ts';
import { label } from './text.ts';

/** Why a difference is no fault. */
const excuses: Readonly<Record<Exclude<DifferenceWeight, 'fault'>, string>> = {
  'column-order': 'only the order of columns',
  validated: 'stays validated',
  'extension-kept': 'an extension, kept',
  'enum-label-kept': 'PostgreSQL cannot take a label back',
};

/** Differences between two snapshots; nothing where there are none or nobody compared. */
export function differencesBlock(title: string, differences: readonly Difference[] = []): Markup | false {
  if (differences.length === 0) return false;
  return html`<div class="differences"><h4>${title}</h4>${differences.map(differenceBlock)}</div>`;
}

function differenceBlock({ words, facts, weight }: Difference): Markup {
  const long = facts.find(({ before, after }) => `${before ?? ''}${after ?? ''}`.includes('\n'));
  return changeBlock({
    words: weight === 'fault' ? words : `${words} (${excuses[weight]})`,
    ...(long ? { before: long.before ?? '', after: long.after ?? '' } : {}),
  });
}

/** Tables whose rows are not what they were; nothing where all are. */
export function rowsBlock(title: string, changes: readonly RowChange[] = []): Markup | false {
  if (changes.length === 0) return false;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${title}"><table class="numbers"><caption>${title}</caption>
<thead><tr><th scope="col">Table</th><th scope="col">Before</th><th scope="col">After</th><th scope="col">Content</th></tr></thead>
<tbody>${changes.map(
    ({ table, before, after, contentChanged }) =>
      html`<tr><th scope="row"><code>${label(table)}</code></th><td>${before}</td><td>${after}</td><td>${contentChanged ? 'differs' : 'number of rows'}</td></tr>`,
  )}</tbody></table></div>`;
}
