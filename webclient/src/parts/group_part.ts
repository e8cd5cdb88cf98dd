// Which half of an attendee's page is shown: the own group or the plenary. The groups decide, unless the person chose or writes.
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { BreakoutsView } from '@/core/types';

export type AttendeePart = 'group' | 'plenary';
type Standing = Pick<BreakoutsView, 'status' | 'round' | 'mine'>;

export const areRunning = ({ status }: Pick<BreakoutsView, 'status'>): boolean =>
  status === 'open' || status === 'closing';

const momentOf = (breakouts: Standing): string =>
  `${areRunning(breakouts) ? 'runs' : 'rests'} ${breakouts.round} ${breakouts.mine?.group ?? '-'}`;

export class PartFollower {
  private last: { at: string; part: AttendeePart } | null = null;

  /** Nobody is taken away from a field that they write in: the page changes when they ask for it. */
  follow(breakouts: Standing, isWriting: () => boolean): AttendeePart {
    const at = momentOf(breakouts);
    if (breakouts.mine === null) {
      this.last = { at, part: 'plenary' };
    } else if (this.last?.at !== at) {
      const wanted = areRunning(breakouts) ? 'group' : 'plenary';
      this.last = { at, part: this.last !== null && isWriting() ? this.last.part : wanted };
    }
    return this.last?.part ?? 'plenary';
  }

  choose(breakouts: Standing, part: AttendeePart): void {
    this.last = { at: momentOf(breakouts), part };
  }
}

const follower = new PartFollower();
const choices = signal(0);
const writesNow = (): boolean => document.activeElement?.matches('textarea, input[type="text"]') === true;

export function partShown(breakouts: Standing): AttendeePart {
  // Read, so that whoever draws this is drawn again after a choice.
  return choices.value < 0 ? 'plenary' : follower.follow(breakouts, writesNow);
}

/** Another part, or another group, is read from its top; nobody is taken away from the field that they write in. */
export function useTopOfPart(breakouts: Standing): void {
  const shown = `${partShown(breakouts)} ${breakouts.mine?.group ?? ''}`;
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    if (!writesNow()) document.getElementById('table')?.scrollTo(0, 0);
  }, [shown]);
}

export function showPart(breakouts: Standing, part: AttendeePart): void {
  follower.choose(breakouts, part);
  choices.value += 1;
}
