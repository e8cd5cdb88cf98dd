import '@/style/breakout_place.css';
import type { BreakoutsView, DeskGroup } from '@/core/types';
import { t } from '@/text';
import { countdown, timeOfDay } from '@/text/format';
import { ActionButton } from './ActionButton';
import { useView } from './context';
import { groupWithTable } from './group_names';
import { areRunning } from './group_part';
import { Words } from './Words';

/** On every page of staff: that groups run, and which of them wait for a moderator. One press answers. */
export function BreakoutCalls() {
  const { breakouts } = useView();
  if (!areRunning(breakouts)) return null;
  const calls = waitingCalls(breakouts);
  return (
    <>
      <span class="chip clock" data-testid="groups-chip">
        {t(breakouts.status === 'closing' ? 'running.chip_closing' : 'running.chip', {
          time: countdown(breakouts.remaining_ms ?? 0),
        })}
      </span>
      <div class="help-calls" role="alert">
        {calls.map((group) => (
          <Call key={group.group} group={group} />
        ))}
      </div>
    </>
  );
}

/** Oldest first, as the core tells them. */
export function waitingCalls({ desk }: Pick<BreakoutsView, 'desk'>): DeskGroup[] {
  return (desk?.help ?? []).flatMap((id) => desk?.groups.find((group) => group.group === id) ?? []);
}

function Call({ group }: { group: DeskGroup }) {
  return (
    <div class="help-call" data-testid={`help-${group.group}`}>
      <p>
        <strong>{t('help.group_calls', { group: groupWithTable(group) })}</strong>{' '}
        {group.help !== null && group.help.reason !== '' && <Words>{group.help.reason}</Words>}{' '}
        {group.help !== null && (
          <span class="small">
            {group.help.by_name !== '' && `${group.help.by_name} · `}
            <span class="clock">{timeOfDay(group.help.at_ms)}</span>
          </span>
        )}
      </p>
      <ActionButton
        command={{ type: 'breakout.answer_call', data: { group: group.group } }}
        label={t('help.answer')}
        kind="primary"
        about={groupWithTable(group)}
      />
    </div>
  );
}
