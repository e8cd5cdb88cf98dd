// The servers that are measured, each started anew for each run. `missing()` says why one cannot run here.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../demo/server.mjs';

const here = fileURLToPath(new URL('./', import.meta.url));
const root = join(here, '../../../');
const nchanModule = '/usr/lib/nginx/modules/ngx_nchan_module.so';
const adminKey = 'the-admin-key-of-the-benchmark';
const plan = {
  title: 'Load',
  starts_at: '2026-11-22T09:00:00+00:00',
  duration_min: 60,
  phases: [{ title: 'Plenary', kind: 'discussion', minutes: 60 }],
  questions: { moderated: false },
};

/** As many open files as this machine allows: a server holds one a listener. */
function run(words, environment = {}) {
  const child = spawn('sh', ['-c', 'ulimit -n $(ulimit -Hn); exec "$@"', 'sh', ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const running = { child, log: '' };
  child.stderr.on('data', (text) => {
    running.log = (running.log + text).slice(-4000);
  });
  return running;
}

const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

async function untilItListens({ child, log }, port) {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (hasEnded(child)) throw new Error(`it did not start: ${log}`);
    const isOpen = await new Promise((done) => {
      const probe = connect(port, '127.0.0.1', () => done(true));
      probe.on('error', () => done(false)).on('connect', () => probe.destroy());
    });
    if (isOpen) return;
    await pause(50);
  }
  throw new Error('it does not listen after ten seconds');
}

async function stop(child) {
  const ended = new Promise((done) => child.once('exit', done));
  if (hasEnded(child)) return;
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 3000);
  await ended;
  clearTimeout(patience);
}

/** `{port, folder, processes, options, stop()}`: `options` are the load client's, `folder` is on the disk of this tree. */
async function start(words, { environment, describe = () => ({}), more = () => [] } = {}) {
  const port = await freePort();
  mkdirSync(join(root, 'build/bench'), { recursive: true });
  const folder = mkdtempSync(join(root, 'build/bench/run-'));
  const running = run(words(port, folder), environment);
  const end = async () => {
    await stop(running.child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilItListens(running, port);
    const processes = [running.child.pid, ...more(running.child.pid)];
    return { port, folder, processes, options: await describe(port), stop: end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function newSession(port) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/sessions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${adminKey}` },
    body: JSON.stringify(plan),
  });
  if (answer.status !== 201) throw new Error(`no session: ${answer.status} ${await answer.text()}`);
  const { id, links } = await answer.json();
  const invite = (role) => new URL(links[role]).hash.slice('#invite='.length);
  return { session: id, moderator: invite('moderator'), display: invite('display') };
}

function nchanConfiguration(port, folder) {
  const room = 'nchan_channel_id room; nchan_message_buffer_length 1000;';
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `load_module ${nchanModule};
daemon off;
pid ${folder}/nginx.pid;
worker_processes 1;
events { worker_connections 16000; }
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  server {
    listen 127.0.0.1:${port} backlog=4096;
    location = /listen { nchan_subscriber websocket; nchan_subscriber_first_message newest; ${room} }
    location = /publish { nchan_publisher websocket; ${room} }
  }
}
`,
  );
  return file;
}

const children = (pid) => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).map(Number);
const packageVersion = (name) => {
  try {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own placeholder.
    return execFileSync('dpkg-query', ['-W', '-f', '${Version}', name], { encoding: 'utf8', stdio: 'pipe' });
  } catch {
    return '';
  }
};
const npmFile = (name) => join(here, 'node_modules', name, 'package.json');
const npmVersion = (name) => (existsSync(npmFile(name)) ? JSON.parse(readFileSync(npmFile(name), 'utf8')).version : '');

/** `{name, dialect, version, missing(), start()}`, in the order of the tables. */
export function servers({ programs, roundtable, threads }) {
  const isBuilt = (file) => (existsSync(file) ? '' : `${file} is not built`);
  const withThreads = threads ? ['--threads', threads] : [];
  const fromNpm = (name, dialect, file) => ({
    name,
    dialect,
    version: npmVersion(name),
    missing: () => (npmVersion(name) ? '' : 'not installed from npm'),
    start: () => start((port) => [process.execPath, join(here, 'peers', file), port]),
  });
  return [
    {
      name: 'Roundtable',
      dialect: 'roundtable',
      version: threads ? `--threads ${threads}` : '',
      missing: () => isBuilt(roundtable),
      start: () =>
        start(
          (port, folder) => [
            ...[roundtable, 'serve', '--listen', `127.0.0.1:${port}`, '--command-rate', '0'],
            ...['--data', join(folder, 'data'), ...withThreads],
          ],
          { environment: { ROUNDTABLE_ADMIN_KEY: adminKey }, describe: newSession },
        ),
    },
    fromNpm('ws', 'plain', 'ws_server.mjs'),
    fromNpm('socket.io', 'socket.io', 'socketio_server.mjs'),
    {
      name: 'nchan',
      dialect: 'plain',
      version: packageVersion('libnginx-mod-nchan'),
      missing: () => (existsSync(nchanModule) ? '' : 'libnginx-mod-nchan is not installed'),
      start: () =>
        start((port, folder) => ['nginx', '-e', 'stderr', '-c', nchanConfiguration(port, folder)], { more: children }),
    },
    {
      name: 'websocketpp',
      dialect: 'plain',
      version: packageVersion('libwebsocketpp-dev'),
      missing: () => isBuilt(join(programs, 'websocketpp_server')),
      start: () => start((port) => [join(programs, 'websocketpp_server'), port]),
    },
    {
      name: 'bare send',
      dialect: 'plain',
      version: '',
      missing: () => isBuilt(join(programs, 'bare_sender')),
      start: () => start((port) => [join(programs, 'bare_sender'), port]),
    },
  ];
}
