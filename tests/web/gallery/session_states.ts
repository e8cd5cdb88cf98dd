// The states of a session beside the running one, a plan that bends, and what staff put on the screen.
import type { View } from '@/core/types';
import type { State } from './states';

const minute = 60_000;

function before(view: View): void {
  Object.assign(view.floor, { turn: null, queue: [] });
  Object.assign(view.questions, { by_votes: [], by_time: [], representative: [], settled: [], pending: [], on_screen: null });
  view.takeaways.items = [];
  view.signals.active = [];
  view.focus = 'lobby';
  view.session.status = 'prepared';
  for (const phase of view.agenda.phases) Object.assign(phase, { state: 'upcoming', elapsed_ms: 0, movable: true });
  Object.assign(view.agenda, { current: null, remaining_ms: null, next: 1, previous: null, over_ms: 0, fit: null });
}

export const sessionStates: Record<string, State> = {
  prepared: {
    change: (view) => {
      before(view);
      Object.assign(view.session, { stage: 'prepared', starts_at_ms: view.now_ms + 26 * 60 * minute });
    },
  },
  rehearsal_lobby: {
    change: (view) => {
      before(view);
      view.session.stage = 'rehearsal';
    },
  },
  rehearsal: {
    change: (view) => {
      view.session.stage = 'rehearsal';
    },
  },
  reopened: {
    change: (view) => {
      view.session.stage = 'reopened';
    },
  },
  late: {
    change: (view) => {
      before(view);
      Object.assign(view.session, { stage: 'lobby', starts_at_ms: view.now_ms - 9 * minute });
      Object.assign(view.agenda, {
        late_ms: 9 * minute,
        over_ms: 9 * minute,
        fit: {
          phases: view.agenda.phases.map(({ phase, planned_ms }) => ({ phase, planned_ms, fitted_ms: planned_ms - 3 * minute })),
          still_over_ms: 0,
        },
      });
    },
  },
  skipped: {
    change: (view) => {
      const [first, , last] = view.agenda.phases;
      if (first !== undefined) Object.assign(first, { state: 'skipped', elapsed_ms: 0, movable: true });
      if (last !== undefined) view.agenda.phases.push({ ...last, phase: 4, title: 'Thanks to the hosts', movable: true });
    },
  },
  takeaway_shown: {
    change: (view) => {
      view.questions.on_screen = null;
      view.takeaways.on_screen = view.takeaways.items.find((item) => item.published)?.item ?? null;
    },
  },
  ...Object.fromEntries(
    [300, 1_500, 6_000].map((length): [string, State] => [
      `takeaway_of_${length}`,
      {
        change: (view) => {
          view.questions.on_screen = null;
          const item = view.takeaways.items.find((each) => each.published);
          if (item !== undefined) item.body = 'Audits are paid by who sells, not by who buys. '.repeat(200).slice(0, length);
          view.takeaways.on_screen = item?.item ?? null;
        },
      },
    ]),
  ),
  long_part: {
    change: (view) => {
      Object.assign(view.floor, { turn: null });
      for (const phase of view.agenda.phases) {
        phase.title = 'Multistakeholder implementation of the Global Digital Compact: where accountability stands two years on';
      }
    },
  },
  announcement_shown: {
    change: (view) => {
      view.questions.on_screen = null;
      const told = { announcement: 1, text: 'Interpretation is on channel 2. Please speak slowly.', at_ms: view.now_ms - minute, language: 'en' };
      Object.assign(view, { announcement: told, announcement_on_screen: told });
    },
  },
};
