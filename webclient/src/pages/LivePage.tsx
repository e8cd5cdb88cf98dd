import { useEffect } from 'preact/hooks';
import type { Role } from '@/core/types';
import { Announcer } from '@/parts/Announcer';
import { ConnectionEnd, ConnectionState } from '@/parts/ConnectionState';
import { useRoundtable } from '@/parts/context';
import { Notices } from '@/parts/Notices';
import { chosenPage } from '@/parts/RolePages';
import { t } from '@/text';
import { AttendeePage } from './AttendeePage';
import { CaptionerPage } from './CaptionerPage';
import { DisplayPage } from './DisplayPage';
import { ModeratorPage } from './ModeratorPage';
import { OverlayPage } from './OverlayPage';
import { RapporteurPage } from './RapporteurPage';
import { StewardPage } from './StewardPage';

/** One page a role; around it what every role needs: notices, spoken events, and the ends of the line. */
export function LivePage({ invite }: { invite: string | null }) {
  const { live, facts } = useRoundtable();
  const view = live.view.value;
  const role = view === null ? null : (chosenPage.value ?? view.me.role);
  useEffect(() => {
    document.documentElement.dataset.page = role ?? 'opening';
  }, [role]);
  if (role === null) {
    return (
      <main class="narrow message">
        <h1>{facts.title}</h1>
        <ConnectionState />
        <p>{t('page.loading')}</p>
        <ConnectionEnd />
      </main>
    );
  }
  const bare = role === 'display' || role === 'overlay';
  return (
    <>
      {role !== 'overlay' && <ConnectionEnd />}
      <PageOf role={role} invite={invite} />
      {!bare && <Notices />}
      {!bare && <Announcer />}
    </>
  );
}

function PageOf({ role, invite }: { role: Role; invite: string | null }) {
  switch (role) {
    case 'moderator':
      return <ModeratorPage questionsFirst={false} />;
    case 'online_moderator':
      return <ModeratorPage questionsFirst />;
    case 'steward':
      return <StewardPage />;
    case 'rapporteur':
      return <RapporteurPage />;
    case 'display':
      return <DisplayPage />;
    case 'overlay':
      return <OverlayPage />;
    case 'captioner':
      return <CaptionerPage invite={invite} />;
    default:
      return <AttendeePage />;
  }
}
