import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'esbuild';
import { wasmBytes } from '../../src/sql/wasm.ts';

/** Compiled add-ons that are only ever an optional speed-up of SSH, which is not used. */
export const withoutNatives: Plugin = {
  name: 'without-natives',
  setup(builder) {
    builder.onResolve({ filter: /\.node$|^cpu-features$/ }, ({ path }) => ({ path, namespace: 'native' }));
    builder.onLoad({ filter: /.*/, namespace: 'native' }, ({ path }) => ({
      contents: `throw new Error(${JSON.stringify(`${path} is not bundled`)})`,
    }));
  },
};

/** Carries PostgreSQL's parser, a seventh of its size, in the place of the module that looks for it in its package. */
export const withParser: Plugin = {
  name: 'with-parser',
  setup(builder) {
    let carried = false;
    builder.onLoad({ filter: /[/\\]src[/\\]sql[/\\]wasm\.ts$/ }, async () => {
      carried = true;
      const packed = brotliCompressSync(await wasmBytes()).toString('base64');
      return {
        contents: `import { brotliDecompressSync } from 'node:zlib';
          export const wasmBytes = async () => brotliDecompressSync(Buffer.from('${packed}', 'base64'));`,
      };
    });
    builder.onEnd(() => (carried ? {} : { errors: [{ text: 'src/sql/wasm.ts was not bundled' }] }));
  },
};

/**
 * `@actions/core` asks for identity tokens too, which needs an HTTP client of 0.8 MB that every start would read.
 * Nobody here asks for any.
 */
export const withoutIdentityTokens: Plugin = {
  name: 'without-identity-tokens',
  setup(builder) {
    let left = false;
    builder.onLoad({ filter: /[/\\]@actions[/\\]core[/\\]lib[/\\]oidc-utils\.js$/ }, () => {
      left = true;
      return {
        contents: `export const OidcClient = {
          getIDToken() { throw new Error('identity tokens are not bundled'); },
        };`,
      };
    });
    builder.onEnd(() => (left ? {} : { errors: [{ text: '@actions/core asks for tokens elsewhere now' }] }));
  },
};
