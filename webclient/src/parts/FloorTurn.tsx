import { t } from '@/text';
import { countdown } from '@/text/format';
import { reasonFor } from '@/text/reasons';
import { ActionButton } from './ActionButton';
import { CuesToSpeaker } from './Cues';
import { useRoundtable, useView } from './context';
import { aboutPerson, PersonName } from './Person';
import { ReadAloud } from './ReadAloud';
import { keyOf } from './shortcuts';
import { headOfTurn } from './turn_words';

/** Who holds the floor, on one clock, with the two acts that a turn needs. */
export function FloorTurn() {
  const { agenda, floor } = useView();
  const { turn } = floor;
  if (turn === null) {
    return (
      <div class="card turn empty" data-testid="no-turn">
        <p class="quiet">{t('floor.nobody_speaks')}</p>
      </div>
    );
  }
  const state = turn.remaining_ms <= 0 ? 'over' : turn.remaining_ms <= 30_000 ? 'short' : 'good';
  return (
    <div class="card turn" data-state={state} data-kind={turn.kind} data-testid="turn">
      <span class="turn-clock" role="timer" aria-live="off" data-testid="countdown">
        {countdown(turn.remaining_ms)}
      </span>
      <div class="turn-who">
        <p class="large-name">
          <PersonName name={turn.name} group={turn.stakeholder_group} guest={turn.guest} />
          {turn.paused && <span class="chip">{t('turn.paused')}</span>}
        </p>
        <p class="quiet small">{aboutPerson(turn)}</p>
        <p class="quiet small">
          {turn.typed && `${headOfTurn(turn, agenda)} · `}
          {turn.kind === 'intervention' ? reasonFor(turn) : headOfTurn(turn, agenda)}
          {turn.first_time && ` · ${t('floor.first_time')}`}
          {!turn.charged && turn.kind !== 'talk' && ` · ${t('floor.not_charged')}`}
        </p>
      </div>
      <div class="turn-acts">
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
        <PauseTurn paused={turn.paused} />
        {turn.kind !== 'talk' && (
          <ActionButton
            command={{ type: 'floor.did_not_speak', data: {} }}
            label={t('turn.did_not_speak')}
            shortcut={keyOf.did_not_speak}
          />
        )}
      </div>
      <ReadAloud turn={turn} />
      <CuesToSpeaker person={turn.person} name={turn.name} />
    </div>
  );
}

/** A turn that stands still with the whole part goes on with it, not by itself. */
function PauseTurn({ paused }: { paused: boolean }) {
  const { live } = useRoundtable();
  const resume = { type: 'floor.resume', data: {} } as const;
  const isOwn = paused && live.check(resume) === null;
  return (
    <ActionButton
      command={isOwn ? resume : { type: 'floor.pause', data: {} }}
      label={isOwn ? t('turn.resume') : t('turn.pause')}
      shortcut={keyOf.pause_turn}
      testid="turn-pause"
    />
  );
}
