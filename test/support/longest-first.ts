import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes a minute or more. It begins first, in this order, whichever project it belongs to: otherwise the last of it
 * runs alone, with every other worker idle.
 */
const longest = [
  'rules/live/',
  'cli/bad-migrations',
  'workflows/act',
  'projects/',
  'cli/lifetime',
  'cli/hostile',
  'cli/baseline',
  'cli/bad-input',
  'measured/corpus',
  'github/events',
  'reporters/markdown/',
  'tools/alembic/',
];

/** Without it one project comes after the other, by their names. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const turn = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((part) => moduleId.includes(`/test/${part}`));
      return at === -1 ? longest.length : at;
    };
    return (await super.sort(files)).sort((a, b) => turn(a) - turn(b));
  }
}
