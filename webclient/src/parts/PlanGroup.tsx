import { useState } from 'preact/hooks';
import type { BreakoutPerson, DeskGroup } from '@/core/types';
import { t } from '@/text';
import { BreakoutBalance } from './BreakoutBalance';
import { BreakoutCallRoom } from './BreakoutCallRoom';
import { costWords, standingOf } from './breakout_words';
import { useRoundtable } from './context';
import { groupWithTable } from './group_names';
import { MovablePerson } from './MovablePerson';
import type { Dragging } from './move_costs';
import { Words } from './Words';

interface Props {
  group: DeskGroup;
  move: (person: BreakoutPerson) => void;
  dragged: Dragging;
}

/** One group of the plan: who is in it, and how it stands against the room. People can be dropped here. */
export function PlanGroup({ group, move, dragged }: Props) {
  const { live } = useRoundtable();
  const [over, setOver] = useState(false);
  const isTarget = dragged.person !== null && !group.people.some((person) => person.person === dragged.person);
  const cost = isTarget ? dragged.costs?.get(group.group) : undefined;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (dragged.person !== null && isTarget) {
      live.send({ type: 'breakout.move', data: { person: dragged.person, group: group.group } });
    }
    dragged.end();
  };
  return (
    <li
      class="card plan-group"
      data-over={over && isTarget}
      data-testid={`plan-group-${group.group}`}
      onDragOver={(event) => {
        if (!isTarget) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h3>
        {groupWithTable(group)}
        {group.title !== '' && (
          <>
            {' · '}
            <Words>{group.title}</Words>
          </>
        )}
      </h3>
      <p class="quiet small">
        {t('group.people', { count: group.size })} · {t('present.onsite', { count: group.onsite })} ·{' '}
        {t('present.online', { count: group.online })}
      </p>
      <p class="plan-standing small">{standingWords(group)}</p>
      {cost !== undefined && <p class="plan-cost small">{costWords(cost)}</p>}
      <BreakoutBalance balance={group.balance} about={groupWithTable(group)} />
      <ul class="plain-list plan-people">
        {group.people.map((person) => (
          <MovablePerson key={person.person} person={person} move={move} dragged={dragged}>
            {group.host?.person === person.person && <span class="chip">{t('group_role.host')}</span>}
          </MovablePerson>
        ))}
      </ul>
      <BreakoutCallRoom group={group} />
    </li>
  );
}

/** "Even: stakeholder group, region. In the room or online: 1.3 off." */
function standingWords(group: DeskGroup): string {
  return group.balance.map((each) => `${t(`attribute.${each.by}`)}: ${standingOf(each)}`).join(' · ');
}
