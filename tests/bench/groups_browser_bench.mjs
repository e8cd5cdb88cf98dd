// The room of 150 people of groups_bench.cpp, asked for as the page does: in a worker of the built client, in Chromium. Says too
// how long the page itself stood still meanwhile. No bar is asserted here; README.md has it.
// node tests/bench/groups_browser_bench.mjs [--quick] [--bench build/release/tests/bench/groups_bench] [--client webclient/dist]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { chromium } = createRequire(join(root, 'webclient/package.json'))('playwright');
const option = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const quick = process.argv.includes('--quick');
const bench = option('--bench', `${root}build/release/tests/bench/groups_bench`);
const client = option('--client', `${root}webclient/dist`);
const types = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html' };

function room() {
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-bench-'));
  execFileSync(bench, ['--write', join(folder, 'room.json')]);
  const problem = JSON.parse(readFileSync(join(folder, 'room.json'), 'utf8'));
  rmSync(folder, { recursive: true });
  return problem;
}

/** The built files as they lie there; `/` is an empty page. */
const server = createServer((request, response) => {
  if (request.url === '/') return response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>bench</title>');
  try {
    const file = readFileSync(join(client, request.url));
    response.writeHead(200, { 'content-type': types[extname(request.url)] ?? 'application/octet-stream' }).end(file);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));

const worker = readdirSync(join(client, 'assets')).find((name) => /^groups_worker-.*\.js$/.test(name));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);

/** One new worker; the first answer is cold, with its module fetched and compiled. */
const measured = (effort, runs) =>
  page.evaluate(
    async ([script, problem, effort, runs]) => {
      const answers = [];
      let longest = 0;
      let last = performance.now();
      let goesOn = true;
      const turn = new MessageChannel();
      turn.port1.onmessage = () => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
        if (goesOn) setTimeout(() => turn.port2.postMessage(0), 1);
      };
      turn.port2.postMessage(0);
      const line = new Worker(script, { type: 'module' });
      for (let id = 1; id <= runs; id++) {
        const begin = performance.now();
        const answer = await new Promise((heard, failed) => {
          line.onmessage = ({ data }) => heard(data);
          line.onerror = failed;
          line.postMessage({ id, question: { ask: 'solve', problem, effort } });
        });
        answers.push({ ms: performance.now() - begin, balance: answer.answer.cost.balance / answer.answer.cost_unit });
      }
      goesOn = false;
      line.terminate();
      return { answers, longest };
    },
    [`/assets/${worker}`, room(), effort, runs],
  );

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
console.log(`150 people, 10 groups, 4 attributes, in a worker of ${browser.version()}; from the question to the answer`);
console.log(`${'effort'.padEnd(14)}${'first ms'.padStart(10)}${'warm ms'.padStart(10)}${'balance'.padStart(10)}${'page stood still ms'.padStart(22)}`);
for (const effort of [{ seed: 1, steps: 500 }, { seed: 1, milliseconds: 80 }]) {
  const { answers, longest } = await measured(effort, quick ? 2 : 12);
  const named = 'steps' in effort ? `${effort.steps} steps` : `${effort.milliseconds} ms`;
  const warm = median(answers.slice(1).map(({ ms }) => ms));
  const figures = [answers[0].ms.toFixed(1), warm.toFixed(1), answers.at(-1).balance.toFixed(3)];
  console.log(`${named.padEnd(14)}${figures.map((each) => each.padStart(10)).join('')}${longest.toFixed(1).padStart(22)}`);
}
await browser.close();
server.close();
