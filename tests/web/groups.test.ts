import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { answered, GroupsDesk, type GroupsLine } from '@/core/groups_messages';
import {
  type GroupingProblem,
  GroupsClashed,
  type GroupsModule,
  type GroupsPlan,
  groupsModuleFromBytes,
  type Round,
} from '@/core/groups_module';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const built = [
  file('../../build/wasm/shared/wasm/roundtable_groups.wasm'),
  file('../../webclient/src/core/roundtable_groups.wasm'),
].find(existsSync);
const opened = (): Promise<GroupsModule> => {
  if (!built) throw new Error('Build the module first: scripts/build');
  return groupsModuleFromBytes(readFileSync(built));
};

const fourPeople: GroupingProblem = {
  people: [{}, {}, {}, {}],
  groups: [
    { min_size: 2, max_size: 2 },
    { min_size: 2, max_size: 2 },
  ],
  diversify: [{ weight: 10, value_of: [0, 0, 1, 1] }],
};

describe('the module for groups', () => {
  it('finds the recorded groups of the recorded problem, as the core does natively', async () => {
    const recorded = JSON.parse(readFileSync(file('fixtures/groups_everywhere.json'), 'utf8')) as {
      problem: GroupingProblem;
      seed: number;
      steps: number;
      rounds: Round[];
      total: number;
    };
    const plan = (await opened()).solve(recorded.problem, { seed: recorded.seed, steps: recorded.steps });
    expect(plan.rounds).toEqual(recorded.rounds);
    const { balance, clusters, meetings, choices, moves, distances } = plan.cost;
    expect(balance + clusters + meetings + choices + moves + distances).toBe(recorded.total);
  });

  it('shows each group beside the room', async () => {
    const plan = (await opened()).solve(fourPeople, { seed: 1, steps: 10 });
    expect(plan.cost.balance).toBe(0);
    expect(plan.report.groups[0]?.diversify[0]?.values).toEqual([
      { value: 0, here: 1, in_room: 2, fair_millionths: 1_000_000 },
      { value: 1, here: 1, in_room: 2, fair_millionths: 1_000_000 },
    ]);
  });

  it('prices a move and a swap by hand', async () => {
    const module = await opened();
    const made = module.evaluate(fourPeople, [[0, 0, 1, 1]]);
    expect(made.cost.balance).toBe(40 * made.cost_unit);
    expect(module.swapCost(0, 0, 2).cost.balance).toBe(-40 * made.cost_unit);
    expect(module.moveCost(0, 0, 1).newly_broken.map((each) => each.rule)).toEqual(['min_size', 'max_size']);
  });

  it('places who comes late', async () => {
    const module = await opened();
    const groups = fourPeople.groups.map((each) => ({ ...each, min_size: 0 }));
    module.evaluate({ ...fourPeople, groups }, [[0, 1, 1, -1]]);
    expect(module.placeLate(3)).toEqual([0]);
  });

  it('names what clashes instead of solving it', async () => {
    const module = await opened();
    const problem = { ...fourPeople, together: [{ one: 0, other: 1 }], apart: [{ one: 1, other: 0 }] };
    expect(() => module.solve(problem, { seed: 1, steps: 1 })).toThrow(GroupsClashed);
    expect(module.clashes(problem)[0]).toMatchObject({ kind: 'together_and_apart', people: [1, 0] });
  });

  it('says which field it did not understand', async () => {
    const module = await opened();
    const people = [{ seat: 'sofa' }] as unknown as GroupingProblem['people'];
    expect(() => module.clashes({ ...fourPeople, people })).toThrow('/people/0/seat');
  });

  it('keeps to a time by choosing the number of steps', async () => {
    const module = await opened();
    const plan = module.solve(fourPeople, { seed: 1, milliseconds: 1 });
    expect(plan.steps).toBeGreaterThanOrEqual(64);
    expect(plan.steps % 64).toBe(0);
    expect(module.solve(fourPeople, { seed: 1, steps: plan.steps }).rounds).toEqual(plan.rounds);
  });
});

describe('the groups worker', () => {
  /** A worker in this thread. */
  const lineTo = (module: Promise<GroupsModule>): GroupsLine => {
    const line: GroupsLine = {
      onmessage: null,
      onerror: null,
      terminate: () => undefined,
      postMessage: (asked) => {
        void answered(module, asked).then((data) => line.onmessage?.({ data }));
      },
    };
    return line;
  };

  it('answers each question to whoever asked it', async () => {
    const desk = new GroupsDesk(lineTo(opened()));
    const [solved, random] = await Promise.all([
      desk.ask<GroupsPlan>({ ask: 'solve', problem: fourPeople, effort: { seed: 1, steps: 5 } }),
      desk.ask<GroupsPlan>({ ask: 'random', problem: fourPeople, seed: 2 }),
    ]);
    expect(solved.steps).toBe(5);
    expect(random.steps).toBe(0);
  });

  it('fails with the clashes', async () => {
    const desk = new GroupsDesk(lineTo(opened()));
    const problem = { ...fourPeople, groups: Array(5).fill({ min_size: 0, max_size: 1 }) };
    const asked = desk.ask({ ask: 'solve', problem, effort: { seed: 1, steps: 1 } });
    await expect(asked).rejects.toMatchObject({ clashes: [{ kind: 'more_groups_than_people' }] });
  });

  it('says that the module could not be fetched', async () => {
    const gone = Promise.reject<GroupsModule>(new Error('The module for groups could not be fetched: 404'));
    const asked = new GroupsDesk(lineTo(gone)).ask({ ask: 'place_late', person: 0 });
    await expect(asked).rejects.toThrow('could not be fetched: 404');
  });

  it('fails what waits and what comes when it cannot be loaded', async () => {
    const line = lineTo(new Promise(() => undefined));
    const desk = new GroupsDesk(line);
    const waiting = desk.ask({ ask: 'place_late', person: 0 });
    line.onerror?.({});
    await expect(waiting).rejects.toThrow('could not be loaded');
    await expect(desk.ask({ ask: 'place_late', person: 0 })).rejects.toThrow('stopped');
    expect(desk.isBroken).toBe(true);
  });
});
