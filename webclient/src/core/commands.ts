// The commands that a page may send, and their data: names and fields of the wire.
import type { BreakoutCommandData } from './breakout_types';
import type { PollCommandData } from './poll_types';
import type {
  CueKind,
  Evidence,
  FloorMode,
  HandKind,
  Id,
  JoinsMode,
  Modality,
  NarrativePart,
  PhaseKind,
  Profile,
  Role,
  SignalAnswer,
  SignalKind,
  TakeawayKind,
  TurnKind,
} from './types';

/** `for` is a person without a device, or one for whom staff act. */
export type CommandData = BreakoutCommandData &
  PollCommandData & {
    'phase.start': { phase: Id };
    'phase.extend': { phase: Id; seconds: number };
    'phase.pause': Record<string, never>;
    'phase.resume': Record<string, never>;
    'phase.next': { after?: number; phases?: { phase: Id; seconds: number }[] };
    'phase.back': Record<string, never>;
    /** Without `before`: at the end. */
    'phase.add': { title: string; kind: PhaseKind; seconds: number; before?: Id };
    'phase.drop': { phase: Id };
    'phase.move': { phase: Id; before?: Id };
    'agenda.fit': { phases: { phase: Id; seconds: number }[] };
    'session.close': Record<string, never>;
    'session.reopen': Record<string, never>;
    'rehearsal.start': Record<string, never>;
    'rehearsal.end': Record<string, never>;
    /** `seq` of any event of the act. */
    undo: { seq: number };
    /** Without a talk: the next that waits in the phase. */
    'talk.start': { talk?: Id };
    'talk.away': { talk: Id };
    'talk.back': { talk: Id };
    /** Without `before`: to the end. */
    'talk.move': { talk: Id; before?: Id };
    'talk.add': { phase: Id; person: Id; seconds: number };
    'talk.drop': { talk: Id };
    announce: { text: string; language?: string };
    /** `text` is typed, to be read aloud. */
    'hand.raise': { kind: HandKind; for?: Id; text?: string; language?: string };
    'hand.lower': { hand: Id };
    'hand.accept': { hand: Id };
    'hand.away': { hand: Id };
    'hand.back': { hand: Id };
    /** Without text: the person speaks after all. */
    'hand.text': { hand: Id; text?: string; language?: string };
    /** A hand, a person, or the name of somebody who is not in the session yet; `kind` outside the queue only. */
    'floor.give': {
      hand?: Id;
      person?: Id;
      name?: string;
      modality?: Modality;
      kind?: TurnKind;
      expected: Id | null;
      reason?: string;
    };
    'floor.extend': { seconds: number };
    'floor.end': Record<string, never>;
    'floor.yield': Record<string, never>;
    'floor.mode': { mode: FloorMode };
    'floor.turn_length': { seconds: number };
    'floor.policy': { policy: string };
    'floor.pause': Record<string, never>;
    'floor.resume': Record<string, never>;
    'floor.did_not_speak': Record<string, never>;
    'question.ask': { text: string; language?: string; anonymous?: boolean; secret_hash?: string; for?: Id };
    'question.edit': { question?: Id; secret?: string; text: string };
    'question.withdraw': { question?: Id; secret?: string };
    'question.approve': { question: Id };
    'question.reject': { question: Id; reason: string };
    'question.merge': { question: Id; into: Id };
    'question.unmerge': { question: Id };
    'question.vote': { question: Id };
    'question.unvote': { question: Id };
    'question.show': { question: Id | null };
    'question.answer': { question: Id; text?: string };
    'question.dismiss': { question: Id };
    'person.add': { profile: Partial<Profile> & { name: string } };
    'person.update': { person: Id; profile: Partial<Profile> & { name: string } };
    'person.remove': { person: Id };
    /** Names as they were seen: what was typed since does not pass. */
    'person.pass': { people: { person: Id; name: string; affiliation?: string }[] };
    'person.hide': { person: Id };
    'person.extra_time': { person: Id; percent: number };
    'person.merge': { from: Id; into: Id };
    'person.unmerge': { person: Id };
    'person.admit': { knocks: Id[] };
    'person.turn_away': { knocks: Id[] };
    'session.joins': { mode: JoinsMode };
    'display.blank': { blank: boolean };
    'announcement.show': { announcement: Id | null };
    'head_count.set': { room?: number; call?: number };
    'signal.send': { signal: SignalKind };
    'signal.clear': { signal: SignalKind };
    'takeaway.draft': { kind: TakeawayKind; title: string; body: string; language?: string };
    'takeaway.edit': { item: Id; revision: number; title: string; body: string };
    'takeaway.move': { item: Id; before: Id | null };
    'takeaway.link': { item: Id; evidence: Evidence };
    'takeaway.unlink': { item: Id; evidence: Evidence };
    'takeaway.publish': { item: Id };
    'takeaway.hide': { item: Id };
    'takeaway.show': { item: Id | null };
    'takeaway.remove': { item: Id };
    'staff.say': { text: string; to?: Role };
    'cue.send': { person: Id; cue: CueKind };
    'signal.answer': { signal: SignalKind; answer: SignalAnswer };
    'chair.take': Record<string, never>;
    'jot.add': { text: string };
    'jot.edit': { jot: Id; revision: number; text: string };
    'jot.remove': { jot: Id };
    /** `revision` is the one seen; without words the field is empty again. */
    'narrative.write': { part: NarrativePart; talk?: Id; revision: number; text: string };
    'report.finish': Record<string, never>;
    'report.reopen': Record<string, never>;
  };
export type CommandType = keyof CommandData;
export type Command = { [T in CommandType]: { type: T; data: CommandData[T] } }[CommandType];

/** Acts of the moment expire ten seconds after they were made; everything else waits in the outbox. */
export const actsOfTheMoment: readonly CommandType[] = [
  'phase.start',
  'phase.extend',
  'phase.pause',
  'phase.resume',
  'phase.next',
  'phase.back',
  'phase.add',
  'phase.drop',
  'phase.move',
  'agenda.fit',
  'session.close',
  'session.reopen',
  'rehearsal.start',
  'rehearsal.end',
  'undo',
  'talk.start',
  'talk.away',
  'talk.back',
  'talk.move',
  'talk.add',
  'talk.drop',
  'hand.away',
  'floor.give',
  'floor.extend',
  'floor.end',
  'floor.yield',
  'floor.mode',
  'floor.turn_length',
  'floor.policy',
  'floor.pause',
  'floor.resume',
  'floor.did_not_speak',
  'question.show',
  'display.blank',
  'announcement.show',
  'takeaway.show',
  'poll.open',
  'poll.close',
  'poll.show',
  'signal.send',
  'signal.clear',
  'signal.answer',
  'cue.send',
  'chair.take',
  'breakout.open',
  'breakout.extend',
  'breakout.broadcast',
  'breakout.tick',
  'breakout.close',
  'breakout.reopen',
  'breakout.report_back',
  'breakout.show',
  'group.give_floor',
  'group.end_turn',
];
