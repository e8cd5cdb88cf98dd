import '@/style/reading.css';
import type { TurnView } from '@/core/types';
import { t } from '@/text';
import { useFittedText } from './fit_text';
import type { OnScreen } from './screen_shows';
import { Words } from './Words';

const sizes = { most: 4, least: 1.8 };

/** The words that staff read aloud, beside the name of whose they are: one text at a time is on the wall. */
export function DisplayReading({ turn }: { turn: TurnView }) {
  const text = turn.text ?? '';
  const box = useFittedText<HTMLElement>(text, sizes);
  return (
    <section ref={box} class="display-reading" aria-label={t('typed.mark_turn')} data-testid="reading">
      <p class="display-reading-text">
        <Words language={turn.language}>{text}</Words>
      </p>
    </section>
  );
}

/** A takeaway with a text too long for the strip below. */
export function DisplayTakeaway({ shown }: { shown: OnScreen }) {
  const box = useFittedText<HTMLElement>(`${shown.text}\n${shown.body}`, sizes);
  const heading = t(`takeaway_kind.${shown.of ?? 'takeaway'}`);
  return (
    <section ref={box} class="display-reading" aria-label={heading} data-testid="screen-takeaway">
      <p class="display-quiet">{heading}</p>
      <h2 class="display-reading-title">
        <Words language={shown.language}>{shown.text}</Words>
      </h2>
      <p class="display-reading-text">
        <Words language={shown.language}>{shown.body ?? ''}</Words>
      </p>
    </section>
  );
}
