// What the WASM core tells a page: `view(state, me, now_ms)` of shared/view/view.hpp. The commands that a page may send: commands.ts.
// Codes and numbers only; every sentence is made in src/text. Names follow the wire: snake_case, units last.

import type { BreakoutPlanData, BreakoutsView, GroupingTask, MoveCost, ReportingGroup } from './breakout_types';
import type { Command } from './commands';
import type { PollView } from './poll_types';

export * from './breakout_types';
export * from './commands';

export type Id = number;
export type Ms = number;

export type StakeholderGroup =
  | 'government'
  | 'intergovernmental_organization'
  | 'civil_society'
  | 'technical_community'
  | 'private_sector'
  | 'other'
  | 'not_stated';
export type RegionalGroup =
  | 'african'
  | 'asia_pacific'
  | 'eastern_european'
  | 'grulac'
  | 'weog'
  | 'intergovernmental'
  | 'other'
  | 'not_stated';
export type Modality = 'onsite' | 'online' | 'not_stated';
export type Role =
  | 'moderator'
  | 'online_moderator'
  | 'steward'
  | 'rapporteur'
  | 'speaker'
  | 'captioner'
  | 'display'
  | 'overlay'
  | 'attendee';
export type PhaseKind =
  | 'presentations'
  | 'discussion'
  | 'questions'
  | 'breakouts'
  | 'report_back'
  | 'wrap_up'
  | 'break';
/** How a turn came about: by a hand or staff's word, as a panellist's answer, as a talk of the line-up. */
export type TurnKind = 'intervention' | 'answer' | 'talk';
/** Collecting: hands go up, the floor is not given yet. Closed: who waits keeps waiting, nobody joins. */
export type FloorMode = 'open' | 'collecting' | 'closed';
export type TalkStatus = 'waiting' | 'running' | 'done' | 'away';
export type HandKind = 'intervention' | 'reply' | 'point_of_order' | 'technical';
export type SignalKind = 'cannot_hear' | 'cannot_see' | 'too_fast' | 'technical_help';
export type SignalAnswer = 'seen' | 'fixed';
export type CueKind = 'one_minute' | 'please_end' | 'unmute' | 'you_are_next' | 'move_to_microphone';
export type TakeawayKind = 'takeaway' | 'call_to_action' | 'commitment';
export type QuestionStatus = 'pending' | 'approved' | 'rejected' | 'withdrawn' | 'answered' | 'dismissed';
export type Attribute = 'stakeholder_group' | 'regional_group' | 'modality';
/** Why a hand stands where it stands; `override` and `direct` occur on turns only. */
export type Rule =
  | 'point_of_order_first'
  | 'reply_first'
  | 'first_time_first'
  | 'least_served'
  | 'alternate'
  | 'arrival'
  | 'overtaken'
  | 'override'
  | 'direct';
/** How the report shows a person. */
export type InReport = 'name' | 'group' | 'none';
export type ReportFormat = 'md' | 'html' | 'json';
/** Internal: for staff, with drafts and reasons. */
export type ReportVersion = 'public' | 'internal';
export type NarrativePart = 'key_issues' | 'talk' | 'discussion' | 'way_forward';
export type Refusal =
  | 'not_allowed'
  | 'unknown_command'
  | 'bad_data'
  | 'not_found'
  | 'wrong_state'
  | 'already'
  | 'queue_changed'
  | 'stale_revision'
  | 'limit'
  | 'too_fast'
  | 'late'
  | 'not_recorded'
  | 'closed';

/** Who may join by the attendees' link. */
export type JoinsMode = 'open' | 'approval' | 'closed';

/** The name was typed by its bearer and staff have not let it pass, or they hid it: everyone else sees "Online guest 14". */
export interface Guest {
  number: Id;
  modality: Modality;
  /** Staff hid the name; they alone are told. */
  hidden: boolean;
}

/** Somebody who asked to join and waits to be let in. */
export interface KnockView {
  knock: Id;
  name: string;
  affiliation?: string;
  modality: Modality;
  at_ms: Ms;
}

export interface Profile {
  name: string;
  affiliation?: string;
  stakeholder_group: StakeholderGroup;
  regional_group: RegionalGroup;
  modality: Modality;
  languages: string[];
  call_name?: string;
  said_as?: string;
  gender?: string;
  /** Table or row in the room; staff and the person see it. */
  seat?: string;
  /** The person's own choice; staff and the person know it. */
  in_report?: InReport;
}

/** A person as this viewer may see them: everyone sees public people only, staff see call_name and seat too. */
export interface PersonView extends Profile {
  person: Id;
  guest?: Guest;
  roles: Role[];
  /** false: added by a steward and acting through staff only. */
  has_device: boolean;
  /** Joined and not left. For people of the session file: false until they open their own link. */
  present: boolean;
  /** On top of the turn length; staff see it. */
  extra_time_percent?: number;
  /** Staff: other entries of the same person, which act as this one. */
  merged: { person: Id; name: string }[];
}

/** A talk of the line-up, and who gives it. */
export interface SpeakerView {
  talk: Id;
  person: Id;
  name: string;
  guest?: Guest;
  affiliation?: string;
  /** A group reports back; without a reporter `person` is 0 and the group speaks. */
  reports?: ReportingGroup;
  status: TalkStatus;
  mine: boolean;
  planned_ms: Ms;
  elapsed_ms: Ms;
  /** Unused time that went back to the plan. */
  returned_ms: Ms;
}

export interface PhaseView {
  phase: Id;
  title: string;
  kind: PhaseKind;
  /** Skipped: passed over, it takes no time. */
  state: 'upcoming' | 'current' | 'done' | 'skipped';
  planned_ms: Ms;
  /** What the session file planned, before extensions and fits. */
  original_ms: Ms;
  min_ms: Ms;
  protected: boolean;
  elapsed_ms: Ms;
  /** Projected start and end; for done phases when they ran. */
  starts_at_ms: Ms;
  ends_at_ms: Ms;
  /** How the floor is when the phase starts. */
  floor: FloorMode;
  /** Has not started: it can be moved and dropped. */
  movable: boolean;
  /** The line-up, in order. */
  speakers: SpeakerView[];
}

export interface AgendaView {
  phases: PhaseView[];
  current: Id | null;
  /** The phase that `phase.next` would start; null: next closes the agenda. */
  next: Id | null;
  previous: Id | null;
  /** What `talk.start` starts when it names none. */
  next_talk: Id | null;
  paused: boolean;
  /** How late a start would be now; 0 once it has started, and when it is not late. */
  late_ms: Ms;
  /** Of the current phase; negative when over. */
  remaining_ms: Ms | null;
  slot_ends_at_ms: Ms;
  projected_end_ms: Ms;
  /** projected end minus slot end: positive is late. */
  over_ms: Ms;
  /** Present when the plan runs over the slot and a plan that fits exists; applied by `agenda.fit`. */
  fit: { phases: { phase: Id; planned_ms: Ms; fitted_ms: Ms }[]; still_over_ms: Ms } | null;
}

export interface TurnView {
  turn: Id;
  kind: TurnKind;
  talk?: Id;
  hand: Id | null;
  person: Id;
  name: string;
  guest?: Guest;
  reports?: ReportingGroup;
  stakeholder_group: StakeholderGroup;
  regional_group: RegionalGroup;
  modality: Modality;
  affiliation?: string;
  call_name?: string;
  said_as?: string;
  rule: Rule;
  by?: Attribute;
  first_time: boolean;
  mine: boolean;
  planned_ms: Ms;
  elapsed_ms: Ms;
  /** Negative when over. */
  remaining_ms: Ms;
  paused: boolean;
  charged: boolean;
  /** Staff read `text` aloud. */
  typed: boolean;
  text?: string;
  language?: string;
}

export interface HandView {
  hand: Id;
  person: Id;
  name: string;
  guest?: Guest;
  affiliation?: string;
  call_name?: string;
  said_as?: string;
  stakeholder_group: StakeholderGroup;
  regional_group: RegionalGroup;
  modality: Modality;
  kind: HandKind;
  /** A point of order or technical hand that staff accepted. */
  accepted: boolean;
  /** Passed over for now: at the queue's end, without a place. */
  away: boolean;
  position: number;
  rule: Rule;
  by?: Attribute;
  first_time: boolean;
  /** One of the two that keep their place against later hands. */
  held: boolean;
  mine: boolean;
  /** Raised by staff for this person. */
  by_staff: boolean;
  has_device: boolean;
  wait_ms: Ms;
  raised_at_ms: Ms;
  /** To be read aloud; staff and the author see `text`. */
  typed: boolean;
  text?: string;
  /** As said with the hand, else the first of the person's own. */
  language?: string;
  seat?: string;
}

/** Who waits, against the time that is left in the phase. */
export interface AdviceView {
  waiting: number;
  /** At the turn length that holds. */
  needed_ms: Ms;
  left_ms: Ms;
  /** A turn length with which all would be heard; 0 where none would do. */
  each_ms: Ms;
}

export interface FloorView {
  mode: FloorMode;
  /** That may be raised in this session. */
  kinds: HandKind[];
  advice: AdviceView | null;
  turn: TurnView | null;
  queue: HandView[];
  mine: HandView | null;
  /** Place that a hand raised now by this viewer would get. */
  if_raised: { position: number; wait_ms: Ms } | null;
  turn_ms: Ms;
  policy: string;
  rules: { rule: Rule; by?: Attribute; tolerance_ms: Ms; weight?: 'equal' | 'presence' }[];
  /** Open-floor time by group, charged turns only; all groups that spoke or wait. */
  served: Record<Attribute, { value: string; served_ms: Ms; turns: number; share_percent: number }[]>;
}

/** A turn of the record. */
export interface TurnHeard {
  turn: Id;
  person: Id;
  name: string;
  guest?: Guest;
  at_ms: Ms;
  elapsed_ms: Ms;
  rule: Rule;
  charged: boolean;
  kind: TurnKind;
  /** Given by mistake. */
  undone: boolean;
  /** The person did not speak. */
  unspoken: boolean;
  /** Read aloud. */
  typed: boolean;
}

export interface QuestionView {
  question: Id;
  text: string;
  language: string;
  status: QuestionStatus;
  anonymous: boolean;
  author?: Id;
  author_name?: string;
  author_guest?: Guest;
  stakeholder_group?: StakeholderGroup;
  modality?: Modality;
  asked_at_ms: Ms;
  /** Distinct supporters, merged wordings included (null until known). */
  votes: number | null;
  voted: boolean;
  mine: boolean;
  on_screen: boolean;
  reason?: string;
  answer?: string;
  answered_live: boolean;
  merged_into?: Id;
  merged: { question: Id; text: string; author_name?: string; author_guest?: Guest }[];
  /** For staff, on pending questions: visible questions that read alike, best first. */
  similar: { question: Id; text: string; percent: number }[];
}

export interface QuestionsView {
  moderated: boolean;
  anonymous_allowed: boolean;
  on_screen: QuestionView | null;
  /** Staff: all pending, oldest first. Others: empty. */
  pending: QuestionView[];
  /** Heads that are approved and open, in the three orders. */
  by_votes: QuestionView[];
  by_time: Id[];
  representative: Id[];
  /** Answered or dismissed, newest first. */
  settled: QuestionView[];
  rejected: QuestionView[];
  /** The viewer's own signed ones that not everyone sees (pending, rejected). */
  mine: QuestionView[];
}

/** Exactly one of these. A note is one's own. */
export type Evidence = { question?: Id; turn?: Id; jot?: Id; poll?: Id; group?: Id; note?: Id };

export interface TakeawayView {
  item: Id;
  kind: TakeawayKind;
  title: string;
  body: string;
  language: string;
  revision: number;
  published: boolean;
  author?: Id;
  author_name?: string;
  author_guest?: Guest;
  edited_at_ms: Ms;
  /** Of a note everyone learns whose it is (empty where the name is not known here), its author the text too. */
  evidence: (
    | { question: Id; text: string }
    | { poll: Id; text: string }
    | { turn: Id; name: string; guest?: Guest }
    | { jot: Id; name: string; guest?: Guest; text?: string }
    /** Of a group: its number and title, "3 Skills"; of a point of a group the point too. */
    | { group: Id; name: string }
    | { note: Id; name: string; text?: string }
  )[];
  warnings: ('title_long' | 'body_long')[];
}

export interface TakeawaysView {
  items: TakeawayView[];
  preset: {
    takeaways: number;
    calls_to_action: number;
    title_characters: number;
    body_characters: number;
    key_issues_characters: number;
    talk_characters: number;
    discussion_characters: number;
    way_forward_characters: number;
    /** Of those who spoke or asked, in the public report. */
    names: InReport;
  };
  counts: { takeaway: number; call_to_action: number; commitment: number };
  on_screen: Id | null;
}

export interface SignalsView {
  /** Staff only: people with an active signal, by modality. */
  active: {
    signal: SignalKind;
    onsite: number;
    online: number;
    not_stated: number;
    /** Of the people, how many were told that staff see it. */
    seen: number;
    people: Id[];
  }[];
  mine: SignalKind[];
  /** What this viewer was told; `fixed` for two minutes. */
  answers: { signal: SignalKind; answer: SignalAnswer; at_ms: Ms }[];
}

export interface StaffMessageView {
  message: Id;
  name: string;
  role?: Role;
  text: string;
  /** Whom it asks for; all staff read it. */
  to?: Role;
  at_ms: Ms;
  mine: boolean;
}

/** An own note, with what was on when it was written. */
export interface JottingView {
  jot: Id;
  text: string;
  at_ms: Ms;
  revision: number;
  turn?: Id;
  speaker?: string;
  question?: Id;
  question_text?: string;
  phase?: Id;
  phase_title?: string;
}

/** A field of the report's narrative; staff only. */
export interface NarrativeView {
  part: NarrativePart;
  talk?: Id;
  speaker?: string;
  phase_title?: string;
  text: string;
  /** 0: nobody has written. */
  revision: number;
  author_name?: string;
  edited_at_ms: Ms;
  wanted_characters: number;
  warnings: 'long'[];
}

export interface CaptionModel {
  text: string;
  language: string;
  at_ms: Ms;
}

export interface View {
  now_ms: Ms;
  session: {
    session: string;
    code: string;
    title: string;
    description: string;
    format: string;
    status: 'prepared' | 'running' | 'closed';
    stage: 'prepared' | 'rehearsal' | 'lobby' | 'running' | 'closed' | 'reopened';
    starts_at_ms: Ms;
    /** Of the venue. */
    utc_offset_min: number;
    duration_ms: Ms;
    languages: string[];
    media: { label: string; url: string; kind: string }[];
    policy_questions: string[];
    sdg_targets: string[];
    expected_outcomes: string[];
  };
  me: {
    participant: Id | null;
    role: Role;
    roles: Role[];
    staff: boolean;
    profile: Profile | null;
    /** As which everyone else sees this person. */
    guest: Guest | null;
    may: string[];
    /** On top of the turn length. */
    extra_time_percent?: number;
  };
  agenda: AgendaView;
  /** What an attendee should see first in the current phase. */
  focus: 'lobby' | 'listen' | 'floor' | 'questions' | 'takeaways' | 'break' | 'closed';
  floor: FloorView;
  questions: QuestionsView;
  /** Drafts to staff alone. */
  polls: PollView[];
  takeaways: TakeawaysView;
  /** All turns so far, newest first; absent from cores that do not list them. */
  turns?: TurnHeard[];
  signals: SignalsView;
  announcement: { announcement: Id; text: string; at_ms: Ms; language: string } | null;
  /** Put on the room screen by staff; stays when a newer one comes. */
  announcement_on_screen: { announcement: Id; text: string; at_ms: Ms; language: string } | null;
  /** The newest lines over all languages, newest last. */
  captions: CaptionModel[];
  present: { onsite: number; online: number; not_stated: number; all: number } | null;
  /** What staff counted; `all` takes who joined for a side that nobody counted. */
  head_count: { room: number | null; call: number | null; all: number | null; at_ms: Ms } | null;
  /** The display is dark. */
  blank: boolean;
  /** Room displays that are connected; staff only. */
  displays: number | null;
  joins: { mode: JoinsMode; waiting: KnockView[] };
  /** Staff: the roster. Others: public people. */
  people: PersonView[];
  /** Staff: acts that may still be taken back, newest first. */
  undo?: UndoView[];
  /** Staff only, like cues and chair; newest last. */
  staff_line: StaffMessageView[];
  /** Cues that stand on somebody's page now. */
  cues: { person: Id; name: string; cue: CueKind; at_ms: Ms; by_name?: string }[];
  /** The cue on this viewer's own page. */
  cue: { cue: CueKind; at_ms: Ms; remaining_ms: Ms } | null;
  /** Who moderates now. */
  chair: { person: Id; name: string; since_ms: Ms; mine: boolean } | null;
  /** The viewer's own notes, in the order of writing. */
  jottings: JottingView[];
  breakouts: BreakoutsView;
  /** Staff only, in the order of the report. */
  narratives: NarrativeView[];
  /** null: a draft. */
  final_report: { at_ms: Ms; by_name?: string } | null;
}

/** `next` is any change of phase. */
export interface UndoView {
  seq: number;
  what: 'give' | 'end' | 'next' | 'drop' | 'reject' | 'show' | 'close_poll' | 'close';
  at_ms: Ms;
  until_ms: Ms;
  /** The title of a dropped part. */
  about?: string;
}

/**
 * The core in WASM (src/core/loader.ts): one session a page. Texts go in and out as JSON.
 * `check` answers the refusal that the core foresees for a command of this viewer, or null.
 */
export interface Core {
  /** A `welcome` frame's body. Replaces everything held. */
  welcome(welcome: unknown): void;
  /** An `events` frame's body. */
  events(events: unknown): void;
  view(now_ms: Ms): View;
  check(command: Command, now_ms: Ms): Refusal | null;
  /** Visible questions that read like `text`, best first. */
  similar(text: string): { question: Id; text: string; percent: number }[];
  /** Staff: what moving somebody to each other group would cost; null where this core cannot tell. */
  moveCosts?(person: Id): MoveCost[] | null;
  /** Staff: what a plan searches for; null where nothing is searched for, or this core cannot tell. */
  groupingTask?(plan: BreakoutPlanData): GroupingTask | null;
  /** All that is held, as JSON text for the report's module; null where this core cannot tell. */
  held?(): string | null;
}
