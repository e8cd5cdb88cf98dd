import { CoreBroken, CoreOutOfStep, WasmCore } from '@/core/loader';
import { importsFor } from '@/core/wasm_imports';

type Exports = ConstructorParameters<typeof WasmCore>[0];

/** The C ABI played by JavaScript: memory that grows at each malloc, and answers that a test sets. */
function fakeExports(more: Partial<Exports> = {}) {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const heard: string[] = [];
  const freed: number[] = [];
  const outputAt = 4096;
  const state = { output: '' };
  const hear = (pointer: number, length: number) => {
    heard.push(new TextDecoder().decode(new Uint8Array(memory.buffer, pointer, length)));
  };
  const answer = (): number => {
    const bytes = new TextEncoder().encode(state.output);
    memory.grow(1);
    new Uint8Array(memory.buffer, outputAt, bytes.length).set(bytes);
    return bytes.length;
  };
  const exports: Exports = {
    memory,
    malloc: () => {
      memory.grow(1);
      return 1024;
    },
    free: (pointer) => {
      freed.push(pointer);
    },
    rt_open: () => 1,
    rt_close: () => undefined,
    rt_welcome: (_handle, pointer, length) => {
      hear(pointer, length);
      return 0;
    },
    rt_events: () => 1,
    rt_view: () => answer(),
    rt_check: (_handle, pointer, length) => {
      hear(pointer, length);
      return answer();
    },
    rt_similar: () => answer(),
    rt_digest: () => answer(),
    rt_output: () => outputAt,
    ...more,
  };
  return { exports, heard, freed, state };
}

describe('WasmCore', () => {
  it('hands texts over as UTF-8 and frees them, though memory grows meanwhile', () => {
    const fake = fakeExports();
    new WasmCore(fake.exports).welcome({ title: 'كيف — 参加' });
    expect(fake.heard).toEqual(['{"title":"كيف — 参加"}']);
    expect(fake.freed).toEqual([1024]);
  });

  it('reads views and digests', () => {
    const fake = fakeExports();
    const core = new WasmCore(fake.exports);
    fake.state.output = '{"now_ms":5}';
    expect(core.view(5)).toEqual({ now_ms: 5 });
    fake.state.output = 'abc';
    expect(core.digest()).toBe('abc');
  });

  it('answers null for a command that the core would accept, else its refusal', () => {
    const fake = fakeExports();
    const core = new WasmCore(fake.exports);
    const command = { type: 'floor.end', data: {} } as const;
    expect(core.check(command, 0)).toBeNull();
    fake.state.output = 'not_allowed';
    expect(core.check(command, 0)).toBe('not_allowed');
    expect(fake.heard[0]).toBe('{"type":"floor.end","data":{}}');
  });

  it('tells a text that was not understood from a core that broke', () => {
    const core = new WasmCore(
      fakeExports({
        rt_view: () => {
          throw new WebAssembly.RuntimeError('unreachable');
        },
      }).exports,
    );
    expect(() => core.events({})).toThrow(CoreOutOfStep);
    expect(() => core.view(0)).toThrow(CoreBroken);
    expect(() => new WasmCore(fakeExports({ rt_open: () => 0 }).exports)).toThrow(CoreBroken);
  });

  it('checks session files only where the core can', () => {
    const without = fakeExports();
    expect(new WasmCore(without.exports).sessionCheck('{}')).toBeNull();
    const fake = fakeExports({ rt_session_check: () => 0 });
    fake.exports.rt_session_check = () => fake.exports.rt_view(1, 0);
    fake.state.output = '{"faults":[{"pointer":"/title","message":"is missing"}]}';
    expect(new WasmCore(fake.exports).sessionCheck('{}')?.faults).toHaveLength(1);
  });
});

describe('importsFor', () => {
  it('gives a module what it asks for and nothing else', async () => {
    // (import "env" "emscripten_notify_memory_growth" (func (param i32)))
    const name = 'emscripten_notify_memory_growth';
    const entry = [3, ...bytes('env'), name.length, ...bytes(name), 0, 0];
    const types = [1, 0x60, 1, 0x7f, 0];
    const module = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, types.length, ...types, 2, entry.length + 1, 1, ...entry]);
    const imports = importsFor(await WebAssembly.compile(module));
    expect(Object.keys(imports)).toEqual(['env']);
    expect(Object.keys(imports.env ?? {})).toEqual([name]);
  });
});

const bytes = (text: string): number[] => [...new TextEncoder().encode(text)];
