/** What is being checked: a directory, the tool that owns it, and how it was found. */
export interface Project {
  /** Relative to the repository root; `.` for the root itself. */
  readonly directory: string;
  readonly tool: string;
  readonly label: string;
  /** The sentence that says how it was found, such as "alembic.ini with [alembic]". */
  readonly because: string;
  /** The configuration file, relative to the repository root, where there is one. */
  readonly file?: string;
}

/** What runs the migrations, for the first lines of a report and for bug reports. */
export interface Toolchain {
  /** Such as { python: '3.11.7', alembic: '1.20.1', sqlalchemy: '2.1.9', psycopg2: '2.9.10' }. */
  readonly versions: Readonly<Record<string, string>>;
  /** Which interpreter and why, such as "/srv/.venv/bin/python (from .venv)". */
  readonly interpreter: string;
}

/** Which PostgreSQL the observations were made on. */
export interface ServerFacts {
  readonly provider: string;
  /** `server_version`, such as 17.10. */
  readonly version: string;
  readonly major: number;
  /** The refusals of the providers that were tried first. */
  readonly passedOver: readonly string[];
}
