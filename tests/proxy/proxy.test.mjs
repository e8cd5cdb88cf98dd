// nginx in front of the server with exactly the lines that README.md shows: page, join and a WebSocket session over TLS.
// A recorder between the two keeps what nginx sent.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import { createRequire } from 'node:module';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { freePort, startServer } from '../demo/server.mjs';

const WebSocket = createRequire(new URL('../../webclient/package.json', import.meta.url))('ws');
const folder = mkdtempSync(join(tmpdir(), 'roundtable-proxy-'));
const heads = []; // what nginx sent to the server
let server;
let recorder;
let nginx;
let origin;
let ca;

/** The README's lines, with this test's ports and certificate in place of those of a real host. */
function configuration({ port, upstream }) {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  let lines = /```nginx\n([\s\S]*?)```/.exec(readme)?.[1];
  assert.ok(lines, 'README.md shows nginx lines');
  const replaceOnce = (from, to) => {
    assert.equal(lines.split(from).length, 2, `README.md has "${from}" once`);
    lines = lines.replace(from, to);
  };
  replaceOnce('listen 443 ssl;', `listen 127.0.0.1:${port} ssl;`);
  replaceOnce('server_name roundtable.example.org;', 'server_name localhost;');
  replaceOnce('/etc/letsencrypt/live/roundtable.example.org/fullchain.pem', `${folder}/cert.pem`);
  replaceOnce('/etc/letsencrypt/live/roundtable.example.org/privkey.pem', `${folder}/key.pem`);
  replaceOnce('http://127.0.0.1:8080', `http://127.0.0.1:${upstream}`);
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
${process.getuid() === 0 ? 'user root;' : ''}
events { worker_connections 256; }
http {
access_log off;
${paths.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}
${lines}
}
`;
}

function record(upstream, port) {
  const proxy = net.createServer((from) => {
    const to = net.connect(upstream, '127.0.0.1');
    from.on('data', (bytes) => {
      const head = bytes.toString('latin1');
      if (/^(GET|POST) /.test(head)) heads.push(head.split('\r\n\r\n')[0]);
    });
    from.pipe(to).pipe(from);
    from.on('error', () => to.destroy());
    to.on('error', () => from.destroy());
  });
  return new Promise((done) => proxy.listen(port, '127.0.0.1', () => done(proxy)));
}

function ask(path, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((done, failed) => {
    const request = https.request(`${origin}${path}`, { method, headers, ca, agent: false, timeout: 5000 }, (answer) => {
      let text = '';
      answer.on('data', (part) => {
        text += part;
      });
      answer.on('end', () => done({ status: answer.statusCode, text, headers: answer.headers }));
    });
    request.on('error', failed);
    request.on('timeout', () => request.destroy(new Error(`no answer to ${path}`)));
    request.end(body);
  });
}

/** Frames are kept: several may arrive at once. */
function open(headers) {
  const address = `${origin.replace('https', 'wss')}/api/sessions/${server.links.id}/ws`;
  const socket = new WebSocket(address, 'roundtable.v1', { ca, headers, handshakeTimeout: 5000 });
  socket.frames = [];
  socket.on('message', (text) => socket.frames.push(JSON.parse(text.toString())));
  return socket;
}
async function next(socket) {
  for (let attempt = 0; attempt < 100 && socket.frames.length === 0; attempt++) await new Promise((done) => setTimeout(done, 50));
  assert.ok(socket.frames.length > 0, 'a frame within five seconds');
  return socket.frames.shift();
}

before(async () => {
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const files = ['-keyout', `${folder}/key.pem`, '-out', `${folder}/cert.pem`];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, ...files], { stdio: 'ignore' });
  ca = readFileSync(`${folder}/cert.pem`);
  const port = await freePort();
  origin = `https://localhost:${port}`;
  server = await startServer(['--public-url', origin]);
  const between = await freePort();
  recorder = await record(server.port, between);
  writeFileSync(`${folder}/nginx.conf`, configuration({ port, upstream: between }));
  nginx = spawn('nginx', ['-p', folder, '-c', `${folder}/nginx.conf`], { stdio: 'ignore' });
  for (let attempt = 0; ; attempt++) {
    if ((await ask('/readyz').catch(() => null))?.status === 200) break;
    if (attempt > 50 || nginx.exitCode !== null) throw new Error(`nginx: ${readFileSync(`${folder}/error.log`, 'utf8')}`);
    await new Promise((done) => setTimeout(done, 100));
  }
});
after(async () => {
  nginx?.kill('SIGTERM');
  recorder?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the page comes over https, and the links carry that address', async () => {
  const page = await ask('/');
  assert.equal(page.status, 200);
  assert.match(page.text, /<div id="app"|<html/);
  assert.ok(server.links.links.attendee.startsWith(`${origin}/s/`), server.links.links.attendee);
  assert.equal((await ask(`/s/${server.links.code}`)).status, 200);
});

test('a person joins and holds a session over wss', async () => {
  const joined = await ask(`/api/sessions/${server.links.code}/join`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin },
    body: JSON.stringify({ profile: { name: 'Through the proxy' } }),
  });
  assert.equal(joined.status, 200, joined.text);
  const socket = open({ Origin: origin });
  await new Promise((done, failed) => socket.once('open', done).once('error', failed));
  assert.equal(socket.protocol, 'roundtable.v1');
  socket.send(JSON.stringify({ hello: { token: JSON.parse(joined.text).token } }));
  const { welcome } = await next(socket);
  assert.equal(welcome.you.participant, JSON.parse(joined.text).participant);
  socket.send(JSON.stringify({ cmd: { id: 'a', type: 'hand.raise', data: { kind: 'intervention' } } }));
  const { events } = await next(socket);
  assert.ok(events.list.some((event) => event.type === 'hand.raised'));
  assert.equal((await next(socket)).ack.id, 'a');
  socket.close();
});

test('another origin is refused, for pages and sockets', async () => {
  const joined = await ask(`/api/sessions/${server.links.code}/join`, {
    method: 'POST',
    headers: { Origin: 'https://elsewhere.example' },
    body: '{"profile":{"name":"Nobody"}}',
  });
  assert.equal(joined.status, 403, joined.text);
  const socket = open({ Origin: 'https://elsewhere.example' });
  const status = await new Promise((done) => {
    socket.on('unexpected-response', (_request, answer) => done(answer.statusCode));
    socket.on('open', () => done('open'));
    socket.on('error', () => {});
  });
  assert.equal(status, 403);
});

test('the server learns who asked, and nobody can pretend to be another', async () => {
  heads.length = 0;
  await ask('/healthz', { headers: { 'X-Forwarded-For': '203.0.113.9', 'X-Forwarded-Proto': 'http' } });
  const [head] = heads;
  assert.match(head, /^x-forwarded-for: 127\.0\.0\.1$/im);
  assert.doesNotMatch(head, /203\.0\.113\.9/);
  assert.match(head, /^x-forwarded-proto: https$/im);
  assert.match(head, new RegExp(`^host: ${new URL(origin).host}$`, 'im'));
});
