import type { View } from '@/core/types';
import { t } from '@/text';
import { useView } from './context';
import { type AttendeePart, areRunning, partShown, showPart } from './group_part';

const parts: readonly AttendeePart[] = ['group', 'plenary'];

/** Whoever has a group goes between it and the plenary with one thumb. */
export function GroupNav() {
  const { breakouts } = useView();
  const shown = partShown(breakouts);
  return (
    <>
      {parts.map((part) => (
        <button
          key={part}
          type="button"
          class="nav-item"
          aria-pressed={shown === part}
          onClick={() => showPart(breakouts, part)}
          data-testid={`show-${part}`}
        >
          {t(`group.nav_${part}`)}
        </button>
      ))}
    </>
  );
}

/** The two halves are offered while the groups run, and as long as points can be written. */
export function hasGroupNav({ breakouts }: Pick<View, 'breakouts'>): boolean {
  return breakouts.mine !== null && (areRunning(breakouts) || breakouts.mine.can_write);
}

/** The group has a call of its own, and the group is what is shown. */
export function isInGroup({ breakouts }: Pick<View, 'breakouts'>): boolean {
  const url = breakouts.mine?.call?.url ?? '';
  return areRunning(breakouts) && url !== '' && partShown(breakouts) === 'group';
}

export function GroupCall() {
  const call = useView().breakouts.mine?.call;
  if (call == null || !/^https?:/i.test(call.url)) return null;
  return (
    <a href={call.url} target="_blank" rel="noreferrer" class="nav-item">
      {t('group.open_call')}
    </a>
  );
}
