import { walkProjects } from './walk.ts';

/** The example project, and those that only look as if something were wrong: nothing may be found. */
await walkProjects((name) => !name.startsWith('defect-'), 42);
