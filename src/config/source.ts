import type { Place } from '../model/place.ts';

/** Where a value was written. `name` is the setting as it is spelled there. */
export type Source =
  | { readonly kind: 'argument'; readonly name: string }
  | { readonly kind: 'flag'; readonly name: string }
  | { readonly kind: 'file'; readonly name: string; readonly file: string; readonly line: number }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'input'; readonly name: string }
  /** What set the workflow off. */
  | { readonly kind: 'event'; readonly name: string }
  | { readonly kind: 'report'; readonly name: string; readonly file: string }
  | { readonly kind: 'call'; readonly name: string }
  /** Not written, but meant by another setting. */
  | { readonly kind: 'implied'; readonly name: string; readonly by: Source };

/** For the list of what is in force: "flag --postgres", "migrate-check.yml:3". */
export function originOf(source: Source): string {
  switch (source.kind) {
    case 'argument':
      return 'argument';
    case 'flag':
      return `flag ${source.name.split(' ')[0]}`;
    case 'file':
      return `${source.file}:${source.line}`;
    case 'variable':
      return `variable ${source.name}`;
    case 'input':
      return `input ${source.name}`;
    case 'event':
      return `event ${source.name}`;
    case 'report':
      return source.file;
    case 'call':
      return 'call';
    case 'implied':
      return `follows from ${originOf(source.by)}`;
  }
}

/** How a sentence about the value begins: "--postgres", "migrate-check.yml:3: postgres". */
export function subjectOf(source: Source): string {
  switch (source.kind) {
    case 'file':
      return `${source.file}:${source.line}: ${source.name}`;
    case 'report':
      return `${source.file}: ${source.name}`;
    default:
      return source.name;
  }
}

/** The line that it was written on; undefined where that is none of a file. */
export const placeOf = (source: Source): Place | undefined =>
  source.kind === 'file' ? { file: source.file, line: source.line } : undefined;

/** The value as it would be typed in the same place: "--postgres 17", "postgres: 17". */
export function typed({ kind, name }: Source, value: string): string {
  switch (kind) {
    case 'argument':
      return `migrate-check ${value}`;
    case 'flag':
      return `${name}${name.includes(' ') ? '=' : ' '}${value}`;
    case 'variable':
      return `${name}=${value}`;
    default:
      return `${name.split('.').at(-1)}: ${value}`;
  }
}
