import { signal } from '@preact/signals';
import type { TurnHeard, View } from '@/core/types';

/** `elapsed_ms` is missing for a turn that this page only saw begin. */
export type HeardTurn = Pick<TurnHeard, 'turn' | 'name' | 'at_ms'> &
  Partial<Pick<TurnHeard, 'elapsed_ms' | 'kind' | 'undone' | 'unspoken' | 'typed'>>;

/** Turns that this page can link to, newest first: the record's own list where the view has it, else those seen since the page opened. */
export const turnsHeard = signal<readonly HeardTurn[]>([]);

export function hear(view: View): void {
  if (view.turns !== undefined) {
    turnsHeard.value = view.turns;
    return;
  }
  const now = view.floor.turn;
  if (now === null || turnsHeard.value.some((heard) => heard.turn === now.turn)) return;
  const heard = {
    turn: now.turn,
    kind: now.kind,
    typed: now.typed,
    name: now.name,
    at_ms: view.now_ms - now.elapsed_ms,
  };
  turnsHeard.value = [heard, ...turnsHeard.value].slice(0, 200);
}
