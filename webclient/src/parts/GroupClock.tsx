import type { GroupInside } from '@/core/types';
import { t } from '@/text';
import { countdown } from '@/text/format';
import { useView } from './context';

/** How long the group still has; in closing, how long until everybody is back. Nobody is cut off: words are kept. */
export function GroupClock({ inside }: { inside: Pick<GroupInside, 'remaining_ms'> }) {
  const { breakouts } = useView();
  const left = inside.remaining_ms;
  if (left === null) return null;
  const closing = breakouts.status === 'closing';
  const state = closing ? 'closing' : left <= 0 ? 'over' : left <= 60_000 ? 'short' : 'good';
  return (
    <p class="group-clock" data-state={state} data-testid="group-clock">
      <strong class="clock" role="timer" aria-live="off">
        {countdown(left)}
      </strong>{' '}
      {t(closing ? 'group.closing' : left <= 0 ? 'group.over' : 'group.left')}
    </p>
  );
}
