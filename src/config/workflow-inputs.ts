import { resolve } from 'node:path';
import { z } from 'zod';
import { badSettings, badValue, expectationFrom } from './problems.ts';
import { kebab } from './spelling.ts';
import { text, toggle } from './values.ts';
import { type SettingWords, setting, wordsOf } from './words.ts';

/**
 * What only the workflow may say. These are no settings: the settings file is part of the pull request, and must not
 * talk the action out of what protects the repository from it.
 */
const schema = z.object({
  mode: setting(z.enum(['check', 'comment']).default('check'), {
    section: 'GitHub',
    description:
      'check: check the project; comment: comment on a pull request from a fork with the report of the run that checked it, on the event workflow_run',
    must: 'check or comment',
    example: 'comment',
  }),
  report: setting(text.optional(), {
    section: 'GitHub',
    description: 'for mode comment: the report that the other run has written with the input json',
    must: 'a file',
    example: 'report.json',
  }),
  githubToken: setting(text.optional(), {
    section: 'GitHub',
    description: 'token to comment with; the project is never given it',
    must: 'a token',
    example: 'ghp_0123456789abcdef',
    inputDefault: 'github.token',
    secret: true,
  }),
  allowPullRequestTarget: setting(toggle.default(false), {
    section: 'GitHub',
    description:
      'run migrations on pull_request_target all the same: whoever opens a pull request can then use the secrets of the repository',
    must: 'true or false',
    example: 'true',
  }),
});

export type WorkflowInputs = Readonly<z.output<typeof schema>>;

const names = Object.keys(schema.shape) as readonly (keyof WorkflowInputs)[];

/** The inputs of the action that are no settings, by their names in a workflow. */
export const workflowInputs: readonly { readonly name: string; readonly words: SettingWords }[] = names.map(
  (name) => ({ name: kebab(name), words: wordsOf(schema.shape[name]) }),
);

/** Reads them; an empty input is none, and a path is relative to `base`. SetupError `bad-setting`. */
export function readWorkflowInputs(read: (name: string) => string, base: string): WorkflowInputs {
  const given = names.flatMap((name) => {
    const value = read(kebab(name)).trim();
    return value === '' ? [] : [[name, value] as const];
  });
  const [first, ...others] = given.flatMap(([name, value]) => {
    const expected = expectationFrom(schema.shape[name]);
    return expected.accepts(value) ? [] : [badValue(expected, value, { kind: 'input', name: kebab(name) })];
  });
  if (first) throw badSettings([first, ...others]);
  const inputs = schema.parse(Object.fromEntries(given));
  return inputs.report === undefined ? inputs : { ...inputs, report: resolve(base, inputs.report) };
}
