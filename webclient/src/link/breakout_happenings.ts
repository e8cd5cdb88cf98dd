// What groups tell those who do not look: members hear of their own group, staff of calls.
import type { BreakoutsView, Ms } from '@/core/types';

export type BreakoutHappening =
  | { what: 'group_yours' | 'group_moved'; number: number; table: number | null }
  | { what: 'groups_open' | 'groups_closed' | 'groups_reopened' | 'group_over' | 'group_your_turn' }
  | { what: 'groups_closing'; seconds: number }
  | { what: 'group_left'; minutes: number }
  | { what: 'group_speaks' | 'group_help_comes'; name: string }
  | { what: 'group_told'; text: string }
  | { what: 'group_calls'; number: number };

const minute: Ms = 60_000;
const thresholds: readonly Ms[] = [5 * minute, minute];
const runs = ({ status }: BreakoutsView): boolean => status === 'open' || status === 'closing';

export function ofBreakouts(before: BreakoutsView, after: BreakoutsView): BreakoutHappening[] {
  return [...ofStatus(before, after), ...ofOwnGroup(before, after), ...ofCalls(before, after)];
}

function ofStatus(before: BreakoutsView, after: BreakoutsView): BreakoutHappening[] {
  if (after.status === 'closing' && before.status !== 'closing') {
    return [{ what: 'groups_closing', seconds: Math.max(0, Math.round((after.remaining_ms ?? 0) / 1000)) }];
  }
  if (after.status === 'closed' && runs(before)) return [{ what: 'groups_closed' }];
  if (after.status === 'open' && before.status === 'closing') return [{ what: 'groups_reopened' }];
  const opened = runs(after) && (!runs(before) || after.round !== before.round);
  return opened && after.mine === null ? [{ what: 'groups_open' }] : [];
}

function ofOwnGroup(
  { mine: was, ...before }: BreakoutsView,
  { mine: is, ...after }: BreakoutsView,
): BreakoutHappening[] {
  if (is === null || !runs({ ...after, mine: is })) return [];
  const place = { number: is.number, table: is.table };
  const ranBefore = runs({ ...before, mine: was });
  if (!ranBefore || was === null || after.round !== before.round) return [{ what: 'group_yours', ...place }];
  if (was.group !== is.group) return [{ what: 'group_moved', ...place }];
  const said: BreakoutHappening[] = [];
  const [left, leftBefore] = [is.remaining_ms, was.remaining_ms];
  if (after.status === 'open' && before.status === 'open' && left !== null && leftBefore !== null) {
    const passed = thresholds.find((limit) => leftBefore > limit && left <= limit && left > 0);
    if (passed !== undefined) said.push({ what: 'group_left', minutes: passed / minute });
    if (leftBefore > 0 && left <= 0) said.push({ what: 'group_over' });
  }
  const told = is.broadcasts.at(-1);
  const toldBefore = was.broadcasts.at(-1);
  if (told !== undefined && (told.at_ms !== toldBefore?.at_ms || told.text !== toldBefore.text)) {
    said.push({ what: 'group_told', text: told.text });
  }
  const isNewTurn = is.turn !== null && is.turn.started_at_ms !== was.turn?.started_at_ms;
  if (is.turn !== null && isNewTurn) {
    said.push(is.turn.mine ? { what: 'group_your_turn' } : { what: 'group_speaks', name: is.turn.name });
  }
  if (is.help?.answered === true && was.help?.answered !== true) {
    said.push({ what: 'group_help_comes', name: is.help.answered_by ?? '' });
  }
  return said;
}

function ofCalls(before: BreakoutsView, after: BreakoutsView): BreakoutHappening[] {
  const known = new Set(before.desk?.help ?? []);
  const groups = after.desk?.groups ?? [];
  return (after.desk?.help ?? [])
    .filter((id) => !known.has(id))
    .flatMap((id) => {
      const group = groups.find((each) => each.group === id);
      return group === undefined ? [] : [{ what: 'group_calls' as const, number: group.number }];
    });
}
