import type { Ms } from '@/core/types';

interface Measurement {
  offset: number;
  roundTrip: number;
  at: number;
}

const keepFor: Ms = 5 * 60_000;
const keepAtMost = 8;
/** t1 and t2 come as whole milliseconds. */
const roundingOfServer: Ms = 1;

/**
 * The room's clock as this device knows it: four timestamps an exchange, the smallest round trip wins. Only the monotonic clock
 * is read here, so that nobody's wrong wall clock matters.
 */
export class Clock {
  private measurements: Measurement[] = [];
  private asked = new Map<number, number>();
  private coarse: number | null = null;
  private stale = false;

  constructor(private readonly monotonic: () => number) {}

  /** The body of a `time` frame to send now. */
  ask(): { t0: number } {
    const exact = this.monotonic();
    let t0 = Math.round(exact);
    while (this.asked.has(t0)) t0 += 1;
    this.asked.set(t0, exact);
    return { t0 };
  }

  answer(t0: number, t1: Ms, t2: Ms): void {
    const sent = this.asked.get(t0);
    if (sent === undefined) return;
    this.asked.delete(t0);
    const received = this.monotonic();
    const roundTrip = Math.max(0, received - sent - (t2 - t1));
    const offset = (t1 - sent + (t2 - received)) / 2;
    const kept = this.stale ? [] : this.measurements;
    this.stale = false;
    this.measurements = [
      ...kept.filter((old) => received - old.at < keepFor),
      { offset, roundTrip, at: received },
    ].slice(-keepAtMost);
  }

  /** `now` of a welcome: good enough until the first exchange is back. */
  seed(now: Ms): void {
    this.coarse = now - this.monotonic();
    this.asked.clear();
  }

  /** After sleep the monotonic clock may have stood still: the next answer replaces all that was measured before. */
  restart(): void {
    this.stale = true;
    this.asked.clear();
  }

  known(): boolean {
    return this.coarse !== null || this.measurements.length > 0;
  }

  now(): Ms {
    return Math.round(this.monotonic() + (this.best()?.offset ?? this.coarse ?? 0));
  }

  /** How wrong `now` can be at most; null before the first exchange. */
  bound(): Ms | null {
    const best = this.best();
    return best === null ? null : Math.ceil(best.roundTrip / 2 + roundingOfServer);
  }

  private best(): Measurement | null {
    return this.measurements.reduce<Measurement | null>(
      (best, next) => (best === null || next.roundTrip <= best.roundTrip ? next : best),
      null,
    );
  }
}
