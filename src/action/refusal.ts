import { withoutPasswords } from '../config/secret.ts';
import type { SetupError } from '../model/setup-error.ts';
import { plain } from '../reporters/plain.ts';

/** What is wrong with the set-up. Harmless because the project's code may have its say in it. */
export function refusal({ message, hint, details }: SetupError): string {
  const here = /(^|[\s(])--[a-z]/.test(hint) ? ['In a workflow a flag is the input of that name.'] : [];
  return plain(withoutPasswords([message, hint, ...here, ...details].join('\n')));
}
