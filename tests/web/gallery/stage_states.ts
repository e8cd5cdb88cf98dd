// Acts on stage: a line-up, and what a moderator does beside giving the floor.
import type { View } from '@/core/types';
import type { State } from './states';

const minute = 60_000;

/** The first part runs again, with its third talk on the clock: one is done, one speaker is not there. */
export function lineUp(view: View): void {
  const [first, second] = view.agenda.phases;
  if (first === undefined || second === undefined || view.floor.turn === null) return;
  Object.assign(second, { state: 'upcoming', elapsed_ms: 0 });
  Object.assign(first, { state: 'current', elapsed_ms: 8 * minute, floor: 'collecting' });
  Object.assign(view.agenda, { current: 1, next: 2, previous: null, remaining_ms: 12 * minute, next_talk: 4 });
  first.speakers.forEach((talk, index) => {
    const status = (['done', 'away', 'running', 'waiting', 'waiting'] as const)[index] ?? 'waiting';
    const elapsed_ms = status === 'done' ? 4 * minute + 12_000 : status === 'running' ? 160_000 : 0;
    Object.assign(talk, { status, elapsed_ms, returned_ms: status === 'away' ? 4 * minute : 0 });
  });
  const speaker = view.people.find((person) => person.person === first.speakers[2]?.person);
  const { stakeholder_group, regional_group, modality } = speaker ?? view.floor.turn;
  delete view.floor.turn.affiliation;
  Object.assign(view.floor.turn, first.speakers[2], {
    kind: 'talk',
    hand: null,
    stakeholder_group,
    regional_group,
    modality,
    rule: 'direct',
    first_time: false,
    charged: false,
    remaining_ms: 80_000,
  });
  view.floor.mode = 'collecting';
  view.focus = 'listen';
}

export const stageStates: Record<string, State> = {
  lineup: { change: lineUp },
  lineup_over: {
    change: (view) => {
      lineUp(view);
      if (view.floor.turn !== null) Object.assign(view.floor.turn, { remaining_ms: -25_000, elapsed_ms: 265_000 });
      const running = view.agenda.phases[0]?.speakers[2];
      if (running !== undefined) running.elapsed_ms = 265_000;
    },
  },
  answer: {
    change: (view) => {
      if (view.floor.turn !== null) Object.assign(view.floor.turn, { kind: 'answer', rule: 'direct', hand: null, charged: false });
    },
  },
  queue_closed: { change: (view) => Object.assign(view.floor, { mode: 'closed', kinds: ['intervention', 'technical'] }) },
  queue_collecting: {
    change: (view) => {
      Object.assign(view.floor, { mode: 'collecting', turn: null });
      Object.assign(view.floor.advice ?? {}, { left_ms: 20_000, each_ms: 0 });
    },
  },
  hand_closed: {
    change: (view) => {
      const own = view.floor.queue[1];
      if (own !== undefined) view.floor.mine = { ...own, mine: true };
      view.floor.mode = 'closed';
    },
  },
  turn_paused: {
    change: (view) => {
      if (view.floor.turn !== null) view.floor.turn.paused = true;
    },
  },
  undo: {
    change: (view) => {
      view.undo = [{ seq: 90, what: 'give', at_ms: view.now_ms - 1600, until_ms: view.now_ms + 8400 }];
    },
  },
  undo_close: {
    change: (view) => {
      view.session.status = 'closed';
      view.focus = 'closed';
      Object.assign(view.agenda, { current: null, remaining_ms: null, next_talk: null });
      Object.assign(view.floor, { turn: null, queue: [], advice: null });
      view.undo = [{ seq: 91, what: 'close', at_ms: view.now_ms, until_ms: view.now_ms + 10_000 }];
    },
  },
  hand_away: {
    change: (view) => {
      const passed = view.floor.queue.splice(0, 1).map((hand) => ({ ...hand, away: true, position: 0, held: false }));
      view.floor.queue = [...view.floor.queue.map((hand, index) => ({ ...hand, position: index + 1 })), ...passed];
      const own = passed[0];
      if (own !== undefined && !view.me.staff) view.floor.mine = { ...own, mine: true };
    },
  },
  policy_changed: {
    after: (live) => {
      const view = live.view.value;
      if (view === null) return;
      const floor = { ...view.floor, policy: 'groups_in_balance_by_presence' };
      setTimeout(() => {
        live.view.value = { ...view, floor };
      }, 50);
    },
  },
  lineup_mine: {
    change: (view) => {
      lineUp(view);
      const own = view.agenda.phases[0]?.speakers[3];
      if (own !== undefined) own.mine = true;
    },
  },
};
