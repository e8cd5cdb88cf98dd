// Where a plan for groups comes from. Found in this browser, in a worker, where the core can say what is to be solved; else the
// server searches, off its room's thread. Either way staff see the plan before anyone is moved.
import type { BreakoutPlanData, Id, MoveCost } from '@/core/types';
import type { LiveSession } from './session';

/** What this browser can do by itself; each answers null where it cannot. */
export interface GroupSolver {
  /** The command with finished groups. */
  solve(data: BreakoutPlanData): Promise<BreakoutPlanData | null>;
  /** For each other group what it would cost to move this person there. */
  costsOfMoves(person: Id): Promise<readonly MoveCost[] | null>;
}

type SolverOf = (live: LiveSession) => GroupSolver | null;
let solverOf: SolverOf = () => null;

export function setSolver(solver: SolverOf): void {
  solverOf = solver;
}

/** A plan by hand or by choice has nothing to search for. */
const needsSearch = (data: BreakoutPlanData): boolean =>
  data.groups === undefined && data.mode !== 'manual' && data.mode !== 'self_selected';

export async function askForPlan(live: LiveSession, data: BreakoutPlanData): Promise<string> {
  const solver = needsSearch(data) ? solverOf(live) : null;
  const solved = solver === null ? null : await solver.solve(data).catch(() => null);
  return live.send({ type: 'breakout.plan', data: solved ?? data });
}

export const isPlanning = (live: LiveSession): boolean =>
  live.waiting.value.some((waiting) => waiting.command.type === 'breakout.plan');

export async function costsOfMoves(live: LiveSession, person: Id): Promise<readonly MoveCost[] | null> {
  const solver = solverOf(live);
  return solver === null ? null : solver.costsOfMoves(person).catch(() => null);
}
