import { held, settled } from '@/parts/still_order';

interface Entry {
  id: number;
  words: string;
}
const idOf = (entry: Entry) => entry.id;
const entries = (...ids: number[]): Entry[] => ids.map((id) => ({ id, words: `words ${id}` }));
const ids = (order: { rows: readonly { id: number }[] }) => order.rows.map((row) => row.id);

describe('the order of a list that is held', () => {
  const shown = settled(entries(1, 2, 3), idOf);

  it('is that of the entries while nobody holds it', () => {
    expect(ids(settled(entries(3, 1, 2), idOf))).toEqual([3, 1, 2]);
    expect(shown.fresh).toBe(0);
  });

  it('does not change when the entries are sorted anew', () => {
    expect(ids(held(shown.rows, entries(3, 2, 1), idOf))).toEqual([1, 2, 3]);
  });

  it('keeps the row of an entry that is gone, with what was last known of it', () => {
    const order = held(shown.rows, entries(1, 3), idOf);
    expect(order.rows[1]).toEqual({ id: 2, item: { id: 2, words: 'words 2' }, gone: true });
    expect(order.rows.filter((row) => row.gone)).toHaveLength(1);
  });

  it('counts what is new and does not show it', () => {
    const order = held(shown.rows, entries(9, 1, 8, 2, 3), idOf);
    expect(ids(order)).toEqual([1, 2, 3]);
    expect(order.fresh).toBe(2);
  });

  it('changes rows in place', () => {
    const order = held(shown.rows, [{ id: 2, words: 'said better' }, ...entries(1, 3)], idOf);
    expect(order.rows.map((row) => row.item.words)).toEqual(['words 1', 'said better', 'words 3']);
  });

  it('takes an entry back that comes again', () => {
    const without = held(shown.rows, entries(1, 3), idOf);
    expect(held(without.rows, entries(1, 2, 3), idOf).rows.map((row) => row.gone)).toEqual([false, false, false]);
  });

  it('holds an empty list empty', () => {
    expect(held([], entries(1), idOf)).toEqual({ rows: [], fresh: 1 });
  });
});
