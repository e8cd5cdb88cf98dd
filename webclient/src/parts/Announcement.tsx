import { t } from '@/text';
import { timeOfDay } from '@/text/format';
import { useView } from './context';
import { PolicyNotice } from './Policy';
import { Words } from './Words';

/** What everybody should know: another order of the queue, and what the staff announced last. */
export function Announcement() {
  return (
    <>
      <PolicyNotice kind="page" />
      <Announced />
    </>
  );
}

function Announced() {
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
