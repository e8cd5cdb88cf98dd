import { useState } from 'preact/hooks';
import type { BreakoutDesk, BreakoutPerson, BreakoutsView } from '@/core/types';
import { askForPlan, isPlanning } from '@/link/group_plan';
import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { BreakoutMeetings } from './BreakoutMeetings';
import { BreakoutMove } from './BreakoutMove';
import { BreakoutOptionsDialog } from './BreakoutOptionsDialog';
import { BreakoutUngrouped } from './BreakoutUngrouped';
import { Button } from './Button';
import { planSummary } from './breakout_words';
import { useRoundtable } from './context';
import { TextField } from './Field';
import { planAgain } from './kept_options';
import { useDraggedPerson } from './move_costs';
import { PlanGroup } from './PlanGroup';

interface Props {
  breakouts: BreakoutsView;
  desk: BreakoutDesk;
}

/** The plan before anyone is moved: each group beside the room, what a change would cost, and the second of the two clicks. */
export function BreakoutPlan({ breakouts, desk }: Props) {
  const { live } = useRoundtable();
  const [moving, setMoving] = useState<BreakoutPerson | null>(null);
  const [open, setOpen] = useState(false);
  const dragged = useDraggedPerson();
  const next = breakouts.rounds > 1 && breakouts.round > 0 && breakouts.round < breakouts.rounds;
  const again = () => askForPlan(live, planAgain(Math.floor(Math.random() * 1_000_000)));
  const planning = isPlanning(live);
  return (
    <>
      {next && <p>{t('plan.next_round', { round: breakouts.round + 1, rounds: breakouts.rounds })}</p>}
      <p class="plan-summary" data-testid="plan-summary">
        {planSummary(desk)}
      </p>
      <OpenGroups seconds={desk.suggested.seconds} />
      <div class="row">
        <Button
          label={t(planning ? 'breakout.planning' : 'plan.again')}
          disabled={planning}
          press={again}
          testid="plan-again"
        />
        <Button label={t('breakout.options')} press={() => setOpen(true)} />
      </div>
      <p class="hint">{t('move.how')}</p>
      <BreakoutUngrouped people={desk.ungrouped} move={setMoving} dragged={dragged} />
      <ul class="plain-list plan-groups">
        {desk.groups.map((group) => (
          <PlanGroup key={group.group} group={group} move={setMoving} dragged={dragged} />
        ))}
      </ul>
      <BreakoutMeetings desk={desk} />
      {moving !== null && <BreakoutMove person={moving} desk={desk} close={() => setMoving(null)} />}
      {open && <BreakoutOptionsDialog desk={desk} close={() => setOpen(false)} />}
    </>
  );
}

const minutesAtMost = 720;

/** Whole or half minutes; null: no length. */
export function secondsOf(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'));
  if (text.trim() === '' || !Number.isFinite(value) || value < 0.5 || value > minutesAtMost) return null;
  return Math.round(value * 60);
}

const usualSeconds = 600;

function OpenGroups({ seconds }: { seconds: number }) {
  const [minutes, setMinutes] = useState(String((seconds || usualSeconds) / 60));
  const wanted = secondsOf(minutes);
  return (
    <div class="row open-groups">
      <TextField label={t('talk.minutes')} value={minutes} change={setMinutes} limit={5} />
      {wanted === null ? (
        <p class="fault">{t('option_fault.minutes')}</p>
      ) : (
        <ActionButton
          command={{ type: 'breakout.open', data: { seconds: wanted } }}
          label={t('plan.open')}
          kind="primary"
          testid="open-groups"
        />
      )}
    </div>
  );
}
