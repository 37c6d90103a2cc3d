import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundle } from '../../../scripts/build/bundle.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Directory of the bundle of the sources as they are. */
    readonly bundle: string;
  }
}

/** Builds the bundle once for all test files that try it, in a folder with no node_modules above it; answers what ends that. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'migrate-check-bundle-'));
  await bundle(directory);
  provide('bundle', directory);
  return () => rm(directory, { recursive: true, force: true });
}
