import type { Detection, MigrationTool, ToolOptions, ToolSession, Whereabouts } from '../tool.ts';
import { detectProjects } from './detect.ts';
import { findPython } from './python.ts';
import { AlembicSession } from './session.ts';
import { sourcesOf } from './sources.ts';

/** Alembic, through the project's own Python and its own env.py. */
export const alembic: MigrationTool = {
  id: 'alembic',
  detect: detectProjects,
  sources: sourcesOf,
  open: openProject,
};

async function openProject(
  detection: Detection,
  where: Whereabouts,
  options: ToolOptions,
): Promise<ToolSession> {
  const { env, signal, x, python, texts = new Map<string, Uint8Array>() } = options;
  const { directory, config } = detection;
  const found = await findPython({
    directory,
    root: where.root,
    env,
    signal,
    ...(python === undefined ? {} : { python }),
  });
  return AlembicSession.open({
    driver: { python: found.path, cwd: directory, env },
    open: {
      command: 'open',
      config: config['file'],
      name: config['section'],
      shown: config['shown'],
      scriptLocation: config['scriptLocation'],
      directory,
      root: where.root,
      x,
      texts: Object.fromEntries(
        [...texts].map(([file, text]) => [file, Buffer.from(text).toString('base64')]),
      ),
    },
    interpreter: `${found.path} (${found.because})`,
    signal,
  });
}
