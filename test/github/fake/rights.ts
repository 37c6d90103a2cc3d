import type { Right, State } from './state.ts';

type Need = readonly [right: Right, level: 'read' | 'write'];

/** Any one of these is enough; the header of a refusal names them all. */
const needs: Readonly<Record<string, readonly Need[]>> = {
  'issues/list-comments': [
    ['issues', 'read'],
    ['pull-requests', 'read'],
  ],
  'issues/create-comment': [
    ['issues', 'write'],
    ['pull-requests', 'write'],
  ],
  'issues/update-comment': [
    ['issues', 'write'],
    ['pull-requests', 'write'],
  ],
  'issues/delete-comment': [
    ['issues', 'write'],
    ['pull-requests', 'write'],
  ],
  'pulls/list': [['pull-requests', 'read']],
  'pulls/list-files': [['pull-requests', 'read']],
  'pulls/list-review-comments': [['pull-requests', 'read']],
  'pulls/create-review': [['pull-requests', 'write']],
  'checks/create': [['checks', 'write']],
  'checks/update': [['checks', 'write']],
  'git/get-ref': [['contents', 'read']],
};

/** What `x-accepted-github-permissions` says where the token lacks a right; undefined where it has it. */
export function lackingRights(operation: string, { rights }: Pick<State, 'rights'>): string | undefined {
  const wanted = needs[operation] ?? [];
  const has = ([right, level]: Need): boolean => rights[right] === 'write' || rights[right] === level;
  return wanted.some(has)
    ? undefined
    : wanted.map(([right, level]) => `${right.replaceAll('-', '_')}=${level}`).join('; ');
}
