// The report as its own module (shared/wasm/report_abi.cpp): only pages that write one fetch it, and from then on it needs no server.
import type { InReport, Ms, ReportFormat, ReportVersion } from './types';
import { importsFor } from './wasm_imports';

interface Exports {
  memory: WebAssembly.Memory;
  _initialize?(): void;
  malloc(size: number): number;
  free(pointer: number): void;
  rt_report_open(): number;
  rt_report_output(handle: number): number;
  rt_report(handle: number, pointer: number, length: number): number;
}

export interface ReportWish {
  format: ReportFormat;
  version: ReportVersion;
  names?: InReport;
  now_ms: Ms;
}

export class ReportModule {
  private readonly handle: number;

  constructor(private readonly exports: Exports) {
    exports._initialize?.();
    this.handle = exports.rt_report_open();
  }

  /** `held` is the core's own text of what it holds. */
  write(wish: ReportWish, held: string): string {
    const text = `${JSON.stringify(wish).slice(0, -1)},"held":${held}}`;
    const bytes = new TextEncoder().encode(text);
    const pointer = this.exports.malloc(bytes.length);
    if (pointer === 0) throw new Error('No memory is left for the report');
    try {
      new Uint8Array(this.exports.memory.buffer, pointer, bytes.length).set(bytes);
      const length = this.exports.rt_report(this.handle, pointer, bytes.length);
      if (length < 0) throw new Error('The report was not understood');
      const output = this.exports.rt_report_output(this.handle);
      return new TextDecoder('utf-8').decode(new Uint8Array(this.exports.memory.buffer, output, length));
    } finally {
      this.exports.free(pointer);
    }
  }
}

export async function reportModuleFromBytes(bytes: BufferSource): Promise<ReportModule> {
  const module = await WebAssembly.compile(bytes);
  const instance = await WebAssembly.instantiate(module, importsFor(module));
  return new ReportModule(instance.exports as unknown as Exports);
}
