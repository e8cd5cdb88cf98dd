import type { AgendaView, TurnHeard, TurnView } from '@/core/types';
import { t } from '@/text';
import { groupWithTitle } from './group_names';
import { talkPlace } from './talks';

/** What kind of turn it is, above the name of whoever speaks: a talk and an answer are no turns from the queue. */
export function headOfTurn(
  turn: Pick<TurnView, 'kind' | 'talk'> & Partial<Pick<TurnView, 'typed' | 'reports'>>,
  agenda: AgendaView,
): string {
  if (turn.typed) return t('typed.read_aloud_now');
  if (turn.kind === 'answer') return t('turn.answers');
  if (turn.kind === 'intervention') return t('floor.now_speaking');
  if (turn.reports !== undefined) return t('turn.reports', { group: groupWithTitle(turn.reports) });
  const place = talkPlace(agenda, turn.talk);
  return place === null ? t('turn.talk') : t('turn.talk_of', place);
}

/** What the record says of a turn beside its name and time; nothing for a turn as any other. */
export function markOfTurn(turn: Partial<Pick<TurnHeard, 'kind' | 'undone' | 'unspoken' | 'typed'>>): string {
  if (turn.undone) return t('turn.mark_undone');
  if (turn.unspoken) return t('turn.mark_unspoken');
  if (turn.typed) return t('typed.mark_turn');
  if (turn.kind === 'talk') return t('turn.mark_talk');
  return turn.kind === 'answer' ? t('turn.mark_answer') : '';
}

/** Its words are on the wall, and staff read them. */
export const isRead = (turn: TurnView | null): turn is TurnView =>
  turn?.typed === true && turn.text !== undefined && turn.text !== '';
