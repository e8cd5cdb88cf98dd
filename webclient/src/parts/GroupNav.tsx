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
          onClick={() => {
            showPart(breakouts, part);
            document.getElementById('table')?.scrollTo(0, 0);
          }}
          data-testid={`show-${part}`}
        >
          {t(`group.nav_${part}`)}
        </button>
      ))}
    </>
  );
}

/** The two halves are offered while the groups run, and as long as points can be written. */
export function hasGroupNav(view: ReturnType<typeof useView>): boolean {
  const { breakouts } = view;
  return breakouts.mine !== null && (areRunning(breakouts) || breakouts.mine.can_write);
}
