import { inspect, styleText } from 'node:util';
import { withoutPasswords } from '../config/secret.ts';
import { write } from '../host/output.ts';
import { Stopped } from '../host/signals.ts';
import { SetupError } from '../model/setup-error.ts';
import { colourOf, type Host } from './host.ts';

/** Exit codes of what ends without a report. */
const wrongSetup = 2;
const ownFault = 3;

/** Says on standard error what went wrong, and gives the exit code for it. */
export async function tellFault(thrown: unknown, host: Host): Promise<number> {
  const error = rootOf(thrown);
  const colour = colourOf(host, host.stderr);
  if (error instanceof Stopped) {
    await write(host.stderr, error.message);
    return error.exitCode;
  }
  const { plain, withoutCommands } = await import('../reporters/plain.ts');
  const text = error instanceof SetupError ? setupText(error, plain) : faultText(error, host.version);
  await write(host.stderr, `${red('Error:', colour)} ${withoutCommands(withoutPasswords(text))}`);
  return error instanceof SetupError ? wrongSetup : ownFault;
}

/**
 * When clearing up fails after something else did, that something is what the user has to know;
 * and what Node.js throws into work that is stopped has the reason in it.
 */
function rootOf(error: unknown): unknown {
  if (error instanceof SuppressedError) return rootOf(error.suppressed);
  return error instanceof Error && error.cause instanceof Stopped ? error.cause : error;
}

/** `harmless` because the project's code may have its say in it. */
function setupText({ message, hint, details }: SetupError, harmless: (text: string) => string): string {
  const below = details.flatMap((detail) => detail.split('\n')).map((line) => `  ${line}`);
  return harmless([message, hint, ...(below.length > 0 ? ['', ...below] : [])].join('\n'));
}

function faultText(error: unknown, version: string): string {
  return [
    'this is a fault of migrate-check, not of your migrations',
    '',
    inspect(error),
    '',
    `migrate-check ${version}, Node.js ${process.version}, ${process.platform} ${process.arch}`,
    'Please report it with the lines above.',
  ].join('\n');
}

const red = (text: string, colour: boolean): string =>
  colour ? styleText(['red', 'bold'], text, { validateStream: false }) : text;
