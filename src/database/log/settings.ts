/**
 * What a server of ours is started with so that it writes down all that it is sent. Not the values of parameters: they
 * would stand in DETAIL, which is left out. https://www.postgresql.org/docs/current/runtime-config-logging.html
 */
export const logSettings = {
  log_destination: 'stderr',
  log_statement: 'all',
  // Process and database, as lines.ts takes them apart.
  log_line_prefix: '%p:%d:',
  log_error_verbosity: 'terse',
  // What fails is written down before it does.
  log_min_error_statement: 'panic',
  lc_messages: 'C',
} as const;
