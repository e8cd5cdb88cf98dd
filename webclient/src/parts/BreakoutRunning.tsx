import { useState } from 'preact/hooks';
import type { BreakoutDesk, BreakoutPerson, BreakoutsView } from '@/core/types';
import { t } from '@/text';
import { countdown } from '@/text/format';
import { ActionButton } from './ActionButton';
import { BreakoutBroadcast } from './BreakoutBroadcast';
import { BreakoutMeetings } from './BreakoutMeetings';
import { BreakoutMove } from './BreakoutMove';
import { BreakoutRebalance } from './BreakoutRebalance';
import { BreakoutUngrouped } from './BreakoutUngrouped';
import { Button } from './Button';
import { useView } from './context';
import { ChoiceField } from './Field';
import { RunningGroup } from './RunningGroup';

interface Props {
  breakouts: BreakoutsView;
  desk: BreakoutDesk;
}

/** The groups at work: one clock for all, the acts that reach everybody, then each group. */
export function BreakoutRunning({ breakouts, desk }: Props) {
  const [moving, setMoving] = useState<BreakoutPerson | null>(null);
  const left = breakouts.remaining_ms;
  const closing = breakouts.status === 'closing';
  return (
    <>
      <div class="card turn running-clock" data-state={left !== null && left <= 0 ? 'over' : 'good'}>
        <p class="turn-clock clock" role="timer" aria-live="off" data-testid="groups-countdown">
          {countdown(left ?? 0)}
        </p>
        <p>{t(closing ? 'running.closing' : left !== null && left <= 0 ? 'running.over' : 'running.left')}</p>
        <div class="stack">
          <ActionButton
            command={{ type: 'breakout.extend', data: { seconds: 60 } }}
            label={t('running.extend_all')}
            testid="extend-all"
          />
          {closing && (
            <ActionButton
              command={{ type: 'breakout.reopen', data: {} }}
              label={t('running.reopen')}
              testid="reopen-groups"
            />
          )}
        </div>
      </div>
      {!closing && <CloseGroups suggested={desk.suggested.closing_seconds} />}
      <BreakoutBroadcast group="all" />
      <BreakoutUngrouped people={desk.ungrouped} move={setMoving} />
      {!closing && <BreakoutRebalance desk={desk} />}
      <ul class="plain-list ruled running-groups">
        {desk.groups.map((group) => (
          <RunningGroup key={group.group} group={group} groups={desk.groups} move={setMoving} />
        ))}
      </ul>
      <BreakoutMeetings desk={desk} />
      {moving !== null && <BreakoutMove person={moving} desk={desk} close={() => setMoving(null)} />}
    </>
  );
}

/** What can be chosen, the session file's own among it; 0 is no countdown. */
export function countdownsFor(suggested: number): number[] {
  return [...new Set([30, 60, 120, suggested])]
    .filter((each) => each > 0)
    .sort((a, b) => a - b)
    .concat(0);
}

const usualCountdown = 60;

/** Everybody is called back, and may finish the sentence. */
function CloseGroups({ suggested }: { suggested: number }) {
  const { breakouts } = useView();
  const [asking, setAsking] = useState(false);
  const [seconds, setSeconds] = useState(String(suggested || usualCountdown));
  if (breakouts.status !== 'open') return null;
  if (!asking) {
    return (
      <div class="row">
        <Button label={t('running.close')} press={() => setAsking(true)} testid="close-groups" />
      </div>
    );
  }
  return (
    <div class="row close-groups">
      <ChoiceField
        label={t('running.close_in')}
        value={seconds}
        choices={countdownsFor(suggested).map((each) => [String(each), countdownName(each)] as const)}
        change={setSeconds}
      />
      <ActionButton
        command={{ type: 'breakout.close', data: { seconds: Number(seconds) } }}
        label={t('running.close_now')}
        kind="primary"
        sent={() => setAsking(false)}
        testid="close-with-countdown"
      />
      <Button label={t('button.cancel')} press={() => setAsking(false)} />
    </div>
  );
}

const countdownName = (seconds: number): string =>
  seconds === 0 ? t('running.at_once') : t('running.seconds', { count: seconds });
