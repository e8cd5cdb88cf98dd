// The floor as pages paint it: the turn, who waits, who was heard (View.floor).
import type { ReportingGroup } from './breakout_types';
import type {
  Attribute,
  FloorMode,
  HandKind,
  Id,
  Modality,
  Ms,
  RegionalGroup,
  Rule,
  StakeholderGroup,
  TurnKind,
} from './codes';
import type { Guest } from './types';

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
