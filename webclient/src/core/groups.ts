// Balanced groups for a page: every call is answered by a worker, which is started with the first one.
import { GroupsDesk, type GroupsLine } from './groups_messages';
import type { CostChange, GroupingProblem, GroupsEffort, GroupsPlan, Round } from './groups_module';

let desk: GroupsDesk | undefined;

function opened(): GroupsDesk {
  if (desk?.isBroken) closeGroups();
  desk ??= new GroupsDesk(
    new Worker(new URL('./groups_worker.ts', import.meta.url), { type: 'module' }) as unknown as GroupsLine,
  );
  return desk;
}

/** Fetches and compiles the solver before it is asked for anything, so that the first plan is as quick as the next. */
export function prepareGroups(): void {
  opened();
}

const oneLook: GroupsEffort = { seed: 1, milliseconds: 50 };

/** Fails with GroupsClashed when constraints cannot all hold, and with a plain error when the module cannot be loaded. */
export const solveGroups = (problem: GroupingProblem, effort: GroupsEffort = oneLook): Promise<GroupsPlan> =>
  opened().ask({ ask: 'solve', problem, effort });
export const randomGroups = (problem: GroupingProblem, seed: number): Promise<GroupsPlan> =>
  opened().ask({ ask: 'random', problem, seed });
export const evaluateGroups = (problem: GroupingProblem, rounds: Round[]): Promise<GroupsPlan> =>
  opened().ask({ ask: 'evaluate', problem, rounds });
/** About the plan that was solved, drawn or evaluated last. */
export const moveCost = (round: number, person: number, group: number): Promise<CostChange> =>
  opened().ask({ ask: 'move_cost', round, person, group });
export const swapCost = (round: number, one: number, other: number): Promise<CostChange> =>
  opened().ask({ ask: 'swap_cost', round, one, other });
export const placeLate = (person: number): Promise<number[]> => opened().ask({ ask: 'place_late', person });

/** Stops a search that nobody waits for any more. */
export function closeGroups(): void {
  desk?.close();
  desk = undefined;
}
