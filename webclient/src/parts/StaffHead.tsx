import { useState } from 'preact/hooks';
import '@/style/console.css';
import '@/style/desk.css';
import '@/style/stage.css';
import { t } from '@/text';
import { AllLinksDialog } from './AllLinksDialog';
import { AnnounceDialog } from './AnnounceDialog';
import { BreakoutCalls } from './BreakoutCalls';
import { Button } from './Button';
import { ConnectionState } from './ConnectionState';
import { CopyPaper } from './CopyPaper';
import { useRoundtable, useView } from './context';
import { Present } from './Present';
import { RolePages } from './RolePages';
import { RoomLinks } from './RoomLinks';
import { RunningNow } from './RunningNow';
import { type KeyArea, ShortcutHelp } from './ShortcutHelp';
import { keyOf } from './shortcuts';
import { Words } from './Words';

/** How wrong the clocks on this screen can be at most. News of a lost line take its place, so that nothing jumps. */
function ClockBound() {
  const { live } = useRoundtable();
  const bound = live.clockBound();
  if (bound === null || live.connection.value !== 'live') return null;
  return <span class="quiet small">{t('connection.clock', { bound })}</span>;
}

/** The top line of every staff page. */
export function StaffHead({ keys }: { keys: readonly KeyArea[] }) {
  const { session, blank, me } = useView();
  const [dialog, setDialog] = useState<'announce' | 'links' | 'all-links' | 'keys' | null>(null);
  const close = () => setDialog(null);
  return (
    <header class="staff-head">
      <h1>
        <Words>{session.title}</Words>
      </h1>
      <Present />
      <RunningNow />
      {blank && <span class="chip warn">{t('wall.is_dark')}</span>}
      <ConnectionState />
      <ClockBound />
      <span class="row staff-acts">
        <RolePages />
        <CopyPaper />
        <Button label={t('key.open')} shortcut={keyOf.help} press={() => setDialog('keys')} testid="shortcuts" />
        {me.may.includes('announce') && session.status !== 'closed' && (
          <Button label={t('announce.open')} press={() => setDialog('announce')} />
        )}
        <Button label={t('links.open')} press={() => setDialog('links')} testid="room-links" />
        {me.roles.includes('moderator') && (
          <Button label={t('all_links.open')} press={() => setDialog('all-links')} testid="all-links" />
        )}
      </span>
      <BreakoutCalls />
      {dialog === 'all-links' && <AllLinksDialog close={close} />}
      {dialog === 'keys' && <ShortcutHelp areas={keys} close={close} />}
      {dialog === 'announce' && <AnnounceDialog close={close} />}
      {dialog === 'links' && <RoomLinks close={close} />}
    </header>
  );
}
