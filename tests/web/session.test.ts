import { CoreBroken, CoreOutOfStep } from '@/core/loader';
import type { Command } from '@/core/types';
import { Clock } from '@/link/clock';
import { Outbox } from '@/link/outbox';
import { LiveSession } from '@/link/session';
import { MemoryStore } from '@/link/storage';
import { FakeCore } from './fixtures/fake_core';
import { FakeSurroundings } from './fixtures/fake_surroundings';
import { viewFor } from './fixtures/view';

const ask = (text: string): Command => ({ type: 'question.ask', data: { text } });
const give: Command = { type: 'floor.give', data: { hand: 21, expected: 21 } };

describe('LiveSession', () => {
  let around: FakeSurroundings;
  let core: FakeCore;
  let live: LiveSession;
  let tokens: string[];
  const roomStart = viewFor('moderator').now_ms;

  beforeEach(() => {
    around = new FakeSurroundings();
    core = new FakeCore(viewFor('moderator'));
    tokens = [];
    live = sessionWith({ core });
    live.start();
  });

  const sessionWith = (cores: { core: FakeCore; openStaffCore?: () => Promise<FakeCore> }) => {
    let id = 0;
    return new LiveSession({
      ...cores,
      clock: new Clock(() => around.now),
      outbox: new Outbox(new MemoryStore(), 'p:', () => `id${id++}`, () => 0),
      around,
      monotonic: () => around.now,
      token: 'first',
      keepToken: (token) => tokens.push(token),
    });
  };

  const welcomed = (seq = 7, more: { token?: string; resumed?: true } = {}) => {
    around.socket.onopen?.();
    around.socket.deliver('welcome', {
      you: { participant: 1, role: 'moderator' },
      epoch: 'e1',
      seq,
      now: roomStart + around.now,
      ...more,
    });
  };
  const drop = () => {
    around.socket.onclose?.({ code: 1006 });
    around.pass(15_000);
  };

  it('shows a view with the welcome and moves it on with time alone', () => {
    expect(live.view.value).toBeNull();
    welcomed();
    const first = live.view.value?.floor.turn?.remaining_ms;
    around.pass(1001);
    expect(live.view.value?.floor.turn?.remaining_ms).toBe((first ?? 0) - 1001);
  });

  it('repaints once a second, not more', () => {
    welcomed();
    let paints = 0;
    live.view.subscribe(() => {
      paints += 1;
    });
    paints = 0;
    around.pass(9_500);
    expect(paints).toBeGreaterThanOrEqual(9);
    expect(paints).toBeLessThanOrEqual(11);
  });

  it('resumes with the last seq that it holds', () => {
    welcomed(7);
    around.socket.deliver('events', { seq: 12, list: [] });
    drop();
    around.socket.onopen?.();
    expect(around.socket.sentAs('hello')).toEqual([{ token: 'first', resume: { epoch: 'e1', seq: 12 } }]);
  });

  it('keeps and uses a renewed token', () => {
    welcomed(7, { token: 'second' });
    drop();
    around.socket.onopen?.();
    expect(tokens).toEqual(['second']);
    expect(around.socket.sentAs('hello')).toMatchObject([{ token: 'second' }]);
  });

  it('comes back with the new token after the own link was renewed, also when the line went first', () => {
    welcomed();
    around.socket.deliver('bye', { code: 4501, message: '', because: 'link_renewed' });
    around.socket.onclose?.({ code: 4501 });
    expect(live.connection.value).toBe('renewed');
    live.takeToken('second');
    around.socket.onopen?.();
    expect(tokens).toEqual(['second']);
    expect(around.socket.sentAs('hello')).toMatchObject([{ token: 'second' }]);
    welcomed();
    expect(live.connection.value).toBe('live');
  });

  it('sends what was written offline once, in order, with the ids it had', () => {
    live.send(ask('one'));
    live.send({ type: 'hand.raise', data: { kind: 'intervention' } });
    live.send(ask('two'));
    expect(around.socket.sentAs('cmd')).toEqual([]);
    welcomed();
    expect(around.socket.sentAs('cmd')).toMatchObject([{ id: 'id0' }, { id: 'id1' }, { id: 'id2' }]);
    around.socket.deliver('ack', { id: 'id0', seq: 8 });
    drop();
    welcomed();
    expect(around.socket.sentAs('cmd')).toMatchObject([{ id: 'id1' }, { id: 'id2', data: { text: 'two' } }]);
  });

  it('gives an act of the moment until ten seconds of room time, then drops it and tells', () => {
    welcomed();
    live.send(give);
    expect(around.socket.sentAs('cmd')).toMatchObject([{ type: 'floor.give', until: roomStart + 10_000 }]);
    around.pass(9_999);
    expect(live.notices.value).toEqual([]);
    around.pass(1);
    expect(live.waiting.value).toEqual([]);
    expect(live.notices.value).toMatchObject([{ code: 'expired', command: give }]);
  });

  it('does not send an act again whose moment passed while the line was down', () => {
    welcomed();
    around.socket.onclose?.({ code: 1006 });
    live.send(give);
    around.pass(15_000);
    welcomed();
    expect(around.socket.sentAs('cmd')).toEqual([]);
    expect(live.notices.value).toHaveLength(1);
  });

  it('tells of refusals, except of what is already so', () => {
    welcomed();
    const refused = live.send(give);
    const again = live.send(ask('x'));
    around.socket.deliver('nack', { id: refused, code: 'queue_changed', message: '' });
    around.socket.deliver('nack', { id: again, code: 'already', message: '' });
    expect(live.notices.value.map((notice) => notice.code)).toEqual(['queue_changed']);
    expect(live.waiting.value).toEqual([]);
    live.dismiss(refused);
    expect(live.notices.value).toEqual([]);
  });

  it('tries words again that were too fast', () => {
    welcomed();
    const id = live.send(ask('x'));
    around.socket.deliver('nack', { id, code: 'too_fast', message: '' });
    expect(live.notices.value).toEqual([]);
    around.pass(1_200);
    expect(around.socket.sentAs('cmd')).toHaveLength(2);
  });

  it('asks for a fresh snapshot when the core does not understand, and for a reload when that does not help', () => {
    welcomed();
    core.failNext = new CoreOutOfStep('?');
    around.socket.deliver('events', { seq: 8, list: [] });
    around.pass(1_000);
    around.socket.onopen?.();
    expect(around.socket.sentAs('hello')).toEqual([{ token: 'first' }]);
    core.failNext = new CoreOutOfStep('?');
    around.socket.deliver('events', { seq: 8, list: [] });
    around.pass(2_000);
    core.failNext = new CoreOutOfStep('?');
    around.socket.deliver('events', { seq: 8, list: [] });
    expect(live.connection.value).toBe('reload');
  });

  it('stops at once when the core is broken', () => {
    welcomed();
    core.failNext = new CoreBroken('trap');
    around.socket.deliver('events', { seq: 8, list: [] });
    expect(live.connection.value).toBe('reload');
    around.pass(60_000);
    expect(around.sockets).toHaveLength(1);
  });

  it('shows the room’s time of a line that was asleep with the first answer', () => {
    welcomed();
    const { t0 } = around.socket.sentAs('time')[0] as { t0: number };
    around.socket.deliver('time', { t0, t1: roomStart, t2: roomStart });
    live.wake();
    const asked = around.socket.sentAs('time').at(-1) as { t0: number };
    // This device's clock stood still for a minute; the room's did not.
    const later = roomStart + around.now + 60_000;
    around.socket.deliver('time', { t0: asked.t0, t1: later, t2: later });
    expect(live.view.value?.now_ms).toBe(later);
  });

  it('remembers since when the line is lost, through all attempts', () => {
    welcomed();
    around.pass(500);
    around.socket.onclose?.({ code: 1006 });
    expect(live.lostAt.value).toBe(500);
    around.pass(20_000);
    expect(live.lostAt.value).toBe(500);
    welcomed();
    expect(live.lostAt.value).toBeNull();
  });

  it('takes the core of staff’s rules when the person becomes staff, with a fresh snapshot and all that waits', async () => {
    const attendees = new FakeCore(viewFor('attendee'));
    const staffs = new FakeCore(viewFor('moderator'));
    let opened = 0;
    live = sessionWith({
      core: attendees,
      openStaffCore: async () => {
        opened += 1;
        return staffs;
      },
    });
    live.start();
    welcomed();
    expect(live.view.value?.me.staff).toBe(false);
    live.send(ask('written before'));
    attendees.shown = viewFor('moderator');
    around.socket.deliver('events', { seq: 8, list: [] });
    attendees.failNext = new CoreOutOfStep('what staff alone are told');
    around.socket.deliver('events', { seq: 9, list: [] });
    expect(live.connection.value).toBe('live');
    expect(live.view.value?.me.staff, 'nothing of staff’s is painted from the small core').toBe(false);
    await Promise.resolve();
    around.pass(15_000);
    around.socket.onopen?.();
    expect(around.socket.sentAs('hello')).toEqual([{ token: 'first' }]);
    welcomed(9);
    expect(opened).toBe(1);
    expect(staffs.taken.map((each) => each.frame)).toEqual(['welcome']);
    expect(live.view.value?.me.staff).toBe(true);
    expect(around.socket.sentAs('cmd')).toMatchObject([{ data: { text: 'written before' } }]);
  });

  it('asks again for the core of staff’s rules when it could not be fetched', async () => {
    const attendees = new FakeCore(viewFor('attendee'));
    const staffs = new FakeCore(viewFor('moderator'));
    let asked = 0;
    live = sessionWith({
      core: attendees,
      openStaffCore: () => {
        asked += 1;
        return asked === 1 ? Promise.reject(new Error('no line')) : Promise.resolve(staffs);
      },
    });
    live.start();
    welcomed();
    attendees.shown = viewFor('moderator');
    around.socket.deliver('events', { seq: 8, list: [] });
    await Promise.resolve();
    await Promise.resolve();
    expect(live.connection.value, 'the line stays').toBe('live');
    around.pass(3_000);
    await Promise.resolve();
    around.pass(15_000);
    welcomed(9);
    expect(asked).toBe(2);
    expect(live.view.value?.me.staff).toBe(true);
  });
});
