// Polls: being voted in, looked at, prepared by staff and on the wall.
import type { PollView } from '@/core/poll_types';
import type { View } from '@/core/types';
import { answered, asked, consensus, dots, multiple, openForAll, poll, ranking } from '../fixtures/polls';
import type { State } from './states';

const ofParticipants = ['poll.vote', 'poll.unvote'];
const ofModerators = ['poll.create', 'poll.edit', 'poll.pass_words', 'poll.count_hands', 'takeaway.link'];

function with_(polls: PollView[]): State {
  return {
    change: (view) => {
      view.polls = view.me.staff ? polls : polls.filter((each) => each.status !== 'draft');
      allow(view);
    },
  };
}

function allow(view: View): void {
  if (view.me.participant !== null) view.me.may.push(...ofParticipants);
  if (view.me.role === 'moderator' || view.me.role === 'online_moderator') view.me.may.push(...ofModerators);
  if (view.me.role === 'steward') view.me.may.push('poll.count_hands');
}

/** As everyone gets it. */
function passed(results: PollView['results']): PollView['results'] {
  return results && { ...results, answers: results.answers.filter((answer) => answer.passed), other_answers: results.other_answers + 1 };
}

const draft = poll(7, { status: 'draft', kind: 'single', title: 'Which part next?', choices: ['Audits', 'Data'] });

export const pollStates: Record<string, State> = {
  poll_open: {
    change: (view) => {
      openForAll(view);
      allow(view);
    },
  },
  poll_ranking: with_([{ ...ranking, mine: { picks: [2, 0], dots: [], texts: [] } }]),
  poll_dots: with_([{ ...dots, mine: { picks: [], dots: [4, 0, 2, 0], texts: [] } }]),
  poll_multiple: with_([multiple]),
  poll_words: with_([asked]),
  poll_closed: with_([poll(1, { status: 'closed', closed_at_ms: 50_000 })]),
  poll_results: with_([{ ...consensus, on_screen: true }]),
  poll_desk: with_([draft, poll(6, { votes: 34, live: true, live_counts: [20, 9, 5] }), consensus, answered]),
  poll_wall_open: with_([poll(6, { votes: 34, on_screen: true })]),
  poll_wall_live: with_([poll(6, { votes: 34, live: true, live_counts: [20, 9, 5], on_screen: true })]),
  poll_wall_words: with_([{ ...answered, published: true, on_screen: true, results: passed(answered.results) }]),
};
