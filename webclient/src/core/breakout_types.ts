// Breakout groups: what the core tells a page (View.breakouts) and the data of their commands.
import type { GroupingProblem } from './groups_module';
import type { Guest, Id, Modality, Ms } from './types';

/** Closing: a countdown is on, everybody works on until it ends. Planned is told to staff alone. */
export type BreakoutStatus = 'none' | 'planned' | 'open' | 'closing' | 'closed';
export type BreakoutMode = 'balanced' | 'random' | 'self_selected' | 'manual';
/** What groups are mixed by (diversify) or kept alike by (cluster). */
export type BreakoutAttribute = 'stakeholder_group' | 'regional_group' | 'modality' | 'language' | 'seat';
/** `host` facilitates, `reporter` reports back; one tap takes a role. */
export type GroupRole = 'host' | 'reporter';
export type NoteMark = 'claim' | 'dissent' | 'ask';

export interface BreakoutPerson {
  person: Id;
  /** Empty where this viewer may not know it: paint `guest`, or count the person. */
  name: string;
  guest?: Guest;
  modality: Modality;
  /** Listening only; told to members and staff. */
  listening: boolean;
  me: boolean;
  /** Staff only: left, or ten minutes without a line. */
  left: boolean;
}

/** A group as everybody sees it: plenary, room display, overlay. */
export interface BreakoutGroup {
  group: Id;
  /** 1, 2, 3 in its set: "Group 3". */
  number: number;
  /** Its topic; may be empty. */
  title: string;
  table: number | null;
  /** Places; null: as many as come. */
  capacity: number | null;
  size: number;
  /** People whose names this viewer may paint, as far as the room display may show them. */
  people: BreakoutPerson[];
  /** Members who are in `size` but not in `people`. */
  unnamed: number;
  /** Open groups: when the time is up; `remaining_ms` is negative in overtime. In closing: the closing's end. */
  ends_at_ms: Ms | null;
  remaining_ms: Ms | null;
  mine: boolean;
  /** Not full and this viewer may choose it. */
  can_choose: boolean;
  /** Everyone sees its notes now. */
  published: boolean;
}

export interface NoteView {
  note: Id;
  text: string;
  mark?: NoteMark;
  revision: number;
  /** Staff only. */
  by_name?: string;
  at_ms: Ms;
}

export interface GroupHand {
  person: Id;
  name: string;
  guest?: Guest;
  at_ms: Ms;
  mine: boolean;
}

export interface GroupTurn {
  person: Id;
  name: string;
  guest?: Guest;
  started_at_ms: Ms;
  elapsed_ms: Ms;
  mine: boolean;
}

export interface GroupQuestionView {
  question: Id;
  text: string;
  language: string;
  author_name: string;
  author_guest?: Guest;
  votes: number;
  voted: boolean;
  answered: boolean;
  at_ms: Ms;
  mine: boolean;
}

export interface GroupHelp {
  /** Empty where nobody gave one. */
  reason: string;
  by_name: string;
  at_ms: Ms;
  /** Staff have said that they come. */
  answered: boolean;
  answered_by?: string;
}

/** The inside of a group: for its members (View.breakouts.mine) and for staff (BreakoutDesk.groups). */
export interface GroupInside {
  group: Id;
  number: number;
  title: string;
  table: number | null;
  /** The group's room in the call: a link, or a name such as "3" where rooms are chosen inside the call. */
  call: { name: string; url: string } | null;
  people: BreakoutPerson[];
  host: BreakoutPerson | null;
  reporter: BreakoutPerson | null;
  ends_at_ms: Ms | null;
  remaining_ms: Ms | null;
  hands: GroupHand[];
  turn: GroupTurn | null;
  /** Time that each has spoken in the group, longest first. */
  spoken: { person: Id; name: string; guest?: Guest; spoken_ms: Ms }[];
  /** Most votes first, answered ones last. */
  questions: GroupQuestionView[];
  notes: NoteView[];
  help: GroupHelp | null;
  /** From staff to the groups, newest last. */
  broadcasts: { text: string; at_ms: Ms }[];
  published: boolean;
}

export interface OwnGroup extends GroupInside {
  i_am_host: boolean;
  i_am_reporter: boolean;
  my_hand: boolean;
  listening: boolean;
  /** Notes, hands and questions can be written: until the session closes, hands until the groups close. */
  can_write: boolean;
  can_talk: boolean;
  /** Who may give the floor and end turns: the host, staff. */
  can_lead: boolean;
}

/** A group's points as the plenary sees them, while it reports or when staff show its card. */
export interface GroupCard {
  group: Id;
  number: number;
  title: string;
  notes: NoteView[];
}

/** On a talk and its turn. */
export interface ReportingGroup {
  group: Id;
  number: number;
  title: string;
}

export interface ValueShare {
  /** The value's word; people's own words for language and seat. */
  value: string;
  here: number;
  in_room: number;
  /** The room's share of this group's places, in heads, times a million. */
  fair_millionths: number;
}

export interface AttributeBalance {
  by: BreakoutAttribute;
  cluster: boolean;
  values: ValueShare[];
  deviation_millionths: number;
}

export interface DeskGroup extends GroupInside {
  /** Of the plan that waits, else of now. */
  size: number;
  onsite: number;
  online: number;
  balance: AttributeBalance[];
  /** Under three people who are here: offer `breakout.merge_groups` with one of these, smallest first. */
  merge_into: Id[];
}

export interface TickView {
  person: Id;
  name: string;
  /** Under this name the online moderator finds the person in the call. */
  call_name: string;
  group: Id;
  number: number;
  room: string;
  moved: boolean;
}

/** Staff only. */
export interface BreakoutDesk {
  /** The plan that `breakout.open` opens next, else the groups as they are. */
  planned: boolean;
  groups: DeskGroup[];
  /** People here who are in no group: who stays in plenary is marked. */
  ungrouped: (BreakoutPerson & { plenary: boolean })[];
  /** Groups that wait for a moderator, oldest first. */
  help: Id[];
  /** Online people by the name used in the call. */
  ticks: TickView[];
  /** Pairs who meet again, and how many meet at all. */
  repeated: { one: string; other: string; times: number }[];
  distinct_meetings: number;
  most_possible_meetings: number;
  /** What `breakout.plan {}` takes, from the session file. */
  suggested: {
    count: number | null;
    size: number | null;
    rounds: number;
    mode: BreakoutMode;
    diversify: BreakoutAttribute[];
    cluster: BreakoutAttribute[];
    /** Of the groups, the way there included; 0 where the file says nothing, as in the next two. */
    seconds: number;
    /** Of the countdown. */
    closing_seconds: number;
    /** Of all groups together: `breakout.report_back` takes the part of one. */
    report_seconds: number;
    /** Who would be grouped now. */
    people: number;
  };
  /** What the session file prepares; a plan without topics of its own takes them. */
  file_topics: PlannedTopic[];
  /** How many people ranked the topics that are offered. */
  wishes: number;
  /** Of those in the groups: who ranked topics, and who of these got the one they want most. */
  with_wishes: number;
  first_choices: number;
}

export interface PlannedTopic {
  title: string;
  capacity?: number;
}

/** Topics that people can rank before groups are made. */
export interface TopicOffer {
  /** `first_choices` is told to staff; 0 to others. */
  topics: { title: string; capacity: number | null; first_choices: number }[];
  /** One's own order: topics by their place in the list, best first. */
  mine: number[];
}

export interface BreakoutsView {
  status: BreakoutStatus;
  mode: BreakoutMode;
  /** The round that is open or was last, and how many there are. */
  round: number;
  rounds: number;
  /** The last group's end of time, or the closing's; a page counts down to it. */
  ends_at_ms: Ms | null;
  remaining_ms: Ms | null;
  may_choose: boolean;
  groups: BreakoutGroup[];
  mine: OwnGroup | null;
  /** The viewer stays in plenary. */
  in_plenary: boolean;
  /** While people can rank topics. */
  offer: TopicOffer | null;
  /** On the room display by `breakout.show`, or because the group reports now. */
  card: GroupCard | null;
  /** All groups whose points everyone sees, those of earlier sets too. */
  published: GroupCard[];
  desk: BreakoutDesk | null;
}

/** What `cost_of_moves` (WASM) says of one move before it is made; negative is better. */
export interface MoveCost {
  group: Id;
  /** All costs together in millionths. */
  cost_millionths: number;
  balance_millionths: number;
  meetings_millionths: number;
  /** Rules that the move breaks: together, apart, seats, max_size, ... */
  breaks: string[];
}

/** What a plan searches for (WASM), for the groups' worker. */
export interface GroupingTask {
  mode: BreakoutMode;
  /** 0: none was asked for. */
  seed: number;
  /** By the problem's index. */
  people: Id[];
  problem: GroupingProblem;
  /** Of a rebalance: the groups of the problem, in its order. */
  groups: Id[];
}

export interface GroupMove {
  person: Id;
  group: Id;
}

export interface BreakoutPlanData {
  /** Neither: the session file's. */
  count?: number;
  size?: number;
  diversify?: BreakoutAttribute[];
  /** 1 to 100 for each of `diversify`, in its order; 10 where there is none. */
  weights?: number[];
  cluster?: BreakoutAttribute[];
  together?: Id[][];
  apart?: Id[][];
  seed?: number;
  rounds?: number;
  mode?: BreakoutMode;
  topics?: PlannedTopic[];
  /** Host of the first group, of the second, ...: they stay in their group in every round. */
  hosts?: Id[];
  /** Table numbers: of the first group, of the second, ...; without mixing of the onsite groups in turn. */
  tables?: number[];
  /** Onsite and online people do not share groups. */
  separate?: boolean;
  /** Finished groups instead of a search, and those of the rounds after. */
  groups?: Id[][];
  later?: Id[][][];
}

/** `group` may be left out by members: their own. Staff name it. */
export interface BreakoutCommandData {
  'breakout.plan': BreakoutPlanData;
  'breakout.open': { seconds?: number };
  'breakout.extend': { group?: Id; seconds: number };
  /** Null: into the plenary. Also moves within a plan that waits. */
  'breakout.move': { person: Id; group: Id | null };
  /** Null and not `anywhere`: stay in plenary. `anywhere`: placed where it fits best. */
  'breakout.choose': { group?: Id | null; anywhere?: boolean };
  /** Without `topics`: the session file's. An empty list takes the offer back. */
  'breakout.offer': { topics?: PlannedTopic[] };
  'breakout.rank': { choices: number[] };
  /** Without `moves` the server searches. */
  'breakout.rebalance': { moves?: GroupMove[] };
  'breakout.listen': { on: boolean };
  /** Without `group`: to all groups. */
  'breakout.broadcast': { text: string; group?: Id };
  'breakout.call_moderator': { reason?: string };
  'breakout.answer_call': { group: Id };
  'breakout.take_role': { role: GroupRole };
  'breakout.set_call': { group: Id; name?: string; url?: string };
  'breakout.tick': { person: Id; on: boolean };
  'breakout.merge_groups': { group: Id; into: Id };
  'breakout.close': { seconds: number };
  'breakout.reopen': Record<string, never>;
  /** A talk of `seconds` for each group in the report_back phase. */
  'breakout.report_back': { seconds: number };
  'breakout.show': { group: Id | null };
  'group.raise_hand': { group?: Id; for?: Id };
  'group.lower_hand': { group?: Id; person?: Id };
  'group.give_floor': { group?: Id; person: Id };
  'group.end_turn': { group?: Id };
  'group.ask': { group?: Id; text: string; language?: string };
  'group.upvote': { question: Id };
  'group.unvote': { question: Id };
  'group.answered': { question: Id };
  'note.add': { group?: Id; text: string; mark?: NoteMark };
  'note.edit': { note: Id; revision: number; text: string; mark?: NoteMark };
  /** Without `before`: to the end. */
  'note.move': { note: Id; before?: Id | null };
  'note.remove': { note: Id };
}
