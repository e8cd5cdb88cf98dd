import '@/style/reading.css';
import type { TurnView } from '@/core/types';
import { t } from '@/text';
import { Words } from './Words';

/** The words that staff read aloud, beside the name of whose they are: one text at a time is on the wall. */
export function DisplayReading({ turn }: { turn: TurnView }) {
  const text = turn.text ?? '';
  return (
    <section class="display-reading" aria-label={t('typed.mark_turn')} data-testid="reading">
      <p class="display-reading-text" data-long={text.length > 400}>
        <Words language={turn.language}>{text}</Words>
      </p>
    </section>
  );
}
