import { retryDelay } from './backoff';
import { type Ending, endingOf } from './close_codes';
import { type Down, readFrame, type Up } from './frames';

export type Connection = 'connecting' | 'live' | 'reconnecting' | 'offline' | 'reload' | Ending;

export interface SocketLike {
  send(text: string): void;
  close(code?: number): void;
  onopen: (() => void) | null;
  onmessage: ((message: { data: unknown }) => void) | null;
  onclose: ((close: { code: number }) => void) | null;
}

export interface Surroundings {
  open(): SocketLike;
  /** Calls back once after `delay`; the answer cancels. */
  later(delay: number, call: () => void): () => void;
  random(): number;
  online(): boolean;
}

export interface LinkListener {
  /** The line is open: what to say first. */
  hello(): Up;
  frame(frame: Down): void;
  changed(connection: Connection): void;
  /** Asked for at every heartbeat that is sent. */
  heartbeat(): Up;
}

/** A line on which something comes proves itself. */
const heartbeatAfterQuiet = 12_000;
/** The clock wants one on a busy line too. */
const heartbeatAtLeastEvery = 30_000;
const silenceAtMost = 25_000;
const openingAtMost = 10_000;
const answerAfterWakingAtMost = 1_500;

/** One connection that keeps itself alive: backs off, comes back, notices silence, and knows when not to come back. */
export class Link {
  connection: Connection = 'connecting';
  private socket: SocketLike | null = null;
  private attempt = 0;
  private cancelRetry: (() => void) | null = null;
  private cancelSilence: (() => void) | null = null;
  private cancelHeartbeat: (() => void) | null = null;
  private cancelClockBeat: (() => void) | null = null;
  private bye: { code: number; because?: string } | null = null;
  private stopped = false;

  constructor(
    private readonly around: Surroundings,
    private readonly listener: LinkListener,
  ) {}

  start(): void {
    this.stopped = false;
    this.connect();
  }

  send(frame: Up): boolean {
    if (this.connection !== 'live' || this.socket === null) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  /**
   * The network is back or the page is looked at again: try at once, or make sure that the line still answers. A line that was asleep
   * may be dead without a word; then a new one is opened in the same moment, because somebody waits for it.
   */
  wake(): void {
    if (this.stopped) return;
    this.attempt = 0;
    if (this.cancelRetry !== null) {
      this.connect();
      return;
    }
    if (this.connection === 'live') this.socket?.send(JSON.stringify(this.listener.heartbeat()));
    this.watchSilence(answerAfterWakingAtMost, () => {
      this.change(this.lostState());
      this.connect();
    });
  }

  /** What we hold is of no use: come back at once for a fresh snapshot. */
  restart(): void {
    if (!this.stopped) this.lost(1006);
  }

  stop(connection?: Connection): void {
    this.stopped = true;
    this.drop();
    this.clearTimers();
    if (connection !== undefined) this.change(connection);
  }

  private connect(): void {
    this.clearTimers();
    this.drop();
    this.bye = null;
    const socket = this.around.open();
    this.socket = socket;
    socket.onopen = () => {
      if (this.socket === socket) socket.send(JSON.stringify(this.listener.hello()));
    };
    socket.onmessage = (message) => {
      if (this.socket === socket) this.received(message.data);
    };
    socket.onclose = (close) => {
      if (this.socket === socket) this.lost(this.bye?.code ?? close.code, this.bye?.because);
    };
    this.watchSilence(openingAtMost);
  }

  private received(data: unknown): void {
    const frame = typeof data === 'string' ? readFrame(data) : null;
    this.watchSilence(silenceAtMost);
    if (frame === null) return;
    if (frame.name === 'bye') this.bye = frame.body;
    if (frame.name === 'welcome') {
      this.attempt = 0;
      this.change('live');
      this.beatAtLeast();
    }
    if (this.connection === 'live') this.beatAfterQuiet();
    this.listener.frame(frame);
  }

  private beat(): void {
    this.send(this.listener.heartbeat());
    this.beatAfterQuiet();
    this.beatAtLeast();
  }

  private beatAfterQuiet(): void {
    this.cancelHeartbeat?.();
    this.cancelHeartbeat = this.around.later(heartbeatAfterQuiet, () => this.beat());
  }

  private beatAtLeast(): void {
    this.cancelClockBeat?.();
    this.cancelClockBeat = this.around.later(heartbeatAtLeastEvery, () => this.beat());
  }

  private watchSilence(longest: number, silent: () => void = () => this.lost(1006)): void {
    this.cancelSilence?.();
    this.cancelSilence = this.around.later(longest, silent);
  }

  private lost(code: number, because?: string): void {
    this.clearTimers();
    this.drop();
    const ending = endingOf(code, because);
    if (ending !== null) {
      this.stopped = true;
      this.change(ending);
      return;
    }
    this.change(this.lostState());
    this.cancelRetry = this.around.later(
      retryDelay(this.attempt, () => this.around.random()),
      () => this.connect(),
    );
    this.attempt += 1;
  }

  private lostState(): Connection {
    if (!this.around.online()) return 'offline';
    return this.connection === 'connecting' ? 'connecting' : 'reconnecting';
  }

  private drop(): void {
    const socket = this.socket;
    this.socket = null;
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  private clearTimers(): void {
    this.cancelRetry?.();
    this.cancelSilence?.();
    this.cancelHeartbeat?.();
    this.cancelClockBeat?.();
    this.cancelRetry = this.cancelSilence = this.cancelHeartbeat = this.cancelClockBeat = null;
  }

  private change(connection: Connection): void {
    if (this.connection === connection) return;
    this.connection = connection;
    this.listener.changed(connection);
  }
}
