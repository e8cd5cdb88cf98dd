import type { AgendaView, HandView, PhaseView, QuestionView, TurnView, View } from '@/core/types';
import { t } from '@/text';
import { countdown, dateAndTime, minutes, timeOfDay } from '@/text/format';
import { reasonFor, stakeholderName } from '@/text/reasons';
import { aboutPerson } from './person_words';
import { talkName } from './talks';

/** Plan, queue and questions as plain text: what a table needs to go on with paper when all screens are dark. */
export function paper(view: View): string {
  const { session, agenda, floor, questions } = view;
  const parts = [
    [session.title, t('paper.head', { code: session.code, time: dateAndTime(view.now_ms) })],
    [t('agenda.title'), ...agenda.phases.map((phase) => phaseLine(phase, agenda)), slotLine(agenda)],
    [t('floor.now_speaking'), floor.turn === null ? t('floor.nobody_speaks') : turnLine(floor.turn)],
    [
      t('floor.waiting', { count: floor.queue.length }),
      ...(floor.queue.length === 0 ? [t('floor.empty')] : floor.queue.map(handLine)),
    ],
    [
      t('questions.title', { count: questions.by_votes.length }),
      ...(questions.by_votes.length === 0 ? [t('questions.none')] : questions.by_votes.map(questionLine)),
    ],
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const marks: Record<PhaseView['state'], string> = { done: 'x', current: '>', upcoming: ' ', skipped: '-' };

function phaseLine(phase: PhaseView, agenda: AgendaView): string {
  const times = `${timeOfDay(phase.starts_at_ms)}–${timeOfDay(phase.ends_at_ms)}`;
  const left =
    phase.state === 'current' && agenda.remaining_ms !== null
      ? `, ${t('phase.left', { time: countdown(agenda.remaining_ms) })}`
      : '';
  const speakers = phase.speakers.map(talkName).join(', ');
  const line = `[${marks[phase.state]}] ${times} ${phase.title} (${minutes(phase.planned_ms)}${left})`;
  return speakers === '' ? line : `${line}: ${speakers}`;
}

const slotLine = (agenda: AgendaView): string =>
  t('slot.on_time', { end: timeOfDay(agenda.projected_end_ms), time: timeOfDay(agenda.slot_ends_at_ms) });

const joined = (parts: string[]): string => parts.filter((part) => part !== '').join(', ');

function whoIs(person: HandView | TurnView): string {
  const group = person.stakeholder_group === 'not_stated' ? '' : stakeholderName(person.stakeholder_group);
  return joined([person.name, group, aboutPerson(person, ', ')]);
}

const turnLine = (turn: TurnView): string =>
  joined([whoIs(turn), t('phase.left', { time: countdown(turn.remaining_ms) })]);

function handLine(hand: HandView): string {
  const kind = hand.kind === 'intervention' ? '' : `${t(`hand_kind.${hand.kind}`)}, `;
  const words = hand.typed ? `; ${t('typed.mark_hand')}: ${(hand.text ?? '').replace(/\s+/g, ' ')}` : '';
  return `${hand.position}. ${whoIs(hand)} (${kind}${reasonFor(hand)})${words}`;
}

function questionLine(question: QuestionView, index: number): string {
  const author = question.anonymous ? t('questions.anonymous') : (question.author_name ?? '');
  const shown = question.on_screen ? t('questions.on_screen') : '';
  const about = joined([t('vote.supporters', { count: question.votes ?? 0 }), author, shown]);
  return `${index + 1}. ${question.text.replace(/\s+/g, ' ')} (${about})`;
}
