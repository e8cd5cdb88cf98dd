// The solver of balanced groups as its own module (shared/wasm/grouping_abi.cpp). Runs in a worker (groups_worker.ts) and in
// tests. Fields are those of shared/core/grouping.hpp: people, groups, rounds and values are indexes from 0, -1 is nobody.
import { importsFor } from './wasm_imports';

export interface GroupedPerson {
  can_facilitate?: boolean;
  can_report?: boolean;
  seat?: 'either' | 'onsite' | 'online';
  fixed_group?: number;
  choices?: number[];
}
export interface GroupingAttribute {
  weight: number;
  value_of: number[];
}
export interface PersonPair {
  one: number;
  other: number;
}
/** The group of each person. */
export type Round = number[];

export interface GroupingProblem {
  people: GroupedPerson[];
  groups: { min_size: number; max_size: number; topic?: number }[];
  rounds?: number;
  diversify?: GroupingAttribute[];
  cluster?: GroupingAttribute[];
  together?: PersonPair[];
  apart?: PersonPair[];
  may_mix?: boolean;
  needs_facilitator?: boolean;
  needs_reporter?: boolean;
  met?: { one: number; other: number; times: number }[];
  start?: Round[];
  distances?: number[];
  meeting_weight?: number;
  choice_weight?: number;
  move_price?: number;
}

/** In units of 1 / cost_unit. */
export interface GroupingCost {
  balance: number;
  clusters: number;
  meetings: number;
  choices: number;
  moves: number;
  distances: number;
}
export interface BrokenRule {
  rule:
    | 'placed'
    | 'min_size'
    | 'max_size'
    | 'fixed_group'
    | 'together'
    | 'apart'
    | 'seats'
    | 'facilitator'
    | 'reporter';
  round: number;
  group: number;
  person: number;
  other: number;
}
export interface AttributeBalance {
  values: { value: number; here: number; in_room: number; fair_millionths: number }[];
  deviation_millionths: number;
}
export interface GroupBalance {
  round: number;
  group: number;
  size: number;
  facilitators: number;
  reporters: number;
  onsite: number;
  online: number;
  diversify: AttributeBalance[];
  cluster: AttributeBalance[];
}
export interface BalanceReport {
  groups: GroupBalance[];
  repeated: { one: number; other: number; times: number }[];
  distinct_meetings: number;
  most_possible_meetings: number;
  moved: number;
  first_choices: number;
  people_with_choices: number;
}
export interface GroupsPlan {
  rounds: Round[];
  cost: GroupingCost;
  broken: BrokenRule[];
  cost_unit: number;
  steps: number;
  report: BalanceReport;
}
export interface GroupsClash {
  kind:
    | 'not_there'
    | 'min_above_max'
    | 'more_groups_than_people'
    | 'too_few_people'
    | 'too_little_room'
    | 'together_and_apart'
    | 'together_too_many'
    | 'together_elsewhere'
    | 'apart_fixed_together'
    | 'apart_too_many'
    | 'fixed_too_many'
    | 'seats_together'
    | 'seats_fixed'
    | 'seats_do_not_fit';
  people: number[];
  groups: number[];
  needed: number;
  available: number;
}
export interface CostChange {
  cost: GroupingCost;
  newly_broken: BrokenRule[];
  mended: BrokenRule[];
}

/** Steps give the same plan everywhere; a time only chooses their number. */
export type GroupsEffort = { seed: number } & ({ steps: number } | { milliseconds: number });

/** Constraints that cannot all hold: nothing was solved. */
export class GroupsClashed extends Error {
  constructor(readonly clashes: GroupsClash[]) {
    super(`These constraints cannot all hold: ${clashes.map((clash) => clash.kind).join(', ')}`);
    this.name = 'GroupsClashed';
  }
}

interface Exports {
  memory: WebAssembly.Memory;
  _initialize?(): void;
  malloc(size: number): number;
  free(pointer: number): void;
  rt_groups_open(): number;
  rt_groups_output(handle: number): number;
  rt_groups_output_length(handle: number): number;
  rt_groups_problem(handle: number, pointer: number, length: number): number;
  rt_groups_start(handle: number, seed: number): void;
  rt_groups_run(handle: number, steps: number): void;
  rt_groups_best(handle: number): number;
  rt_groups_rounds(handle: number, pointer: number, length: number): number;
  rt_groups_random(handle: number, seed: number): number;
  rt_groups_move_cost(handle: number, round: number, person: number, group: number): number;
  rt_groups_swap_cost(handle: number, round: number, one: number, other: number): number;
  rt_groups_late(handle: number, person: number): number;
}

const sliceSteps = 64;

export class GroupsModule {
  private readonly handle: number;

  constructor(
    private readonly exports: Exports,
    private readonly now: () => number = () => performance.now(),
  ) {
    exports._initialize?.();
    this.handle = exports.rt_groups_open();
  }

  /** Takes the problem; what cannot all hold, by name. */
  clashes(problem: GroupingProblem): GroupsClash[] {
    const length = this.withText(problem, (pointer, bytes) =>
      this.exports.rt_groups_problem(this.handle, pointer, bytes),
    );
    if (length < 0) {
      const fault = this.text(this.exports.rt_groups_output_length(this.handle));
      throw new Error(`The problem was not understood: ${fault}`);
    }
    return this.read(length);
  }

  solve(problem: GroupingProblem, effort: GroupsEffort): GroupsPlan {
    this.take(problem);
    const end = 'milliseconds' in effort ? this.now() + effort.milliseconds : 0;
    this.exports.rt_groups_start(this.handle, effort.seed);
    if ('steps' in effort) {
      this.exports.rt_groups_run(this.handle, effort.steps);
    } else {
      do this.exports.rt_groups_run(this.handle, sliceSteps);
      while (this.now() < end);
    }
    return this.read(this.exports.rt_groups_best(this.handle));
  }

  /** Even sizes by lot. */
  random(problem: GroupingProblem, seed: number): GroupsPlan {
    this.take(problem);
    return this.read(this.exports.rt_groups_random(this.handle, seed));
  }

  /** Groups that somebody made: what they cost and break, without a search. The calls below speak of them from now on. */
  evaluate(problem: GroupingProblem, rounds: Round[]): GroupsPlan {
    this.clashes(problem);
    return this.read(
      this.withText(rounds, (pointer, bytes) => this.exports.rt_groups_rounds(this.handle, pointer, bytes)),
    );
  }

  /** What a move by hand does to the newest plan; less is better. */
  moveCost(round: number, person: number, group: number): CostChange {
    return this.read(this.exports.rt_groups_move_cost(this.handle, round, person, group));
  }
  swapCost(round: number, one: number, other: number): CostChange {
    return this.read(this.exports.rt_groups_swap_cost(this.handle, round, one, other));
  }
  /** The group of each round in which a person without a place fits best. */
  placeLate(person: number): number[] {
    return this.read(this.exports.rt_groups_late(this.handle, person));
  }

  private take(problem: GroupingProblem): void {
    const clashes = this.clashes(problem);
    if (clashes.length > 0) throw new GroupsClashed(clashes);
  }

  private withText(value: unknown, call: (pointer: number, bytes: number) => number): number {
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    const pointer = this.exports.malloc(bytes.length);
    if (pointer === 0) throw new Error('No memory is left for the groups');
    try {
      new Uint8Array(this.exports.memory.buffer, pointer, bytes.length).set(bytes);
      return call(pointer, bytes.length);
    } finally {
      this.exports.free(pointer);
    }
  }

  private text(length: number): string {
    const output = this.exports.rt_groups_output(this.handle);
    return new TextDecoder('utf-8').decode(new Uint8Array(this.exports.memory.buffer, output, length));
  }
  private read<T>(length: number): T {
    if (length < 0) throw new Error('The groups were not understood');
    return JSON.parse(this.text(length)) as T;
  }
}

export async function groupsModuleFromBytes(bytes: BufferSource): Promise<GroupsModule> {
  const module = await WebAssembly.compile(bytes);
  const instance = await WebAssembly.instantiate(module, importsFor(module));
  return new GroupsModule(instance.exports as unknown as Exports);
}
