import { t } from '@/text';
import { Button } from './Button';
import { useRoundtable } from './context';

/** Small and quiet while all is well, never silent when it is not. */
export function ConnectionState() {
  const { live } = useRoundtable();
  const connection = live.connection.value;
  const waiting = live.waiting.value.length;
  return (
    <span class="connection" data-state={connection} data-testid="connection-state" role="status">
      <span class="connection-dot" aria-hidden="true" />
      {t(`connection.${connection}`)}
      {waiting > 0 && connection !== 'live' && <span> · {t('connection.waiting', { count: waiting })}</span>}
    </span>
  );
}

/** States in which this page can do nothing more by itself, each with the one way out. */
export function ConnectionEnd() {
  const { live, joinAgain } = useRoundtable();
  const connection = live.connection.value;
  if (connection === 'expired') return <End text={t('end.expired')} label={t('end.join_again')} act={joinAgain} />;
  if (connection === 'removed' || connection === 'renewed') return <End text={t(`end.${connection}`)} />;
  if (connection === 'replaced' || connection === 'refused' || connection === 'reload') {
    return <End text={t(`end.${connection}`)} label={t('end.reload')} act={() => location.reload()} />;
  }
  return null;
}

function End({ text, label, act }: { text: string; label?: string; act?: () => void }) {
  return (
    <div class="end" role="alert">
      <p>{text}</p>
      {label !== undefined && act !== undefined && <Button kind="primary" label={label} press={act} />}
    </div>
  );
}
