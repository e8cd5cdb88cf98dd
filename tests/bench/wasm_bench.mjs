// The same as core_bench.cpp on the WASM build, in Node. No bar is asserted here; README.md has the bars.
// node tests/bench/wasm_bench.mjs [--quick] [--bench build/release/tests/bench/core_bench] [--wasm FILE]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const option = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const quick = process.argv.includes('--quick');
const runs = quick ? 3 : 9;
const wasm = option('--wasm', `${root}build/wasm/shared/wasm/roundtable.wasm`);
const bench = option('--bench', `${root}build/release/tests/bench/core_bench`);

function histories() {
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-bench-'));
  const [events, queue] = [join(folder, 'events.json'), join(folder, 'queue.json')];
  execFileSync(bench, [...(quick ? ['--quick'] : []), '--write', events, '--write-queue', queue]);
  const texts = { events: readFileSync(events), queue: readFileSync(queue) };
  rmSync(folder, { recursive: true });
  return texts;
}

async function load() {
  const module = await WebAssembly.compile(readFileSync(wasm));
  const imports = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    if (kind === 'function') imports[from] = { ...imports[from], [name]: () => 0 };
  }
  const { exports } = await WebAssembly.instantiate(module, imports);
  exports._initialize?.();
  return exports;
}

function withBytes(core, bytes, call) {
  const pointer = core.malloc(bytes.length);
  new Uint8Array(core.memory.buffer, pointer, bytes.length).set(bytes);
  const answer = call(pointer, bytes.length);
  core.free(pointer);
  if (answer < 0) throw new Error('the core did not understand the text');
  return answer;
}

/** Of calls after a warm-up: the engine compiles twice, quickly at first and well a little later. */
function median(work, warmUps = 2) {
  const times = [];
  for (let run = 0; run < warmUps; run++) work();
  for (let run = 0; run < runs; run++) {
    const begin = performance.now();
    work();
    times.push(performance.now() - begin);
  }
  return times.sort((one, other) => one - other)[Math.floor(runs / 2)];
}

function row(what, value, unit, bar = '') {
  const figure = value.toLocaleString('en', { maximumFractionDigits: 2 });
  console.log(`${what.padEnd(52)} ${figure.padStart(14)} ${unit.padEnd(12)} ${bar}`);
}

const texts = histories();
const core = await load();
console.log(`${'core, WASM'.padEnd(52)} ${'median'.padStart(14)} ${''.padEnd(12)} bar`);

const handle = core.rt_open();
const count = withBytes(core, texts.events, (pointer, length) => core.rt_bench_load(handle, pointer, length));
const perSecond = (ms) => (count / ms) * 1000;
row('events applied', perSecond(median(() => core.rt_bench_apply(handle))), 'a second', '300,000');
row(
  'events decoded from JSON and applied',
  perSecond(
    median(() => {
      const fresh = core.rt_open();
      withBytes(core, texts.events, (pointer, length) => core.rt_whole_events(fresh, pointer, length));
      core.rt_close(fresh);
    }),
  ),
  'a second',
);
const text = texts.events.toString('utf8');
row('  baseline: JSON.parse of the same bytes', perSecond(median(() => JSON.parse(text))), 'a second');

const queue = core.rt_open();
withBytes(core, texts.queue, (pointer, length) => core.rt_bench_load(queue, pointer, length));
core.rt_bench_apply(queue);
row('floor order, 1,000 hands', median(() => core.rt_bench_order(queue), 200), 'ms', '2');
const placed = Array.from({ length: 1000 }, (_, hand) => ({ hand, group: hand % 7 }));
row('  baseline: 1,000 objects sorted in JavaScript', median(() => [...placed].sort((a, b) => a.group - b.group)), 'ms');
