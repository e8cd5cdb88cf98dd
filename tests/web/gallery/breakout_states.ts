// Breakout groups from the plan to the report.
import type { View } from '@/core/types';
import { notes, offeredTopics, openBreakouts, plannedBreakouts, reporting } from '../fixtures/breakouts';
import type { State } from './states';

function breakoutPhase(view: View): void {
  const current = view.agenda.phases.find((phase) => phase.phase === view.agenda.current);
  if (current !== undefined) Object.assign(current, { kind: 'breakouts', title: 'Groups' });
  view.focus = 'listen';
  view.questions.on_screen = null;
}

const open =
  (change?: (view: View) => void, groups = 8, left = 402_000) =>
  (view: View): void => {
    breakoutPhase(view);
    view.floor.turn = null;
    view.breakouts = openBreakouts(view.me.role, { groups, left });
    change?.(view);
  };

const atTable = (view: View): void => {
  if (view.me.profile !== null) view.me.profile.modality = 'onsite';
};

const edited = (drafts: { of(name: string): { value: string } }, note: number, base: number, text: string): void => {
  drafts.of('note-edits').value = String(note);
  drafts.of(`note-${note}-base`).value = String(base);
  drafts.of(`note-${note}-text`).value = text;
};

export const breakoutStates: Record<string, State> = {
  groups_start: { change: breakoutPhase },
  topics_offered: {
    change: (view) => {
      breakoutPhase(view);
      view.breakouts = offeredTopics(view.me.role);
    },
  },
  topics_ranked: {
    change: (view) => {
      breakoutPhase(view);
      view.breakouts = offeredTopics(view.me.role, [1, 0]);
    },
  },
  groups_planned: {
    change: (view) => {
      breakoutPhase(view);
      view.breakouts = plannedBreakouts(view.me.role);
    },
  },
  groups_clash: {
    change: breakoutPhase,
    after: (live, socket) => {
      const id = live.send({ type: 'breakout.plan', data: {} });
      const message = 'these cannot all hold: together_and_apart, people 8, 9; apart_too_many, people 1, 2, 3 (needed 3, available 2)';
      socket.deliver('nack', { id, code: 'bad_data', message });
    },
  },
  groups: { change: open() },
  groups_onsite: { change: open(atTable) },
  groups_ten: { change: open(undefined, 10) },
  groups_thirty: { change: open(undefined, 30) },
  groups_four: { change: open(undefined, 4) },
  groups_host: {
    change: open(({ breakouts: { mine } }) => {
      if (mine === null) return;
      Object.assign(mine, { i_am_host: true, can_lead: true, host: mine.people.find((person) => person.me) ?? null });
      mine.call = { name: '', url: 'https://meet.example/group-3' };
      mine.broadcasts = [
        { text: 'Please choose a reporter.', at_ms: 1 },
        { text: 'Two minutes more for everybody.', at_ms: 2 },
      ];
      mine.help = { reason: 'No sound', by_name: 'Mei Tanaka', at_ms: 3, answered: true, answered_by: 'Xiaofeng Tao' };
    }),
  },
  groups_closing: {
    change: open((view) => {
      view.breakouts.status = 'closing';
    }, 8, 45_000),
  },
  groups_closed: {
    change: (view) => {
      view.breakouts = openBreakouts(view.me.role, { status: 'closed' });
      if (view.breakouts.mine !== null) view.breakouts.mine.can_talk = false;
    },
  },
  groups_choose: {
    change: open((view) => {
      view.breakouts.mine = null;
      view.breakouts.may_choose = true;
      for (const [index, group] of view.breakouts.groups.entries()) {
        Object.assign(group, { mine: false, capacity: 8, size: index === 1 ? 8 : group.size, can_choose: index !== 1 });
      }
    }),
  },
  groups_plenary: {
    change: open((view) => {
      view.breakouts.mine = null;
      view.breakouts.in_plenary = true;
    }),
  },
  groups_conflict: {
    change: open(),
    drafts: (drafts) => edited(drafts, 13, 1, 'Ask the regional bodies for a fund, and say who decides.'),
  },
  groups_edit: {
    change: open(),
    drafts: (drafts) => {
      edited(drafts, 99, 1, 'A sentence about a point that somebody took out');
      drafts.of('note-new').value = 'We should';
    },
  },
  groups_help: {
    change: open((view) => {
      const { desk } = view.breakouts;
      if (desk === null) return;
      desk.help = [103, 105];
      for (const id of desk.help) {
        const group = desk.groups.find((each) => each.group === id);
        if (group === undefined) continue;
        group.help = { reason: id === 103 ? 'We cannot hear the online people' : '', by_name: group.people[0]?.name ?? '', at_ms: view.now_ms - 20_000, answered: false };
      }
      const few = desk.groups[3];
      if (few !== undefined) Object.assign(few, { people: few.people.slice(0, 2), merge_into: [101, 102] });
      const late = desk.groups[0]?.people[0];
      if (late !== undefined) desk.ungrouped = [{ ...late, person: 77, name: 'Late Arrival', plenary: false }];
    }),
  },
  report_back: {
    change: (view) => {
      reporting(view);
      view.questions.on_screen = null;
      const current = view.agenda.phases.find((phase) => phase.phase === view.agenda.current);
      if (current !== undefined) Object.assign(current, { kind: 'report_back', title: 'Report back' });
      if (view.floor.turn !== null) Object.assign(view.floor.turn, { kind: 'talk', rule: 'direct', reports: { group: 103, number: 3, title: 'Skills' } });
      view.takeaways.items[0]?.evidence.push({ note: notes[0]?.note ?? 0, name: '3 Skills', text: notes[0]?.text ?? '' }, { group: 101, name: '1 Audits' });
    },
  },
  card_shown: {
    change: (view) => {
      reporting(view);
      view.floor.turn = null;
      view.questions.on_screen = null;
    },
  },
};
