import { execFileSync } from 'node:child_process';

const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];

export const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', [...identity, ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

export function commit(cwd: string, message = 'change'): void {
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', '-m', message);
}

/** Makes a repository of a directory, with all that is in it on `main`, and a branch `work` that begins there. */
export function makeRepository(directory: string): void {
  git(directory, 'init', '--quiet', '--initial-branch=main');
  commit(directory);
  git(directory, 'switch', '--quiet', '-c', 'work');
}
