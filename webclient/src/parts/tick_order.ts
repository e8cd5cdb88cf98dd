import type { TickView } from '@/core/types';

/** Of one room or of all: who is not moved yet first, the newest of them on top; in the core's order otherwise. */
export function ticksFor(ticks: readonly TickView[], room: string): TickView[] {
  const wanted = ticks.filter((tick) => room === '' || String(tick.group) === room);
  return [...wanted.filter((tick) => !tick.moved), ...wanted.filter((tick) => tick.moved)];
}
