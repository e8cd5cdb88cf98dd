import type { BreakoutDesk, BreakoutPerson } from '@/core/types';
import { t } from '@/text';
import { MovablePerson } from './MovablePerson';
import type { Dragging } from './move_costs';
import { Gone, StillList, StillNews, useStill } from './StillList';

interface Props {
  people: BreakoutDesk['ungrouped'];
  move: (person: BreakoutPerson) => void;
  dragged?: Dragging;
}

/** People who are here and in no group; who chose the plenary comes last. */
export function BreakoutUngrouped({ people, move, dragged }: Props) {
  const sorted = [...people].sort((a, b) => Number(a.plenary) - Number(b.plenary));
  const still = useStill(sorted, (person) => person.person);
  if (people.length === 0 && still.rows.length === 0) return null;
  return (
    <section class="ungrouped" aria-labelledby="ungrouped-title" data-testid="ungrouped">
      <div class="split still-head">
        <h3 id="ungrouped-title" class="eyebrow">
          {t('ungrouped.title', { count: people.length })}
        </h3>
        <StillNews still={still} />
      </div>
      <StillList still={still} class="plain-list plan-people in-columns">
        {(person) => (
          <MovablePerson person={person} move={move} dragged={dragged}>
            <Gone />
            {person.plenary && <span class="chip">{t('ungrouped.plenary')}</span>}
          </MovablePerson>
        )}
      </StillList>
    </section>
  );
}
