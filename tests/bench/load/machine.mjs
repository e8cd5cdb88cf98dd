// The facts without which a figure means nothing.
import { execFileSync } from 'node:child_process';
import os from 'node:os';

function firstLine(...words) {
  try {
    return execFileSync(words[0], words.slice(1), { encoding: 'utf8', stdio: 'pipe', cwd: import.meta.dirname })
      .split('\n')[0]
      .trim();
  } catch {
    return 'unknown';
  }
}

/** `[name, value]` pairs, taken before the run. */
export function machine(servers) {
  const words = process.argv.slice(2).map((word) => (/[ ()]/.test(word) ? `'${word}'` : word));
  return [
    ['command', ['scripts/bench', ...words].join(' ')],
    ['commit', firstLine('git', 'describe', '--always', '--dirty')],
    ['date', new Date().toISOString().slice(0, 16).replace('T', ' ')],
    ['machine', `${os.cpus().length} cores, ${os.cpus()[0].model}, ${Math.round(os.totalmem() / 2 ** 30)} GiB`],
    ['kernel', os.release()],
    ['compiler', firstLine('g++', '--version')],
    ['Node', process.version],
    ['load average before the run', os.loadavg()[0].toFixed(1)],
    ...servers.filter(({ version }) => version).map(({ name, version }) => [name, version]),
  ];
}
