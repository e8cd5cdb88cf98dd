import type { GroupInside } from '@/core/types';
import { t } from '@/text';
import { timeOfDay } from '@/text/format';
import { Words } from './Words';

/** What staff told the groups: the newest in sight, the earlier ones one tap away. */
export function GroupMessages({ broadcasts }: Pick<GroupInside, 'broadcasts'>) {
  const newest = broadcasts.at(-1);
  if (newest === undefined) return null;
  const earlier = broadcasts.slice(0, -1).reverse();
  return (
    <section class="announcement" aria-label={t('broadcast.title')} data-testid="broadcast">
      <p>
        <span class="quiet">
          {t('broadcast.title')} · {timeOfDay(newest.at_ms)}
        </span>
        <Words class="announcement-text">{newest.text}</Words>
      </p>
      {earlier.length > 0 && (
        <details class="more small">
          <summary>{t('broadcast.earlier', { count: earlier.length })}</summary>
          <ul class="plain-list">
            {earlier.map((each) => (
              <li key={each.at_ms}>
                <span class="quiet clock">{timeOfDay(each.at_ms)}</span> <Words>{each.text}</Words>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
