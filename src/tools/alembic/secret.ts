import type { DatabaseAddress } from '../../database/provider.ts';

/** Shorter than this it is no secret, and to hide it would spoil every text. */
const shortest = 6;

/** Its text is a statement: it is read by rules, and what the migration itself wrote. Its parameters may come from anywhere. */
const statement = 'sql';

/**
 * What the project's code has said, without the password of the server: migrations can read it, and a user's server
 * may outlive them. A password that also is the user, the host or the database is shown anyway.
 */
export function withoutPassword<T>(said: T, address: DatabaseAddress): T {
  const password = address.password();
  const shown = [address.user, address.host, address.database].includes(password);
  return shown || password.length < shortest ? said : (hidden(said, password) as T);
}

function hidden(value: unknown, password: string): unknown {
  if (typeof value === 'string') return value.replaceAll(password, '***');
  if (Array.isArray(value)) return value.map((one) => hidden(one, password));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, one]) => [name, name === statement ? one : hidden(one, password)]),
  );
}
