import { AnsiUp } from 'ansi_up';
import type { Report } from '../../src/model/report.ts';
import { terminal } from '../../src/reporters/terminal.ts';
import { inBoth, type Shot } from './shot.ts';

const columns = 100;

const style = `
:root { color-scheme: light dark; --page: #fff; --paper: #fafafa; --ink: #24292f; --line: #d1d9e0; --dim: #6e7781;
  --red: #cf222e; --green: #1a7f37; --yellow: #9a6700; --blue: #0969da; --cyan: #1b7c83; }
@media (prefers-color-scheme: dark) {
  :root { --page: #0d1117; --paper: #161b22; --ink: #e6edf3; --line: #30363d; --dim: #8b949e;
    --red: #ff7b72; --green: #3fb950; --yellow: #d29922; --blue: #58a6ff; --cyan: #39c5cf; }
}
body { margin: 0; padding: 20px; background: var(--page); }
.window { border: 1px solid var(--line); border-radius: 8px; background: var(--paper); color: var(--ink); overflow: hidden; }
.bar { display: flex; gap: 7px; padding: 11px 14px; border-bottom: 1px solid var(--line); }
.bar i { width: 11px; height: 11px; border-radius: 50%; background: var(--line); }
pre { margin: 0; padding: 14px 18px; font: 13px/1.45 'DejaVu Sans Mono', monospace; white-space: pre-wrap; }
.ansi-red-fg { color: var(--red); } .ansi-green-fg { color: var(--green); } .ansi-yellow-fg { color: var(--yellow); }
.ansi-blue-fg { color: var(--blue); } .ansi-cyan-fg { color: var(--cyan); }
`;

/** What the command prints, in a dark and in a light terminal. */
export function terminalShots(report: Report): readonly Shot[] {
  const printed = terminal.render(report, { colour: true, width: columns, verbose: false });
  const ansi = new AnsiUp();
  ansi.use_classes = true;
  ansi.faintStyle = 'color: var(--dim)';
  const text = `$ migrate-check --since main\n${printed}`;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Terminal</title><style>${style}</style></head>
<body><div class="window"><div class="bar"><i></i><i></i><i></i></div><pre>${ansi.ansi_to_html(text)}</pre></div></body></html>`;
  return inBoth({ name: 'terminal', html, width: 880 });
}
