// People without a browser: on the public protocol, as any outside client would be. They fill the room.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Table } from './table';

interface Socket {
  on(event: 'open' | 'message' | 'error', heard: (data: { toString(): string }) => void): void;
  send(text: string): void;
  close(): void;
}
type SocketMaker = new (address: string, protocol: string) => Socket;
const WebSocket = createRequire(join(__dirname, '../../webclient/package.json'))('ws') as SocketMaker;

export interface Answer {
  ok: boolean;
  code?: string;
  message?: string;
}

interface Frame {
  welcome?: object;
  ack?: { id: string };
  nack?: { id: string; code: string; message: string };
}

export class Voter {
  /** All that this person was ever told, as it came. */
  readonly heard: string[] = [];
  private readonly waiting = new Map<string, (answer: Answer) => void>();
  private sent = 0;

  private constructor(private readonly socket: Socket) {}

  static async join({ server, session }: Table, profile: object): Promise<Voter> {
    const answer = await fetch(`${server.address}/api/sessions/${session.id}/join`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ profile }),
    });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    const { token } = (await answer.json()) as { token: string };
    const address = `${server.address.replace(/^http/, 'ws')}/api/sessions/${session.id}/ws`;
    const socket = new WebSocket(address, 'roundtable.v1');
    const voter = new Voter(socket);
    await new Promise<void>((welcomed, failed) => {
      socket.on('error', failed as never);
      socket.on('open', () => socket.send(JSON.stringify({ hello: { token } })));
      socket.on('message', (text) => {
        const frame = voter.hear(text.toString());
        if (frame.welcome !== undefined) welcomed();
      });
    });
    return voter;
  }

  send(type: string, data: object): Promise<Answer> {
    const id = `voter-${++this.sent}`;
    return new Promise((answered) => {
      this.waiting.set(id, answered);
      this.socket.send(JSON.stringify({ cmd: { id, type, data } }));
    });
  }

  leave(): void {
    this.socket.close();
  }

  private hear(text: string): Frame {
    this.heard.push(text);
    const frame = JSON.parse(text) as Frame;
    if (frame.ack !== undefined) this.waiting.get(frame.ack.id)?.({ ok: true });
    if (frame.nack !== undefined) this.waiting.get(frame.nack.id)?.({ ok: false, ...frame.nack });
    return frame;
  }
}
