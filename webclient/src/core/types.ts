// What the WASM core tells a page: `view(state, me, now_ms)` of shared/view/view.hpp. The commands that a page may send: commands.ts.
// Codes and numbers only; every sentence is made in src/text. Names follow the wire: snake_case, units last.

import type { AgendaView } from './agenda_types';
import type { BreakoutPlanData, BreakoutsView, GroupingTask, MoveCost } from './breakout_types';
import type {
  CueKind,
  Id,
  InReport,
  JoinsMode,
  Modality,
  Ms,
  NarrativePart,
  QuestionStatus,
  Refusal,
  RegionalGroup,
  Role,
  SignalAnswer,
  SignalKind,
  StakeholderGroup,
  TakeawayKind,
} from './codes';
import type { Command } from './commands';
import type { FloorView, TurnHeard } from './floor_types';
import type { PollView } from './poll_types';

export * from './agenda_types';
export * from './breakout_types';
export * from './codes';
export * from './commands';
export * from './floor_types';

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
  /** What a rebalance of the open groups searches for; null where the server is to search. */
  rebalanceTask?(): GroupingTask | null;
  /** All that is held, as JSON text for the report's module; null where this core cannot tell. */
  held?(): string | null;
}
