import { useState } from 'preact/hooks';
import type { BreakoutsView, DeskGroup } from '@/core/types';
import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { useView } from './context';
import { TextField } from './Field';
import { GroupPoints } from './GroupPoints';
import { groupWithTitle } from './group_names';

/** The groups are back: what they bring, a slot for each, and the way back for those who need more time. */
export function BreakoutClosed({ breakouts }: { breakouts: BreakoutsView }) {
  const { desk } = breakouts;
  if (desk === null) return null;
  return (
    <>
      <p>{t('closed_groups.hint')}</p>
      <div class="row">
        <ActionButton
          command={{ type: 'breakout.reopen', data: {} }}
          label={t('running.reopen')}
          testid="reopen-groups"
        />
      </div>
      <ReportBack whole={desk.suggested.report_seconds} groups={breakouts.groups.length} />
      {!desk.planned && <Cards groups={desk.groups} />}
    </>
  );
}

/** A plan that waits has groups of its own in the desk: the points are those of the groups that were. */
function Cards({ groups }: { groups: readonly DeskGroup[] }) {
  const { breakouts } = useView();
  const shown = breakouts.card?.group ?? null;
  return (
    <ul class="plain-list ruled">
      {groups.map((group) => (
        <li key={group.group} data-testid={`group-${group.group}`}>
          <div class="stack">
            <details class="more">
              <summary>
                {groupWithTitle(group)} · {t('note.count', { count: group.notes.length })}
              </summary>
              <GroupPoints notes={group.notes} />
            </details>
            <ActionButton
              command={{ type: 'breakout.show', data: { group: shown === group.group ? null : group.group } }}
              label={t(shown === group.group ? 'closed_groups.take_down' : 'closed_groups.show')}
              about={groupWithTitle(group)}
              pressed={shown === group.group}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}

const usualSeconds = 120;

/** What the session file keeps for all of them, in equal parts of whole tens of seconds. */
export const secondsEach = (whole: number, groups: number): number =>
  whole > 0 && groups > 0 ? Math.max(10, Math.floor(whole / groups / 10) * 10) : usualSeconds;

function ReportBack({ whole, groups }: { whole: number; groups: number }) {
  const [minutes, setMinutes] = useState(String(secondsEach(whole, groups) / 60));
  const value = Number(minutes.replace(',', '.'));
  const seconds = Number.isFinite(value) && value > 0 && value <= 60 ? Math.round(value * 60) : null;
  return (
    <div class="row report-back">
      <TextField label={t('closed_groups.minutes')} value={minutes} change={setMinutes} limit={4} />
      {seconds !== null && (
        <ActionButton
          command={{ type: 'breakout.report_back', data: { seconds } }}
          label={t('closed_groups.report')}
          kind="primary"
          testid="report-back"
        />
      )}
    </div>
  );
}
