import { retryDelay } from '@/link/backoff';
import { endingOf } from '@/link/close_codes';
import { readFrame } from '@/link/frames';
import { type Connection, Link } from '@/link/socket';
import { FakeSurroundings } from './fixtures/fake_surroundings';

const welcome = { you: { participant: 1, role: 'attendee' as const }, epoch: 'e', seq: 1, now: 0 };

describe('Link', () => {
  let around: FakeSurroundings;
  let link: Link;
  let seen: Connection[];
  let frames: string[];
  beforeEach(() => {
    around = new FakeSurroundings();
    seen = [];
    frames = [];
    link = new Link(around, {
      hello: () => ({ hello: { token: 't' } }),
      frame: (frame) => frames.push(frame.name),
      changed: (connection) => seen.push(connection),
      heartbeat: () => ({ time: { t0: 1 } }),
    });
    link.start();
  });
  const goLive = () => {
    around.socket.onopen?.();
    around.socket.deliver('welcome', welcome);
  };

  it('says hello when the line opens and is live with the welcome', () => {
    expect(link.connection).toBe('connecting');
    around.socket.onopen?.();
    expect(around.socket.sent).toEqual([{ hello: { token: 't' } }]);
    expect(link.send({ time: { t0: 1 } })).toBe(false);
    around.socket.deliver('welcome', welcome);
    expect(seen).toEqual(['live']);
    expect(link.send({ time: { t0: 1 } })).toBe(true);
  });

  it('comes back after a lost line, later each time', () => {
    goLive();
    around.socket.onclose?.({ code: 1006 });
    expect(link.connection).toBe('reconnecting');
    around.pass(374);
    expect(around.sockets).toHaveLength(1);
    around.pass(1);
    expect(around.sockets).toHaveLength(2);
    around.socket.onclose?.({ code: 1006 });
    around.pass(749);
    expect(around.sockets).toHaveLength(2);
    around.pass(1);
    expect(around.sockets).toHaveLength(3);
  });

  it.each([
    [4501, 'expired'],
    [4502, 'expired'],
    [4503, 'removed'],
    [4504, 'replaced'],
    [4500, 'refused'],
    [1009, 'refused'],
    [4999, 'refused'],
  ] as const)('does not come back after %i', (code, ending) => {
    goLive();
    around.socket.onclose?.({ code });
    expect(link.connection).toBe(ending);
    around.pass(120_000);
    link.wake();
    expect(around.sockets).toHaveLength(1);
  });

  it('tells a renewed link from a token that is no good', () => {
    goLive();
    around.socket.deliver('bye', { code: 4501, message: '', because: 'link_renewed' });
    around.socket.onclose?.({ code: 4501 });
    expect(link.connection).toBe('renewed');
    around.pass(120_000);
    expect(around.sockets).toHaveLength(1);
  });

  it.each([4000, 4001, 4002, 1001, 1006, 1012, 1013])('comes back after %i', (code) => {
    expect(endingOf(code)).toBeNull();
  });

  it('believes the code of a bye more than that of the close', () => {
    goLive();
    around.socket.deliver('bye', { code: 4503, message: '' });
    around.socket.onclose?.({ code: 1006 });
    expect(link.connection).toBe('removed');
  });

  it('notices silence and opens a new line, deaf to the old one', () => {
    goLive();
    const old = around.socket;
    around.pass(24_999);
    expect(link.connection).toBe('live');
    expect(old.sentAs('time')).toHaveLength(2);
    around.pass(1);
    expect(link.connection).toBe('reconnecting');
    expect(old.closed).toBe(true);
    expect(old.onmessage).toBeNull();
  });

  it('tries at once when woken, and makes sure that a line that seems live still answers', () => {
    goLive();
    around.isOnline = false;
    around.socket.onclose?.({ code: 1006 });
    expect(link.connection).toBe('offline');
    around.isOnline = true;
    link.wake();
    expect(around.sockets).toHaveLength(2);
    goLive();
    link.wake();
    expect(around.socket.sentAs('time')).toHaveLength(1);
    around.pass(1_499);
    expect(link.connection).toBe('live');
    around.pass(1);
    expect(link.connection).toBe('reconnecting');
  });

  it('opens a new line in the moment in which the woken one has kept silent for too long', () => {
    goLive();
    const dead = around.socket;
    link.wake();
    around.pass(1_500);
    expect(around.sockets).toHaveLength(2);
    expect(dead.closed).toBe(true);
    goLive();
    expect(link.connection).toBe('live');
    around.pass(2_000);
    expect(around.sockets).toHaveLength(2);
  });

  it('keeps a woken line that answers', () => {
    goLive();
    link.wake();
    around.pass(1_000);
    around.socket.deliver('time', { t0: 1, t1: 1, t2: 1 });
    around.pass(9_000);
    expect(link.connection).toBe('live');
    expect(around.sockets).toHaveLength(1);
  });

  it('does not wait for an opening that was asleep, nor opens two when it is woken twice', () => {
    link.wake();
    link.wake();
    expect(around.sockets).toHaveLength(1);
    around.pass(1_500);
    expect(around.sockets).toHaveLength(2);
    expect(link.connection).toBe('connecting');
    around.pass(9_999);
    expect(around.sockets).toHaveLength(2);
  });

  it('starts its waits anew after it was woken', () => {
    goLive();
    for (let lost = 0; lost < 5; lost += 1) {
      around.socket.onclose?.({ code: 1006 });
      around.pass(15_000);
    }
    link.wake();
    around.socket.onclose?.({ code: 1006 });
    const before = around.sockets.length;
    around.pass(500);
    expect(around.sockets).toHaveLength(before + 1);
  });

  it('gives up an opening that takes too long', () => {
    around.pass(10_000);
    expect(around.sockets[0]?.closed).toBe(true);
    around.pass(400);
    expect(around.sockets).toHaveLength(2);
  });

  it('sends a heartbeat after twelve quiet seconds, and on a busy line every thirty', () => {
    goLive();
    const beats = () => around.socket.sentAs('time').length;
    around.pass(11_999);
    expect(beats()).toBe(0);
    around.pass(1);
    expect(beats()).toBe(1);
    around.socket.deliver('time', { t0: 1, t1: 2, t2: 3 });
    for (let second = 0; second < 29; second += 1) {
      around.pass(1_000);
      around.socket.deliver('ack', { id: 'x', seq: 1 });
    }
    expect(beats()).toBe(1);
    around.pass(1_000);
    expect(beats()).toBe(2);
  });

  it('passes known frames on and ignores others', () => {
    around.socket.onopen?.();
    around.socket.onmessage?.({ data: '{"future":{}}' });
    around.socket.onmessage?.({ data: 'no json' });
    around.socket.onmessage?.({ data: new ArrayBuffer(1) });
    around.socket.deliver('ack', { id: 'x', seq: 1 });
    expect(frames).toEqual(['ack']);
  });
});

describe('retryDelay', () => {
  it('stays between half and all of a ceiling that doubles up to 15 s', () => {
    expect([retryDelay(0, () => 0), retryDelay(0, () => 1)]).toEqual([250, 500]);
    expect(retryDelay(3, () => 1)).toBe(4000);
    expect([retryDelay(40, () => 0), retryDelay(40, () => 1)]).toEqual([7500, 15_000]);
  });
});

describe('readFrame', () => {
  it('finds the one key that names a frame, beside fields of later versions', () => {
    expect(readFrame('{"trace":1,"ack":{"id":"a","seq":2}}')).toEqual({ name: 'ack', body: { id: 'a', seq: 2 } });
    expect(readFrame('[]')).toBeNull();
    expect(readFrame('null')).toBeNull();
  });
});
