import { loadSql } from '../../src/sql/engine.ts';

await loadSql();
