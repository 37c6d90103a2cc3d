import { py } from './text.ts';

/** A call of one of Alembic's operations, on one line; an argument that is undefined is left out. */
export function call(
  name: string,
  positional: readonly (string | readonly string[])[],
  named: Readonly<Record<string, string | boolean | undefined>> = {},
): string {
  const given = Object.entries(named).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${typeof value === 'string' ? py(value) : truth(value)}`],
  );
  return `op.${name}(${[...positional.map(literal), ...given].join(', ')})`;
}

const truth = (value: boolean): string => (value ? 'True' : 'False');

const literal = (value: string | readonly string[]): string =>
  typeof value === 'string' ? py(value) : `[${value.map(py).join(', ')}]`;

/** Lines that are committed one by one. */
export const autocommitted = (lines: readonly string[]): readonly string[] => [
  'with op.get_context().autocommit_block():',
  ...lines.map((line) => `    ${line}`),
];
