import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

interface Said {
  readonly ruleId: string;
  readonly level?: string;
  readonly message: { readonly arguments?: readonly string[] };
}

/** Microsoft's own checker, which knows what code scanning of GitHub takes. It is found beside its package. */
async function program(): Promise<string> {
  const require = createRequire(import.meta.url);
  const own = require.resolve('@microsoft/sarif-multitool');
  const platform = createRequire(own).resolve(`@microsoft/sarif-multitool-${process.platform}`);
  const file = join(
    dirname(platform),
    process.platform === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool',
  );
  await chmod(file, 0o755);
  return file;
}

/** It asks whether each address is there, and takes no answer for a good one: so it gets none, and at once. */
const alone = { http_proxy: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9', no_proxy: '' };

/** What the rules of SARIF and of code scanning have against documents; nothing where they are as they should be. */
export async function againstSarif(documents: readonly string[]): Promise<readonly string[]> {
  const directory = await mkdtemp(join(tmpdir(), 'migrate-check-sarif-'));
  try {
    const files = documents.map((_, at) => join(directory, `${at}.sarif`));
    await Promise.all(files.map((file, at) => writeFile(file, documents[at] ?? '')));
    const output = join(directory, 'said.json');
    const words = ['--rule-kind', 'Sarif;Ghas', '--output', output, '--log', 'ForceOverwrite'];
    const { stdout } = await promisify(execFile)(await program(), ['validate', ...files, ...words], {
      env: { ...process.env, ...alone, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
      maxBuffer: 64_000_000,
    });
    if (!stdout.includes(`${files.length} files scanned`)) throw new Error(stdout);
    const said = JSON.parse((await readFile(output, 'utf8')).replace(/^\ufeff/, '')) as {
      readonly runs: readonly { readonly results: readonly Said[] }[];
    };
    return said.runs.flatMap(({ results }) =>
      results.map(({ ruleId, message }) => `${ruleId} ${message.arguments?.join(' | ') ?? ''}`),
    );
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
