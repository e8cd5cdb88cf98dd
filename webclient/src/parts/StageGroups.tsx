import { t } from '@/text';
import { countdown } from '@/text/format';
import { ActionButton } from './ActionButton';
import { useView } from './context';
import { areRunning } from './group_part';

/** On a small screen of staff: the groups' clock under the thumb, and a minute more. */
export function StageGroups() {
  const { breakouts } = useView();
  if (!areRunning(breakouts)) return null;
  return (
    <div class="stage-row" data-testid="stage-groups">
      <span class="stage-words">
        <strong class="clock">{countdown(breakouts.remaining_ms ?? 0)}</strong>{' '}
        {t(breakouts.status === 'closing' ? 'running.closing' : 'running.left')}
      </span>
      <ActionButton command={{ type: 'breakout.extend', data: { seconds: 60 } }} label={t('running.extend_all')} />
    </div>
  );
}
