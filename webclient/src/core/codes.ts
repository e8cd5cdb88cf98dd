// Codes and kinds of the wire; sentences for them are made in src/text.
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
