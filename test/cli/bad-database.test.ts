import { describe, expect, test } from 'vitest';
import { revisionPy, writeProject } from '../support/alembic.ts';
import { refused } from './support/refused.ts';
import { withPython } from './support/typed.ts';

const oneRevision = {
  'migrations/versions/0001.py': revisionPy('0001', null, 'op.execute("CREATE TABLE t (a int)")'),
};

describe('the database', () => {
  const nowhere = { DOCKER_HOST: 'unix:///nowhere/docker.sock' };

  test('cannot be had from anybody: each says why', async () => {
    const cwd = await writeProject(oneRevision);
    const stderr = await refused(cwd, [...withPython(), '--image', 'postgis/postgis:17-3.5'], nowhere);
    expect(stderr).toMatch(
      /^starting PostgreSQL\nError: No PostgreSQL can be had\nStart Docker, or leave --image out/,
    );
    expect(stderr).toMatch(/^ {2}container: .*nowhere\/docker\.sock/m);
    expect(stderr).toMatch(
      /^ {2}local: a local server cannot be what the image postgis\/postgis:17-3\.5 is$/m,
    );
  });

  test('is a server that nobody runs: the password stays secret', async () => {
    const cwd = await writeProject(oneRevision);
    const stderr = await refused(cwd, [
      ...withPython(),
      '--database-url',
      'postgresql://me:s3cr3t@127.0.0.1:1/x',
    ]);
    expect(stderr).toMatch(
      /Error: The server 127\.0\.0\.1:1 cannot be reached as me: .*ECONNREFUSED.*\nCheck --database-url\n/,
    );
    expect(stderr).not.toContain('s3cr3t');
  });

  test('is asked for in a version that is not supported', async () => {
    const stderr = await refused(await writeProject(oneRevision), ['--postgres', '9']);
    expect(stderr).toBe(
      'Error: --postgres is "9"; it must be a whole number from 14 to 18\nWrite for example: --postgres 17\n',
    );
  });

  test('is to begin with a file that the server refuses', async () => {
    const cwd = await writeProject({
      ...oneRevision,
      'base.sql': 'CREATE TABLE a (b int);\nCREATE TABEL c (d int);\n',
    });
    const stderr = await refused(cwd, [...withPython(), '--database', 'local', '--base-sql', 'base.sql']);
    expect(stderr).toMatch(/Error: base\.sql:2 cannot be loaded: syntax error at or near "TABEL"\n/);
    expect(stderr).toContain('pg_dump');
  });

  test('is to begin with a file that is not there', async () => {
    const cwd = await writeProject(oneRevision);
    const stderr = await refused(cwd, [...withPython(), '--database', 'local', '--base-sql', 'base.sql']);
    expect(stderr).toMatch(/Error: The base file .*base\.sql cannot be read/);
  });
});
