/**
 * Before 15 a server does not report what a session has counted when it is told to, and so the scans of a command that
 * is seen from outside are not seen.
 */
export const scansOfConcurrently = [
  { postgres: { from: 15 }, scan: ' + scan' },
  { postgres: { until: 14 }, scan: '' },
];
