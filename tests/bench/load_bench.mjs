// Fan-out and commands of Roundtable beside other servers, in one run. scripts/bench installs and builds what this needs.
// node tests/bench/load_bench.mjs [--quick] [--rounds N] [--seconds S] [--minutes M] [--connections N,N]
//   [--runs fanout,commands,storm] [--servers NAME,NAME] [--server-threads N] [--program FILE] [--programs DIR] [--results DIR]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { machine } from './load/machine.mjs';
import { picture } from './load/picture.mjs';
import { bareFile, runRounds } from './load/rounds.mjs';
import { servers } from './load/servers.mjs';
import { document } from './load/table.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    minutes: { type: 'string', default: '6' },
    connections: { type: 'string' },
    runs: { type: 'string', default: 'fanout,commands,storm' },
    servers: { type: 'string' },
    'server-threads': { type: 'string' },
    program: {
      type: 'string',
      default: process.env.ROUNDTABLE_PROGRAM ?? join(root, 'build/release/server/roundtable'),
    },
    programs: { type: 'string', default: join(root, 'build/release/tests/bench/load') },
    results: { type: 'string' },
  },
});
// Quick shows that all of it works; its figures say nothing.
const { quick } = options;
const rounds = Number(options.rounds ?? (quick ? 1 : 3));
const seconds = Number(options.seconds ?? (quick ? 0.3 : 1.5));
const sizes = (options.connections ?? (quick ? '50' : '1000,10000')).split(',').map(Number);
const wantedServers = options.servers?.split(',') ?? (quick ? ['Roundtable', 'bare send'] : undefined);
const runs = options.runs.split(',');
const results = options.results ?? join(root, quick ? 'build/bench' : 'tests/bench/results');

const openFiles = Number(
  /Max open files\s+\d+\s+(\d+)/.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1] ?? Infinity,
);
const notes = [];
const all = servers({ programs: options.programs, roundtable: options.program, threads: options['server-threads'] });
const measured = all.filter((server) => {
  if (wantedServers && !wantedServers.includes(server.name)) return false;
  const missing = server.missing();
  if (missing) notes.push(`${server.name} was left out: ${missing}.`);
  return !missing;
});
const roundtable = measured.find(({ name }) => name === 'Roundtable');

const people = quick ? 50 : 1000;
const roundtableTask = (what, extra) => ({ what, key: what, server: roundtable, options: extra });
const tasks = [
  ...sizes.flatMap((connections) => {
    if (openFiles < connections + 200) {
      notes.push(`${connections} connections were left out: this machine allows ${openFiles} open files.`);
      return [];
    }
    return measured.map((server) => ({
      what: 'fanout',
      key: `${server.name}, ${connections} connections`,
      server,
      options: () => ({ connections, seconds }),
    }));
  }),
  roundtableTask('commands', (running) => ({
    ...{ connections: people, seconds, file: bareFile(running) },
    'single-commands': quick ? 20 : 300,
  })),
  roundtableTask('storm', () => ({ connections: people, votes: people * 10 })),
].filter((task) => task.server && runs.includes(task.what));

const began = Date.now();
const facts = machine(measured);
const { cells, leftOut } = await runRounds({
  tasks,
  rounds,
  client: join(options.programs, 'load_client'),
  deadline: began + Number(options.minutes) * 60_000,
  say: (line) => process.stderr.write(`${line}\n`),
});
if (leftOut) notes.push(`${leftOut} runs were left out: the time allowed was over.`);
for (const [key, { failures }] of cells)
  for (const failure of failures) notes.push(`${key}: a round failed: ${failure}.`);

const found = { cells, sizes, measured, facts, notes, rounds, seconds, took: Math.round((Date.now() - began) / 1000) };
const text = document(found);
mkdirSync(results, { recursive: true });
writeFileSync(join(results, 'load.md'), text);
writeFileSync(join(results, 'load.svg'), picture(found));
console.log(text);
// A peer that fails leaves a note; what is ours must work.
const hasFailed = tasks.some(
  ({ key, server }) => cells.get(key).failures.length > 0 && (quick || server === roundtable),
);
const isMissing = quick ? notes.length > 0 : !roundtable && !wantedServers;
process.exitCode = hasFailed || isMissing || tasks.length === 0 ? 1 : 0;
