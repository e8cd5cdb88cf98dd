import type { Ms, TurnView, View } from '@/core/types';
import { t } from '@/text';
import { countdown } from '@/text/format';
import { modalityName, regionName, stakeholderName } from '@/text/reasons';
import { useFittedText } from './fit_text';
import { GroupTag } from './GroupTag';
import { Ring } from './Ring';
import { headOfTurn } from './turn_words';
import { Words } from './Words';

/** Left half of the room screen: one clock and one name. Without a speaker the clock is that of the phase. */
export function DisplayTurn({ view }: { view: View }) {
  const { turn } = view.floor;
  return turn === null ? <PhaseClock view={view} /> : <TurnClock turn={turn} view={view} />;
}

/** No larger than its longest word allows: a name that is broken in two is read as two. */
const nameSizes = { most: 7, least: 3.4 };

function TurnClock({ turn, view }: { turn: TurnView; view: View }) {
  const name = useFittedText<HTMLParagraphElement>(turn.name, nameSizes);
  const state = turn.remaining_ms <= 0 ? 'over' : turn.remaining_ms <= 30_000 ? 'short' : 'good';
  const groups = [
    turn.stakeholder_group === 'not_stated' ? '' : stakeholderName(turn.stakeholder_group),
    turn.regional_group === 'not_stated' ? '' : regionName(turn.regional_group),
  ];
  return (
    <section class="display-turn" data-kind={turn.kind} data-testid="turn">
      <div class="display-clock">
        <Ring left={turn.remaining_ms / turn.planned_ms} state={state} />
        <p class="display-time" role="timer" aria-live="off">
          <Figures remaining={turn.remaining_ms} />
          <span class="display-of">
            {turn.paused
              ? t('turn.paused')
              : state === 'over'
                ? t('display.time_is_up')
                : t('display.of_left', { time: countdown(turn.planned_ms) })}
          </span>
        </p>
      </div>
      <div class="display-who">
        <p class="display-quiet">
          {headOfTurn(turn, view.agenda)}
          {turn.modality !== 'not_stated' && ` · ${modalityName(turn.modality)}`}
        </p>
        <p class="display-name fitted" ref={name} data-testid="turn-name">
          <Words>{turn.name}</Words>
        </p>
        <p class="display-groups">
          <GroupTag group={turn.stakeholder_group} /> {groups.filter((name) => name !== '').join(' · ')}
        </p>
        {turn.affiliation !== undefined && (
          <p class="display-quiet">
            <Words>{turn.affiliation}</Words>
          </p>
        )}
      </div>
    </section>
  );
}

/** Longer times are set smaller, so that they stay inside the ring. */
function Figures({ remaining }: { remaining: Ms }) {
  const time = countdown(remaining);
  return (
    <span class="display-figures" data-length={time.length} data-testid="countdown">
      {time}
    </span>
  );
}

function PhaseClock({ view }: { view: View }) {
  const { agenda } = view;
  const phase = agenda.phases.find((known) => known.phase === agenda.current);
  const title = useFittedText<HTMLParagraphElement>(phase?.title ?? '', { most: 7, least: 2.6 });
  if (phase === undefined || agenda.remaining_ms === null) return <section class="display-turn" />;
  const state = agenda.remaining_ms <= 0 ? 'over' : agenda.remaining_ms <= 60_000 ? 'short' : 'good';
  return (
    <section class="display-turn" data-testid="no-turn">
      <div class="display-clock">
        <Ring left={agenda.remaining_ms / phase.planned_ms} state={state} />
        <p class="display-time" role="timer" aria-live="off">
          <Figures remaining={agenda.remaining_ms} />
          <span class="display-of">{agenda.paused ? t('phase.paused') : t('display.left_in_phase')}</span>
        </p>
      </div>
      <div class="display-who">
        <p class="display-quiet">{t(`phase_kind.${phase.kind}`)}</p>
        <p class="display-name fitted" ref={title}>
          <Words>{phase.title}</Words>
        </p>
        <p class="display-groups">{t(`display.floor_${view.floor.mode}`)}</p>
      </div>
    </section>
  );
}
