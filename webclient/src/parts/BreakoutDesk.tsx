import '@/style/breakouts.css';
import type { BreakoutsView } from '@/core/types';
import { t } from '@/text';
import { BreakoutClosed } from './BreakoutClosed';
import { BreakoutPlan } from './BreakoutPlan';
import { BreakoutRunning } from './BreakoutRunning';
import { BreakoutStart } from './BreakoutStart';
import { BreakoutTicks } from './BreakoutTicks';
import { useView } from './context';
import { roundWords } from './group_names';
import { areRunning } from './group_part';
import { PlanClashes } from './PlanClashes';

/** The moderators' desk of the groups: what is suggested, what is planned, what runs, what comes back. */
export function BreakoutDesk() {
  const { breakouts, session, me } = useView();
  const { desk } = breakouts;
  if (desk === null || session.status === 'closed') return null;
  const ticks = areRunning(breakouts) ? <BreakoutTicks ticks={desk.ticks} /> : null;
  // Moving people in the call is the online moderator's work.
  const ticksFirst = me.roles.includes('online_moderator') && !me.roles.includes('moderator');
  const round = breakouts.round > 0 ? roundWords(breakouts) : null;
  return (
    <section class="panel breakout-desk" aria-labelledby="breakout-title" data-testid="breakout-desk">
      <h2 id="breakout-title" class="eyebrow">
        {t('breakout.title')}
        {round !== null && ` · ${round}`}
      </h2>
      <PlanClashes />
      {ticksFirst && ticks}
      <Stage breakouts={breakouts} />
      {!ticksFirst && ticks}
    </section>
  );
}

function Stage({ breakouts }: { breakouts: BreakoutsView }) {
  const { desk } = breakouts;
  if (desk === null) return null;
  if (areRunning(breakouts)) return <BreakoutRunning breakouts={breakouts} desk={desk} />;
  const closed = breakouts.status === 'closed' && <BreakoutClosed breakouts={breakouts} />;
  if (desk.planned) {
    return (
      <>
        <BreakoutPlan breakouts={breakouts} desk={desk} />
        {closed}
      </>
    );
  }
  return (
    <>
      {closed}
      <BreakoutStart desk={desk} />
    </>
  );
}
