import { z } from 'zod';
import { setting } from './words.ts';

const commentWords = ['on-failure', 'changes', 'always', 'never'] as const;
const annotationWords = ['commands', 'checks', 'none'] as const;
const filterWords = ['added', 'file', 'none'] as const;

/** How the report is shown on GitHub. The gate is not asked here. */
export const githubSettings = {
  comment: setting(z.enum(commentWords).default('on-failure'), {
    section: 'GitHub',
    description:
      'when the pull request gets a comment: on-failure, changes (a migration was changed, or there are findings), always or never',
    must: 'on-failure, changes, always or never',
    example: 'changes',
    flag: 'none',
  }),
  commentKey: setting(
    z
      .string()
      .regex(/^[\w.-]{1,64}$/)
      .default('default'),
    {
      section: 'GitHub',
      description: 'tells comments on the same project apart, such as those of the jobs of a matrix',
      must: 'at most 64 letters, digits, dots, dashes and underscores',
      example: 'postgres-17',
      flag: 'none',
    },
  ),
  annotations: setting(z.enum(annotationWords).default('commands'), {
    section: 'GitHub',
    description:
      'how findings get onto their lines: commands (the first nine of each severity, without any permission), checks (all, in a check run of their own) or none',
    must: 'commands, checks or none',
    example: 'checks',
    flag: 'none',
  }),
  filter: setting(z.enum(filterWords).default('file'), {
    section: 'GitHub',
    description:
      'which findings of a pull request are shown on lines: added (of lines that it adds), file (of files that it changes) or none (all); what fails the check is not filtered',
    must: 'added, file or none',
    example: 'added',
    flag: 'none',
  }),
};
