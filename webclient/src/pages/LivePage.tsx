import { useEffect } from 'preact/hooks';
import { Announcer } from '@/parts/Announcer';
import { ConnectionEnd, ConnectionState } from '@/parts/ConnectionState';
import { useRoundtable } from '@/parts/context';
import { Notices } from '@/parts/Notices';
import { OwnCue } from '@/parts/OwnCue';
import { chosenPage } from '@/parts/RolePages';
import { SessionBand } from '@/parts/SessionBand';
import { t } from '@/text';
import { MessagePage } from './MessagePage';
import { fetchRolePage, pageMissing, rolePages } from './role_pages';

/** One page a role; around it what every role needs: notices, spoken events, and the ends of the line. */
export function LivePage() {
  const { live, facts } = useRoundtable();
  const view = live.view.value;
  const role = view === null ? null : (chosenPage.value ?? view.me.role);
  const Page = role === null ? undefined : rolePages.value[role];
  useEffect(() => {
    document.documentElement.dataset.page = role ?? 'opening';
    if (role !== null) fetchRolePage(role);
  }, [role]);
  if (pageMissing.value) return <MessagePage title={t('page.problem')} text={t('page.core_failed')} reload />;
  if (Page === undefined) {
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
      {!bare && <SessionBand />}
      <Page />
      {!bare && <Notices />}
      {!bare && <Announcer />}
      {!bare && <OwnCue />}
    </>
  );
}
