import type { Settings } from '../config/settings.ts';
import type { Api } from '../github/api.ts';
import type { Changed } from '../github/diff.ts';
import type { GitHubEvent } from '../github/event.ts';
import type { Links } from '../reporters/reporter.ts';

/** Where a report goes, beside the log. */
export interface Channels {
  readonly settings: Pick<Settings, 'comment' | 'commentKey' | 'annotations' | 'filter' | 'suggestions'>;
  readonly event: GitHubEvent;
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
