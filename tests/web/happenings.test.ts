import type { View } from '@/core/types';
import { happenings } from '@/link/happenings';
import { untilNextChange } from '@/link/repaint';
import { viewFor } from './fixtures/view';

const changed = (change: (view: View) => void): View => {
  const view = viewFor('attendee');
  change(view);
  return view;
};
const before = viewFor('attendee');

describe('happenings', () => {
  it('says nothing for a second that passes', () => {
    const after = changed((view) => {
      view.agenda.remaining_ms = (view.agenda.remaining_ms ?? 0) - 1000;
    });
    expect(happenings(before, after)).toEqual([]);
  });

  it.each([
    [5, 300_500, 299_500],
    [1, 60_500, 60_000],
  ])('says that %i minutes are left, once', (minutes, from, to) => {
    const at = (remaining: number) =>
      changed((view) => {
        view.agenda.remaining_ms = remaining;
      });
    expect(happenings(at(from), at(to))).toEqual([{ what: 'phase_left', minutes }]);
    expect(happenings(at(to), at(to - 1000))).toEqual([]);
  });

  it('tells a new speaker from the own turn', () => {
    const turn = (id: number, mine: boolean) =>
      changed((view) => {
        if (view.floor.turn !== null) Object.assign(view.floor.turn, { turn: id, mine, name: 'Mei' });
      });
    expect(happenings(before, turn(99, false))).toEqual([{ what: 'speaks', name: 'Mei' }]);
    expect(happenings(before, turn(99, true))).toEqual([{ what: 'your_turn' }]);
  });

  it('calls nobody to speak whose words staff read, nor tells them of their time', () => {
    const read = (remaining_ms: number) =>
      changed((view) => {
        if (view.floor.turn !== null) Object.assign(view.floor.turn, { turn: 99, mine: true, typed: true, remaining_ms });
      });
    expect(happenings(before, read(70_000))).toEqual([{ what: 'your_words' }]);
    expect(happenings(read(60_500), read(59_500))).toEqual([]);
    expect(happenings(read(500), read(-500))).toEqual([]);
  });

  it('tells that the queue is closed, once', () => {
    const closed = changed((view) => {
      view.floor.mode = 'closed';
    });
    expect(happenings(before, closed)).toEqual([{ what: 'mode', mode: 'closed' }]);
    expect(happenings(closed, closed)).toEqual([]);
  });

  it('tells an earlier turn that goes on from a new one, also to the person: no second call', () => {
    const turn = (id: number, mine = false) =>
      changed((view) => {
        if (view.floor.turn !== null) Object.assign(view.floor.turn, { turn: id, mine, name: 'Mei' });
      });
    expect(happenings(turn(32), turn(31))).toEqual([{ what: 'taken_back', name: 'Mei' }]);
    expect(happenings(turn(32), turn(31, true))).toEqual([{ what: 'taken_back', name: 'Mei' }]);
  });

  it('tells of a turn that is paused, and not twice where the whole part is', () => {
    const paused = (turn: boolean, part: boolean) =>
      changed((view) => {
        if (view.floor.turn !== null) view.floor.turn.paused = turn;
        view.agenda.paused = part;
      });
    expect(happenings(paused(false, false), paused(true, false))).toEqual([{ what: 'turn_paused' }]);
    expect(happenings(paused(true, false), paused(false, false))).toEqual([{ what: 'turn_resumed' }]);
    expect(happenings(paused(false, false), paused(true, true))).toEqual([{ what: 'paused' }]);
  });

  it('tells a person that they were passed over', () => {
    const hand = (away: boolean) =>
      changed((view) => {
        const own = view.floor.queue[0];
        if (own !== undefined) view.floor.mine = { ...own, mine: true, position: away ? 0 : 2, away };
      });
    expect(happenings(hand(false), hand(true))).toEqual([{ what: 'passed_over' }]);
    expect(happenings(hand(true), hand(true))).toEqual([]);
  });

  it('tells that a closed session is open again', () => {
    const closed = changed((view) => {
      view.session.status = 'closed';
    });
    expect(happenings(closed, before).map((each) => each.what)).toContain('reopened');
  });

  it('tells that another order holds', () => {
    const after = changed((view) => {
      view.floor.policy = 'first_come';
    });
    expect(happenings(before, after)).toEqual([{ what: 'policy', policy: 'first_come' }]);
  });

  it('tells of a new phase, question and announcement', () => {
    const after = changed((view) => {
      view.agenda.current = 3;
      view.announcement = { announcement: 4, text: 'Lunch', at_ms: 0, language: 'en' };
      view.questions.on_screen = view.questions.by_votes[1] ?? null;
    });
    expect(happenings(before, after).map((each) => each.what)).toEqual(['phase', 'on_screen', 'announced']);
  });
});

describe('untilNextChange', () => {
  const with_ = (phase: number | null, turn: number | null, paused = false): View =>
    changed((view) => {
      view.agenda.remaining_ms = phase;
      view.agenda.paused = paused;
      if (turn === null) view.floor.turn = null;
      else if (view.floor.turn !== null) Object.assign(view.floor.turn, { remaining_ms: turn, paused });
    });

  it('waits for the next whole second of whichever clock changes first', () => {
    expect(untilNextChange(with_(10_400, 5_900))).toBe(401);
    expect(untilNextChange(with_(10_900, 5_250))).toBe(251);
  });
  it('counts on below zero', () => {
    expect(untilNextChange(with_(-400, null))).toBe(601);
  });
  it('counts down what can be taken back, also after the close', () => {
    const closed = with_(null, null);
    closed.undo = [{ seq: 1, what: 'close', at_ms: closed.now_ms, until_ms: closed.now_ms + 8_300 }];
    expect(untilNextChange(closed)).toBe(301);
  });
  it('rests while nothing runs', () => {
    expect(untilNextChange(with_(10_400, 5_900, true))).toBe(10_000);
    expect(untilNextChange(with_(null, null))).toBe(10_000);
  });
});
