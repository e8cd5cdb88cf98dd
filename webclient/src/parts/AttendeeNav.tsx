import type { View } from '@/core/types';
import { t } from '@/text';
import { useView } from './context';
import { GroupCall, GroupNav, hasGroupNav, isInGroup } from './GroupNav';
import { Words } from './Words';

export const isWebAddress = (url: string): boolean => /^https?:\/\//i.test(url);

type Medium = View['session']['media'][number];
const isCall = (medium: Medium): boolean => medium.kind === 'call' || medium.kind === 'stream';

/** The way into the video call or the stream, always at hand. */
export function CallLinks() {
  const calls = useView().session.media.filter((medium) => isWebAddress(medium.url) && isCall(medium));
  return (
    <>
      {calls.map((medium) => (
        <a key={medium.url} href={medium.url} target="_blank" rel="noreferrer" class="nav-item">
          {medium.kind === 'call' ? t('call.open') : t('call.open_stream')}
          {calls.length > 1 && <span class="small"> {medium.label}</span>}
        </a>
      ))}
    </>
  );
}

/** Everything else that the session links to: documents, pages. */
export function MediaLinks() {
  const others = useView().session.media.filter((medium) => isWebAddress(medium.url) && !isCall(medium));
  if (others.length === 0) return null;
  return (
    <ul class="plain-list">
      {others.map((medium) => (
        <li key={medium.url}>
          <a href={medium.url} target="_blank" rel="noreferrer">
            <Words>{medium.label || medium.url}</Words>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Not by fragment: that of the address holds the invitation, and must outlive a reload. */
function show(id: string): void {
  document.getElementById(id)?.scrollIntoView({ block: 'start' });
}

/** Everything within the reach of one thumb. */
export function AttendeeNav({ problem }: { problem: () => void }) {
  const view = useView();
  return (
    <nav class="attendee-nav" aria-label={t('nav.title')}>
      {hasGroupNav(view) ? <GroupNav /> : <PlenaryNav />}
      <button type="button" class="nav-item" onClick={problem} data-testid="problem">
        {t('nav.problem')}
      </button>
      {isInGroup(view) ? <GroupCall /> : <CallLinks />}
    </nav>
  );
}

function PlenaryNav() {
  return (
    <>
      <button type="button" class="nav-item" onClick={() => show('table')}>
        {t('nav.table')}
      </button>
      <button type="button" class="nav-item" onClick={() => show('questions')}>
        {t('nav.questions')}
      </button>
    </>
  );
}
