import '@/style/breakout_place.css';
import type { BreakoutsView } from '@/core/types';
import { t } from '@/text';
import { countdown } from '@/text/format';
import { Button } from './Button';
import { useView } from './context';
import { groupWithTable } from './group_names';
import { areRunning, partShown, showPart } from './group_part';
import { laterPart } from './LaterPart';

const GroupPage = laterPart(() => import('./GroupPage').then((file) => file.GroupPage));
const TopicWishes = laterPart(() => import('./TopicWishes').then((file) => file.TopicWishes));
const BreakoutChoice = laterPart(() => import('./BreakoutChoice').then((file) => file.BreakoutChoice));

/** What an attendee's page has of breakout groups: nothing, the own group in place of the plenary, or the way into one. */
export function BreakoutPlace() {
  const { breakouts } = useView();
  const { mine } = breakouts;
  if (mine !== null && partShown(breakouts) === 'group') return <GroupPage />;
  return (
    <>
      {breakouts.offer !== null && <TopicWishes offer={breakouts.offer} />}
      {mine !== null ? <WayToGroup breakouts={breakouts} /> : areRunning(breakouts) && <BreakoutChoice />}
    </>
  );
}

/** While the plenary is in sight: where the own group is, and that its points can still be written. */
function WayToGroup({ breakouts }: { breakouts: BreakoutsView }) {
  const { mine } = breakouts;
  if (mine === null) return null;
  const runs = areRunning(breakouts);
  if (!runs && !mine.can_write) return null;
  return (
    <section class="card group-way" data-strong={runs} aria-label={t('group.title')} data-testid="way-to-group">
      <p>
        <strong>{runs ? t('group.yours', { group: groupWithTable(mine) }) : t('group.are_closed')}</strong>
        {runs && mine.remaining_ms !== null && (
          <span class="clock"> · {t('phase.left', { time: countdown(mine.remaining_ms) })}</span>
        )}
      </p>
      {!runs && <p class="quiet">{t('group.closed_hint')}</p>}
      <Button
        kind={runs ? 'primary' : 'plain'}
        label={t(runs ? 'group.to_group' : 'group.to_points')}
        press={() => showPart(breakouts, 'group')}
        testid="to-group"
      />
    </section>
  );
}
