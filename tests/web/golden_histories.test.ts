// The same files as tests/view/golden_histories_test.cpp, on the WASM build: equal digests, equal views.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { GoldenCore } from './fixtures/golden_core';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const folder = here('../golden/histories');
const attendeeWasm = here('../../build/wasm/shared/wasm/roundtable_attendee.wasm');
const wasm = process.env.ROUNDTABLE_WASM ?? here('../../build/wasm/shared/wasm/roundtable.wasm');

interface Step {
  command: { type: string; data: unknown };
  stamp: { at: number };
  expect: { events?: unknown[]; refusal?: string };
}
interface Viewer {
  kind: string;
  snapshot: unknown;
  steps: { forms: unknown[]; check?: string }[];
  tally: unknown;
  digest: string;
  view_at: number;
  view: { me: { staff: boolean } };
}
interface History {
  name: string;
  given: unknown[];
  steps: Step[];
  digest: string;
  viewers: Viewer[];
}

const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (name: string) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as History;

describe.skipIf(!existsSync(wasm))('golden histories in WASM', () => {
  let module: WebAssembly.Module;
  beforeAll(async () => {
    module = await WebAssembly.compile(new Uint8Array(readFileSync(wasm)));
  });

  it('has histories to replay', () => {
    expect(files.length).toBeGreaterThanOrEqual(12);
  });

  it.each(files)('%s: the events alone give the same state', async (name) => {
    const history = read(name);
    const core = await GoldenCore.open(module);
    core.wholeEvents([...history.given, ...history.steps.flatMap((step) => step.expect.events ?? [])]);
    expect(core.wholeDigest()).toBe(history.digest);
  });

  it.each(files)('%s: each viewer holds and sees the same', async (name) => {
    const history = read(name);
    for (const viewer of history.viewers) {
      const core = await GoldenCore.open(module);
      core.welcome({ snapshot: viewer.snapshot, tally: {} });
      viewer.steps.forEach((step, index) => {
        const { command, stamp } = history.steps[index] as Step;
        if (step.check !== undefined) {
          expect(core.check(command, stamp.at), `${viewer.kind}, ${command.type}`).toBe(step.check);
        }
        core.events({ list: step.forms });
      });
      core.events({ list: [{ type: 'tally', data: viewer.tally }] });
      expect(core.digest(), viewer.kind).toBe(viewer.digest);
      expect(core.view(viewer.view_at), viewer.kind).toEqual(viewer.view);
    }
  });
});

describe.skipIf(!existsSync(wasm) || !existsSync(attendeeWasm))('the small module of viewers who are not staff', () => {
  let modules: WebAssembly.Module[];
  beforeAll(async () => {
    modules = await Promise.all([wasm, attendeeWasm].map((file) => WebAssembly.compile(new Uint8Array(readFileSync(file)))));
  });

  it.each(files)('%s: shows and foresees, letter by letter, what the whole module does', async (name) => {
    const history = read(name);
    for (const viewer of history.viewers.filter((each) => !each.view.me.staff)) {
      const cores = await Promise.all(modules.map((module) => GoldenCore.open(module)));
      const [whole, small] = cores as [GoldenCore, GoldenCore];
      for (const core of cores) core.welcome({ snapshot: viewer.snapshot, tally: {} });
      viewer.steps.forEach((step, index) => {
        const { command, stamp } = history.steps[index] as Step;
        expect(small.check(command, stamp.at), `${viewer.kind}, ${command.type}`).toBe(whole.check(command, stamp.at));
        for (const core of cores) core.events({ list: step.forms });
        expect(small.viewText(stamp.at), `${viewer.kind}, after ${command.type}`).toBe(whole.viewText(stamp.at));
      });
      for (const core of cores) core.events({ list: [{ type: 'tally', data: viewer.tally }] });
      expect(small.viewText(viewer.view_at), viewer.kind).toBe(whole.viewText(viewer.view_at));
      expect(small.similarText('Who pays for the audit?')).toBe(whole.similarText('Who pays for the audit?'));
    }
  });

  it.each(files)('%s: is told by the snapshot that its person became staff', async (name) => {
    for (const viewer of read(name).viewers) {
      const small = await GoldenCore.open(modules[1] as WebAssembly.Module);
      small.welcome({ snapshot: viewer.snapshot, tally: {} });
      const view = small.view(viewer.view_at) as Viewer['view'];
      expect(view.me.staff, viewer.kind).toBe(viewer.view.me.staff);
    }
  });
});
