import type { DatabaseAddress } from '../../../src/database/provider.ts';

export interface UrlParts {
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
}

/** The address as a user would write it after --database-url. */
export function urlOf(address: DatabaseAddress, parts: UrlParts = {}): string {
  const { user = address.user, password = address.password(), database = address.database } = parts;
  const [name, secret] = [user, password].map(encodeURIComponent);
  return `postgresql://${name}:${secret}@${address.host}:${address.port}/${database}`;
}
