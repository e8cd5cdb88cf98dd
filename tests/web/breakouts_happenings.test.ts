import type { BreakoutsView, OwnGroup } from '@/core/types';
import { ofBreakouts } from '@/link/breakout_happenings';
import { untilNextChange } from '@/link/repaint';
import { noBreakouts, openBreakouts } from './fixtures/breakouts';
import { viewFor } from './fixtures/view';

const before = noBreakouts('attendee');
const open = openBreakouts('attendee');
const changed = (mine: Partial<OwnGroup>, more: Partial<BreakoutsView> = {}): BreakoutsView => ({
  ...open,
  ...more,
  mine: open.mine === null ? null : { ...open.mine, ...mine },
});

describe('what is said of groups to those who do not look', () => {
  it('is the own group and table when groups open', () => {
    expect(ofBreakouts(before, open)).toEqual([{ what: 'group_yours', number: 3, table: 4 }]);
    expect(ofBreakouts(before, { ...open, mine: null })).toEqual([{ what: 'groups_open' }]);
  });

  it('is the new group after a move, and again in the next round', () => {
    expect(ofBreakouts(open, changed({ group: 105, number: 5, table: 6 }))).toEqual([{ what: 'group_moved', number: 5, table: 6 }]);
    expect(ofBreakouts(open, changed({}, { round: 2 }))).toEqual([{ what: 'group_yours', number: 3, table: 4 }]);
  });

  it('is the countdown once, with its length, then the close', () => {
    const closing = changed({ remaining_ms: 60_000 }, { status: 'closing', remaining_ms: 60_000 });
    expect(ofBreakouts(open, closing)).toEqual([{ what: 'groups_closing', seconds: 60 }]);
    expect(ofBreakouts(closing, changed({ remaining_ms: 50_000 }, { status: 'closing', remaining_ms: 50_000 }))).toEqual([]);
    expect(ofBreakouts(closing, openBreakouts('attendee', { status: 'closed' }))).toEqual([{ what: 'groups_closed' }]);
    expect(ofBreakouts(closing, open)).toContainEqual({ what: 'groups_reopened' });
  });

  it('is the time at five minutes, at one, and when it is up, never the running clock', () => {
    const at = (remaining_ms: number) => changed({ remaining_ms });
    expect(ofBreakouts(at(300_500), at(299_500))).toEqual([{ what: 'group_left', minutes: 5 }]);
    expect(ofBreakouts(at(60_200), at(59_800))).toEqual([{ what: 'group_left', minutes: 1 }]);
    expect(ofBreakouts(at(500), at(-500))).toEqual([{ what: 'group_over' }]);
    expect(ofBreakouts(at(200_000), at(199_000))).toEqual([]);
  });

  it('is each message to the group once, also the same words again', () => {
    const told = changed({ broadcasts: [{ text: 'Two minutes', at_ms: 1 }] });
    expect(ofBreakouts(open, told)).toEqual([{ what: 'group_told', text: 'Two minutes' }]);
    expect(ofBreakouts(told, told)).toEqual([]);
    const again = changed({ broadcasts: [{ text: 'Two minutes', at_ms: 1 }, { text: 'Two minutes', at_ms: 2 }] });
    expect(ofBreakouts(told, again)).toEqual([{ what: 'group_told', text: 'Two minutes' }]);
  });

  it('is who speaks in the group, and that a moderator comes', () => {
    const turn = { person: 9, name: 'Luis Herrera', started_at_ms: 9, elapsed_ms: 0, mine: false };
    expect(ofBreakouts(open, changed({ turn }))).toEqual([{ what: 'group_speaks', name: 'Luis Herrera' }]);
    expect(ofBreakouts(open, changed({ turn: { ...turn, mine: true } }))).toEqual([{ what: 'group_your_turn' }]);
    const help = { reason: '', by_name: 'Mei', at_ms: 1, answered: false };
    const called = changed({ help });
    expect(ofBreakouts(open, called)).toEqual([]);
    expect(ofBreakouts(called, changed({ help: { ...help, answered: true, answered_by: 'Xiaofeng' } }))).toEqual([
      { what: 'group_help_comes', name: 'Xiaofeng' },
    ]);
  });

  it('tells staff of each call that is new', () => {
    const desk = openBreakouts('moderator');
    if (desk.desk === null) throw new Error('no desk');
    const calls = (help: number[]): BreakoutsView => ({ ...desk, desk: desk.desk === null ? null : { ...desk.desk, help } });
    expect(ofBreakouts(calls([]), calls([103]))).toEqual([{ what: 'group_calls', number: 3 }]);
    expect(ofBreakouts(calls([103]), calls([103, 105]))).toEqual([{ what: 'group_calls', number: 5 }]);
    expect(ofBreakouts(calls([103, 105]), calls([105]))).toEqual([]);
  });
});

describe('a page with groups', () => {
  it('is drawn again when the group’s clock shows another second', () => {
    const view = viewFor('attendee');
    Object.assign(view.agenda, { remaining_ms: null });
    Object.assign(view.floor, { turn: null });
    expect(untilNextChange(view)).toBe(10_000);
    view.breakouts = openBreakouts('attendee', { left: 100_300 });
    if (view.breakouts.mine !== null) view.breakouts.mine.turn = null;
    expect(untilNextChange(view)).toBe(301);
  });

  it('is drawn again when whoever speaks in the group has spoken another second', () => {
    const view = viewFor('attendee');
    Object.assign(view.agenda, { remaining_ms: null });
    Object.assign(view.floor, { turn: null });
    view.breakouts = openBreakouts('attendee', { left: 100_900 });
    if (view.breakouts.mine?.turn != null) view.breakouts.mine.turn.elapsed_ms = 44_750;
    expect(untilNextChange(view)).toBe(251);
  });
});
