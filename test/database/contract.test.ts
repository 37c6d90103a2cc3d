import { describe } from 'vitest';
import { startDatabase } from '../../src/database/start.ts';
import { testMajor, testServer } from '../support/postgres.ts';
import { keepsTheContract } from './contract.ts';
import { engine, testImage } from './support/engine.ts';
import { urlOf } from './support/url.ts';

const request = { progress: () => undefined };
const { signal } = new AbortController();

describe('local', () => {
  keepsTheContract(() => startDatabase({ ...request, postgres: testMajor }, 'local', signal));
});

describe('server', () => {
  keepsTheContract(async () => {
    const [address] = [(await (await testServer()).create()).address];
    return startDatabase({ ...request, url: urlOf(address) }, 'server', signal);
  });
});

describe.skipIf(!engine)('container', () => {
  keepsTheContract(() => startDatabase({ ...request, image: testImage }, 'container', signal));
});
