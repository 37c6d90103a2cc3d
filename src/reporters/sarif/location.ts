import type { Lines } from '../in-repository.ts';

/** A file of the repository. */
export const locationOf = ({ file }: Lines): object => ({
  uri: file.split('/').map(encodeURIComponent).join('/'),
  uriBaseId: '%SRCROOT%',
});
