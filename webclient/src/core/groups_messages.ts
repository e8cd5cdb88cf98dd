// What the page asks its groups worker, and how the worker answers: apart from both, so that tests play either side.
import type { GroupingProblem, GroupsClash, GroupsEffort, GroupsModule, Round } from './groups_module';
import { GroupsClashed } from './groups_module';

export type GroupsQuestion =
  | { ask: 'solve'; problem: GroupingProblem; effort: GroupsEffort }
  | { ask: 'random'; problem: GroupingProblem; seed: number }
  | { ask: 'evaluate'; problem: GroupingProblem; rounds: Round[] }
  | { ask: 'move_cost'; round: number; person: number; group: number }
  | { ask: 'swap_cost'; round: number; one: number; other: number }
  | { ask: 'place_late'; person: number };

export interface GroupsAsked {
  id: number;
  question: GroupsQuestion;
}
export interface GroupsAnswered {
  id: number;
  answer?: unknown;
  clashes?: GroupsClash[];
  error?: string;
}

export function answerTo(module: GroupsModule, question: GroupsQuestion): unknown {
  switch (question.ask) {
    case 'solve':
      return module.solve(question.problem, question.effort);
    case 'random':
      return module.random(question.problem, question.seed);
    case 'evaluate':
      return module.evaluate(question.problem, question.rounds);
    case 'move_cost':
      return module.moveCost(question.round, question.person, question.group);
    case 'swap_cost':
      return module.swapCost(question.round, question.one, question.other);
    case 'place_late':
      return module.placeLate(question.person);
  }
}

export async function answered(module: Promise<GroupsModule>, asked: GroupsAsked): Promise<GroupsAnswered> {
  try {
    return { id: asked.id, answer: answerTo(await module, asked.question) };
  } catch (error) {
    if (error instanceof GroupsClashed) return { id: asked.id, clashes: error.clashes };
    return { id: asked.id, error: error instanceof Error ? error.message : String(error) };
  }
}

/** The part of a Worker that is used. */
export interface GroupsLine {
  postMessage(asked: GroupsAsked): void;
  terminate(): void;
  onmessage: ((event: { data: GroupsAnswered }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
}

/** Questions to a worker as promises. A worker that cannot start, or broke, fails all that waits and comes. */
export class GroupsDesk {
  private readonly waiting = new Map<number, { keep(value: unknown): void; fail(error: Error): void }>();
  private next = 1;
  private broken: Error | undefined;

  constructor(private readonly line: GroupsLine) {
    line.onmessage = ({ data }) => this.hear(data);
    line.onerror = (event) => {
      this.broken = new Error(`The groups worker stopped: ${event.message ?? 'it could not be loaded'}`);
      for (const each of this.waiting.values()) each.fail(this.broken);
      this.waiting.clear();
    };
  }

  get isBroken(): boolean {
    return this.broken !== undefined;
  }

  ask<T>(question: GroupsQuestion): Promise<T> {
    return new Promise<T>((keep, fail) => {
      if (this.broken) return fail(this.broken);
      const id = this.next++;
      this.waiting.set(id, { keep: keep as (value: unknown) => void, fail });
      this.line.postMessage({ id, question });
    });
  }

  close(): void {
    this.broken = new Error('The groups worker was closed');
    for (const each of this.waiting.values()) each.fail(this.broken);
    this.waiting.clear();
    this.line.terminate();
  }

  private hear(data: GroupsAnswered): void {
    const waiting = this.waiting.get(data.id);
    this.waiting.delete(data.id);
    if (!waiting) return;
    if (data.clashes) waiting.fail(new GroupsClashed(data.clashes));
    else if (data.error !== undefined) waiting.fail(new Error(data.error));
    else waiting.keep(data.answer);
  }
}
