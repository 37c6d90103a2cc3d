import { walkProjects } from './walk.ts';

/** One defect each, which must be found. */
await walkProjects((name) => name.startsWith('defect-'), 51);
