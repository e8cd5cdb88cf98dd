import type { BreakoutsView, Ms, View } from '@/core/types';

const second = 1000;
const restless: Ms = 10_000;

/**
 * How long what is shown stays true: until the next whole second of a running countdown. Countdowns round up, so 12 345 ms left is
 * shown as 13 s for another 345 ms. Where nothing runs, waiting times in minutes are refreshed now and then.
 */
export function untilNextChange(view: View): Ms {
  const running: Ms[] = [];
  if (view.agenda.remaining_ms !== null && !view.agenda.paused) running.push(view.agenda.remaining_ms);
  if (view.floor.turn !== null && !view.floor.turn.paused) running.push(view.floor.turn.remaining_ms);
  if (view.cue !== null) running.push(view.cue.remaining_ms);
  running.push(...ofGroups(view.breakouts));
  const undoable = (view.undo ?? []).map((act) => act.until_ms - view.now_ms);
  running.push(...undoable);
  if (running.length === 0) return restless;
  const left = (remaining: Ms): Ms => (((remaining % second) + second) % second) + 1;
  return Math.min(...running.map(left));
}

function ofGroups({ status, remaining_ms, mine, groups, desk }: BreakoutsView): Ms[] {
  if (status !== 'open' && status !== 'closing') return [];
  const ends = [remaining_ms, mine?.remaining_ms ?? null, ...groups.map((group) => group.remaining_ms)];
  // What counts up changes with its own full seconds.
  const turns = [mine, ...(desk?.groups ?? [])].flatMap((inside) =>
    inside?.turn == null ? [] : -inside.turn.elapsed_ms,
  );
  return [...ends.filter((left) => left !== null), ...turns];
}
