import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { useView } from './context';

/** Starts a rehearsal before the session's start, and ends it. */
export function RehearsalButtons() {
  const { session, agenda } = useView();
  if (session.stage === 'rehearsal') {
    return (
      <ActionButton
        command={{ type: 'rehearsal.end', data: {} }}
        label={t('rehearsal.end')}
        kind="danger"
        confirm={() => window.confirm(t('rehearsal.end_confirm'))}
        testid="rehearsal-end"
      />
    );
  }
  if (session.status !== 'prepared' || agenda.current !== null) return null;
  return (
    <ActionButton
      command={{ type: 'rehearsal.start', data: {} }}
      label={t('rehearsal.start')}
      testid="rehearsal-start"
    />
  );
}
