import { useMemo, useState } from 'preact/hooks';
import type { BreakoutPerson, Id, MoveCost } from '@/core/types';
import { useRoundtable, useView } from './context';

/** What moving somebody to each group would cost, as things stand now; null: not known here. */
export function useMoveCosts(person: Id | null): ReadonlyMap<Id, MoveCost> | null {
  const { live } = useRoundtable();
  const { desk } = useView().breakouts;
  // Who sits where is all that the costs depend on; clocks are not.
  const seats = desk?.groups.map((group) => group.people.map((each) => each.person).join()).join(';');
  return useMemo(() => {
    const costs = person === null ? null : live.moveCosts(person);
    return costs === null || costs.length === 0 ? null : new Map(costs.map((cost) => [cost.group, cost]));
  }, [live, person, seats]);
}

export interface Dragging {
  person: Id | null;
  start: (person: Id) => void;
  end: () => void;
  costs: ReadonlyMap<Id, MoveCost> | null;
}

/** Who is dragged at the moment, and what each place would cost. */
export function useDraggedPerson(): Dragging {
  const [person, setPerson] = useState<Id | null>(null);
  const costs = useMoveCosts(person);
  return { person, start: setPerson, end: () => setPerson(null), costs };
}

/** What makes a row something that can be dragged into a group; whoever does not drag has the button in it. */
export function dragProps({ person, name }: Pick<BreakoutPerson, 'person' | 'name'>, dragged: Dragging | undefined) {
  if (dragged === undefined) return {};
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer?.setData('text/plain', name);
      dragged.start(person);
    },
    onDragEnd: dragged.end,
  };
}
