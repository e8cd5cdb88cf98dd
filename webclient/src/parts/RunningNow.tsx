import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { useView } from './context';
import { keyOf } from './shortcuts';

/** Which moderator runs the session now, and the one key by which another takes over. */
export function RunningNow() {
  const { chair, session } = useView();
  if (session.status === 'closed') return null;
  return (
    <span class="row small running-now" data-testid="running-now">
      {chair !== null && (
        <span class="chip" role="status">
          {chair.mine ? t('chair.you') : t('chair.running', { name: chair.name })}
        </span>
      )}
      {chair?.mine !== true && (
        <ActionButton
          command={{ type: 'chair.take', data: {} }}
          label={t('chair.take')}
          shortcut={keyOf.take_over}
          testid="take-over"
        />
      )}
    </span>
  );
}
