// Topics that people rank, and moves that balance open groups again.
import { describe, expect, it } from 'vitest';
import { type Evaluator, movesOf } from '@/link/group_plan';
import { moveWords } from '@/parts/BreakoutRebalance';
import { reordered } from '@/parts/ranking';
import { keptAs, picksOf } from '@/parts/TopicWishes';
import '@/text/desk_sentences';
import { offeredTopics, openBreakouts } from './fixtures/breakouts';

const offer = (mine: number[]) => {
  const offered = offeredTopics('attendee', mine).offer;
  if (offered === null) throw new Error('the fixture offers topics');
  return offered;
};

describe('an order of topics', () => {
  it('is changed step by step, and nothing stands in it twice', () => {
    expect(reordered([], 2, 'add')).toEqual([2]);
    expect(reordered([2, 0], 2, 'add')).toEqual([2, 0]);
    expect(reordered([2, 0, 1], 1, 'up')).toEqual([2, 1, 0]);
    expect(reordered([2, 0, 1], 2, 'up')).toEqual([2, 0, 1]);
    expect(reordered([2, 0, 1], 2, 'down')).toEqual([0, 2, 1]);
    expect(reordered([2, 0, 1], 0, 'leave')).toEqual([2, 1]);
    expect(reordered([2], 0, 'leave')).toEqual([2]);
  });

  it('is shown as it was being made, else as it was sent', () => {
    expect(picksOf('', offer([1, 0]))).toEqual([1, 0]);
    expect(picksOf(keptAs([2], offer([])), offer([1, 0]))).toEqual([2]);
    expect(picksOf(keptAs([], offer([])), offer([1, 0]))).toEqual([]);
  });

  it('kept for other topics, or spoilt, names no topic that is not there', () => {
    const [first, second, third] = offer([]).topics;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three topics are offered');
    const others = { topics: [third, { ...second, title: 'Connectivity' }, first], mine: [] };
    expect(picksOf(keptAs([1, 0], offer([])), others)).toEqual([2]);
    expect(picksOf(`["x",7,null,"${second.title}"]`, offer([]))).toEqual([1]);
    expect(picksOf('{', offer([0]))).toEqual([0]);
    expect(picksOf('null', offer([0]))).toEqual([0]);
  });
});

describe('moves that balance open groups again', () => {
  const cost = { balance: 0, clusters: 0, meetings: 0, choices: 0, moves: 0, distances: 0 };
  const solver = (round: number[], broken: { rule: string }[] = []): Evaluator => ({
    evaluateGroups: async () => ({ cost: { ...cost, balance: 64 }, cost_unit: 16 }),
    solveGroups: async () => ({ rounds: [round], broken, cost: { ...cost, balance: 32, moves: 16 }, cost_unit: 16 }),
  });
  const task = {
    mode: 'balanced' as const,
    seed: 0,
    people: [11, 12, 13, 14],
    problem: { people: [{}, {}, {}, {}], groups: [{ min_size: 1, max_size: 3 }, { min_size: 1, max_size: 3 }], start: [[0, 0, 0, -1]] },
    groups: [101, 102],
  };

  it('are those alone who sit elsewhere, with what the balance gains', async () => {
    expect(await movesOf(solver([0, 0, 1, 1]), task)).toEqual({
      moves: [{ person: 13, group: 102 }, { person: 14, group: 102 }],
      gain_millionths: 2_000_000,
    });
  });

  it('are left to the server where a wish stayed broken, or where it is not told who sits where', async () => {
    expect(await movesOf(solver([0, 0, 1, 1], [{ rule: 'apart' }]), task)).toBeNull();
    const { start: _, ...problem } = task.problem;
    expect(await movesOf(solver([0, 0, 1, 1]), { ...task, problem })).toBeNull();
  });

  it('are said with the name, and from where to where', () => {
    const { desk } = openBreakouts('moderator');
    if (desk === null) throw new Error('a moderator has a desk');
    const [first, second] = desk.groups;
    const someone = first?.people[0];
    if (first === undefined || second === undefined || someone === undefined) throw new Error('no groups');
    const words = moveWords(desk, { person: someone.person, group: second.group });
    expect(words).toMatch(new RegExp(`^${someone.name}: .*1.* → .*2`));
  });
});
