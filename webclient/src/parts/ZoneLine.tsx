import { t } from '@/text';
import { offsetName } from '@/text/format';
import { useView } from './context';

/**
 * Says whose times these are, where the device's clock is not that of the venue: the wall shows the venue's. What counts is the day
 * of the agenda, because a device that looks at it months ahead may have another clock by then.
 */
export function ZoneLine() {
  const { session, agenda } = useView();
  const own = -new Date(agenda.projected_end_ms).getTimezoneOffset();
  const venue = session.utc_offset_min ?? own;
  if (own === venue) return null;
  return (
    <p class="quiet small" data-testid="zone-line">
      {t('zone.differs', { own: offsetName(own), venue: offsetName(venue) })}
    </p>
  );
}
