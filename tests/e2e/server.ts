// A real server on a free port, with a data folder of its own; it can be killed and started again on both.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const program = process.env.ROUNDTABLE_PROGRAM ?? join(root, 'build/release/server/roundtable');
const pages = process.env.ROUNDTABLE_WEB ?? join(root, 'webclient/dist');
export const fileOf = (path: string): string => readFileSync(join(root, path), 'utf8');
export const igfSession = 'sessions/igf-2025-responsible-ai-roundtable.json';

export interface Created {
  id: string;
  code: string;
  links: Record<string, string>;
  people: { name: string; role: string; link: string }[];
}

export class Server {
  private process: ChildProcess | null = null;
  private said = '';

  private constructor(
    readonly address: string,
    private readonly data: string,
  ) {}

  static async start(): Promise<Server> {
    if (!existsSync(program)) throw new Error(`${program} is missing: run scripts/build`);
    const data = mkdtempSync(join(tmpdir(), 'roundtable-e2e-'));
    const server = new Server(`http://127.0.0.1:${await freePort()}`, data);
    await server.startAgain();
    return server;
  }

  async startAgain(): Promise<void> {
    const listen = this.address.replace('http://', '');
    const folders = ['--web', pages, '--sessions', join(root, 'sessions')];
    const process = spawn(program, ['serve', '--listen', listen, '--data', this.data, '--public-url', this.address, ...folders]);
    this.process = process;
    const note = (words: Buffer) => {
      this.said += words.toString();
    };
    process.stdout?.on('data', note);
    process.stderr?.on('data', note);
    await this.untilReady(process);
  }

  private async untilReady(process: ChildProcess): Promise<void> {
    const giveUp = Date.now() + 15_000;
    while (process.exitCode === null && Date.now() < giveUp) {
      const answer = await fetch(`${this.address}/readyz`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((again) => setTimeout(again, 30));
    }
    throw new Error(`The server does not start:\n${this.said}`);
  }

  /** As a power cut would: nothing is said or closed. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
    rmSync(this.data, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const process = this.process;
    this.process = null;
    if (process === null || process.exitCode !== null) return;
    const ended = new Promise((done) => process.once('exit', done));
    process.kill(signal);
    await ended;
  }

  adminKey(): string {
    return readFileSync(join(this.data, 'admin.key'), 'utf8').trim();
  }

  async create(text = fileOf(igfSession)): Promise<Created> {
    const answer = await fetch(`${this.address}/api/sessions`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.adminKey()}`, 'Content-Type': 'application/json' },
      body: text,
    });
    if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Created;
  }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? done(address.port) : failed(new Error('no port'))));
    });
  });
}
