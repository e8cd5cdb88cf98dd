import type { View } from '@/core/types';
import type { Drafts } from '@/link/drafts';
import type { LiveSession } from '@/link/session';
import { deviceStore } from '@/link/storage';
import { openCaptions } from '@/parts/caption_choice';
import type { FakeSocket } from '../fixtures/fake_surroundings';
import { queue } from '../fixtures/people';
import { pending } from '../fixtures/questions';
import { captions } from '../fixtures/view';
import { breakoutStates } from './breakout_states';
import { personStates } from './person_states';
import { pollStates } from './poll_states';
import { sessionStates } from './session_states';
import { stageStates } from './stage_states';
import { typedStates } from './typed_states';

export interface State {
  change?: (view: View) => void;
  drafts?: (drafts: Drafts) => void;
  after?: (live: LiveSession, socket: FakeSocket) => void;
}

const myTurn =
  (remaining: number) =>
  (view: View): void => {
    if (view.floor.turn === null) return;
    Object.assign(view.floor.turn, { mine: true, name: 'Mei Tanaka', remaining_ms: remaining });
  };

const empty = (view: View): void => {
  Object.assign(view.floor, { turn: null, queue: [] });
  Object.assign(view.questions, { by_votes: [], by_time: [], representative: [], settled: [], pending: [], on_screen: null });
  view.takeaways.items = [];
  view.signals.active = [];
};

const captioned = (view: View): void => {
  view.captions = captions;
  openCaptions(true);
};

export const states: Record<string, State> = {
  live: {},
  ...stageStates,
  ...typedStates,
  ...sessionStates,
  ...personStates,
  ...pollStates,
  ...breakoutStates,
  hand: {
    change: (view) => {
      const own = queue[1];
      if (own !== undefined) view.floor.mine = { ...own, mine: true };
      view.questions.mine = pending.slice(1).map((each) => ({ ...each, mine: true }));
    },
    drafts: (drafts) => {
      drafts.of('question').value = 'Who would pay for an audit?';
    },
  },
  turn: { change: myTurn(76_000) },
  over: { change: myTurn(-12_000) },
  lobby: {
    change: (view) => {
      empty(view);
      view.focus = 'lobby';
      Object.assign(view.session, { status: 'prepared', stage: 'lobby', starts_at_ms: view.now_ms + 754_000 });
      Object.assign(view.agenda, { current: null, remaining_ms: null, next: 1, over_ms: 0, fit: null });
    },
  },
  break: {
    change: (view) => {
      view.focus = 'break';
      view.floor.turn = null;
    },
  },
  closed: {
    change: (view) => {
      view.focus = 'closed';
      Object.assign(view.session, { status: 'closed', stage: 'closed' });
      view.floor.turn = null;
      view.floor.queue = [];
      Object.assign(view.agenda, { current: null, remaining_ms: null });
    },
  },
  questions: {
    change: (view) => {
      view.focus = 'questions';
    },
  },
  takeaways: {
    change: (view) => {
      view.focus = 'takeaways';
    },
  },
  empty: { change: empty },
  announced: {
    change: (view) => {
      view.announcement = {
        announcement: 1,
        text: 'Interpretation is on channel 2. Please speak slowly.',
        at_ms: view.now_ms - 60_000,
        language: 'en',
      };
    },
  },
  door: {
    change: (view) => {
      const guests = [
        ['Mei Tanaka', 8],
        ['Luis Herrera', 9],
        ['James Okoro', 11],
      ] as const;
      for (const [name, number] of guests) {
        const guest = { number, modality: 'online' as const, hidden: false };
        const told = view.me.staff ? name : '';
        const own = view.people.find((person) => person.name === name);
        if (own !== undefined) Object.assign(own, { name: told, guest });
        const hand = view.floor.queue.find((waiting) => waiting.name === name);
        if (hand !== undefined) Object.assign(hand, { name: told, guest });
      }
      if (view.me.profile !== null && !view.me.staff) view.me.guest = { number: 8, modality: 'online', hidden: false };
      const asking = [
        [1, 'Paula Silva', 'InternetLab'],
        [2, 'A name as long as the field allows, so that one sees what a row does with it', ''],
      ] as const;
      view.joins = {
        mode: 'approval',
        waiting: asking.map(([knock, name, affiliation]) => ({
          knock,
          name,
          ...(affiliation === '' ? {} : { affiliation }),
          modality: 'online',
          at_ms: view.now_ms,
        })),
      };
      view.head_count = { room: 90, call: 180, all: 270, at_ms: view.now_ms - 600_000 };
      view.present = { onsite: 46, online: 128, not_stated: 3, all: 177 };
      if (view.displays !== null) view.displays = 0;
    },
  },
  dark: {
    change: (view) => {
      view.blank = true;
      view.joins.mode = 'closed';
    },
  },
  captions: { change: captioned },
  captions_closed: {
    change: (view) => {
      captioned(view);
      openCaptions(false);
    },
  },
  captions_paused: {
    change: (view) => {
      view.captions = captions.map((line) => ({ ...line, at_ms: line.at_ms - 20_000 }));
    },
  },
  captions_long: {
    change: (view) => {
      captioned(view);
      if (view.questions.on_screen !== null) view.questions.on_screen.text += ' And who publishes what they find?'.repeat(4);
      view.captions = captions.map((line) => ({ ...line, text: `${line.text} ${line.text} ${line.text}` }));
    },
  },
  captions_crowded: {
    change: (view) => {
      states.captions_long?.change?.(view);
      states.announced?.change?.(view);
    },
  },
  captions_unsent: {
    change: captioned,
    drafts: (drafts) => {
      for (const [seq, text] of [[7, 'And who would be'], [8, 'allowed to read it?']] as const) {
        deviceStore.set(`roundtable:igf-2025:SECRET:captions:line:${seq}`, JSON.stringify({ seq, language: 'en', text }));
      }
      drafts.of('caption').value = 'The ministry say';
    },
  },
  cue: {
    change: (view) => {
      view.cue = { cue: 'please_end', at_ms: view.now_ms - 5_000, remaining_ms: 55_000 };
      view.signals.answers = [{ signal: 'cannot_hear', answer: 'seen', at_ms: view.now_ms }];
    },
  },
  answered: {
    change: (view) => {
      view.signals.answers = [
        { signal: 'cannot_hear', answer: 'fixed', at_ms: view.now_ms },
        { signal: 'too_fast', answer: 'seen', at_ms: view.now_ms },
      ];
    },
  },
  cued: {
    change: (view) => {
      const speaks = view.floor.turn;
      if (speaks !== null) view.cues = [{ person: speaks.person, name: speaks.name, cue: 'one_minute', at_ms: view.now_ms }];
      if (view.chair !== null) view.chair.mine = false;
    },
  },
  noted: {
    change: (view) => {
      view.takeaways.items[0]?.evidence.push({ jot: 2, name: 'Jieyao Wang', text: 'Ask for a shared audit fund.' });
      view.takeaways.items[1]?.evidence.push({ jot: 7, name: 'Xiaofeng Tao' });
    },
    drafts: (drafts) => {
      drafts.of('jotting').value = 'She says the fund exists since 2023';
    },
  },
  final: {
    change: (view) => {
      states.closed?.change?.(view);
      view.final_report = { at_ms: view.now_ms, by_name: 'Jieyao Wang' };
    },
  },
  reconnecting: {
    after: (live, socket) => {
      socket.onclose?.({ code: 1006 });
      live.send({ type: 'question.ask', data: { text: 'Sent while the line was down', language: 'en' } });
    },
  },
  removed: { after: (_live, socket) => socket.onclose?.({ code: 4503 }) },
  notice: {
    after: (live, socket) => {
      const id = live.send({ type: 'floor.give', data: { hand: 21, expected: 21 } });
      socket.deliver('nack', { id, code: 'queue_changed', message: '' });
    },
  },
  conflict: {
    drafts: (drafts) => {
      drafts.of('takeaway-2-base').value = '1';
      drafts.of('takeaway-2-title').value = 'Governance together';
      drafts.of('takeaway-2-body').value = 'What I wrote meanwhile.';
    },
  },
};
