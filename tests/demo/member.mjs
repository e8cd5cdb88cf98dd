// One participant on the public protocol: joins over HTTP, holds a WebSocket, comes back after a drop, and sends every
// command with an id of its own so that it counts once.
import { createRequire } from 'node:module';
import { Picture } from './picture.mjs';

const WebSocket = createRequire(new URL('../../webclient/package.json', import.meta.url))('ws');
const actLastsMs = 10_000;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

export class Member {
  /** `server` is http://HOST:PORT; `profile` may be absent with an own link; `request` makes a repeated join the same person. */
  constructor({ server, session, profile, invite, request, onEvent, onRefused, onOpen }) {
    Object.assign(this, { server, session, profile, invite, request, onEvent, onRefused, onOpen });
    this.picture = new Picture();
    this.waiting = new Map();
    this.run = Math.random().toString(36).slice(2, 10);
    this.sent = 0;
    this.drops = 0;
    this.isOpen = false;
    this.isStopped = false;
  }

  async start() {
    await this.#join();
    if (!this.isStopped) this.#connect();
  }

  stop() {
    this.isStopped = true;
    this.isOpen = false;
    this.socket?.close(1000);
    for (const command of this.waiting.values()) command.done({ ok: false, code: 'stopped' });
    this.waiting.clear();
  }

  /** Resolves with `{ok: true, seq}`, or `{ok: false, code}`. `fine` names refusals that a race may bring. */
  send(type, data, { fine = [], isOfTheMoment = false } = {}) {
    const id = `${this.run}-${++this.sent}`;
    const cmd = { id, type, data };
    if (isOfTheMoment) cmd.until = Date.now() + (this.aheadMs ?? 0) + actLastsMs;
    return new Promise((done) => {
      this.waiting.set(id, { cmd, fine, done });
      if (this.isOpen) this.socket.send(JSON.stringify({ cmd }));
    });
  }

  async #join() {
    const body = JSON.stringify({ invite: this.invite, request: this.request, profile: this.profile });
    for (let attempt = 0; !this.isStopped; attempt++) {
      const answer = await fetch(`${this.server}/api/sessions/${this.session}/join`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
      }).catch(() => null);
      if (answer?.ok) {
        const joined = await answer.json();
        this.person = joined.participant;
        this.token = joined.token;
        return;
      }
      if (answer && answer.status < 500 && answer.status !== 429) {
        this.isStopped = true;
        throw new Error(`join refused: ${answer.status} ${await answer.text()}`);
      }
      await pause(backoff(attempt));
    }
  }

  #connect() {
    if (this.isStopped) return;
    const address = `${this.server.replace(/^http/, 'ws')}/api/sessions/${this.session}/ws`;
    const socket = new WebSocket(address, 'roundtable.v1', { perMessageDeflate: false });
    this.socket = socket;
    socket.on('open', () => {
      const hello = { token: this.token };
      if (this.epoch !== undefined) hello.resume = { epoch: this.epoch, seq: this.seq };
      socket.send(JSON.stringify({ hello }));
    });
    socket.on('message', (text) => this.#frame(JSON.parse(text.toString())));
    socket.on('error', () => {});
    socket.on('close', (code) => this.#closed(code));
  }

  async #closed(code) {
    this.isOpen = false;
    if (this.isStopped) return;
    await pause(backoff(this.drops++));
    if (code === 4501 || code === 4502) {
      this.epoch = undefined; // the token opens nothing any more: come in anew, by the same request
      await this.#join().catch(() => {});
    } else if (code >= 4503 && code < 5000) {
      return this.stop(); // removed or replaced: somebody decided so
    }
    this.#connect();
  }

  #frame(frame) {
    if (frame.welcome) return this.#welcome(frame.welcome);
    if (frame.events) return this.#events(frame.events);
    if (frame.ack) return this.#answered(frame.ack.id, { ok: true, seq: frame.ack.seq });
    if (frame.nack) this.#answered(frame.nack.id, { ok: false, code: frame.nack.code, message: frame.nack.message });
  }

  #welcome(welcome) {
    this.drops = 0;
    this.epoch = welcome.epoch;
    this.seq = welcome.seq;
    this.aheadMs = welcome.now - Date.now();
    if (welcome.token) this.token = welcome.token;
    if (welcome.snapshot) this.picture.take(welcome.snapshot);
    this.picture.tally(welcome.tally);
    this.isOpen = true;
    for (const { cmd } of this.waiting.values()) this.socket.send(JSON.stringify({ cmd }));
    this.onOpen?.(this);
  }

  #events({ seq, list }) {
    for (const event of list) {
      if (event.type === 'tally') {
        this.picture.tally(event.data);
        continue;
      }
      const before = this.picture.running && this.picture.turns.get(this.picture.running);
      this.picture.apply(event);
      this.onEvent?.(event, this, before);
    }
    this.seq = seq;
  }

  #answered(id, answer) {
    const command = this.waiting.get(id);
    if (!command) return;
    this.waiting.delete(id);
    if (!answer.ok && !command.fine.includes(answer.code)) this.onRefused?.(command.cmd, answer, this);
    command.done(answer);
  }
}

function backoff(attempt) {
  return Math.min(8000, 250 * 2 ** attempt) * (0.5 + Math.random() / 2);
}
