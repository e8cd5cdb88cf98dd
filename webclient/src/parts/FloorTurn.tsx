import { t } from '@/text';
import { countdown } from '@/text/format';
import { reasonFor } from '@/text/reasons';
import { ActionButton } from './ActionButton';
import { useView } from './context';
import { aboutPerson, PersonName } from './Person';
import { keyOf } from './shortcuts';

/** Who holds the floor, on one clock, with the two acts that a turn needs. */
export function FloorTurn() {
  const { turn } = useView().floor;
  if (turn === null) {
    return (
      <div class="card turn empty" data-testid="no-turn">
        <p class="quiet">{t('floor.nobody_speaks')}</p>
      </div>
    );
  }
  const state = turn.remaining_ms <= 0 ? 'over' : turn.remaining_ms <= 30_000 ? 'short' : 'good';
  return (
    <div class="card turn" data-state={state} data-testid="turn">
      <span class="turn-clock" role="timer" aria-live="off" data-testid="countdown">
        {countdown(turn.remaining_ms)}
      </span>
      <div class="turn-who">
        <p class="large-name">
          <PersonName name={turn.name} group={turn.stakeholder_group} guest={turn.guest} />
        </p>
        <p class="quiet small">{aboutPerson(turn)}</p>
        <p class="quiet small">
          {reasonFor(turn)}
          {turn.first_time && ` · ${t('floor.first_time')}`}
          {!turn.charged && ` · ${t('floor.not_charged')}`}
        </p>
      </div>
      <div class="stack">
        <ActionButton
          command={{ type: 'floor.end', data: {} }}
          label={t('turn.end')}
          kind="primary"
          shortcut={keyOf.end_turn}
        />
        <ActionButton
          command={{ type: 'floor.extend', data: { seconds: 30 } }}
          label={t('turn.extend')}
          shortcut={keyOf.more_time}
        />
      </div>
    </div>
  );
}
