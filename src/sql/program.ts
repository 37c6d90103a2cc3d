/** The parser as Emscripten wraps it. Pointers are offsets into HEAPU8. */
export interface Program {
  /** Another one after the memory has grown: never keep it. */
  readonly HEAPU8: Uint8Array;
  getValue(pointer: number, type: 'i32'): number;
  UTF8ToString(pointer: number): string;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _wasm_parse_query_raw(sql: number): number;
  _wasm_free_parse_result(result: number): void;
  _wasm_parse_plpgsql(sql: number): number;
  _wasm_scan(sql: number): number;
  _wasm_free_string(text: number): void;
}

/** PostgreSQL's parser, with what takes it back to where it was before it was first used. */
export interface Loaded {
  readonly program: Program;
  restore(): void;
}

/** How libpg-query 18.1.5 calls what Emscripten calls emscripten_stack_get_current and _emscripten_stack_restore. */
interface Stack {
  readonly R: () => number;
  readonly Q: (pointer: number) => void;
}

/** Compiles the parser. About 15 ms; nothing of it is loaded before. */
export async function load(): Promise<Loaded> {
  const { default: start } = await import('libpg-query/wasm/libpg-query.js');
  const { wasmBytes } = await import('./wasm.ts');
  const module = await WebAssembly.compile(await wasmBytes());
  const { promise, resolve } = Promise.withResolvers<WasmInstance>();
  const program = await start({
    print: ignore,
    printErr: ignore,
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance);
      resolve(instance);
      return {};
    },
  });
  return { program, restore: restorer(program, stackOf(await promise)) };
}

/** It prints only what it also throws. */
const ignore = (): void => undefined;

/**
 * All that the parser remembers is its memory below the top of its stack, and where the stack ends. A recursion that
 * is too deep leaves both as they are, and after some thirty of them nothing can be parsed any more: hence back to
 * the start after each. The heap lies above; who owns which part of it is written below.
 */
function restorer(program: Program, stack: Stack): () => void {
  const top = stack.R();
  const start = program.HEAPU8.slice(0, lastUsed(program.HEAPU8, top));
  return () => {
    program.HEAPU8.fill(0, start.length, top);
    program.HEAPU8.set(start);
    stack.Q(top);
  };
}

/** How many bytes there are up to the last word that is not zero. */
function lastUsed({ buffer }: Uint8Array, top: number): number {
  const words = new BigUint64Array(buffer, 0, Math.floor(top / 8));
  let at = words.length;
  while (at > 0 && words[at - 1] === 0n) at -= 1;
  return at * 8;
}

function stackOf({ exports }: WasmInstance): Stack {
  const { R, Q } = exports;
  if (typeof R !== 'function' || typeof Q !== 'function')
    throw new Error('This build of libpg-query names its exports differently');
  return { R: () => Number(R()), Q: (pointer) => void Q(pointer) };
}
