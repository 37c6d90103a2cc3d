import { html, type Markup, type Part } from './markup.ts';
import type { Page } from './page.ts';
import { label } from './text.ts';

const names: Readonly<Record<string, string>> = {
  python: 'Python',
  alembic: 'Alembic',
  sqlalchemy: 'SQLAlchemy',
};

/** With what it was checked: what a reader needs to see the same. */
export function setupSection({ report }: Page): Markup {
  const { project, toolchain, server, writtenBy, plan, base, observations, failOn } = report;
  const { count: rebuilt, moves } = observations.recoveries;
  const rows: readonly (readonly [string, Part])[] = [
    [
      'Project',
      html`<code>${label(project.directory)}</code>, ${label(project.tool, 60)}${project.file !== undefined && html`, by <code>${label(project.file)}</code>`}`,
    ],
    ['Interpreter', label(toolchain.interpreter, 400)],
    ...Object.entries(toolchain.versions).map(
      ([name, version]) =>
        [label(Object.hasOwn(names, name) ? (names[name] ?? name) : name, 60), label(version, 60)] as const,
    ),
    ...(server
      ? [['PostgreSQL', `${label(server.version, 60)} (${label(server.provider, 60)})`] as const]
      : []),
    ...(server && server.passedOver.length > 0
      ? [['Tried before', html`${server.passedOver.map((why) => html`<p>${why}</p>`)}`] as const]
      : []),
    ['Scope', plan.scope === 'all' ? 'all revisions' : 'changed revisions'],
    ...(base ? [['Compared with', label(base.ref)] as const] : []),
    ...(plan.startAt
      ? [['Taken as applied', plan.startAt.map((id) => label(id, 40)).join(', ')] as const]
      : []),
    ...(plan.baseSql === undefined ? [] : [['Loaded first', label(plan.baseSql)] as const]),
    ['Fails at', failOn],
    ...(rebuilt > 0 ? [['Databases rebuilt', `${rebuilt}, with ${moves} extra moves`] as const] : []),
    ['migrate-check', label(writtenBy, 60)],
  ];
  return html`<section id="setup" aria-labelledby="setup-h"><h2 id="setup-h">Set-up</h2>
<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>`;
}
