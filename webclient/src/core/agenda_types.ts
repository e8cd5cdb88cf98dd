// The agenda as pages paint it: parts, talks, what is left (View.agenda).
import type { ReportingGroup } from './breakout_types';
import type { FloorMode, Id, Ms, PhaseKind, TalkStatus } from './codes';
import type { Guest } from './types';

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
