import { t } from '@/text';
import { countdown } from '@/text/format';
import { guestName } from '@/text/guests';
import { modalityName } from '@/text/reasons';
import { ConnectionState } from './ConnectionState';
import { useView } from './context';
import { PhaseProgress } from './PhaseProgress';
import { RolePages } from './RolePages';
import { Words } from './Words';

export function AttendeeHead({ correct }: { correct: () => void }) {
  const { agenda, session, me } = useView();
  const index = agenda.phases.findIndex((phase) => phase.phase === agenda.current);
  const phase = agenda.phases[index];
  const modality = me.profile?.modality ?? 'not_stated';
  return (
    <header class="attendee-head">
      <div class="split small">
        <span class="quiet">
          {phase === undefined
            ? t(session.status === 'closed' ? 'phase.closed' : 'phase.not_running')
            : t('phase.number', { number: index + 1, total: agenda.phases.length })}
          {phase !== undefined && agenda.remaining_ms !== null && (
            <span class="clock">
              {' · '}
              {agenda.paused ? t('phase.paused') : t('phase.left', { time: countdown(agenda.remaining_ms) })}
            </span>
          )}
        </span>
        {me.profile !== null && (
          <button type="button" class="me" onClick={correct} data-testid="own-profile">
            <Words>{me.profile.name}</Words>
            {modality !== 'not_stated' && ` · ${modalityName(modality)}`}
            <span class="heard-only"> {t('profile.correct')}</span>
          </button>
        )}
      </div>
      <div class="split">
        <h1>
          <Words>{phase?.title ?? session.title}</Words>
        </h1>
        <ConnectionState />
      </div>
      {me.guest !== null && (
        <p class="quiet small" data-testid="own-guest">
          {t('guest.yours', { name: guestName(me.guest) })}
        </p>
      )}
      <RolePages />
      {phase !== undefined && <PhaseProgress phase={phase} label={t('phase.progress')} />}
    </header>
  );
}
