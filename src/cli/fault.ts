import { styleText } from 'node:util';
import { withoutPasswords } from '../config/secret.ts';
import { faultText, rootOf } from '../host/fault.ts';
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

/** `harmless` because the project's code may have its say in it. */
function setupText({ message, hint, details }: SetupError, harmless: (text: string) => string): string {
  const below = details.flatMap((detail) => detail.split('\n')).map((line) => `  ${line}`);
  return harmless([message, hint, ...(below.length > 0 ? ['', ...below] : [])].join('\n'));
}

const red = (text: string, colour: boolean): string =>
  colour ? styleText(['red', 'bold'], text, { validateStream: false }) : text;
