import { t } from '@/text';
import { countdown, dateAndTime } from '@/text/format';
import { useView } from './context';
import { Words } from './Words';

/** What to know while nobody speaks: before the start, in a break, after the close. */
export function SessionCard() {
  const { focus, session, agenda, now_ms } = useView();
  if (focus === 'closed') {
    return (
      <section class="card strong" data-testid="state-closed">
        <h2>{t('state.closed')}</h2>
        <p>{t('state.closed_hint')}</p>
      </section>
    );
  }
  if (focus === 'break') {
    return (
      <section class="card strong" data-testid="state-break">
        <h2>{t('state.break')}</h2>
        {agenda.remaining_ms !== null && (
          <p class="own-countdown" data-long="true">
            {countdown(agenda.remaining_ms)}
          </p>
        )}
        <p class="quiet">{t('state.break_hint')}</p>
      </section>
    );
  }
  return (
    <section class="card strong" data-testid="state-lobby">
      <h2>{t(session.stage === 'prepared' ? 'state.prepared' : 'state.lobby')}</h2>
      <p>{dateAndTime(session.starts_at_ms)}</p>
      {session.stage === 'lobby' && (
        <p class="strong clock" data-testid="begins-in">
          {now_ms < session.starts_at_ms
            ? t('state.begins_in', { time: countdown(session.starts_at_ms - now_ms) })
            : t('state.begins_now')}
        </p>
      )}
      <p class="quiet">{t(session.stage === 'prepared' ? 'state.prepared_hint' : 'state.lobby_hint')}</p>
      <details class="more">
        <summary>{t('session.about')}</summary>
        <p>
          <Words>{session.description}</Words>
        </p>
        {session.policy_questions.length > 0 && (
          <ol>
            {session.policy_questions.map((question) => (
              <li key={question}>
                <Words>{question}</Words>
              </li>
            ))}
          </ol>
        )}
      </details>
    </section>
  );
}
