import type { View } from '@/core/types';
import { t } from '@/text';
import { guestName } from '@/text/guests';
import { ActionButton } from './ActionButton';
import { wallOfGroups } from './breakout_words';
import { useView } from './context';
import { ReadAloud } from './ReadAloud';
import { ShowAnnouncement, TakeawaysToShow } from './ScreenActs';
import { middleOfWall, pollOnScreen, screenShows } from './screen_shows';
import { keyOf } from './shortcuts';
import { isRead } from './turn_words';
import { Words } from './Words';

/** What the room display shows at this moment, in the words that stand there, and the key that makes it dark. */
export function OnTheWall() {
  const view = useView();
  if (!view.me.may.includes('display.blank')) return null;
  return (
    <section class="panel wall" aria-labelledby="wall-title" data-blank={view.blank} data-testid="wall">
      <div class="split">
        <h3 id="wall-title" class="eyebrow">
          {t('wall.title')}
        </h3>
        <Connected displays={view.displays} />
      </div>
      {view.blank ? <p class="strong">{t('wall.dark')}</p> : <Shown view={view} />}
      <div class="row">
        <ActionButton
          command={{ type: 'display.blank', data: { blank: !view.blank } }}
          label={view.blank ? t('wall.light') : t('wall.blank')}
          kind={view.blank ? 'primary' : 'plain'}
          shortcut={keyOf.blank}
          testid="blank-display"
        />
        <ShowAnnouncement />
      </div>
      <TakeawaysToShow />
    </section>
  );
}

function Connected({ displays }: { displays: number | null }) {
  if (displays === null) return null;
  return (
    <span class="chip" data-connected={displays > 0} data-testid="displays">
      {displays === 0 ? t('wall.none') : t('wall.connected', { count: displays })}
    </span>
  );
}

function Shown({ view }: { view: View }) {
  const { turn } = view.floor;
  const question = view.focus === 'closed' || isRead(turn) ? null : view.questions.on_screen;
  const shown = screenShows(view);
  const announcement = view.focus === 'closed' ? null : view.announcement;
  return (
    <>
      <p data-testid="wall-middle">
        <Words>{wordsOfMiddle(view)}</Words>
      </p>
      {middleOfWall(view) === 'reading' && turn !== null && <ReadAloud turn={turn} />}
      {shown !== null && (
        <p class="small" data-testid="wall-shown">
          <Words language={shown.language}>{t('screen.shows', { text: shown.text })}</Words>
        </p>
      )}
      {question !== null && (
        <p class="small">
          <Words language={question.language}>
            {t('wall.question', { number: String(question.question), text: question.text })}
          </Words>
        </p>
      )}
      {announcement !== null && (
        <p class="small">
          {t('announcement.title')}: <Words language={announcement.language}>{announcement.text}</Words>
        </p>
      )}
    </>
  );
}

/** What stands large on the display, a takeaway apart: who speaks as everyone sees them, else what fills their place. */
export function wordsOfMiddle(view: View): string {
  switch (middleOfWall(view)) {
    case 'poll':
      return t('wall.poll', { title: pollOnScreen(view)?.title ?? '' });
    case 'groups':
      return wallOfGroups(view) ?? '';
    case 'lobby': {
      const { stage } = view.session;
      return t(stage === 'rehearsal' || stage === 'prepared' ? `display.${stage}` : 'display.lobby');
    }
    case 'break':
      return t('state.break');
    case 'closed':
      return t('display.closed');
    default:
      return whoSpeaks(view);
  }
}

function whoSpeaks({ agenda, floor: { turn } }: View): string {
  if (turn !== null) return t('heard.speaks', { name: turn.guest === undefined ? turn.name : guestName(turn.guest) });
  return agenda.phases.find((phase) => phase.phase === agenda.current)?.title ?? t('floor.nobody_speaks');
}
