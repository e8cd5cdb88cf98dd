import { signal } from '@preact/signals';
import type { Id, Ms, View } from '@/core/types';

export interface HeardTurn {
  turn: Id;
  name: string;
  at_ms: Ms;
}

/** Turns that this page can link to, newest first: the record's own list where the view has it, else those seen since the page opened. */
export const turnsHeard = signal<readonly HeardTurn[]>([]);

export function hear(view: View & { turns?: readonly HeardTurn[] }): void {
  if (view.turns !== undefined) {
    turnsHeard.value = view.turns;
    return;
  }
  const now = view.floor.turn;
  if (now === null || turnsHeard.value.some((heard) => heard.turn === now.turn)) return;
  const heard = { turn: now.turn, name: now.name, at_ms: view.now_ms - now.elapsed_ms };
  turnsHeard.value = [heard, ...turnsHeard.value].slice(0, 200);
}
