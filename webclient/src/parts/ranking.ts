// One's own order of some choices, best first.
export type RankAct = 'up' | 'down' | 'add' | 'leave';

/** Moves a ranked choice by a place; `leave` takes it out, and what is not ranked is added at the end. */
export function reordered(picks: readonly number[], choice: number, act: RankAct): number[] {
  const at = picks.indexOf(choice);
  if (act === 'add') return at >= 0 ? [...picks] : [...picks, choice];
  if (at < 0) return [...picks];
  const order = picks.filter((pick) => pick !== choice);
  if (act !== 'leave') order.splice(Math.max(0, act === 'up' ? at - 1 : at + 1), 0, choice);
  return order;
}
