import type { Database, DatabaseServer } from '../database/provider.ts';
import type { ToolSession } from '../tools/tool.ts';

/** What databases are made with, and how a new one is brought to the state before the first revision. */
export interface WorkbenchParts {
  readonly server: DatabaseServer;
  readonly session: ToolSession;
  /** Of one move. */
  readonly timeoutMs: number;
  readonly prepare: (database: Database) => Promise<void>;
}
