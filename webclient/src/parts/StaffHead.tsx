import { useEffect, useState } from 'preact/hooks';
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
  return <span class="quiet small clock-bound">{t('connection.clock', { bound })}</span>;
}

type Opened = 'announce' | 'links' | 'all-links' | 'keys';

/** The top line of every staff page. On a phone the acts that are seldom needed stand behind one button. */
export function StaffHead({ keys }: { keys: readonly KeyArea[] }) {
  const { session, blank, me } = useView();
  const [dialog, setDialog] = useState<Opened | null>(null);
  const [more, setMore] = useState(false);
  const close = () => setDialog(null);
  const open = (which: Opened) => () => {
    setMore(false);
    setDialog(which);
  };
  useEffect(() => {
    if (!more) return;
    const pressed = (event: KeyboardEvent) => event.key === 'Escape' && setMore(false);
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [more]);
  return (
    <header class="staff-head">
      <h1>
        <Words>{session.title}</Words>
      </h1>
      <span class="staff-state">
        {blank && <span class="chip warn">{t('wall.is_dark')}</span>}
        <RunningNow />
        <Present />
      </span>
      <ConnectionState />
      <ClockBound />
      <span class="staff-more">
        <Button label={t('head.more')} expanded={more} press={() => setMore(!more)} testid="staff-more" />
      </span>
      <span class="row staff-acts" data-open={more}>
        <RolePages />
        <CopyPaper />
        <Button label={t('key.open')} shortcut={keyOf.help} press={open('keys')} testid="shortcuts" />
        {me.may.includes('announce') && session.status !== 'closed' && (
          <Button label={t('announce.open')} press={open('announce')} />
        )}
        <Button label={t('links.open')} press={open('links')} testid="room-links" />
        {me.roles.includes('moderator') && (
          <Button label={t('all_links.open')} press={open('all-links')} testid="all-links" />
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
