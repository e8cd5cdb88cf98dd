import { groupsOf, type Solver } from '@/link/group_plan';
import { countdownsFor } from '@/parts/BreakoutRunning';
import { secondsEach } from '@/parts/BreakoutClosed';
import { secondsOf } from '@/parts/BreakoutPlan';
import { suggestedWords } from '@/parts/BreakoutStart';
import { type BreakoutOptions, expectedGroups, faultsOf, optionsOf, planOf } from '@/parts/breakout_options';
import { keptOptions, planAgain } from '@/parts/kept_options';
import { noBreakouts } from './fixtures/breakouts';

const suggested = noBreakouts('moderator').desk?.suggested ?? (undefined as never);
const options = (changed: Partial<BreakoutOptions> = {}): BreakoutOptions => ({ ...optionsOf(suggested), ...changed });

describe('options for groups', () => {
  it('begin with what the session file suggests', () => {
    expect(planOf(options())).toEqual({
      mode: 'balanced',
      count: 8,
      diversify: ['stakeholder_group', 'regional_group', 'modality'],
      weights: [10, 10, 10],
      cluster: [],
      rounds: 2,
      separate: false,
    });
  });

  it('send one of count and size, never both', () => {
    const bySize = planOf(options({ by: 'size', number: '6' }));
    expect(bySize).toMatchObject({ size: 6 });
    expect(bySize).not.toHaveProperty('count');
  });

  it('put each attribute where its use says, with its weight', () => {
    const uses = { stakeholder_group: 'mix_much', regional_group: 'unused', modality: 'mix_little', language: 'alike', seat: 'unused' } as const;
    expect(planOf(options({ uses }))).toMatchObject({ diversify: ['stakeholder_group', 'modality'], weights: [30, 3], cluster: ['language'] });
  });

  it('name topics with their places, and leave out those without a title', () => {
    const topics = [{ title: ' Audits ', places: '8' }, { title: '', places: '3' }, { title: 'Skills', places: '' }];
    expect(planOf(options({ topics })).topics).toEqual([{ title: 'Audits', capacity: 8 }, { title: 'Skills' }]);
  });

  it('hand over wishes, hosts and tables only where there are any', () => {
    expect(planOf(options())).not.toHaveProperty('together');
    const wished = planOf(options({ together: [[1, 2]], apart: [[3, 4]], hosts: [5], tables: '4, 7 9' }));
    expect(wished).toMatchObject({ together: [[1, 2]], apart: [[3, 4]], hosts: [5], tables: [4, 7, 9] });
  });

  it.each([
    ['number', { number: '0' }],
    ['number', { number: '61' }],
    ['number', { number: 'six' }],
    ['rounds', { rounds: '11' }],
    ['tables', { tables: '4, x' }],
    ['tables', { tables: '1000' }],
    ['places', { topics: [{ title: 'Audits', places: '-1' }] }],
  ] as const)('that the core could not read are told before they are sent: %s', (fault, changed) => {
    expect(faultsOf(options(changed as Partial<BreakoutOptions>))).toEqual([fault]);
  });

  it('without a fault go out as they are', () => {
    expect(faultsOf(options({ by: 'count', number: '7' }), 6)).toEqual(['people']);
    expect(faultsOf(options({ by: 'count', number: '7', mode: 'manual' }), 6)).toEqual([]);
    expect(faultsOf(options({ by: 'count', number: '1', topics: [{ title: 'A', places: '' }, { title: 'B', places: '' }] }))).toEqual(['topics']);
    expect(faultsOf(options({ by: 'size', number: '1000', tables: '', topics: [{ title: 'A', places: '' }] }))).toEqual([]);
  });

  it('are kept when the same plan is drawn anew', () => {
    expect(planAgain(7)).toEqual({ seed: 7 });
    keptOptions.value = options({ number: '5' });
    expect(planAgain(8)).toMatchObject({ seed: 8, count: 5, diversify: ['stakeholder_group', 'regional_group', 'modality'] });
    keptOptions.value = null;
  });
});

describe('a suggestion', () => {
  it('says in one line what the first click does', () => {
    expect(suggestedWords(suggested)).toBe('63 people · 8 groups · mixed by stakeholder group, region, and room or online · 2 rounds · 8 min');
    expect(suggestedWords({ ...suggested, people: 0 })).toContain('Nobody');
    expect(suggestedWords({ ...suggested, mode: 'random' })).not.toContain('mixed');
  });

  it('counts groups by their size where no number is given', () => {
    expect(expectedGroups({ ...suggested, count: null, size: 6 })).toBe(11);
    expect(expectedGroups({ ...suggested, count: null, size: null, people: 13 })).toBe(3);
  });
});

describe('a plan', () => {
  it('is closed with the countdown of the session file among the usual ones', () => {
    expect(countdownsFor(90)).toEqual([30, 60, 90, 120, 0]);
    expect(countdownsFor(0)).toEqual([30, 60, 120, 0]);
    expect(countdownsFor(120)).toEqual([30, 60, 120, 0]);
  });

  it('gives each group its part of the time for reporting back', () => {
    expect(secondsEach(240, 4)).toBe(60);
    expect(secondsEach(240, 7)).toBe(30);
    expect(secondsEach(60, 60)).toBe(10);
    expect(secondsEach(0, 4)).toBe(120);
  });

  it('is opened for half a minute to twelve hours', () => {
    expect([secondsOf('7'), secondsOf('7,5'), secondsOf(' 0.5 ')]).toEqual([420, 450, 30]);
    for (const wrong of ['', '0', '721', 'ten']) expect(secondsOf(wrong)).toBeNull();
  });
});

describe('groups found in this browser', () => {
  const problem = { people: [{}, {}, {}, {}], groups: [{ min_size: 2, max_size: 2 }, { min_size: 2, max_size: 2 }] };
  const task = { mode: 'balanced' as const, seed: 0, people: [11, 12, 13, 14], problem };
  const asked: unknown[] = [];
  const solver = (broken: { rule: string }[] = []): Solver => ({
    solveGroups: async (_problem, effort) => {
      asked.push(effort);
      return { rounds: [[0, 1, 0, 1], [1, 1, 0, 0]], broken };
    },
    randomGroups: async (_problem, seed) => {
      asked.push({ random: seed });
      return { rounds: [[1, 0, 1, 0]], broken };
    },
  });

  it('go out with the plan’s own wishes, all rounds, and the people by their ids', async () => {
    const plan = await groupsOf(solver(), task, { count: 2, apart: [[11, 12]] });
    expect(plan).toMatchObject({ mode: 'balanced', count: 2, apart: [[11, 12]], groups: [[11, 13], [12, 14]], later: [[[13, 14], [11, 12]]] });
    expect(plan?.seed).toBeGreaterThan(0);
  });

  it('keep the seed that was asked for, and are drawn by lot where that was asked for', async () => {
    asked.length = 0;
    expect((await groupsOf(solver(), { ...task, seed: 7 }, {}))?.seed).toBe(7);
    const drawn = await groupsOf(solver(), { ...task, mode: 'random', seed: 8 }, {});
    expect(drawn).toMatchObject({ mode: 'random', groups: [[12, 14], [11, 13]] });
    expect(drawn).not.toHaveProperty('later');
    expect(asked).toEqual([{ seed: 7, milliseconds: 80 }, { random: 8 }]);
  });

  it('are left to the server, which names the clash, where a wish stayed broken', async () => {
    expect(await groupsOf(solver([{ rule: 'apart' }]), task, {})).toBeNull();
    expect(await groupsOf(solver([{ rule: 'reporter' }]), task, {})).not.toBeNull();
  });
});
