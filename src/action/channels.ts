import type { Settings } from '../config/settings.ts';
import type { Api } from '../github/api.ts';
import type { Changed } from '../github/diff.ts';
import type { GitHubEvent } from '../github/event.ts';
import type { Links, RenderOptions } from '../reporters/reporter.ts';

/** Where a report goes, beside the log. */
export interface Channels {
  readonly settings: Pick<Settings, 'comment' | 'commentKey' | 'annotations' | 'filter' | 'suggestions'>;
  readonly event: GitHubEvent;
  /** Of the step, as it marks what it writes. */
  readonly step: string;
  readonly links: Links;
  /** GITHUB_STEP_SUMMARY. */
  readonly summaryFile: string | undefined;
  /** Undefined without a token. */
  readonly api: (() => Promise<Api>) | undefined;
  /** Of the documentation. */
  readonly page: string;
  /** What a pull request changes; undefined where that is not known. */
  readonly changed: Changed | undefined;
}

/** How a document for GitHub is rendered: nothing of a terminal is in it. `budget` in bytes. */
export const asDocument = (links: Links, budget: number): RenderOptions => ({
  colour: false,
  width: 100,
  verbose: false,
  links,
  budget,
});
