import type { LiveCases } from '../case.ts';

export const cases: LiveCases = {
  bad: [
    {
      name: 'no version',
      sql: 'ALTER EXTENSION plpgsql UPDATE',
      at: 'ALTER EXTENSION',
      says: [
        'The extension plpgsql is updated to the version',
        `ALTER EXTENSION plpgsql UPDATE TO '<version>'`,
      ],
    },
  ],
  good: [
    { name: 'a version', sql: `ALTER EXTENSION plpgsql UPDATE TO '1.0'` },
    { name: 'nothing of an extension', sql: 'SELECT 1' },
  ],
};
