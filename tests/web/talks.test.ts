import type { SpeakerView, TalkStatus, View } from '@/core/types';
import { happenings } from '@/link/happenings';
import { secondsOf } from '@/parts/TalkAdd';
import { timesOf } from '@/parts/LineUp';
import { placesToMove, talkPlace, talksComeNext, talksToCome } from '@/parts/talks';
import { headOfTurn, markOfTurn } from '@/parts/turn_words';
import { viewFor } from './fixtures/view';
import { lineUp } from './gallery/stage_states';

const running = (): View => {
  const view = viewFor('attendee');
  lineUp(view);
  return view;
};
const speakers = (view: View): SpeakerView[] => view.agenda.phases[0]?.speakers ?? [];
const setAll = (view: View, status: TalkStatus): void => {
  for (const talk of speakers(view)) talk.status = status;
};

describe('the line-up', () => {
  it('counts a talk among those that are given, without who is not there', () => {
    const { agenda } = running();
    expect(talkPlace(agenda, 3)).toEqual({ number: 2, total: 4 });
    expect(talkPlace(agenda, 5)).toEqual({ number: 4, total: 4 });
    expect(talkPlace(agenda, 99)).toBeNull();
  });

  it('says what a turn is: a talk, an answer, or a turn', () => {
    const { agenda } = running();
    expect(headOfTurn({ kind: 'talk', talk: 3 }, agenda)).toBe('Now: talk 2 of 4');
    expect(headOfTurn({ kind: 'talk', talk: 99 }, agenda)).toBe('Now: talk');
    expect(headOfTurn({ kind: 'answer' }, agenda)).toBe('Answers now');
    expect(headOfTurn({ kind: 'intervention' }, agenda)).toBe('Now speaking');
  });

  it('tells next the talks of the running part that wait, in order', () => {
    const view = running();
    expect(talksToCome(view.agenda).map((talk) => talk.talk)).toEqual([4, 5]);
    view.agenda.current = 2;
    expect(talksToCome(view.agenda)).toEqual([]);
  });

  it('comes before the queue, unless somebody from the queue speaks or no talk waits', () => {
    const view = running();
    expect(talksComeNext(view)).toBe(true);
    expect(talksComeNext({ ...view, floor: { ...view.floor, turn: null } })).toBe(true);
    if (view.floor.turn !== null) view.floor.turn.kind = 'intervention';
    expect(talksComeNext(view)).toBe(false);
    if (view.floor.turn !== null) view.floor.turn.kind = 'talk';
    setAll(view, 'done');
    expect(talksComeNext(view)).toBe(false);
  });

  it('moves a talk by naming the one that it comes before', () => {
    expect(placesToMove([1, 2, 3], 1)).toEqual({ down: { before: 3 } });
    expect(placesToMove([1, 2, 3], 2)).toEqual({ up: { before: 1 }, down: {} });
    expect(placesToMove([1, 2, 3], 3)).toEqual({ up: { before: 2 } });
    expect(placesToMove([1], 1)).toEqual({});
  });

  it.each([
    ['5', 300],
    ['2,5', 150],
    [' 0.5 ', 30],
    ['60', 3600],
    ['61', null],
    ['0', null],
    ['-3', null],
    ['four', null],
    ['', null],
  ])('reads “%s” minutes as %s seconds', (typed, seconds) => {
    expect(secondsOf(typed)).toBe(seconds);
  });

  it('adds what was spoken and what was given back up to the length of the talk', () => {
    const talk = speakers(running())[0];
    if (talk === undefined) throw new Error('no talk');
    const times = (elapsed_ms: number, returned_ms: number) => timesOf({ ...talk, planned_ms: 240_000, elapsed_ms, returned_ms });
    expect(times(400, 239_600)).toBe('0:01 of 4:00 · 3:59 given back to the plan');
    expect(times(239_400, 600)).toBe('4:00 of 4:00');
    expect(times(60_000, 180_000)).toBe('1:00 of 4:00 · 3:00 given back to the plan');
    expect(times(0, 240_000)).toBe('4:00 given back to the plan');
  });

  it('is told as talks to those who do not look', () => {
    const before = viewFor('attendee');
    const after = running();
    if (after.floor.turn !== null) after.floor.turn.turn = 40;
    expect(happenings(before, after)).toContainEqual({ what: 'talk', name: 'Ricardo Israel Robles Pelayo' });
  });
});

describe('the record of turns', () => {
  it('marks what was no ordinary turn, first of all what counts for nothing', () => {
    expect(markOfTurn({ kind: 'intervention' })).toBe('');
    expect(markOfTurn({ kind: 'answer' })).toBe('answer');
    expect(markOfTurn({ kind: 'talk', undone: true })).toBe('taken back');
    expect(markOfTurn({ kind: 'intervention', unspoken: true })).toBe('did not speak');
  });
});
