// Where a plan for groups comes from: found in this browser, in a worker, where that goes; else searched for by the server, off its
// room's thread. Either way staff see the plan before anyone is moved.
import { signal } from '@preact/signals';
import type { BreakoutPlanData, GroupingTask, Id } from '@/core/types';
import type { LiveSession } from './session';

/** The part of the groups' worker that is used (core/groups.ts). */
export interface Solver {
  solveGroups(problem: GroupingTask['problem'], effort: { seed: number; milliseconds: number }): Promise<Found>;
  randomGroups(problem: GroupingTask['problem'], seed: number): Promise<Found>;
}
interface Found {
  /** For each round the group of each person. */
  rounds: number[][];
  broken: { rule: string }[];
}

/** The page never waits: the worker may take as long as a press feels at once. */
const searchFor = 80;
/** These bend where too few people can. */
const soft: readonly string[] = ['facilitator', 'reporter'];

const searching = signal(false);

export async function askForPlan(live: LiveSession, data: BreakoutPlanData): Promise<string> {
  forgetRefused(live);
  const task = live.groupingTask(data);
  if (task === null) return live.send({ type: 'breakout.plan', data });
  searching.value = true;
  const found = await import('@/core/groups')
    .then((solver) => groupsOf(solver, task, data))
    // What clashes is refused by the server, by name.
    .catch(() => null);
  searching.value = false;
  return live.send({ type: 'breakout.plan', data: found ?? data });
}

/** What clashed in the plan before is no news of this one. */
function forgetRefused(live: LiveSession): void {
  const refused = live.notices.value.filter((notice) => notice.command.type === 'breakout.plan');
  for (const notice of refused) live.dismiss(notice.key);
}

export const isPlanning = (live: LiveSession): boolean =>
  searching.value || live.waiting.value.some((waiting) => waiting.command.type === 'breakout.plan');

/** The same plan with finished groups; null where a wish stayed broken. */
export async function groupsOf(
  solver: Solver,
  { mode, seed: asked, people, problem }: GroupingTask,
  data: BreakoutPlanData,
): Promise<BreakoutPlanData | null> {
  const seed = asked === 0 ? 1 + Math.floor(Math.random() * 1_000_000) : asked;
  const plan =
    mode === 'random'
      ? await solver.randomGroups(problem, seed)
      : await solver.solveGroups(problem, { seed, milliseconds: searchFor });
  if (plan.broken.some((each) => !soft.includes(each.rule))) return null;
  const [groups, ...later] = plan.rounds.map((round) => membersOf(round, people, problem.groups.length));
  if (groups === undefined) return null;
  return { ...data, mode, seed, groups, ...(later.length > 0 ? { later } : {}) };
}

function membersOf(round: readonly number[], people: readonly Id[], groups: number): Id[][] {
  const members: Id[][] = Array.from({ length: groups }, () => []);
  round.forEach((group, index) => {
    const person = people[index];
    if (person !== undefined) members[group]?.push(person);
  });
  return members;
}
