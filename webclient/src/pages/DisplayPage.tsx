import '@/text/desk_sentences';
import '@/style/display.css';
import '@/style/polls_wall.css';
import type { View } from '@/core/types';
import { CaptionStrip } from '@/parts/Captions';
import { isCaptioned, linesOnScreen } from '@/parts/caption_choice';
import { useRoundtable, useView } from '@/parts/context';
import { DisplayBreakouts, displaysGroups } from '@/parts/DisplayBreakouts';
import { DisplayJoin } from '@/parts/DisplayJoin';
import { DisplayNext } from '@/parts/DisplayNext';
import { DisplayPoll } from '@/parts/DisplayPoll';
import { DisplayReading, DisplayTakeaway } from '@/parts/DisplayReading';
import { DisplayLobby, DisplayShown, Still } from '@/parts/DisplayStates';
import { DisplayTurn } from '@/parts/DisplayTurn';
import { useAwake } from '@/parts/KeepAwake';
import { PolicyNotice } from '@/parts/Policy';
import { StageBadge } from '@/parts/SessionBand';
import { middleOfWall, pollOnScreen, takesTheWall } from '@/parts/screen_shows';
import { isRead } from '@/parts/turn_words';
import { Words } from '@/parts/Words';
import { t } from '@/text';
import { countdown, timeOfDay } from '@/text/format';

/** After this long without the server no running clock is shown: it would pretend to know. */
const believableFor = 60_000;

/** The room screen: dark, read from twenty metres, nobody touches it. */
export function DisplayPage() {
  const { live } = useRoundtable();
  const view = useView();
  useAwake(view.session.status !== 'closed', true);
  const lostAt = live.lostAt.value;
  const lostFor = lostAt === null ? 0 : performance.now() - lostAt;
  const captioned = isCaptioned(view) && view.focus !== 'closed';
  if (view.blank) return <Dark />;
  return (
    <div
      class="display"
      data-focus={view.focus}
      data-stage={view.session.stage}
      data-connection={live.connection.value}
      data-captioned={captioned}
      data-groups={displaysGroups(view)}
    >
      <DisplayHead view={view} />
      <main class="display-main">{lostFor > believableFor ? <Lost /> : <Content view={view} />}</main>
      <DisplayFoot view={view} lost={live.connection.value !== 'live'} lostFor={lostFor} />
      {captioned && <CaptionStrip lines={linesOnScreen(view)} />}
    </div>
  );
}

/** Nothing at all for those who look; those who listen are told why. */
function Dark() {
  return (
    <main class="display dark" data-testid="state-dark">
      <p class="heard-only">{t('wall.is_dark')}</p>
    </main>
  );
}

function DisplayHead({ view }: { view: View }) {
  const { agenda, session } = view;
  const index = agenda.phases.findIndex((phase) => phase.phase === agenda.current);
  const phase = agenda.phases[index];
  return (
    <header class="display-head">
      <h1>
        <Words>{session.title}</Words>
      </h1>
      <StageBadge class="display-stage" />
      {phase !== undefined && (
        <p class="display-phase">
          <span class="display-phase-title" data-long={phase.title.length > 50}>
            {t('phase.number', { number: index + 1, total: agenda.phases.length })} · <Words>{phase.title}</Words>
          </span>
          {agenda.remaining_ms !== null && (
            <span class="clock" data-testid="phase-countdown">
              {agenda.paused
                ? t('phase.paused')
                : t('display.ends', {
                    time: timeOfDay(phase.ends_at_ms, session),
                    left: countdown(agenda.remaining_ms),
                  })}
            </span>
          )}
        </p>
      )}
    </header>
  );
}

function Content({ view }: { view: View }) {
  const { turn } = view.floor;
  const takeaway = takesTheWall(view);
  const poll = pollOnScreen(view);
  switch (middleOfWall(view)) {
    case 'takeaway':
      return (
        <>
          <DisplayTurn view={view} />
          {takeaway !== null && <DisplayTakeaway shown={takeaway} />}
        </>
      );
    case 'poll':
      return poll === undefined ? null : <DisplayPoll poll={poll} />;
    case 'groups':
      return <DisplayBreakouts view={view} />;
    case 'lobby':
      return <DisplayLobby view={view} />;
    case 'break':
      return <Break view={view} />;
    case 'closed':
      return (
        <Still title={t('display.closed')} testid="state-closed">
          <p class="display-sub">{t('display.closed_hint')}</p>
        </Still>
      );
    default:
      return (
        <>
          <DisplayTurn view={view} />
          {isRead(turn) ? <DisplayReading turn={turn} /> : <DisplayNext view={view} />}
        </>
      );
  }
}

function Break({ view: { agenda } }: { view: View }) {
  return (
    <Still title={t('state.break')} testid="state-break">
      {agenda.remaining_ms !== null && <p class="display-figures wide">{countdown(agenda.remaining_ms)}</p>}
      <p class="display-sub">{t('display.break_hint')}</p>
    </Still>
  );
}

function Lost() {
  return (
    <Still title={t('display.lost')} testid="state-lost">
      <p class="display-sub">{t('display.lost_hint')}</p>
    </Still>
  );
}

function DisplayFoot({ view, lost, lostFor }: { view: View; lost: boolean; lostFor: number }) {
  const closed = view.focus === 'closed';
  const question = closed || isRead(view.floor.turn) ? null : view.questions.on_screen;
  const isShown = view.announcement_on_screen?.announcement === view.announcement?.announcement;
  const announcement = closed || isShown ? null : view.announcement;
  return (
    <footer class="display-foot">
      <div class="display-words">
        {lost && (
          <p class="display-lost" role="status" data-testid="connection-state">
            {t('display.connection_lost', { seconds: Math.round(lostFor / 1000) })}
          </p>
        )}
        {announcement === null && <PolicyNotice kind="display" />}
        {announcement !== null && (
          <p class="display-announcement" data-testid="announcement">
            <Words language={announcement.language}>{announcement.text}</Words>
          </p>
        )}
        <DisplayShown view={view} />
        {question !== null && (
          <section
            class="display-question"
            aria-label={t('display.question')}
            data-testid={`question-${question.question}`}
            data-long={question.text.length > 160}
          >
            <p class="display-quiet">
              {t('display.question')} · {t('vote.supporters', { count: question.votes ?? 0 })}
            </p>
            <p class="display-question-text">
              <Words language={question.language}>{question.text}</Words>
            </p>
          </section>
        )}
      </div>
      {!closed && <DisplayJoin large={view.focus === 'lobby'} />}
    </footer>
  );
}
