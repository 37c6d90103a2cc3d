import { withoutPasswords } from '../config/secret.ts';
import type { SetupError } from '../model/setup-error.ts';
import { plain } from '../reporters/plain.ts';

/** What is wrong with the set-up. Harmless because the project's code may have its say in it. */
export const refusal = ({ message, hint, details }: SetupError): string =>
  plain(withoutPasswords([message, hint, ...asInputs(hint), ...details].join('\n')));

/** Hints are commands as people type them, and a workflow has none. */
const asInputs = (hint: string): readonly string[] =>
  /(^|[\s(])(--[a-z]|migrate-check )/.test(hint) ? [inAWorkflow] : [];

const inAWorkflow =
  'In a workflow a flag is the input of that name, and the directory is the input directory.';
