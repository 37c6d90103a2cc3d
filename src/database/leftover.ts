/** Where a container engine listens, in the words of node:http. */
export interface Engine {
  readonly protocol: 'http' | 'https';
  readonly socketPath?: string;
  readonly host?: string;
  readonly port?: number | string;
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** What ends a program and its children in good order; 0 when that is to wait for its end, which is near. */
export type EndsBy = NodeJS.Signals | 0;

/** Something that must not outlive us. */
export type Leftover =
  | { readonly kind: 'directory'; readonly path: string }
  /** A program that leads its process group. */
  | { readonly kind: 'program'; readonly pid: number; readonly signal: EndsBy }
  | {
      readonly kind: 'container';
      readonly engine: Engine;
      readonly name: string;
      /** Whether the engine may still be making it. */
      readonly onItsWay: boolean;
    };
