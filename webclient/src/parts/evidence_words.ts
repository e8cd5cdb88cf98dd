import type { Evidence, TakeawayView } from '@/core/types';
import { t } from '@/text';

type Piece = TakeawayView['evidence'][number];

/** What names a piece of evidence in a command. */
export function evidenceOf(piece: Piece): Evidence {
  if ('question' in piece) return { question: piece.question };
  if ('jot' in piece) return { jot: piece.jot };
  if ('poll' in piece) return { poll: piece.poll };
  if ('group' in piece) return { group: piece.group };
  if ('note' in piece) return { note: piece.note };
  return { turn: piece.turn };
}

/** What kind of thing it is, and its words. A note has words for its author only. */
export function evidenceWords(piece: Piece): { kind: string; words: string } {
  if ('question' in piece) return { kind: t('evidence.question'), words: piece.text };
  if ('poll' in piece) return { kind: t('evidence.poll'), words: piece.text };
  if ('turn' in piece) return { kind: t('evidence.turn'), words: piece.name };
  if ('group' in piece) return { kind: t('evidence.of_group', { name: piece.name }), words: '' };
  if ('note' in piece) return { kind: t('evidence.of_point', { name: piece.name }), words: piece.text ?? '' };
  if (piece.text !== undefined) return { kind: t('evidence.own_note'), words: piece.text };
  const kind = piece.name === '' ? t('evidence.note_of_somebody') : t('evidence.note_of', { name: piece.name });
  return { kind, words: '' };
}
