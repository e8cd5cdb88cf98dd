// The room of 150 people of groups_bench.cpp in the WASM module for groups, in Node. No bar is asserted here; README.md has it.
// node tests/bench/groups_bench.mjs [--quick] [--bench build/release/tests/bench/groups_bench] [--wasm FILE]
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
const wasm = option('--wasm', `${root}build/wasm/shared/wasm/roundtable_groups.wasm`);
const bench = option('--bench', `${root}build/release/tests/bench/groups_bench`);

function room() {
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-bench-'));
  const file = join(folder, 'room.json');
  execFileSync(bench, ['--write', file]);
  const text = readFileSync(file);
  rmSync(folder, { recursive: true });
  return text;
}

/** A fresh instance, as a worker that was just started has it: nothing is warm. */
async function load(module) {
  const imports = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    if (kind === 'function') imports[from] = { ...imports[from], [name]: () => 0 };
  }
  const { exports } = await WebAssembly.instantiate(module, imports);
  exports._initialize?.();
  return exports;
}

function solve(core, problem, steps) {
  const handle = core.rt_groups_open();
  const pointer = core.malloc(problem.length);
  new Uint8Array(core.memory.buffer, pointer, problem.length).set(problem);
  if (core.rt_groups_problem(handle, pointer, problem.length) < 0) throw new Error('the problem was not understood');
  core.free(pointer);
  core.rt_groups_start(handle, 1);
  core.rt_groups_run(handle, steps);
  const length = core.rt_groups_best(handle);
  const plan = JSON.parse(new TextDecoder().decode(new Uint8Array(core.memory.buffer, core.rt_groups_output(handle), length)));
  core.rt_groups_close(handle);
  return plan;
}

const problem = room();
const bytes = readFileSync(wasm);
console.log(`150 people, 10 groups, 4 attributes, WASM in Node ${process.version}; problem and plan as JSON included`);
console.log(`${'steps'.padEnd(12)}${'first ms'.padStart(10)}${'warm ms'.padStart(10)}${'balance'.padStart(14)}`);
for (const steps of quick ? [0, 500] : [0, 500, 2000, 8000]) {
  const core = await load(await WebAssembly.compile(bytes));
  const times = [];
  let plan;
  for (let run = 0; run < (quick ? 2 : 6); run++) {
    const begin = performance.now();
    plan = solve(core, problem, steps);
    times.push(performance.now() - begin);
  }
  const warm = times.slice(1).sort((one, other) => one - other);
  const balance = (plan.cost.balance / plan.cost_unit).toFixed(3);
  console.log(
    `${String(steps).padEnd(12)}${times[0].toFixed(1).padStart(10)}${warm[Math.floor(warm.length / 2)].toFixed(1).padStart(10)}${balance.padStart(14)}`,
  );
}
