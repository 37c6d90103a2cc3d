import manifest from '../package.json' with { type: 'json' };

/** Of this program; a report says which one wrote it. */
export const version: string = manifest.version;
