import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { CoreOutOfStep, coreFromBytes, type WasmCore } from '@/core/loader';

const built = new URL('../../build/wasm/shared/wasm/roundtable.wasm', import.meta.url);
const sessions = new URL('../../sessions/', import.meta.url);

/** The real core behind the real loader; CMake's preset `wasm` builds it. */
describe.skipIf(!existsSync(built))('the core in WASM', () => {
  let core: WasmCore;
  beforeEach(async () => {
    core = await coreFromBytes(readFileSync(built));
  });
  afterEach(() => core.close());

  it('finds nothing wrong with the sessions that ship', () => {
    const shipped = readdirSync(sessions).filter((name) => name.endsWith('.json') && !name.includes('schema'));
    expect(shipped.length).toBeGreaterThan(0);
    for (const name of shipped) {
      expect(core.sessionCheck(readFileSync(new URL(name, sessions), 'utf8'))).toMatchObject({ faults: [] });
    }
  });

  it('names the place of a fault', () => {
    const faults = core.sessionCheck('{"title":"x"}')?.faults ?? [];
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults) expect(fault.pointer).toMatch(/^\//);
    expect(core.sessionCheck('{')?.faults).toMatchObject([{ pointer: '/' }]);
  });

  it('asks for a fresh snapshot where it understands nothing, and never breaks', () => {
    expect(() => core.welcome({ snapshot: 5 })).toThrow(CoreOutOfStep);
    for (const text of [{}, [], null, { you: { participant: 'x' } }, 'ﷺ'.repeat(10_000)]) {
      try {
        core.events(text);
      } catch (error) {
        expect(error).toBeInstanceOf(CoreOutOfStep);
      }
    }
    expect(core.sessionCheck('\ud800')?.faults.length).toBeGreaterThan(0);
  });
});
