import { Outbox } from '@/link/outbox';
import { MemoryStore } from '@/link/storage';

const ask = (text: string) => ({ type: 'question.ask' as const, data: { text } });
const give = { type: 'floor.give' as const, data: { hand: 1, expected: 1 } };

describe('Outbox', () => {
  let store: MemoryStore;
  let ids: number;
  const open = () => new Outbox(store, 'p:', () => `id${ids++}`, () => 1_000);
  beforeEach(() => {
    store = new MemoryStore();
    ids = 0;
  });

  it('keeps words, hands and votes over a reload, in the order in which they were made', () => {
    const before = open();
    before.add(ask('first'), null, 0);
    before.add({ type: 'hand.raise', data: { kind: 'reply' } }, 5, 0);
    before.add(ask('third'), 5, 0);
    const after = open();
    expect(after.entries().map((entry) => entry.id)).toEqual(['id0', 'id1', 'id2']);
    expect(after.entries()[0]?.command).toEqual(ask('first'));
    expect(after.entries()[1]?.until).toBeUndefined();
  });

  it('gives acts of the moment ten seconds of room time, and keeps them off the disk', () => {
    const outbox = open();
    expect(outbox.add(give, 50_000, 7).until).toBe(60_000);
    expect(store.keys('p:')).toEqual([]);
    expect(open().entries()).toEqual([]);
  });

  it('drops acts of the moment after ten seconds, and nothing else', () => {
    const outbox = open();
    outbox.add(ask('stays'), 0, 0);
    const act = outbox.add(give, 0, 100);
    expect(outbox.nextExpiry()).toBe(10_100);
    expect(outbox.expire(10_099)).toEqual([]);
    expect(outbox.expire(10_100)).toEqual([act]);
    expect(outbox.entries().map((entry) => entry.command)).toEqual([ask('stays')]);
    expect(outbox.nextExpiry()).toBeNull();
  });

  it('settles each entry once, also on the disk', () => {
    const outbox = open();
    const entry = outbox.add(ask('x'), 0, 0);
    expect(outbox.settle(entry.id)).toEqual(entry);
    expect(outbox.settle(entry.id)).toBeNull();
    expect(open().entries()).toEqual([]);
  });

  it('leaves what another tab wrote alone', () => {
    const here = open();
    const there = open();
    there.add(ask('there'), 0, 0);
    const entry = here.add(ask('here'), 0, 0);
    here.settle(entry.id);
    expect(open().entries().map((left) => left.command)).toEqual([ask('there')]);
  });

  it('survives a broken store entry', () => {
    store.set('p:broken', '{');
    expect(open().entries()).toEqual([]);
  });
});
