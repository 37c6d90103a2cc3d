import type { Layer } from './layer.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment of this process. Nobody else reads it. */
export const environment = (): Environment => process.env;

/**
 * Takes what the runner gives only to the action out of the environment: inputs, of which one is a token, and its own
 * tokens. No program that is started from now on gets them, and no setting can hand them on.
 */
export function forgetInputs(): void {
  for (const name of Object.keys(process.env)) if (/^(INPUT|ACTIONS)_/.test(name)) delete process.env[name];
}

/** A password need not stand in a command line, where every process of the machine can read it. */
const urlVariable = 'MIGRATE_CHECK_DATABASE_URL';

/** The one setting that may come from the environment. */
export function environmentLayer(env: Environment, cwd: string): Layer {
  const value = env[urlVariable];
  if (!value) return { base: cwd, given: new Map() };
  return {
    base: cwd,
    given: new Map([['databaseUrl', { value, source: { kind: 'variable', name: urlVariable } }]]),
  };
}

/**
 * What a program needs to run at all, and Python to find its packages, wherever uv, Poetry and Pipenv were told to keep
 * them; no secret has such a name.
 */
const harmless =
  /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_\w+|TZ|TERM|TMPDIR|TEMP|TMP|CI|GITHUB_WORKSPACE|RUNNER_(OS|ARCH|TEMP|TOOL_CACHE)|VIRTUAL_ENV|CONDA_PREFIX|PYTHON\w*|pythonLocation|LD_LIBRARY_PATH|DYLD_\w+|SSL_CERT_(FILE|DIR)|XDG_\w+|SYSTEMROOT|WINDIR|COMSPEC|PATHEXT|APPDATA|LOCALAPPDATA|USERPROFILE|UV_(PROJECT_ENVIRONMENT|PYTHON|PYTHON_INSTALL_DIR|CACHE_DIR)|POETRY_(CACHE_DIR|CONFIG_DIR|DATA_DIR|VIRTUALENVS_\w+)|WORKON_HOME|PIPENV_(PIPFILE|CUSTOM_VENV_NAME|VENV_IN_PROJECT))$/;

/**
 * Environment for the project's code. On a laptop migrations may need anything that the developer's shell has:
 * `whole`. Where strangers' code is run beside secrets: `harmless`. The setting `env` adds to either; a name without
 * a value stands for the value it has here. The URL of the server never gets there.
 */
export function projectEnvironment(
  env: Environment,
  inherited: 'whole' | 'harmless',
  added: readonly string[],
): Environment {
  const kept = Object.entries(env).filter(
    ([name]) => name !== urlVariable && (inherited === 'whole' || harmless.test(name)),
  );
  const more = added.map((entry) => {
    const [name = '', ...value] = entry.split('=');
    return [name, entry.includes('=') ? value.join('=') : env[name]] as const;
  });
  return Object.fromEntries([...kept, ...more]);
}

/**
 * Whether to write in colours. NO_COLOR wins (https://no-color.org), then FORCE_COLOR, then whether somebody looks.
 */
export function wantsColour(env: Environment, isTerminal: boolean): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return !['0', 'false'].includes(forced);
  return isTerminal && env['TERM'] !== 'dumb';
}

/** Whether lines can be rewritten in place: logs of CI keep every one of them. */
export const canRewrite = (env: Environment, isTerminal: boolean): boolean =>
  isTerminal && env['TERM'] !== 'dumb' && !env['CI'];

/** What a hook of git sets points at the repository of the hook, whatever directory is asked about. */
const ofHooks = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
];

/** For git: its own words in English, no lock taken beside somebody's commit, and nobody asked for a password. */
export function gitEnvironment(env: Environment): Environment {
  const kept = Object.entries(env).filter(([name]) => !ofHooks.includes(name));
  return {
    ...Object.fromEntries(kept),
    ...(env['GITHUB_WORKSPACE'] ? trusting(env) : {}),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
  };
}

/**
 * In a job with a container what was checked out belongs to a user outside, and git refuses to look at it. A job trusts
 * its checkout: it runs what is in there.
 * Source: git-config(1), `safe.directory`; https://github.com/actions/checkout/issues/766.
 */
function trusting(env: Environment): Environment {
  const count = Number(env['GIT_CONFIG_COUNT'] ?? 0) || 0;
  return {
    GIT_CONFIG_COUNT: `${count + 1}`,
    [`GIT_CONFIG_KEY_${count}`]: 'safe.directory',
    [`GIT_CONFIG_VALUE_${count}`]: '*',
  };
}
