import { t } from '@/text';
import { timeOfDay } from '@/text/format';
import { useView } from './context';
import { Words } from './Words';

export function Announcement() {
  const { announcement } = useView();
  if (announcement === null) return null;
  return (
    <aside class="announcement" aria-label={t('announcement.title')} data-testid="announcement">
      <p>
        <span class="quiet">
          {t('announcement.title')} · {timeOfDay(announcement.at_ms)}
        </span>
        <Words language={announcement.language} class="announcement-text">
          {announcement.text}
        </Words>
      </p>
    </aside>
  );
}
