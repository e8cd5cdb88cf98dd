// Caption lines typed by hand, until the server has them: one after the other, each with a number of its own.
import { type Signal, signal } from '@preact/signals';
import { Problem } from './api';
import { retryDelay } from './backoff';
import type { Surroundings } from './socket';
import { readJson, type Store } from './storage';

export interface TypedLine {
  /** The same however often the line is sent: the server takes it once. */
  seq: number;
  language: string;
  text: string;
}

interface Parts {
  store: Store;
  prefix: string;
  post: (line: TypedLine) => Promise<unknown>;
  later: Surroundings['later'];
  random: () => number;
}

/**
 * Numbers begin somewhere else on each device: the server sorts lines by them, and two who type must not get between each other's.
 * Services go on from the highest, and some of them count in 32 bits with a sign.
 */
const firstNumbers = 2 ** 30;

/** A line that the server refused would be refused again; a line that was lost on the way would not. */
const mayPass = (problem: Problem): boolean => problem.status === 0 || problem.status === 429 || problem.status >= 500;

export class TypedLines {
  readonly waiting: Signal<readonly TypedLine[]>;
  /** Why the first of those that wait has not gone out. */
  readonly problem: Signal<Problem | null> = signal(null);
  private sending = false;
  private stopped = false;
  private attempt = 0;
  private cancelRetry: (() => void) | null = null;

  constructor(private readonly parts: Parts) {
    const { store, prefix } = parts;
    const kept = store.keys(`${prefix}line:`).flatMap((key) => readJson<TypedLine>(store, key) ?? []);
    this.waiting = signal(kept.sort((a, b) => a.seq - b.seq));
  }

  add(language: string, text: string): void {
    const line = { seq: this.nextNumber(), language, text };
    this.parts.store.set(this.keyOf(line), JSON.stringify(line));
    this.waiting.value = [...this.waiting.value, line];
    this.send();
  }

  /** All that wait, in their order; a line goes out only when the one before it has arrived. */
  async send(): Promise<void> {
    if (this.sending || this.stopped) return;
    this.cancelRetry?.();
    this.cancelRetry = null;
    this.sending = true;
    try {
      for (let line = this.waiting.value[0]; line !== undefined && !this.stopped; line = this.waiting.value[0]) {
        await this.parts.post(line);
        this.settle(line);
      }
    } catch (error) {
      this.failed(error instanceof Problem ? error : new Problem(0, 'unreachable'));
    }
    this.sending = false;
  }

  remove(line: TypedLine): void {
    this.settle(line);
    this.send();
  }

  stop(): void {
    this.stopped = true;
    this.cancelRetry?.();
  }

  private settle(line: TypedLine): void {
    this.attempt = 0;
    this.problem.value = null;
    this.parts.store.remove(this.keyOf(line));
    this.waiting.value = this.waiting.value.filter((other) => other.seq !== line.seq);
  }

  private failed(problem: Problem): void {
    this.problem.value = problem;
    if (this.stopped || !mayPass(problem)) return;
    this.cancelRetry = this.parts.later(retryDelay(this.attempt, this.parts.random), () => this.send());
    this.attempt += 1;
  }

  private nextNumber(): number {
    const { store, prefix, random } = this.parts;
    const kept = Number(store.get(`${prefix}next`) ?? 0);
    const next = kept > 0 ? kept : 1 + Math.floor(random() * firstNumbers);
    store.set(`${prefix}next`, String(next + 1));
    return next;
  }

  private keyOf(line: TypedLine): string {
    return `${this.parts.prefix}line:${line.seq}`;
  }
}
