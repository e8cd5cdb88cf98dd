import { t } from '@/text';
import { useView } from './context';

const isWebAddress = (url: string): boolean => /^https?:\/\//i.test(url);

export function CallLinks() {
  const { media } = useView().session;
  return (
    <>
      {media
        .filter((medium) => isWebAddress(medium.url))
        .map((medium) => (
          <a key={medium.url} href={medium.url} target="_blank" rel="noreferrer" class="nav-item">
            {t('call.open')}
            {media.length > 1 && <span class="small"> {medium.label}</span>}
          </a>
        ))}
    </>
  );
}

/** Not by fragment: that of the address holds the invitation, and must outlive a reload. */
function show(id: string): void {
  document.getElementById(id)?.scrollIntoView({ block: 'start' });
}

/** Everything within the reach of one thumb. */
export function AttendeeNav({ problem }: { problem: () => void }) {
  return (
    <nav class="attendee-nav" aria-label={t('nav.title')}>
      <button type="button" class="nav-item" onClick={() => show('table')}>
        {t('nav.table')}
      </button>
      <button type="button" class="nav-item" onClick={() => show('questions')}>
        {t('nav.questions')}
      </button>
      <button type="button" class="nav-item" onClick={problem} data-testid="problem">
        {t('nav.problem')}
      </button>
      <CallLinks />
    </nav>
  );
}
