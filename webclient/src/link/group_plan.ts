// Where a plan for groups comes from: found in this browser where something here can, else searched for by the server, off its
// room's thread. Either way staff see the plan before anyone is moved.
import type { BreakoutPlanData } from '@/core/types';
import type { LiveSession } from './session';

/** The command with finished groups; null where they cannot be found here. */
export type GroupSolver = (live: LiveSession, data: BreakoutPlanData) => Promise<BreakoutPlanData | null>;

let solver: GroupSolver | null = null;

/** The one place where a worker's groups come in. */
export function solveHere(by: GroupSolver | null): void {
  solver = by;
}

/** A plan by hand or by choice has nothing to search for. */
export const needsSearch = (data: BreakoutPlanData): boolean =>
  data.groups === undefined && data.mode !== 'manual' && data.mode !== 'self_selected';

export async function askForPlan(live: LiveSession, data: BreakoutPlanData): Promise<string> {
  const solved = solver === null || !needsSearch(data) ? null : await solver(live, data).catch(() => null);
  return live.send({ type: 'breakout.plan', data: solved ?? data });
}

export const isPlanning = (live: LiveSession): boolean =>
  live.waiting.value.some((waiting) => waiting.command.type === 'breakout.plan');
