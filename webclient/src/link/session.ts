import { type Signal, signal } from '@preact/signals';
import { CoreBroken, CoreOutOfStep } from '@/core/loader';
import type { BreakoutPlanData, Command, Core, GroupingTask, Id, MoveCost, Refusal, View } from '@/core/types';
import type { Clock } from './clock';
import type { Down, Up, Welcome } from './frames';
import { type Happening, happenings } from './happenings';
import type { Outbox, Waiting } from './outbox';
import { untilNextChange } from './repaint';
import { type Connection, Link, type Surroundings } from './socket';

/** Something that a person tried and that did not happen. */
export interface Notice {
  key: string;
  command: Command;
  code: Refusal | 'expired';
  /** The server's own words, for developers; of a plan they name what clashes. */
  message?: string;
}

export interface SessionParts {
  core: Core;
  /** Where `core` knows no staff's rules: the one that does, for a person who becomes staff. */
  openStaffCore?: () => Promise<Core>;
  clock: Clock;
  outbox: Outbox;
  around: Surroundings;
  monotonic: () => number;
  token: string;
  keepToken(token: string): void;
  /** Puts words where the core has only codes, so that every page and everything said has the same. */
  worded?: (view: View) => View;
}

const tooFastPause = 1200;
const staffCorePause = 3000;
const outOfStepAtMost = 3;

/** One person's live session: everything that pages show is one of these signals. */
export class LiveSession {
  readonly view: Signal<View | null> = signal(null);
  readonly connection: Signal<Connection> = signal('connecting');
  /** Monotonic time at which the line was last known to live. */
  readonly lostAt: Signal<number | null> = signal(null);
  readonly waiting: Signal<readonly Waiting[]> = signal([]);
  readonly notices: Signal<readonly Notice[]> = signal([]);
  readonly said: Signal<readonly Happening[]> = signal([]);

  private readonly link: Link;
  private core: Core;
  private openStaffCore: (() => Promise<Core>) | undefined;
  private staffCoreComes = false;
  private position: { epoch: string; seq: number } | null = null;
  private cancelRepaint: (() => void) | null = null;
  private cancelExpiry: (() => void) | null = null;
  private outOfStep = 0;
  private token: string;

  constructor(private readonly parts: SessionParts) {
    this.token = parts.token;
    this.core = parts.core;
    this.openStaffCore = parts.openStaffCore;
    this.waiting.value = parts.outbox.entries();
    this.link = new Link(parts.around, {
      hello: () => this.hello(),
      frame: (frame) => this.took(frame),
      changed: (connection) => this.connectionChanged(connection),
      heartbeat: () => ({ time: parts.clock.ask() }),
    });
  }

  start(): void {
    this.link.start();
  }

  stop(): void {
    this.link.stop();
    this.cancelRepaint?.();
    this.cancelExpiry?.();
  }

  wake(): void {
    this.parts.clock.restart();
    this.link.wake();
    this.repaint();
  }

  bearer(): string {
    return this.token;
  }

  /** The server's new token after this person's own link was renewed; the line may have been closed before it came. */
  takeToken(token: string): void {
    this.token = token;
    this.parts.keepToken(token);
    if (this.link.connection === 'renewed') this.link.start();
  }

  /** Queues the command; it goes out at once when the line lives. Answers the id that it will be known by. */
  send(command: Command): string {
    const { outbox, clock, monotonic } = this.parts;
    const entry = outbox.add(command, clock.known() ? clock.now() : null, monotonic());
    this.waiting.value = outbox.entries();
    this.transmit(entry);
    this.watchExpiry();
    return entry.id;
  }

  check(command: Command): Refusal | null {
    try {
      return this.core.check(command, this.parts.clock.now());
    } catch (error) {
      this.coreFailed(error);
      return null;
    }
  }

  similar(text: string): ReturnType<Core['similar']> {
    try {
      return this.core.similar(text);
    } catch (error) {
      this.coreFailed(error);
      return [];
    }
  }

  groupingTask(plan: BreakoutPlanData): GroupingTask | null {
    try {
      return this.core.groupingTask?.(plan) ?? null;
    } catch (error) {
      this.coreFailed(error);
      return null;
    }
  }

  rebalanceTask(): GroupingTask | null {
    try {
      return this.parts.core.rebalanceTask?.() ?? null;
    } catch (error) {
      this.coreFailed(error);
      return null;
    }
  }

  moveCosts(person: Id): MoveCost[] | null {
    try {
      return this.core.moveCosts?.(person) ?? null;
    } catch (error) {
      this.coreFailed(error);
      return null;
    }
  }

  /** All that this page knows, and the moment; null where its core cannot tell. */
  held(): { text: string; now_ms: number } | null {
    try {
      const text = this.core.held?.() ?? null;
      return text === null ? null : { text, now_ms: this.parts.clock.now() };
    } catch (error) {
      this.coreFailed(error);
      return null;
    }
  }

  clockBound(): number | null {
    return this.parts.clock.bound();
  }

  dismiss(key: string): void {
    this.notices.value = this.notices.value.filter((notice) => notice.key !== key);
  }

  private hello(): Up {
    const resume = this.position;
    return { hello: resume === null ? { token: this.token } : { token: this.token, resume } };
  }

  private took(frame: Down): void {
    if (frame.name === 'time') this.parts.clock.answer(frame.body.t0, frame.body.t1, frame.body.t2);
    if (frame.name === 'ack') this.acknowledged(frame.body.id);
    if (frame.name === 'nack') this.refused(frame.body.id, frame.body.code, frame.body.message);
    try {
      if (frame.name === 'welcome') this.welcomed(frame.body);
      if (frame.name === 'events' && !this.staffCoreComes) {
        this.core.events(frame.body);
        if (this.position !== null) this.position.seq = Math.max(this.position.seq, frame.body.seq);
      }
    } catch (error) {
      this.coreFailed(error);
      return;
    }
    if (frame.name === 'welcome' || frame.name === 'events' || frame.name === 'time') this.repaint();
  }

  private welcomed(welcome: Welcome): void {
    this.core.welcome(welcome);
    this.position = { epoch: welcome.epoch, seq: welcome.seq };
    this.parts.clock.seed(welcome.now);
    this.link.send({ time: this.parts.clock.ask() });
    if (welcome.token !== undefined) this.takeToken(welcome.token);
    this.dropLate();
    for (const entry of this.parts.outbox.entries()) this.transmit(entry);
  }

  private transmit(entry: Waiting): void {
    const { id, command, until } = entry;
    this.link.send({ cmd: { id, type: command.type, data: command.data, ...(until === undefined ? {} : { until }) } });
  }

  private acknowledged(id: string): void {
    this.parts.outbox.settle(id);
    this.waiting.value = this.parts.outbox.entries();
  }

  private refused(id: string, code: Refusal, message: string): void {
    const entry = this.parts.outbox.entries().find((waiting) => waiting.id === id);
    if (entry === undefined) return;
    if (code === 'too_fast' && entry.dropAt === undefined) {
      this.parts.around.later(tooFastPause, () => {
        if (this.parts.outbox.entries().includes(entry)) this.transmit(entry);
      });
      return;
    }
    this.parts.outbox.settle(id);
    this.waiting.value = this.parts.outbox.entries();
    // What was wanted already is so: nothing to tell, unless it is somebody else who has it.
    if (code !== 'already' || entry.command.type === 'breakout.take_role') this.tell(entry, code, message);
  }

  private tell(entry: Waiting, code: Notice['code'], message = ''): void {
    const told = message === '' ? {} : { message };
    this.notices.value = [...this.notices.value, { key: entry.id, command: entry.command, code, ...told }];
  }

  private dropLate(): void {
    for (const entry of this.parts.outbox.expire(this.parts.monotonic())) this.tell(entry, 'expired');
    this.waiting.value = this.parts.outbox.entries();
    this.watchExpiry();
  }

  private watchExpiry(): void {
    this.cancelExpiry?.();
    this.cancelExpiry = null;
    const at = this.parts.outbox.nextExpiry();
    if (at === null) return;
    this.cancelExpiry = this.parts.around.later(Math.max(0, at - this.parts.monotonic()), () => this.dropLate());
  }

  private connectionChanged(connection: Connection): void {
    if (connection === 'live') this.lostAt.value = null;
    else if (this.connection.value === 'live') this.lostAt.value = this.parts.monotonic();
    this.connection.value = connection;
  }

  private coreFailed(error: unknown): void {
    if (error instanceof CoreOutOfStep) {
      this.position = null;
      this.outOfStep += 1;
      if (this.outOfStep < outOfStepAtMost) {
        this.link.restart();
        return;
      }
    } else if (!(error instanceof CoreBroken)) {
      console.error(error);
    }
    this.cancelRepaint?.();
    this.link.stop('reload');
  }

  /**
   * What is painted stays until the other core is here and holds a snapshot of its own. The small one is told nothing more: what staff
   * alone hear of is unknown to it. A core that cannot be fetched now is asked for again.
   */
  private becomeStaff(openStaffCore: () => Promise<Core>): void {
    if (this.staffCoreComes) return;
    this.staffCoreComes = true;
    openStaffCore().then(
      (core) => {
        this.core = core;
        this.openStaffCore = undefined;
        this.staffCoreComes = false;
        this.position = null;
        this.link.restart();
      },
      () => {
        this.parts.around.later(staffCorePause, () => {
          this.staffCoreComes = false;
          this.repaint();
        });
      },
    );
  }

  private repaint(): void {
    if (!this.parts.clock.known() || this.position === null) return;
    let next: View;
    try {
      const told = this.core.view(this.parts.clock.now());
      if (told.me.staff && this.openStaffCore !== undefined) {
        this.becomeStaff(this.openStaffCore);
        return;
      }
      next = this.parts.worded?.(told) ?? told;
    } catch (error) {
      this.coreFailed(error);
      return;
    }
    this.outOfStep = 0;
    const before = this.view.value;
    this.view.value = next;
    const news = before === null ? [] : happenings(before, next);
    if (news.length > 0) this.said.value = news;
    this.cancelRepaint?.();
    this.cancelRepaint = this.parts.around.later(untilNextChange(next), () => this.repaint());
  }
}
