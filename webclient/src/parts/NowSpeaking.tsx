import { t } from '@/text';
import { countdown } from '@/text/format';
import { modalityName } from '@/text/reasons';
import { useView } from './context';
import { PersonName } from './Person';
import { ReadAloud } from './ReadAloud';
import { TalksNext } from './TalksNext';
import { talksComeNext } from './talks';
import { headOfTurn } from './turn_words';
import { firstWaiting } from './waiting';

export function NowSpeaking() {
  const view = useView();
  const { floor, session, agenda } = view;
  const turn = floor.turn;
  if (session.status !== 'running' || turn?.mine) return null;
  const first = firstWaiting(floor);
  return (
    <section
      class="card speaking"
      aria-label={t('floor.now_speaking')}
      data-testid={turn === null ? 'no-turn' : 'turn'}
    >
      <h2 class="eyebrow">
        {turn === null ? t('floor.now_speaking') : headOfTurn(turn, agenda)}
        {turn !== null && turn.modality !== 'not_stated' && ` · ${modalityName(turn.modality)}`}
      </h2>
      {turn === null ? (
        <p class="quiet">{t('floor.nobody_speaks')}</p>
      ) : (
        <div class="split">
          <p class="large-name">
            <PersonName name={turn.name} group={turn.stakeholder_group} />
          </p>
          <span class="clock quiet" role="timer" aria-live="off" data-testid="countdown">
            {turn.paused && `${t('turn.paused')} · `}
            {countdown(turn.remaining_ms)}
          </span>
        </div>
      )}
      {turn !== null && <ReadAloud turn={turn} />}
      {talksComeNext(view) ? (
        <TalksNext />
      ) : first !== undefined && !first.mine ? (
        <p class="quiet">
          {t('floor.then')} <PersonName name={first.name} group={first.stakeholder_group} />
        </p>
      ) : null}
    </section>
  );
}
