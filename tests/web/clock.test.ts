import { Clock } from '@/link/clock';

/** A line with given ways there and back to a server whose clock is `ahead` of ours. */
function exchange(clock: Clock, time: { now: number }, ahead: number, there: number, back: number, held = 0): void {
  const { t0 } = clock.ask();
  time.now += there;
  const t1 = Math.floor(time.now + ahead);
  time.now += held;
  const t2 = Math.floor(time.now + ahead);
  time.now += back;
  clock.answer(t0, t1, t2);
}

describe('Clock', () => {
  const ahead = 1_750_000_000_000;
  let time: { now: number };
  let clock: Clock;
  beforeEach(() => {
    time = { now: 1000.25 };
    clock = new Clock(() => time.now);
  });

  const error = () => Math.abs(clock.now() - (time.now + ahead));

  it('knows nothing before the first word of the server', () => {
    expect(clock.known()).toBe(false);
    expect(clock.bound()).toBeNull();
  });

  it('starts from the welcome, without claiming a bound', () => {
    clock.seed(ahead + time.now);
    expect(error()).toBeLessThan(1);
    expect(clock.bound()).toBeNull();
  });

  it('is exact on an even line, whatever time the server took to answer', () => {
    exchange(clock, time, ahead, 100, 100, 750);
    expect(error()).toBeLessThanOrEqual(1);
    expect(clock.bound()).toBe(101);
  });

  it('keeps the exchange with the smallest round trip', () => {
    exchange(clock, time, ahead, 20, 20);
    exchange(clock, time, ahead, 30, 500);
    expect(error()).toBeLessThanOrEqual(1);
    expect(clock.bound()).toBeLessThanOrEqual(22);
  });

  it('never shows a bound below its true error, and meets 20 ms at 200 ms round trip with jitter', () => {
    let seed = 7;
    const jitter = () => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return (seed / 2147483648) * 80;
    };
    for (let round = 0; round < 200; round += 1) {
      exchange(clock, time, ahead, 100 + jitter(), 100 + jitter());
      expect(error()).toBeLessThanOrEqual(clock.bound() ?? 0);
      time.now += 10_000;
    }
    expect(error()).toBeLessThan(20);
  });

  it('ignores answers that it did not ask for', () => {
    clock.seed(ahead + time.now);
    clock.answer(42, 0, 0);
    expect(error()).toBeLessThan(1);
  });

  it('throws away what it measured before a sleep with the first answer after it', () => {
    exchange(clock, time, ahead, 5, 5);
    clock.restart();
    const afterSleep = ahead + 60_000;
    expect(error()).toBeLessThanOrEqual(1);
    exchange(clock, time, afterSleep, 200, 200);
    expect(Math.abs(clock.now() - (time.now + afterSleep))).toBeLessThanOrEqual(1);
  });

  it('lets measurements grow old', () => {
    exchange(clock, time, ahead, 5, 5);
    time.now += 6 * 60_000;
    exchange(clock, time, ahead, 50, 50);
    expect(clock.bound()).toBe(51);
  });
});
