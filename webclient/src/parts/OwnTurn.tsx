import { t } from '@/text';
import { countdown } from '@/text/format';
import { ActionButton } from './ActionButton';
import { useView } from './context';
import { ReadAloud } from './ReadAloud';

/** The own clock, as large as the screen allows, for whoever speaks now or has words that are read. */
export function OwnTurn() {
  const { turn } = useView().floor;
  if (turn === null || !turn.mine) return null;
  const time = countdown(turn.remaining_ms);
  const state = turn.remaining_ms <= 0 ? 'over' : turn.remaining_ms <= 30_000 ? 'short' : 'good';
  const title = turn.typed ? t('typed.yours_now') : t('turn.yours');
  return (
    <section class="card own-turn" data-state={state} data-testid="turn" aria-label={title}>
      <h2>{title}</h2>
      <p class="own-countdown" data-long={time.length > 4} role="timer" aria-live="off" data-testid="countdown">
        {time}
      </p>
      <p class="quiet">
        {turn.remaining_ms <= 0 && !turn.typed
          ? t('turn.please_finish')
          : turn.paused
            ? t('turn.paused')
            : t('turn.of', { time: countdown(turn.planned_ms) })}
      </p>
      <ReadAloud turn={turn} />
      <ActionButton command={{ type: 'floor.yield', data: {} }} label={t('turn.yield')} kind="primary" />
    </section>
  );
}
