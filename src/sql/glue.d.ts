/** The part of the parser's loader that is used. Emscripten writes it, and it brings no types of its own. */
declare module 'libpg-query/wasm/libpg-query.js' {
  interface Options {
    /** Lines that the program would print. */
    print(line: string): void;
    printErr(line: string): void;
    /** Must hand an instance to `done`, now or later. */
    instantiateWasm(imports: WasmImports, done: (instance: WasmInstance) => void): Record<string, never>;
  }
  function start(options: Options): Promise<import('./program.ts').Program>;
  export = start;
}

/** What of WebAssembly is used; the types of Node leave it to those of browsers. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<WasmModule>;
  readonly Instance: new (module: WasmModule, imports: WasmImports) => WasmInstance;
};
interface WasmModule {
  readonly compiled: never;
}
type WasmImports = Readonly<Record<string, Readonly<Record<string, never>>>>;
interface WasmInstance {
  readonly exports: Readonly<Record<string, unknown>>;
}

/** One dialect of node-sql-parser: a third of a megabyte, where all of them are three. */
declare module 'node-sql-parser/build/postgresql.js' {
  const parsers: {
    readonly Parser: new () => {
      astify(sql: string, options: { readonly database: string }): unknown;
      sqlify(tree: unknown, options: { readonly database: string }): string;
    };
  };
  export = parsers;
}
