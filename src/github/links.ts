import { isInside, type Place } from '../model/place.ts';
import type { Links } from '../reporters/reporter.ts';
import type { GitHubEvent } from './event.ts';

/** Addresses of lines at the commit that people see, and of the pages about the rules in the version that judged. */
export function linksOf(event: Pick<GitHubEvent, 'server' | 'repository' | 'head'>, version: string): Links {
  const { server, repository, head } = event;
  const blob = repository && head && `${server}/${repository.owner}/${repository.repo}/blob/${head}`;
  return {
    place: (place) =>
      blob && isInside(place.file) ? `${blob}/${encodedPath(place.file)}${lines(place)}` : undefined,
    rule: (rule) => docsPage(version, `rules/${encodeURIComponent(rule.toWellFormed())}.md`),
  };
}

/** A page of our documentation, as it was when this version was made. */
export const docsPage = (version: string, page: string): string =>
  `https://github.com/org/migrate-check/blob/v${encodeURIComponent(version)}/docs/${page}`;

const encodedPath = (file: string): string =>
  file.toWellFormed().split('/').map(encodeURIComponent).join('/');

function lines({ line, endLine }: Place): string {
  if (line === undefined) return '';
  return endLine === undefined || endLine <= line ? `#L${line}` : `#L${line}-L${endLine}`;
}
