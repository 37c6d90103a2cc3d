import { SetupError } from '../model/setup-error.ts';
import { makeAddress } from './address.ts';
import type { DatabaseAddress } from './provider.ts';

const example = 'Write it like postgresql://user:password@host:5432/postgres';

/** These say that a connection without TLS will do, and that is what is opened. */
const plain = ['disable', 'allow', 'prefer'];

/** Reads `--database-url`. Throws SetupError `no-database` that never shows the URL: a password stands in it. */
export function parseServerUrl(text: string): DatabaseAddress {
  const url = parse(text);
  refuseParameters(url);
  return makeAddress({
    host: decode(url.hostname.replace(/^\[(.*)\]$/, '$1')) || 'localhost',
    port: Number(url.port || 5432),
    user: decode(url.username) || 'postgres',
    password: decode(url.password),
    database: decode(url.pathname.slice(1)) || 'postgres',
  });
}

function parse(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^postgres(ql)?(\+\w+)?:$/.test(url.protocol)) return url;
  throw refuse(
    'it is no URL of a PostgreSQL server',
    `${example}; in a password, % # / ? @ : are written as %25 %23 %2F %3F %40 %3A`,
  );
}

/** A parameter that were passed over in silence could be the one that keeps a password from going over the line in clear. */
function refuseParameters({ searchParams }: URL): void {
  for (const [name, value] of searchParams) {
    if (name !== 'sslmode') throw refuse(`the parameter ${name} is not supported`, example);
    if (!plain.includes(value))
      throw refuse(
        `sslmode=${value} asks for TLS, and connections to a disposable database are made without`,
        'Leave sslmode out for a server of this machine or of the job, or use --database container',
      );
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw refuse('it has a % that is not followed by two hexadecimal digits', `${example}; write % as %25`);
  }
}

const refuse = (why: string, hint: string): SetupError =>
  new SetupError('no-database', `--database-url cannot be used: ${why}`, hint);
