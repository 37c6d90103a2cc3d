import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** PostgreSQL's parser as WebAssembly, from its package. In the bundle scripts/build.ts puts the bytes here instead. */
export const wasmBytes = (): Promise<Uint8Array<ArrayBuffer>> =>
  readFile(resolve('libpg-query/wasm/libpg-query.wasm'));
