import type { BreakoutPlanData, Command, Core, GroupingTask, Id, MoveCost, Ms, Refusal, View } from './types';
import { importsFor } from './wasm_imports';

interface Exports {
  memory: WebAssembly.Memory;
  _initialize?(): void;
  malloc(size: number): number;
  free(pointer: number): void;
  rt_open(): number;
  rt_close(handle: number): void;
  rt_welcome(handle: number, pointer: number, length: number): number;
  rt_events(handle: number, pointer: number, length: number): number;
  rt_view(handle: number, now_ms: number): number;
  rt_check(handle: number, pointer: number, length: number, now_ms: number): number;
  rt_similar(handle: number, pointer: number, length: number): number;
  rt_output(handle: number): number;
  // Of staff's module alone.
  rt_digest?(handle: number): number;
  rt_state?(handle: number): number;
  rt_grouping_task?(handle: number, pointer: number, length: number): number;
  rt_rebalance_task?(handle: number): number;
  rt_move_costs?(handle: number, person: number): number;
  rt_session_check?(handle: number, pointer: number, length: number): number;
}

export interface Fault {
  pointer: string;
  message: string;
}
export interface SessionCheck {
  faults: Fault[];
  fitted?: { title: string; minutes: number; fitted_minutes: number }[];
}

/** The core did not understand a text of the server: a fresh snapshot is needed. */
export class CoreOutOfStep extends Error {}
/** The core itself failed (a trap): only a new one helps. */
export class CoreBroken extends Error {}

export class WasmCore implements Core {
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder('utf-8');
  private handle: number;

  constructor(private readonly exports: Exports) {
    this.exports._initialize?.();
    this.handle = this.exports.rt_open();
    if (this.handle === 0) throw new CoreBroken('The core could not open a session');
  }

  welcome(welcome: unknown): void {
    this.take('welcome', (pointer, length) => this.exports.rt_welcome(this.handle, pointer, length), welcome);
  }

  events(events: unknown): void {
    this.take('events', (pointer, length) => this.exports.rt_events(this.handle, pointer, length), events);
  }

  view(now_ms: Ms): View {
    return JSON.parse(this.read(this.guarded(() => this.exports.rt_view(this.handle, now_ms)))) as View;
  }

  check(command: Command, now_ms: Ms): Refusal | null {
    const length = this.withText(JSON.stringify(command), (pointer, size) =>
      this.exports.rt_check(this.handle, pointer, size, now_ms),
    );
    return (this.read(length) as Refusal | '') || null;
  }

  similar(text: string): ReturnType<Core['similar']> {
    const length = this.withText(text, (pointer, size) => this.exports.rt_similar(this.handle, pointer, size));
    const found: unknown = JSON.parse(this.read(length));
    return Array.isArray(found) ? found : [];
  }

  /** Equal for all who hold the same; null where this core cannot tell. */
  digest(): string | null {
    const digest = this.exports.rt_digest;
    return digest === undefined ? null : this.read(this.guarded(() => digest(this.handle)));
  }

  groupingTask(plan: BreakoutPlanData): GroupingTask | null {
    const task = this.exports.rt_grouping_task;
    if (task === undefined) return null;
    const length = this.withText(JSON.stringify(plan), (pointer, size) => task(this.handle, pointer, size));
    return length <= 0 ? null : (JSON.parse(this.read(length)) as GroupingTask);
  }

  rebalanceTask(): GroupingTask | null {
    const task = this.exports.rt_rebalance_task;
    if (task === undefined) return null;
    const length = this.guarded(() => task(this.handle));
    return length <= 0 ? null : (JSON.parse(this.read(length)) as GroupingTask);
  }

  moveCosts(person: Id): MoveCost[] | null {
    const costs = this.exports.rt_move_costs;
    if (costs === undefined) return null;
    const length = this.guarded(() => costs(this.handle, person));
    return length < 0 ? null : (JSON.parse(this.read(length)) as MoveCost[]);
  }

  held(): string | null {
    const state = this.exports.rt_state;
    return state === undefined ? null : this.read(this.guarded(() => state(this.handle)));
  }

  /** What `roundtable check` says of a session file's text; null where this core cannot tell. */
  sessionCheck(text: string): SessionCheck | null {
    const check = this.exports.rt_session_check;
    if (check === undefined) return null;
    const length = this.withText(text, (pointer, size) => check(this.handle, pointer, size));
    return length < 0 ? null : (JSON.parse(this.read(length)) as SessionCheck);
  }

  close(): void {
    this.guarded(() => this.exports.rt_close(this.handle));
    this.handle = 0;
  }

  private take(frame: string, call: (pointer: number, length: number) => number, body: unknown): void {
    if (this.withText(JSON.stringify(body), call) !== 0) throw new CoreOutOfStep(`The core refused ${frame}`);
  }

  private withText<T>(text: string, call: (pointer: number, length: number) => T): T {
    const bytes = this.encoder.encode(text);
    return this.guarded(() => {
      const pointer = this.exports.malloc(Math.max(1, bytes.length));
      if (pointer === 0) throw new CoreBroken('The core has no memory left');
      try {
        // The view is made after malloc: any call may grow the memory and leave older views detached.
        new Uint8Array(this.exports.memory.buffer, pointer, bytes.length).set(bytes);
        return call(pointer, bytes.length);
      } finally {
        this.exports.free(pointer);
      }
    });
  }

  private read(length: number): string {
    if (length < 0) throw new CoreOutOfStep('The core gave no answer');
    const pointer = this.guarded(() => this.exports.rt_output(this.handle));
    return this.decoder.decode(new Uint8Array(this.exports.memory.buffer, pointer, length));
  }

  private guarded<T>(call: () => T): T {
    try {
      return call();
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) throw new CoreBroken(error.message);
      throw error;
    }
  }
}

export async function coreFromBytes(bytes: BufferSource): Promise<WasmCore> {
  const module = await WebAssembly.compile(bytes);
  const instance = await WebAssembly.instantiate(module, importsFor(module));
  return new WasmCore(instance.exports as unknown as Exports);
}

const modules = new Map<string, Promise<WebAssembly.Module>>();

/** Compiled while it comes, where the server says what it is and the browser can. */
async function fetchModule(url: string): Promise<WebAssembly.Module> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The core could not be fetched: ${answer.status}`);
  const streams =
    answer.headers.get('content-type') === 'application/wasm' && WebAssembly.compileStreaming !== undefined;
  return streams ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

/** The module of a file of the site, fetched once; all cores of a page share it. */
export function coreModule(url: string): Promise<WebAssembly.Module> {
  const known = modules.get(url);
  if (known !== undefined) return known;
  const fetched = fetchModule(url);
  modules.set(url, fetched);
  fetched.catch(() => modules.delete(url));
  return fetched;
}

export async function loadCore(url: string): Promise<WasmCore> {
  const module = await coreModule(url);
  const instance = await WebAssembly.instantiate(module, importsFor(module));
  return new WasmCore(instance.exports as unknown as Exports);
}
