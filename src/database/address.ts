import { inspect } from 'node:util';
import type { DatabaseAddress } from './provider.ts';

export interface AddressParts {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password: string;
}

/** An address that shows no password, however it is printed. */
export function makeAddress({ password, ...parts }: AddressParts): DatabaseAddress {
  const text = `postgresql://${parts.user}@${parts.host}:${parts.port}/${parts.database}`;
  return Object.freeze({
    ...parts,
    password: () => password,
    toString: () => text,
    toJSON: () => text,
    [inspect.custom]: () => text,
  });
}

/** The same server, another database. */
export function withDatabase(address: DatabaseAddress, database: string): DatabaseAddress {
  const { host, port, user } = address;
  return makeAddress({ host, port, user, database, password: address.password() });
}
