import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { BreakoutPerson } from '@/core/types';
import { t } from '@/text';
import { type Dragging, dragProps } from './move_costs';
import { RowGone } from './row_gone';
import { Words } from './Words';

interface Props {
  person: BreakoutPerson;
  move: (person: BreakoutPerson) => void;
  dragged?: Dragging | undefined;
  children?: ComponentChildren;
}

/** A person of a group, by name: pressed to be moved, or dragged. */
export function MovablePerson({ person, move, dragged, children }: Props) {
  const gone = useContext(RowGone);
  return (
    <li
      class="plan-person"
      data-left={person.left}
      data-testid={`plan-person-${person.person}`}
      {...dragProps(person, dragged)}
    >
      <button
        type="button"
        class="person-button"
        aria-disabled={gone}
        aria-label={`${person.name}: ${t('move.open')}`}
        onClick={() => {
          if (!gone) move(person);
        }}
      >
        <Words>{person.name}</Words>
      </button>
      {children}
      {person.left && <span class="chip">{t('plan.left')}</span>}
    </li>
  );
}
