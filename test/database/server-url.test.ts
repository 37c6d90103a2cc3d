import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parseServerUrl } from '../../src/database/server-url.ts';
import { SetupError } from '../../src/model/setup-error.ts';

function refusalOf(url: string): SetupError {
  try {
    parseServerUrl(url);
  } catch (error) {
    if (error instanceof SetupError) return error;
    throw error;
  }
  throw new Error(`${url} was not refused`);
}

describe('the URL of a server', () => {
  test('is read in full', () => {
    const address = parseServerUrl('postgresql://a%40b:p%2F%25%3A@db.example:5544/my%20base');
    expect({ ...address, password: address.password() }).toMatchObject({
      host: 'db.example',
      port: 5544,
      user: 'a@b',
      database: 'my base',
      password: 'p/%:',
    });
  });

  test('has defaults for all but the host', () => {
    const address = parseServerUrl('postgres://db');
    expect(String(address)).toBe('postgresql://postgres@db:5432/postgres');
    expect(address.password()).toBe('');
  });

  test('may be that of SQLAlchemy, and name an address of IPv6', () => {
    expect(String(parseServerUrl('postgresql+psycopg2://u:p@[::1]:6000/x'))).toBe(
      'postgresql://u@::1:6000/x',
    );
  });

  test.each([
    ['db.example', 'no URL'],
    ['', 'no URL'],
    ['mysql://u:hunter2@db/x', 'no URL'],
    ['postgresql://u:hunter2#@db/x:y', 'no URL'],
    ['postgresql://u:hunter2%zz@db/x', '%'],
    ['postgresql://u:hunter2@db/x?sslmode=require', 'sslmode=require asks for TLS'],
    ['postgresql://u:hunter2@db/x?sslmode=verify-full', 'sslmode=verify-full asks for TLS'],
    ['postgresql://u:hunter2@db/x?sslmode=disable&options=-csearch_path%3Dx', 'the parameter options'],
    ['postgresql://u@db/x?password=hunter2', 'the parameter password'],
  ])('%s is refused', (url, why) => {
    const refusal = refusalOf(url);
    expect(refusal.code).toBe('no-database');
    expect(refusal.message).toContain(why);
    expect(refusal.hint).not.toBe('');
    expect(inspect(refusal, { depth: 9 })).not.toContain('hunter2');
  });

  test.each(['disable', 'allow', 'prefer'])('sslmode=%s is met by a connection without TLS', (mode) => {
    expect(parseServerUrl(`postgresql://u@db/x?sslmode=${mode}`).host).toBe('db');
  });
});
