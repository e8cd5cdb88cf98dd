import '@/style/typed.css';
import type { HandView, TurnView } from '@/core/types';
import { t } from '@/text';
import { Words } from './Words';

/** The words of the turn that runs, for those who read them and those who follow. */
export function ReadAloud({ turn }: { turn: TurnView }) {
  if (!turn.typed || turn.text === undefined) return null;
  return (
    <blockquote class="typed-words" aria-label={t('typed.mark_turn')} data-testid="read-aloud">
      <Words language={turn.language}>{turn.text}</Words>
    </blockquote>
  );
}

/** In the queue everybody sees that a hand is typed; staff can read ahead. */
export function TypedMark({ hand }: { hand: HandView }) {
  return hand.typed ? <span class="chip">{t('typed.mark_hand')}</span> : null;
}

export function ReadAhead({ hand }: { hand: HandView }) {
  if (!hand.typed || hand.text === undefined) return null;
  return (
    <details class="more small" open={hand.position === 1}>
      <summary>{t('typed.read_this', { name: hand.name })}</summary>
      <blockquote class="typed-words">
        <Words language={hand.language}>{hand.text}</Words>
      </blockquote>
    </details>
  );
}
