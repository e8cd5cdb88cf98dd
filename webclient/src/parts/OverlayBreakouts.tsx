import type { BreakoutsView } from '@/core/types';
import { t } from '@/text';
import { countdown } from '@/text/format';
import { areRunning } from './group_part';

/** One line for those who watch the stream meanwhile. */
export function OverlayBreakouts({ breakouts }: { breakouts: BreakoutsView }) {
  if (!areRunning(breakouts)) return null;
  return (
    <p class="overlay-turn" data-testid="overlay-groups">
      {t(breakouts.status === 'closing' ? 'overlay_groups.closing' : 'overlay_groups.open', {
        count: breakouts.groups.length,
      })}
      <span class="clock overlay-quiet">{countdown(breakouts.remaining_ms ?? 0)}</span>
    </p>
  );
}
