import type { View } from '@/core/types';
import { t } from '@/text';
import { policyName } from '@/text/policies';
import { reasonFor } from '@/text/reasons';
import { GroupTag } from './GroupTag';
import { DisplayTalks } from './TalksNext';
import { talksComeNext } from './talks';
import { Words } from './Words';
import { waitingHands } from './waiting';

const shownAtMost = 3;

/** Who comes next, and why: the reason is always on screen. */
export function DisplayNext({ view }: { view: View }) {
  const queue = waitingHands(view.floor);
  const { mode, turn, policy } = view.floor;
  if (talksComeNext(view)) return <DisplayTalks />;
  return (
    <section class="display-next" aria-label={t('display.next')}>
      <h2 class="display-quiet">
        {t('display.next')} · {policyName(policy)}
        {mode !== 'open' && turn !== null && ` · ${t(`display.floor_${mode}`)}`}
      </h2>
      {queue.length === 0 && (
        <p class="display-empty">{t(mode === 'closed' ? 'display.nobody_waits_closed' : 'display.nobody_waits')}</p>
      )}
      <ol class="plain-list">
        {queue.slice(0, shownAtMost).map((hand) => (
          <li key={hand.hand} data-testid={`hand-${hand.hand}`}>
            <span class="display-place">{hand.position}</span>
            <div>
              <p class="display-next-name">
                <Words>{hand.name}</Words>
              </p>
              <p class="display-reason">
                <GroupTag group={hand.stakeholder_group} /> {reasonFor(hand)}
                {hand.typed && ` · ${t('typed.mark_hand')}`}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {queue.length > shownAtMost && (
        <p class="display-quiet">{t('display.more_wait', { count: queue.length - shownAtMost })}</p>
      )}
    </section>
  );
}
