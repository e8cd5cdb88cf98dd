import type { BreakoutDesk } from '@/core/types';
import { t } from '@/text';
import { useView } from './context';

const shownAtMost = 60;

/** Who meets again over the rounds, and how many meet at all. A single round has nothing to tell of that. */
export function BreakoutMeetings({ desk }: { desk: BreakoutDesk }) {
  const { repeated, distinct_meetings, most_possible_meetings } = desk;
  const { round, rounds } = useView().breakouts;
  if (most_possible_meetings === 0 || (repeated.length === 0 && round <= 1 && rounds <= 1)) return null;
  return (
    <details class="more small" data-testid="meetings">
      <summary>
        {t('meetings.count', { count: distinct_meetings, most: most_possible_meetings })} ·{' '}
        {repeated.length === 0 ? t('meetings.nobody_again') : t('meetings.repeated', { count: repeated.length })}
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
