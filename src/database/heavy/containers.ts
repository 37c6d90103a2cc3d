export { PostgreSqlContainer } from '@testcontainers/postgresql';
/** Loaded only when a container is asked for: it is most of the program's weight. */
export { getContainerRuntimeClient, Wait } from 'testcontainers';
