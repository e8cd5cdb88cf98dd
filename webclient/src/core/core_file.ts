import { loadCore, type WasmCore } from './loader';
import coreUrl from './roundtable.wasm?url';

export const openCore = (): Promise<WasmCore> => loadCore(coreUrl);
