import { findEngine } from '../../../src/database/container/engine.ts';

/** The container engine of this machine; undefined where none answers. */
export const engine = await findEngine().catch(() => undefined);

/** Set where the tests of containers have to run: then no engine is a failure, and not a reason to leave them out. */
export const engineRequired = process.env['MIGRATE_CHECK_REQUIRE_DOCKER'] === '1';

/** The image that the tests use; it is taken as it is when it is there. */
export const testImage = 'postgres:17-alpine';

/** Names of the containers, running or not, that a process has made. */
export async function containersOf(pid: number): Promise<readonly string[]> {
  const list = await engine?.client.container.dockerode.listContainers({
    all: true,
    filters: { label: [`migrate-check=process ${pid}`] },
  });
  return (list ?? []).flatMap(({ Names }) => Names);
}

/** Makes an image like the usual one that runs another program; it goes with `remove`. */
export async function imageThatRuns(script: string): Promise<{ image: string; remove(): Promise<void> }> {
  if (!engine) throw new Error('There is no container engine');
  const { dockerode } = engine.client.container;
  const made = await dockerode.createContainer({ Image: testImage });
  const repo = `migrate-check-test/${made.id.slice(0, 12)}`;
  await made.commit({ repo, tag: '1', changes: `ENTRYPOINT ${JSON.stringify(['sh', '-c', script])}` });
  await made.remove({ v: true });
  const image = `${repo}:1`;
  return { image, remove: async () => void (await dockerode.getImage(image).remove({ force: true })) };
}
