import type { BreakoutDesk } from '@/core/types';
import { t } from '@/text';

const shownAtMost = 60;

/** Who meets again over the rounds, and how many meet at all. */
export function BreakoutMeetings({ desk }: { desk: BreakoutDesk }) {
  const { repeated, distinct_meetings, most_possible_meetings } = desk;
  if (most_possible_meetings === 0) return null;
  return (
    <details class="more small" data-testid="meetings">
      <summary>
        {t('meetings.count', { count: distinct_meetings, most: most_possible_meetings })} ·{' '}
        {t('meetings.repeated', { count: repeated.length })}
      </summary>
      <ul class="plain-list">
        {repeated.slice(0, shownAtMost).map((pair) => (
          <li key={`${pair.one} ${pair.other}`}>{t('meetings.pair', { ...pair, count: pair.times })}</li>
        ))}
      </ul>
      {repeated.length > shownAtMost && (
        <p class="quiet">{t('group.others', { count: repeated.length - shownAtMost })}</p>
      )}
    </details>
  );
}
