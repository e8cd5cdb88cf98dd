import type { ComponentChildren } from 'preact';
import { t } from '@/text';
import { countdown } from '@/text/format';
import { ActionButton } from './ActionButton';
import { useView } from './context';
import { NextPhase } from './LateStart';
import { PersonName } from './Person';
import { signalSentence } from './SignalsPanel';
import { StaffNews } from './StaffLine';
import { StageGroups } from './StageGroups';
import { Gone, StillList, useStill } from './StillList';
import { StageTalk } from './TalksNext';
import { talksComeNext } from './talks';
import { Words } from './Words';
import { waitingHands } from './waiting';

export interface Tab<T extends string> {
  tab: T;
  name: string;
  /** How much waits there. */
  count?: number;
}

interface Props<T extends string> {
  tabs: readonly Tab<T>[];
  shown: T;
  choose: (tab: T) => void;
  /** Signals that no part in sight tells of. */
  signals: boolean;
  children: ComponentChildren;
}

/** On a small screen: the parts of the page and what the stage needs, under the thumb. Wide screens show all of it elsewhere. */
export function StageBar<T extends string>({ tabs, shown, choose, signals, children }: Props<T>) {
  const active = useView().signals.active[0];
  const choosing = (tab: T) => {
    choose(tab);
    window.scrollTo(0, 0);
  };
  return (
    <div class="stage-bar" data-testid="stage-bar">
      {signals && active !== undefined && <p class="stage-signal">{signalSentence(active)}</p>}
      <StaffNews />
      <div class="stage-rows">
        <StageGroups />
        {children}
      </div>
      <nav class="stage-nav" aria-label={t('nav.title')}>
        {tabs.map(({ tab, name, count }) => (
          <button key={tab} type="button" class="nav-item" aria-pressed={tab === shown} onClick={() => choosing(tab)}>
            {count === undefined ? name : t('nav.with_count', { name, count })}
          </button>
        ))}
      </nav>
    </div>
  );
}

/** Who speaks and who is next, with the act that goes with each, where this person may do it. */
export function StageFloor() {
  const view = useView();
  const { floor } = view;
  const next = useStill(waitingHands(floor).slice(0, 1), (hand) => hand.hand);
  return (
    <>
      <Now act={<ActionButton command={{ type: 'floor.end', data: {} }} label={t('turn.end')} />} />
      <StageTalk />
      {next.rows.length === 0 && <p class="stage-row quiet">{t('floor.empty')}</p>}
      <StillList still={next} class="plain-list" stays>
        {(hand) => (
          <li class="stage-row" data-testid="stage-next">
            <span class="stage-words">
              <span class="quiet">{t('floor.then')}</span>{' '}
              <PersonName name={hand.name} group={hand.stakeholder_group} guest={hand.guest} />
              <Gone />
            </span>
            <ActionButton
              command={{ type: 'floor.give', data: { hand: hand.hand, expected: hand.hand } }}
              label={t('floor.give')}
              kind={talksComeNext(view) ? 'plain' : 'primary'}
              about={hand.name}
            />
          </li>
        )}
      </StillList>
    </>
  );
}

/** The clock that counts at this moment. */
function Now({ act }: { act?: ComponentChildren }) {
  const { floor, agenda } = useView();
  const { turn } = floor;
  return (
    <div class="stage-row">
      {turn !== null ? (
        <span class="stage-words">
          <strong class="clock">{countdown(turn.remaining_ms)}</strong> <Words>{turn.name}</Words>
          {turn.paused && ` · ${t('turn.paused')}`}
        </span>
      ) : (
        <span class="stage-words quiet">
          {agenda.remaining_ms === null
            ? t('floor.nobody_speaks')
            : t('phase.left', { time: countdown(agenda.remaining_ms) })}
        </span>
      )}
      {turn !== null && act}
    </div>
  );
}

/** The part that runs and the one that follows. */
export function StageAgenda() {
  const { agenda, session } = useView();
  const current = agenda.phases.find((phase) => phase.phase === agenda.current);
  const next = agenda.phases.find((phase) => phase.phase === agenda.next);
  if (session.status === 'closed') return <p class="stage-row quiet">{t('phase.closed')}</p>;
  return (
    <>
      {current !== undefined && (
        <div class="stage-row">
          <span class="stage-words">
            <strong class="clock">{countdown(agenda.remaining_ms ?? 0)}</strong> <Words>{current.title}</Words>
          </span>
          <ActionButton
            command={agenda.paused ? { type: 'phase.resume', data: {} } : { type: 'phase.pause', data: {} }}
            label={agenda.paused ? t('phase.resume') : t('phase.pause')}
          />
        </div>
      )}
      <div class="stage-row">
        <span class="stage-words">
          {next !== undefined && (
            <>
              <span class="quiet">{t('floor.then')}</span> <Words>{next.title}</Words>
            </>
          )}
        </span>
        <NextPhase testid="stage-next-phase" />
      </div>
    </>
  );
}

/** The question that waits longest for review. */
export function StageReview() {
  const { questions } = useView();
  const first = useStill(questions.pending.slice(0, 1), (question) => question.question);
  return (
    <>
      <Now />
      {first.rows.length === 0 && <p class="stage-row quiet">{t('review.none')}</p>}
      <StillList still={first} class="plain-list" stays>
        {(question) => (
          <li class="stage-row" data-testid="stage-review">
            <span class="stage-words stage-question">
              <Gone /> <Words language={question.language}>{question.text}</Words>
            </span>
            <ActionButton
              command={{ type: 'question.approve', data: { question: question.question } }}
              label={t('review.approve')}
              kind="primary"
              about={question.text}
            />
          </li>
        )}
      </StillList>
    </>
  );
}
