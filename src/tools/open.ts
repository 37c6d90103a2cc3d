import { readdir } from 'node:fs/promises';
import { relative } from 'node:path';
import { SetupError } from '../model/setup-error.ts';
import { alembic } from './alembic/tool.ts';
import type { Detection, MigrationTool, Texts, ToolSession, Whereabouts } from './tool.ts';

/** Every migration tool there is; a new one is a folder beside this file and an entry here. */
const tools: readonly MigrationTool[] = [alembic];

export interface FindRequest {
  readonly where: Whereabouts;
  /** A configuration file that the user named, and the section in it. */
  readonly config?: string | undefined;
  readonly name?: string | undefined;
}

export interface OpenRequest extends FindRequest {
  readonly python?: string | undefined;
  readonly x: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly texts?: Texts | undefined;
}

/** A project with the tool that it belongs to; nothing of it runs. */
export interface FoundProject {
  readonly tool: MigrationTool;
  readonly detection: Detection;
}

export interface OpenProject extends AsyncDisposable {
  readonly detection: Detection;
  readonly session: ToolSession;
}

/** Opens the one project that is meant. SetupError when there is none, or more than one. */
export async function openProject(
  request: OpenRequest,
  /** Where it is known already. */
  found?: FoundProject,
): Promise<OpenProject> {
  const { tool, detection } = found ?? (await findProject(request));
  const { x, env, signal, python, texts } = request;
  const session = await tool.open(detection, request.where, {
    x,
    env,
    signal,
    ...(python === undefined ? {} : { python }),
    ...(texts ? { texts } : {}),
  });
  return { detection, session, [Symbol.asyncDispose]: () => session[Symbol.asyncDispose]() };
}

/** Finds the one project that is meant. SetupError when there is none, or more than one. */
export async function findProject({ where, config, name }: FindRequest): Promise<FoundProject> {
  const named = { ...(config === undefined ? {} : { config }), ...(name === undefined ? {} : { name }) };
  const lists = await Promise.all(
    tools.map(async (tool) => (await tool.detect(where, named)).map((detection) => ({ tool, detection }))),
  );
  const [first, ...others] = lists.flat();
  if (!first) throw await nothingFound(where, name);
  if (others.length > 0) throw tooMany(where, [first, ...others]);
  return first;
}

async function nothingFound({ directory }: Whereabouts, name: string | undefined): Promise<SetupError> {
  const files: readonly string[] = await readdir(directory).catch(() => []);
  const template = files.find((file) => /^alembic.*\.ini./.test(file));
  const ini = files.includes('alembic.ini');
  const section = name === undefined ? 'a script_location' : `a section [${name}] with a script_location`;
  return new SetupError(
    'no-project',
    ini
      ? `There are no migrations in ${directory}: its alembic.ini is without ${section}`
      : `There are no migrations in ${directory}: no alembic.ini with ${section}, and no [tool.alembic] in a pyproject.toml`,
    template === undefined
      ? 'Name the directory that has them (migrate-check backend/), or the file (migrate-check --config path/to/alembic.ini)'
      : `Use the template that is there: migrate-check --config ${template}`,
  );
}

function tooMany({ directory }: Whereabouts, found: readonly FoundProject[]): SetupError {
  const places = found.map(
    ({ detection }) => `${relative(directory, detection.directory) || '.'}  (${detection.project.because})`,
  );
  return new SetupError(
    'several-projects',
    `There are ${found.length} projects in ${directory}`,
    `Check one at a time: migrate-check ${wordsFor(directory, found)}`,
    { details: places },
  );
}

/** What to type for the first of them. */
function wordsFor(directory: string, [first, second]: readonly FoundProject[]): string {
  const place = relative(directory, first?.detection.directory ?? '') || '.';
  const sameDirectory = first?.detection.directory === second?.detection.directory;
  return sameDirectory ? `${place} --name ${first?.detection.config['section']}` : place;
}
