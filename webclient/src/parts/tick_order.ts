import type { Id, TickView } from '@/core/types';

/** Who came to a group after the list was first seen. A move in the session is a new arrival in the call. */
export class Arrivals {
  private readonly places = new Map<string, number>();
  private later = 0;
  private isFirst = true;

  /** 0: there from the beginning; the higher, the later. */
  see(ticks: readonly TickView[]): ReadonlyMap<Id, number> {
    for (const tick of ticks) {
      const key = `${tick.person} ${tick.group}`;
      if (this.places.has(key)) continue;
      this.later += this.isFirst ? 0 : 1;
      this.places.set(key, this.later);
    }
    if (ticks.length > 0) this.isFirst = false;
    return new Map(ticks.map((tick) => [tick.person, this.places.get(`${tick.person} ${tick.group}`) ?? 0]));
  }
}

/** Of one room or of all: whoever is not moved yet first, and of these who came last on top; else in the core's order. */
export function ticksFor(ticks: readonly TickView[], room: string, came: ReadonlyMap<Id, number>): TickView[] {
  const cameAt = (tick: TickView): number => came.get(tick.person) ?? 0;
  return ticks
    .filter((tick) => room === '' || String(tick.group) === room)
    .sort((a, b) => Number(a.moved) - Number(b.moved) || (a.moved ? 0 : cameAt(b) - cameAt(a)));
}
