// A real server for a test: a free port, a data folder of its own, the session that scripts/run starts.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env.ROUNDTABLE_PROGRAM ?? join(root, 'build/release/server/roundtable');

export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((ready) => probe.once('listening', ready));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}

/** `{url, port, links, adminKey, data, kill(), start(), stop()}`; `options` are added to `serve`. */
export async function startServer(options = []) {
  const data = mkdtempSync(join(tmpdir(), 'roundtable-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child;

  async function start() {
    const words = ['serve', '--listen', `127.0.0.1:${port}`, '--data', data, '--web', join(root, 'webclient/dist')];
    child = spawn(program, [...words, '--sessions', join(root, 'sessions'), ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
    let log = '';
    child.stderr.on('data', (text) => {
      log += text;
    });
    let fault = '';
    child.on('error', (error) => {
      fault = error.message;
    });
    for (let attempt = 0; attempt < 100; attempt++) {
      if (fault || child.exitCode !== null) throw new Error(`the server did not start: ${fault}${log}`);
      if ((await fetch(`${url}/readyz`).catch(() => null))?.ok) return;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error(`the server is not ready after ten seconds: ${log}`);
  }
  async function end(signal) {
    const ended = child.exitCode === null && child.signalCode === null && new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await ended;
  }

  await start();
  const adminKey = readFileSync(join(data, 'admin.key'), 'utf8').trim();
  const made = await fetch(`${url}/api/sessions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${adminKey}` },
    body: readFileSync(join(root, 'sessions/igf-2025-responsible-ai-roundtable.json')),
  });
  if (made.status !== 201) throw new Error(`no session: ${made.status} ${await made.text()}`);
  return {
    url,
    port,
    data,
    adminKey,
    links: await made.json(),
    start,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
}
