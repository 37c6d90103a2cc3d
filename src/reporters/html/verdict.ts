import { opens, type Verdict } from '../../model/report.ts';
import { bySeverity } from '../by-severity.ts';
import { walked } from '../walked.ts';
import { count, duration } from '../wording.ts';
import { icon } from './icons.ts';
import { html, type Markup } from './markup.ts';
import { type Leg, legsOf } from './outcome.ts';
import type { Page } from './page.ts';
import { label } from './text.ts';

const icons = { passed: 'ok', failed: 'failed', incomplete: 'incomplete' } as const;
const names: Readonly<Record<Verdict, string>> = {
  passed: 'Passed',
  failed: 'Failed',
  incomplete: 'Incomplete',
};

/** The verdict, what it comes from, and the numbers behind it. */
export function verdictSection(page: Page): Markup {
  const { verdict, project } = page.report;
  return html`<section class="hero ${verdict}" aria-labelledby="verdict">
<p class="project">${label(project.label)} <span class="quiet">${label(project.because)}</span></p>
<h1 id="verdict"><span class="seal">${icon(icons[verdict])}</span>${names[verdict]}</h1>
<p class="lead">${leadOf(page)}</p>
${gate(page)}
<dl class="stats">${stats(page).map(([name, value, more]) => html`<div><dt>${name}</dt><dd>${value}${more && html` <span class="quiet">${more}</span>`}</dd></div>`)}</dl>
</section>`;
}

function leadOf({ counted, report }: Page): string {
  const { verdict, plan, graph } = report;
  if (plan.steps.length === 0 && counted.length === 0) return `${sentence(walked(report))}.`;
  const found = bySeverity(counted);
  const revisions = new Set(counted.flatMap(({ revision }) => (revision === undefined ? [] : [revision])));
  const where =
    revisions.size === 0 ? '' : ` in ${count(revisions.size, 'revision')} of ${graph.revisions.length}`;
  const what = found.length === 0 ? 'No findings' : `${listed(found)}${where}`;
  return `${what}${verdict === 'incomplete' ? '; something in scope could not be checked' : ''}.`;
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** What the verdict means for whoever waits for it, where the verdict alone does not say it. */
function gate({ report, counted }: Page): Markup | false {
  const { failOn, verdict } = report;
  if (verdict !== 'passed' && opens(report))
    return html`<p class="quiet">It stops nobody: fail-on is never.</p>`;
  if (verdict === 'passed' && counted.length > 0)
    return html`<p class="quiet">None of them is at or above ${failOn}, from where on the check fails.</p>`;
  return false;
}

type Stat = readonly [name: string, value: string, more?: string];

function stats({ report }: Page): readonly Stat[] {
  const { roundTrips, passedThrough } = report.observations;
  const legs = roundTrips.flatMap(legsOf);
  const well = (name: Leg['name']): readonly [value: string, more?: string] => {
    const run = legs.filter((leg) => leg.name === name && leg.outcome !== 'none');
    const fine = run.filter(({ outcome }) => outcome === 'ok').length;
    const rest = roundTrips.length - run.length;
    const value = `${fine} of ${run.length}`;
    return rest > 0 ? [value, `${rest} not run`] : [value];
  };
  const { server } = report;
  return [
    ...(roundTrips.length > 0
      ? ([
          ['Went up', ...well('up')],
          ['Came back', ...well('down')],
          ['Went up again', ...well('up again')],
        ] as const)
      : []),
    ...(passedThrough.length > 0 ? [['Passed through', String(passedThrough.length)] as const] : []),
    ['Took', duration(report.milliseconds)],
    ...(server ? [['PostgreSQL', label(server.version, 40), label(server.provider, 40)] as const] : []),
  ];
}
