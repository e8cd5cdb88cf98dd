// What the core tells of polls, and the commands about them.
import type { Attribute, Id, Ms } from './types';

export type PollKind = 'temperature' | 'single' | 'multiple' | 'ranking' | 'dots' | 'words';
export type PollStatus = 'draft' | 'open' | 'closed';

/** An index, indexes (best first), dots by index, or texts. */
export type PollChoice = number | number[] | Record<string, number> | string[];

/** Of a group, or of all that are too small to be shown. */
export interface PollRow {
  /** Empty: other groups. */
  group: string;
  people: number;
  /** People who support each choice. */
  counts: number[];
  percents: number[];
  /** Of what the agreement is about. */
  support_percent: number;
}

/** What share supports in the shown group that supports least. */
export interface PollAgreement {
  percent: number;
  /** Where support is least; empty: other groups. */
  group: string;
  /** The leading choice; null: the proposal of a temperature check. */
  choice: number | null;
  /** Of all who voted. */
  percent_of_all: number;
}

export interface PollBreakdown {
  attribute: Attribute;
  rows: PollRow[];
  agreement: PollAgreement | null;
}

export interface PollResults {
  people: number;
  /** By choice: people; dots; of a ranking how many others each beats in pairs. */
  counts: number[];
  percents: number[];
  supporters: number[];
  /** The leading choice first. */
  order: number[];
  /** Of a ranking: how many put one before the other. */
  preferred: number[][];
  answers: { text: string; count: number; passed: boolean }[];
  other_answers: number;
  /** None for an attribute that would tell of few. */
  breakdowns: PollBreakdown[];
}

export interface PollView {
  poll: Id;
  kind: PollKind;
  title: string;
  choices: string[];
  /** Agree, can live with it, cannot live with it: in the words of the page. */
  default_scale: boolean;
  choice_count: number;
  /** That each person has. */
  dots: number;
  /** Counts are shown to staff and on the wall while people vote. */
  live: boolean;
  status: PollStatus;
  /** The close cannot be taken back any more. */
  final: boolean;
  published: boolean;
  on_screen: boolean;
  opened_at_ms: Ms;
  closed_at_ms: Ms;
  /** Who voted so far, to staff and displays. */
  votes: number | null;
  live_counts: number[] | null;
  /** The own ballot, until the close stands. */
  mine: { picks: number[]; dots: number[]; texts: string[] } | null;
  /** Shown in the room and counted by staff; empty: not counted. */
  hands: number[];
  results: PollResults | null;
}

interface PollPlan {
  kind: PollKind;
  title: string;
  choices: string[];
  dots?: number;
  live?: boolean;
}

export type PollCommandData = {
  'poll.create': PollPlan;
  /** Of a draft, all of it anew. */
  'poll.edit': PollPlan & { poll: Id };
  'poll.drop': { poll: Id };
  'poll.open': { poll: Id };
  /** Voting again replaces the ballot. */
  'poll.vote': { poll: Id; choice: PollChoice };
  'poll.unvote': { poll: Id };
  'poll.close': { poll: Id };
  'poll.publish': { poll: Id };
  'poll.unpublish': { poll: Id };
  'poll.show': { poll: Id | null };
  /** By choice; none: take them back. */
  'poll.count_hands': { poll: Id; counts: number[] };
  /** Places among the answers that may stand on screens. */
  'poll.pass_words': { poll: Id; answers: number[] };
};
