import { useEffect, useState } from 'preact/hooks';
import type { BreakoutPerson, Id, MoveCost } from '@/core/types';
import { costsOfMoves } from '@/link/group_plan';
import { useRoundtable } from './context';

/** What moving somebody to each group would cost; null: not known here. */
export function useMoveCosts(person: Id | null): ReadonlyMap<Id, MoveCost> | null {
  const { live } = useRoundtable();
  const [costs, setCosts] = useState<{ person: Id; of: ReadonlyMap<Id, MoveCost> } | null>(null);
  useEffect(() => {
    if (person === null) return;
    let gone = false;
    costsOfMoves(live, person).then((found) => {
      if (!gone && found !== null) setCosts({ person, of: new Map(found.map((cost) => [cost.group, cost])) });
    });
    return () => {
      gone = true;
    };
  }, [live, person]);
  return costs !== null && costs.person === person ? costs.of : null;
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
