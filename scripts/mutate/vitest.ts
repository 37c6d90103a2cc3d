/**
 * Stands for vitest: collects the tests of the files that are imported, to be run as often as there are mutants. Only
 * what the tests of the rules and of the SQL use of it is here.
 */
export { expect } from 'vitest';

type Body = (...row: never[]) => unknown;
type Task = () => unknown;

export interface Test {
  readonly name: string;
  readonly run: Task;
}

/** In the order in which they stand. */
export const tests: Test[] = [];
/** What is to be done before all tests, and after them. */
export const before: Task[] = [];
export const after: Task[] = [];

const path: string[] = [];
let cleaning: Task[] = [];

/** Tests that are added from now on are those of this file. */
export function inFile(name: string): void {
  path.splice(0, path.length, name);
}

/** Resolves with what the test threw, where it failed, once what it left was cleaned. */
export async function failureOf({ run }: Test): Promise<unknown> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error ?? new Error('threw nothing');
  } finally {
    const tasks = cleaning.toReversed();
    cleaning = [];
    for (const task of tasks) await task();
  }
}

function add(name: string, body: Body): void {
  tests.push({ name: [...path, name].join(' > '), run: body });
}

function group(name: string, body: Body): void {
  path.push(name);
  body();
  path.pop();
}

/** The same for each row of a table, which is spread where it is a list. */
const forEach =
  (one: (name: string, body: Body) => void) =>
  (rows: readonly unknown[]) =>
  (name: string, body: Body): void => {
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row];
      one(titleOf(name, values), () => body(...(values as never[])));
    }
  };

function titleOf(name: string, values: readonly unknown[]): string {
  let at = 0;
  return name.replace(/%[sdifjo]/g, () => String(values[at++]));
}

export const test = Object.assign(add, { each: forEach(add) });
export const describe = Object.assign(group, { each: forEach(group) });
export const beforeAll = (task: Task): void => void before.push(task);
export const afterAll = (task: Task): void => void after.push(task);
export const onTestFinished = (task: Task): void => void cleaning.push(task);
