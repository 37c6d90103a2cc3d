import { loadSql } from '../../src/sql/engine.ts';

/** Whoever judges has loaded the parser before. A file that is run among others in one worker has to import this itself. */
await loadSql();
