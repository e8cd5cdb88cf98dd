import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { useView } from './context';
import { keyOf } from './shortcuts';

/** Which moderator runs the session now. */
export function RunningNow() {
  const { chair, session } = useView();
  if (chair === null || session.status === 'closed') return null;
  return (
    <span class="chip" role="status" data-testid="running-now">
      {chair.mine ? t('chair.you') : t('chair.running', { name: chair.name })}
    </span>
  );
}

/** The one key by which another moderator goes on. */
export function TakeOver() {
  const { chair, session, me } = useView();
  if (session.status === 'closed' || chair?.mine === true || !me.may.includes('chair.take')) return null;
  return (
    <ActionButton
      command={{ type: 'chair.take', data: {} }}
      label={t('chair.take')}
      shortcut={keyOf.take_over}
      testid="take-over"
    />
  );
}
