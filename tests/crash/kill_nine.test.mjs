// kill -9 in the middle of a busy session, many times on the same data folder. After each restart the clients resume by
// themselves and repeat what was not acknowledged; in the end everything that ever was acknowledged is there once.
// `node --test tests/crash/` after scripts/build; KILL_NINE_ROUNDS asks for another number than 50.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const WebSocket = createRequire(join(root, "webclient/package.json"))("ws");
const rounds = Number(process.env.KILL_NINE_ROUNDS ?? 50);
const program =
  process.env.ROUNDTABLE ??
  ["build/release/server/roundtable", "build/dev/server/roundtable"].map((path) => join(root, path)).find(existsSync);
const adminKey = "kill-nine";

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** The server's life from its first line to its end. */
class Server {
  constructor(port, data) {
    this.port = port;
    this.data = data;
  }
  async start() {
    this.process = spawn(
      program,
      ["serve", "--listen", `127.0.0.1:${this.port}`, "--data", this.data, "--command-rate", "0"],
      { env: { ...process.env, ROUNDTABLE_ADMIN_KEY: adminKey }, stdio: ["ignore", "pipe", "pipe"] },
    );
    this.ended = new Promise((resolve) => this.process.once("exit", (code, signal) => resolve(signal ?? code)));
    this.log = "";
    this.process.stderr.on("data", (text) => {
      this.log += text;
    });
    await new Promise((resolve, reject) => {
      this.process.stdout.on("data", (text) => String(text).includes("listens on") && resolve());
      this.ended.then((end) => reject(new Error(`the server ended with ${end}: ${this.log}`)));
    });
  }
  async kill(signal) {
    this.process.kill(signal);
    return this.ended;
  }
  async request(path, body, headers = {}) {
    const answer = await fetch(`http://127.0.0.1:${this.port}${path}`, {
      method: body ? "POST" : "GET",
      headers,
      body: body && (typeof body === "string" ? body : JSON.stringify(body)),
    });
    assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.clone().text()}`);
    return answer.json();
  }
}

/** A person who keeps talking: at most four commands on their way, repeated under the same ids after a drop. */
class Person {
  constructor(name, port, session, token, onAck) {
    Object.assign(this, { name, port, session, token, onAck });
    this.acks = new Map(); // id -> seq
    this.sent = []; // not yet acknowledged, in order
    this.commands = new Map(); // id -> {type, data}
    this.seen = new Set(); // seqs of the hands raised
    this.seq = 0;
    this.count = 0;
    this.resumed = 0;
    this.isBusy = true;
    this.hand = null;
  }
  /** Resolves when it is welcomed. */
  connect() {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://127.0.0.1:${this.port}/api/sessions/${this.session}/ws`, "roundtable.v1");
      this.socket = socket;
      this.closed = new Promise((done) => socket.once("close", done));
      socket.on("error", reject);
      socket.on("open", () => {
        const resume = this.epoch === undefined ? {} : { resume: { epoch: this.epoch, seq: this.seq } };
        socket.send(JSON.stringify({ hello: { token: this.token, ...resume } }));
      });
      socket.on("message", (text) => {
        const frame = JSON.parse(text);
        if (frame.welcome) {
          this.welcomed(frame.welcome);
          resolve();
        }
        if (frame.events) this.told(frame.events);
        if (frame.ack) this.acked(frame.ack);
        if (frame.nack) this.refused(frame.nack);
        if (frame.bye && frame.bye.code >= 4500) reject(new Error(`${this.name}: ${JSON.stringify(frame.bye)}`));
      });
    });
  }
  welcomed(welcome) {
    if (this.epoch !== undefined) {
      assert.equal(welcome.epoch, this.epoch, "a kill -9 begins no new life of the journal");
      assert.equal(welcome.resumed, true, `${this.name} resumes`);
      this.resumed += 1;
    } else {
      this.snapshot = welcome.snapshot;
      this.from = welcome.seq;
    }
    this.epoch = welcome.epoch;
    this.seq = welcome.seq;
    for (const id of this.sent) this.send(id);
    this.talk();
  }
  told({ seq, list }) {
    assert.ok(seq >= this.seq, "a frame never goes back");
    for (const entry of list) {
      if (entry.type === "tally") continue;
      assert.ok(entry.seq > this.seq && entry.seq <= seq, `nothing twice: ${entry.seq} after ${this.seq}`);
      if (entry.type !== "hand.raised") continue;
      this.seen.add(entry.seq);
      if (entry.data.person === this.person) this.hand = entry.data.hand;
    }
    this.seq = seq;
  }
  acked({ id, seq }) {
    if (this.acks.has(id)) assert.equal(this.acks.get(id), seq, `${this.name} ${id}: the same ack again`);
    assert.ok(seq <= this.seq, "an ack follows what it rests on");
    const isNew = !this.acks.has(id);
    this.acks.set(id, seq);
    this.done(id);
    if (isNew) this.onAck();
  }
  refused({ id, code }) {
    assert.ok(["already", "not_found"].includes(code), `${this.name} ${id}: ${code}`);
    assert.ok(!this.acks.has(id), "what was acknowledged is never refused");
    this.done(id);
  }
  done(id) {
    this.sent = this.sent.filter((each) => each !== id);
    this.repeated?.delete(id);
    if (this.repeated?.size === 0) this.allRepeated();
    this.talk();
  }
  talk() {
    while (this.isBusy && this.sent.length < 4) this.say();
  }
  say() {
    const id = `${this.name}-${++this.count}`;
    const turn = this.count % 4;
    const command =
      turn === 1 && this.hand !== null
        ? { type: "hand.lower", data: { hand: this.hand } }
        : turn === 3
          ? { type: "hand.raise", data: { kind: "intervention" } }
          : { type: "question.ask", data: { text: id, anonymous: turn === 2 } };
    this.commands.set(id, command);
    this.sent.push(id);
    this.send(id);
  }
  send(id) {
    if (this.socket.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify({ cmd: { id, ...this.commands.get(id) } }));
    }
  }
  /** Says everything again that ever was acknowledged. */
  repeatAll() {
    this.isBusy = false;
    this.repeated = new Set([...this.acks.keys(), ...this.sent]);
    return new Promise((resolve) => {
      this.allRepeated = resolve;
      if (this.repeated.size === 0) resolve();
      for (const id of this.repeated) this.send(id);
    });
  }
}

const verify = (data) => {
  const { status, stdout, stderr } = spawnSync(program, ["verify", "--data", data], { encoding: "utf8" });
  assert.equal(status, 0, stdout + stderr);
  return Number(/: (\d+) rows/.exec(stdout)[1]);
};

test(`${rounds} times kill -9`, { timeout: 180_000 }, async (t) => {
  assert.ok(program, "scripts/build first");
  const data = mkdtempSync(join(tmpdir(), "kill-nine-"));
  const port = await freePort();
  const server = new Server(port, data);
  t.after(() => {
    server.process?.kill("SIGKILL");
    rmSync(data, { recursive: true, force: true });
  });
  await server.start();
  const file = readFileSync(join(root, "sessions/igf-2025-responsible-ai-roundtable.json"), "utf8");
  const made = await server.request("/api/sessions", file, { authorization: `Bearer ${adminKey}` });

  let wanted = 0;
  let reached = () => {};
  const onAck = () => {
    wanted -= 1;
    if (wanted === 0) reached();
  };
  const people = [];
  const join_ = async (name, invite) => {
    const { token, participant } = await server.request(`/api/sessions/${made.id}/join`, { invite, profile: { name } });
    const person = new Person(name, port, made.id, token, onAck);
    person.person = participant;
    return person;
  };
  for (let i = 0; i < 12; i += 1) people.push(await join_(`p${i}`));
  const rapporteur = await join_("rapporteur", made.links.rapporteur.split("#invite=")[1]);
  rapporteur.isBusy = false;

  const random = (below) => Math.floor(Math.random() * below);
  let rows = 0;
  for (let round = 1; round <= rounds; round += 1) {
    wanted = 20 + random(120);
    const busy = new Promise((resolve) => {
      reached = resolve;
    });
    await Promise.all(people.map((each) => each.connect()));
    await busy;
    assert.equal(await server.kill("SIGKILL"), "SIGKILL");
    await Promise.all(people.map((each) => each.closed));
    const now = verify(data);
    assert.ok(now >= rows, "nothing got lost");
    rows = now;
    for (const each of people) {
      for (const seq of each.acks.values()) assert.ok(seq <= rows, "what was acknowledged is on disk");
    }
    await server.start();
  }

  for (const each of people) each.isBusy = false;
  await Promise.all(people.map((each) => each.connect()));
  await Promise.all(people.map((each) => each.repeatAll()));
  await rapporteur.connect();
  const said = Object.values(rapporteur.snapshot.questions).map((each) => each.text);
  assert.equal(new Set(said).size, said.length, "no question twice");
  const there = new Set(said);
  let asked = 0;
  let acknowledged = 0;
  for (const each of people) {
    assert.equal(each.resumed, rounds);
    acknowledged += each.acks.size;
    for (const id of each.acks.keys()) {
      if (each.commands.get(id).type !== "question.ask") continue;
      asked += 1;
      assert.ok(there.has(id), `${id} was acknowledged`);
    }
  }
  assert.equal(asked, said.length, "what is there was acknowledged in the end");
  // Everyone was told of the same hands, once each.
  const from = Math.max(...people.map((each) => each.from));
  const [first, ...others] = people.map((each) => [...each.seen].filter((seq) => seq > from));
  for (const other of others) assert.deepEqual(other, first);
  assert.equal(await server.kill("SIGTERM"), 0);
  t.diagnostic(`${acknowledged} commands acknowledged over ${rounds} kills, ${verify(data)} rows`);
});
