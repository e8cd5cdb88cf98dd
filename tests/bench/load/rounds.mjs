// Runs the load client against each server in turn, several rounds, so that a busy minute of the machine meets all alike.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const longestRunMs = 90_000;

async function load(client, what, server, running, options) {
  const all = {
    port: running.port,
    server: running.processes.join(','),
    dialect: server.dialect,
    ...running.options,
    ...options,
  };
  const words = Object.entries(all).flatMap(([name, value]) => [`--${name}`, String(value)]);
  try {
    const { stdout } = await execute(client, [what, ...words], { timeout: longestRunMs });
    return JSON.parse(stdout);
  } catch (error) {
    throw new Error(error.stderr?.trim() || error.message);
  }
}

export function median(values) {
  const sorted = values.filter((value) => value !== undefined).sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** What was found of one server under one load. */
export class Cell {
  figures = [];
  failures = [];
  get rounds() {
    return this.figures.length;
  }
  /** The median over the rounds; undefined when none succeeded. */
  of(name) {
    return this.rounds ? median(this.figures.map((figures) => figures[name])) : undefined;
  }
  range(name) {
    const values = this.figures.map((figures) => figures[name]);
    return this.rounds ? [Math.min(...values), Math.max(...values)] : undefined;
  }
}

/** `tasks`: {what, key, server, options(running)}. Calls `say` before each. Stops beginning tasks at `deadline`. */
export async function runRounds({ tasks, rounds, client, deadline, say }) {
  const cells = new Map(tasks.map((task) => [task.key, new Cell()]));
  let leftOut = 0;
  for (let round = 1; round <= rounds; round++) {
    // Each round begins with another, so that nobody always follows the same neighbour.
    const begin = Math.floor(((round - 1) * tasks.length) / rounds);
    for (const task of [...tasks.slice(begin), ...tasks.slice(0, begin)]) {
      if (Date.now() > deadline) {
        leftOut++;
        continue;
      }
      say(`round ${round} of ${rounds}: ${task.key}`);
      await runTask(task, cells.get(task.key), client, say);
    }
  }
  return { cells, leftOut };
}

async function runTask(task, cell, client, say) {
  let running;
  try {
    running = await task.server.start();
    cell.figures.push(await load(client, task.what, task.server, running, task.options(running)));
  } catch (error) {
    cell.failures.push(error.message);
    say(`  failed: ${error.message}`);
  } finally {
    await running?.stop();
  }
}

export const bareFile = (running) => join(running.folder, 'bare.sqlite');
