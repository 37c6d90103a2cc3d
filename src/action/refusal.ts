import { withoutPasswordsIn } from '../config/secret.ts';
import { isInside } from '../model/place.ts';
import { type Refusal, SetupError } from '../model/setup-error.ts';
import { plain } from '../reporters/plain.ts';

/** Why nothing was checked, as a workflow is told it: no password is in it. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof SetupError)) return withoutPasswordsIn(ownFault(error));
  const { message, hint, details, place } = error;
  return withoutPasswordsIn({
    message,
    hint: [hint, ...asInputs(hint)].join('\n'),
    details,
    place: place && isInside(place.file) ? place : undefined,
  });
}

const ownFault = (error: unknown): Refusal => ({
  message: `migrate-check itself has failed: ${error instanceof Error ? error.message : String(error)}`,
  hint: 'This is no fault of the migrations. Please report it, with what the log of the job says of it',
  details: [],
});

/** For the log. Harmless because the project's code may have its say in it. */
export const refusalText = ({ message, hint, details }: Refusal): string =>
  plain([message, hint, ...details].join('\n'));

/** Hints are commands as people type them, and a workflow has none. */
const asInputs = (hint: string): readonly string[] =>
  /(^|[\s(])(--[a-z]|migrate-check )/.test(hint) ? [inAWorkflow] : [];

const inAWorkflow =
  'In a workflow a flag is the input of that name, and the directory is the input directory.';
