// What a standalone Emscripten module may import. The core needs nothing of the outside; these answer "nothing here".

const proc_exit = (code: number): never => {
  throw new WebAssembly.RuntimeError(`The core ended with code ${code}`);
};
const nothing = (): number => 0;

const known: Record<string, Record<string, (...args: never[]) => unknown>> = {
  env: { emscripten_notify_memory_growth: () => undefined },
  wasi_snapshot_preview1: {
    proc_exit,
    fd_write: nothing,
    fd_close: nothing,
    fd_seek: nothing,
    environ_get: nothing,
    environ_sizes_get: nothing,
    clock_time_get: nothing,
  },
};

/** Exactly the functions that the module asks for; an unknown one fails at instantiation, by name. */
export function importsFor(module: WebAssembly.Module): WebAssembly.Imports {
  const imports: WebAssembly.Imports = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    const value = known[from]?.[name];
    if (kind !== 'function' || value === undefined) continue;
    imports[from] = { ...imports[from], [name]: value };
  }
  return imports;
}
