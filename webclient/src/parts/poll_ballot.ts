// A ballot while it is filled in: kept on the device until it is sent, so that a reload loses nothing.
import type { PollChoice, PollView } from '@/core/poll_types';
import type { Command } from '@/core/types';
import { type RankAct, reordered } from './ranking';

export interface BallotDraft {
  picks: number[];
  /** By choice. */
  dots: number[];
  texts: string[];
}

export const mostWords = 3;

const empty = (poll: PollView): BallotDraft => ({
  picks: [],
  dots: new Array<number>(poll.choice_count).fill(0),
  texts: new Array<string>(mostWords).fill(''),
});

/** As it was being filled in, else as it was sent, else empty. */
export function ballotOf(poll: PollView, kept: string): BallotDraft {
  const start = empty(poll);
  const fill = (given: Partial<BallotDraft>): BallotDraft => ({
    picks: (given.picks ?? []).filter((pick) => pick < poll.choice_count),
    dots: start.dots.map((_, choice) => given.dots?.[choice] ?? 0),
    texts: start.texts.map((_, place) => given.texts?.[place] ?? ''),
  });
  if (kept !== '') {
    try {
      return fill(JSON.parse(kept));
    } catch {
      // Of an older version: the ballot as sent is the better start.
    }
  }
  return poll.mine === null ? start : fill(poll.mine);
}

/** As the command has it; null: nothing is chosen yet. */
export function choiceOf(poll: PollView, ballot: BallotDraft): PollChoice | null {
  if (poll.kind === 'words') {
    const texts = ballot.texts.map((text) => text.trim()).filter((text) => text !== '');
    return texts.length === 0 ? null : [...new Set(texts)];
  }
  if (poll.kind === 'dots') {
    const piles = ballot.dots.map((dots, choice) => [String(choice), dots] as const).filter(([, dots]) => dots > 0);
    return piles.length === 0 ? null : Object.fromEntries(piles);
  }
  const [first] = ballot.picks;
  if (first === undefined) return null;
  return poll.kind === 'temperature' || poll.kind === 'single' ? first : ballot.picks;
}

export function voteOf(poll: PollView, ballot: BallotDraft): Command | null {
  const choice = choiceOf(poll, ballot);
  return choice === null ? null : { type: 'poll.vote', data: { poll: poll.poll, choice } };
}

/** The choice that waits to be sent, if any: it is what the voter wants now. */
export function waitingPick(poll: PollView, waiting: readonly { command: Command }[]): number | null {
  const last = waiting.filter(({ command }) => command.type === 'poll.vote' && command.data.poll === poll.poll).at(-1);
  const choice = last?.command.type === 'poll.vote' ? last.command.data.choice : null;
  return typeof choice === 'number' ? choice : null;
}

export const isWaiting = (poll: PollView, waiting: readonly { command: Command }[]): boolean =>
  waiting.some(({ command }) => command.type === 'poll.vote' && command.data.poll === poll.poll);

export const dotsLeft = (poll: PollView, ballot: BallotDraft): number =>
  poll.dots - ballot.dots.reduce((sum, dots) => sum + dots, 0);

/** One dot more or less; a dot that is not there is not given. */
export function withDot(poll: PollView, ballot: BallotDraft, choice: number, by: 1 | -1): BallotDraft {
  const now = ballot.dots[choice] ?? 0;
  if ((by === 1 && dotsLeft(poll, ballot) <= 0) || now + by < 0) return ballot;
  return { ...ballot, dots: ballot.dots.map((dots, index) => (index === choice ? dots + by : dots)) };
}

export function ticked(ballot: BallotDraft, choice: number): BallotDraft {
  const without = ballot.picks.filter((pick) => pick !== choice);
  return {
    ...ballot,
    picks: without.length < ballot.picks.length ? without : [...without, choice].sort((a, b) => a - b),
  };
}

export const ranked = (ballot: BallotDraft, choice: number, act: RankAct): BallotDraft => ({
  ...ballot,
  picks: reordered(ballot.picks, choice, act),
});
