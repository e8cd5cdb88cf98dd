import { actsOfTheMoment, type Command, type Ms } from '@/core/types';
import { readJson, type Store } from './storage';

export interface Waiting {
  id: string;
  order: number;
  command: Command;
  /** Acts of the moment only, room time: the server refuses them as `late` after it. */
  until?: Ms;
  /** Acts of the moment only, this device's monotonic clock: dropped here after it. */
  dropAt?: number;
}

const momentLasts: Ms = 10_000;
export const isActOfTheMoment = (type: Command['type']): boolean => actsOfTheMoment.includes(type);

/**
 * Commands that the server has not answered, oldest first. Words, hands and votes outlive the page in the device's store, one key
 * each, so that two tabs cannot overwrite each other; both may send one, the server applies it once by its id.
 */
export class Outbox {
  private waiting: Waiting[];

  constructor(
    private readonly store: Store,
    private readonly prefix: string,
    private readonly newId: () => string,
    private readonly wallClock: () => number,
  ) {
    this.waiting = store
      .keys(prefix)
      .flatMap((key) => readJson<Waiting>(store, key) ?? [])
      .sort((a, b) => a.order - b.order);
  }

  entries(): readonly Waiting[] {
    return this.waiting;
  }

  add(command: Command, roomNow: Ms | null, monotonicNow: number): Waiting {
    const last = this.waiting.at(-1)?.order ?? 0;
    const entry: Waiting = { id: this.newId(), order: Math.max(last + 1, this.wallClock()), command };
    if (isActOfTheMoment(command.type)) {
      if (roomNow !== null) entry.until = roomNow + momentLasts;
      entry.dropAt = monotonicNow + momentLasts;
    } else {
      this.store.set(this.prefix + entry.id, JSON.stringify(entry));
    }
    this.waiting = [...this.waiting, entry];
    return entry;
  }

  /** Answered, by an ack or a nack; null: not ours, or answered before. */
  settle(id: string): Waiting | null {
    const entry = this.waiting.find((waiting) => waiting.id === id) ?? null;
    if (entry === null) return null;
    this.store.remove(this.prefix + id);
    this.waiting = this.waiting.filter((waiting) => waiting !== entry);
    return entry;
  }

  /** Drops the acts of the moment whose moment has passed. */
  expire(monotonicNow: number): Waiting[] {
    const late = this.waiting.filter((entry) => entry.dropAt !== undefined && entry.dropAt <= monotonicNow);
    for (const entry of late) this.settle(entry.id);
    return late;
  }

  /** Monotonic time at which `expire` has something to do. */
  nextExpiry(): number | null {
    const times = this.waiting.flatMap((entry) => entry.dropAt ?? []);
    return times.length === 0 ? null : Math.min(...times);
  }
}
