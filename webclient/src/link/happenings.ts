import type { FloorMode, Ms, TurnView, View } from '@/core/types';
import { type BreakoutHappening, ofBreakouts } from './breakout_happenings';

/** What a person who does not look at the screen should hear of; said once, politely. */
export type Happening =
  | BreakoutHappening
  | { what: 'phase'; title: string }
  | { what: 'phase_left'; minutes: number }
  | { what: 'paused' | 'resumed' | 'turn_paused' | 'turn_resumed' | 'closed' | 'reopened' | 'passed_over' }
  | { what: 'your_turn' | 'your_words' | 'your_turn_over' | 'you_are_next' | 'last_minute_of_turn' }
  | { what: 'mode'; mode: FloorMode }
  | { what: 'policy'; policy: string }
  | { what: 'speaks' | 'talk' | 'answers' | 'taken_back'; name: string }
  | { what: 'on_screen'; text: string }
  | { what: 'poll_opened' | 'poll_closed' | 'poll_published'; title: string }
  | { what: 'announced'; text: string };

const thresholds: readonly Ms[] = [5 * 60_000, 60_000];

function fellBelow(before: Ms | null | undefined, after: Ms | null | undefined, limit: Ms): boolean {
  return before != null && after != null && before > limit && after <= limit && after > 0;
}

export function happenings(before: View, after: View): Happening[] {
  return [
    ...ofAgenda(before, after),
    ...ofFloor(before, after),
    ...ofWords(before, after),
    ...ofPolls(before, after),
    ...ofBreakouts(before.breakouts, after.breakouts),
  ];
}

function ofAgenda(before: View, after: View): Happening[] {
  const said: Happening[] = [];
  if (after.session.status === 'closed' && before.session.status !== 'closed') said.push({ what: 'closed' });
  if (before.session.status === 'closed' && after.session.status !== 'closed') said.push({ what: 'reopened' });
  const current = after.agenda.phases.find((phase) => phase.phase === after.agenda.current);
  if (current !== undefined && after.agenda.current !== before.agenda.current) {
    said.push({ what: 'phase', title: current.title });
  } else {
    const passed = thresholds.find((limit) => fellBelow(before.agenda.remaining_ms, after.agenda.remaining_ms, limit));
    if (passed !== undefined) said.push({ what: 'phase_left', minutes: passed / 60_000 });
  }
  if (after.agenda.paused !== before.agenda.paused) said.push({ what: after.agenda.paused ? 'paused' : 'resumed' });
  return said;
}

const speaksAs = { intervention: 'speaks', answer: 'answers', talk: 'talk' } as const;

/** Whose words staff read has nothing to say now, and no time to keep. */
function ofOwnTurn(turn: TurnView): Happening | null {
  if (!turn.mine) return null;
  return { what: turn.typed ? 'your_words' : 'your_turn' };
}

function ofFloor(before: View, after: View): Happening[] {
  const said: Happening[] = [];
  const [was, is] = [before.floor.turn, after.floor.turn];
  // An earlier turn than the one before goes on: the one before was given by mistake.
  if (is !== null && was !== null && is.turn < was.turn) {
    said.push({ what: 'taken_back', name: is.name });
  } else if (is !== null && is.turn !== was?.turn) {
    said.push(ofOwnTurn(is) ?? { what: speaksAs[is.kind], name: is.name });
  } else if (is?.mine && !is.typed) {
    if (fellBelow(was?.remaining_ms, is.remaining_ms, 60_000)) said.push({ what: 'last_minute_of_turn' });
    if (was !== null && was.remaining_ms > 0 && is.remaining_ms <= 0) said.push({ what: 'your_turn_over' });
  }
  const stoodStill = before.agenda.paused || after.agenda.paused;
  if (is !== null && is.turn === was?.turn && is.paused !== was.paused && !stoodStill) {
    said.push({ what: is.paused ? 'turn_paused' : 'turn_resumed' });
  }
  if (after.floor.mine?.away && before.floor.mine?.away === false) said.push({ what: 'passed_over' });
  if (after.floor.policy !== before.floor.policy) said.push({ what: 'policy', policy: after.floor.policy });
  if (after.floor.mode !== before.floor.mode) said.push({ what: 'mode', mode: after.floor.mode });
  const [place, placeBefore] = [after.floor.mine?.position, before.floor.mine?.position];
  if (place === 1 && placeBefore !== 1) said.push({ what: 'you_are_next' });
  return said;
}

function ofWords(before: View, after: View): Happening[] {
  const said: Happening[] = [];
  const shown = after.questions.on_screen;
  if (shown !== null && shown.question !== before.questions.on_screen?.question) {
    said.push({ what: 'on_screen', text: shown.text });
  }
  const news = after.announcement;
  if (news !== null && news.announcement !== before.announcement?.announcement) {
    said.push({ what: 'announced', text: news.text });
  }
  return said;
}

function ofPolls(before: View, after: View): Happening[] {
  return after.polls.flatMap((poll): Happening[] => {
    const was = before.polls.find((each) => each.poll === poll.poll);
    const { title } = poll;
    if (poll.status === 'open' && was?.status !== 'open') return [{ what: 'poll_opened', title }];
    if (poll.published && was?.published === false) return [{ what: 'poll_published', title }];
    return poll.status === 'closed' && was?.status === 'open' ? [{ what: 'poll_closed', title }] : [];
  });
}
