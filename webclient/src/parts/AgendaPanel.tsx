import { useState } from 'preact/hooks';
import '@/style/states.css';
import type { AgendaView, PhaseView } from '@/core/types';
import { t } from '@/text';
import { countdown, minuteNumber, minutes, timeOfDay } from '@/text/format';
import { ActionButton } from './ActionButton';
import { PhaseAdd, PhaseChanges } from './AgendaChange';
import { Button } from './Button';
import { useView } from './context';
import { FitDialog } from './FitDialog';
import { NextPhase } from './LateStart';
import { PhaseProgress } from './PhaseProgress';
import { RehearsalButtons } from './Rehearsal';
import { StillList, StillNews, useStill } from './StillList';
import { keyOf } from './shortcuts';
import { Words } from './Words';
import { ZoneLine } from './ZoneLine';

/** The run of show: where we are, what it costs the rest, and the acts that move it. */
export function AgendaPanel() {
  const { agenda, session, me } = useView();
  const [changing, setChanging] = useState(false);
  const [adding, setAdding] = useState(false);
  const [wanted, setWanted] = useState('');
  const order = agenda.phases.map((phase) => phase.phase);
  // The own move is shown at once, also under the pointer that pressed it.
  const still = useStill(agenda.phases, (phase) => phase.phase, order.join() === wanted ? wanted : '');
  const closed = session.status === 'closed';
  const mayChange = me.may.includes('phase.move') && !closed;
  return (
    <section class="panel agenda-panel" aria-labelledby="agenda-title">
      <div class="split still-head">
        <h2 id="agenda-title" class="eyebrow">
          {t('agenda.title')}
        </h2>
        <StillNews still={still} />
        {mayChange && (
          <Button
            label={t('plan.change')}
            pressed={changing}
            press={() => setChanging(!changing)}
            testid="agenda-change"
          />
        )}
      </div>
      <StillList still={still} ordered class="plain-list phases">
        {(phase) => (
          <Phase phase={phase} agenda={agenda} closed={closed}>
            {changing && mayChange && <PhaseChanges phase={phase} order={order} moving={setWanted} />}
          </Phase>
        )}
      </StillList>
      {changing && mayChange && (
        <div class="row">
          <Button label={t('plan.add')} press={() => setAdding(true)} testid="phase-add" />
        </div>
      )}
      {adding && <PhaseAdd agenda={agenda} close={() => setAdding(false)} />}
      {session.status === 'closed' ? (
        <ActionButton
          command={{ type: 'session.reopen', data: {} }}
          label={t('session.reopen')}
          testid="session-reopen"
        />
      ) : (
        <RunButtons agenda={agenda} />
      )}
      <SlotLine agenda={agenda} />
      <ZoneLine />
    </section>
  );
}

interface RowProps {
  phase: PhaseView;
  agenda: AgendaView;
  closed: boolean;
  children: preact.ComponentChildren;
}

function Phase({ phase, agenda, closed, children }: RowProps) {
  const current = phase.state === 'current';
  return (
    <li
      class="phase"
      data-state={phase.state}
      data-testid={`phase-${phase.phase}`}
      aria-current={current ? 'step' : undefined}
    >
      <div class="split">
        <strong>
          <Words>{phase.title}</Words>
        </strong>
        {current && agenda.remaining_ms !== null ? (
          <span class="clock" role="timer" aria-live="off" data-testid="phase-countdown">
            {t('phase.left', { time: countdown(agenda.remaining_ms) })}
          </span>
        ) : (
          <span class="clock quiet">{lengthOf(phase)}</span>
        )}
      </div>
      {current && <PhaseProgress phase={phase} label={t('phase.progress')} />}
      <div class="split small quiet">
        <span>
          {phase.state === 'skipped'
            ? t('plan.skipped')
            : `${timeOfDay(phase.starts_at_ms)}–${timeOfDay(phase.ends_at_ms)}`}{' '}
          · {t(`phase_kind.${phase.kind}`)}
          {phase.protected && ` · ${t('phase.protected')}`}
        </span>
        {!closed && !current && phase.phase !== agenda.next && (
          <ActionButton
            command={{ type: 'phase.start', data: { phase: phase.phase } }}
            label={t('phase.start')}
            about={phase.title}
          />
        )}
      </div>
      {children}
    </li>
  );
}

/** "20 → 23" where it became longer or shorter than planned. */
function lengthOf(phase: PhaseView): string {
  const now = phase.state === 'done' ? phase.elapsed_ms : phase.planned_ms;
  const [was, is] = [minuteNumber(phase.original_ms), minuteNumber(now)];
  return was === is ? minutes(now) : t('phase.changed', { was, is: minutes(now) });
}

export function nextPhaseLabel(agenda: AgendaView): string {
  if (agenda.next === null) return t('phase.finish');
  return agenda.current === null ? t('phase.start_first') : t('phase.next');
}

function RunButtons({ agenda }: { agenda: AgendaView }) {
  const { stage } = useView().session;
  const extend = (seconds: number) => ({ phase: agenda.current ?? 0, seconds });
  return (
    <div class="row run-buttons">
      <NextPhase shortcut={keyOf.next_phase} testid="phase-next" />
      {agenda.current !== null && (
        <>
          <ActionButton
            command={agenda.paused ? { type: 'phase.resume', data: {} } : { type: 'phase.pause', data: {} }}
            label={agenda.paused ? t('phase.resume') : t('phase.pause')}
            shortcut={keyOf.pause}
            testid="phase-pause"
          />
          <ActionButton
            command={{ type: 'phase.extend', data: extend(120) }}
            label={t('phase.extend')}
            shortcut={keyOf.longer}
            testid="phase-extend"
          />
          <ActionButton
            command={{ type: 'phase.extend', data: extend(-120) }}
            label={t('phase.shorten')}
            shortcut={keyOf.shorter}
          />
        </>
      )}
      <ActionButton command={{ type: 'phase.back', data: {} }} label={t('phase.back')} />
      <RehearsalButtons />
      {stage !== 'rehearsal' && (
        <ActionButton
          command={{ type: 'session.close', data: {} }}
          label={t('session.close')}
          kind="danger"
          confirm={() => window.confirm(t('session.close_confirm'))}
          testid="session-close"
        />
      )}
    </div>
  );
}

function SlotLine({ agenda }: { agenda: AgendaView }) {
  const [fitting, setFitting] = useState(false);
  const late = agenda.over_ms > 30_000;
  return (
    <div class="slot" data-late={late}>
      <p data-testid="slot-line">
        {late
          ? t('slot.over', { minutes: minutes(agenda.over_ms), time: timeOfDay(agenda.slot_ends_at_ms) })
          : t('slot.on_time', { end: timeOfDay(agenda.projected_end_ms), time: timeOfDay(agenda.slot_ends_at_ms) })}
      </p>
      {agenda.fit !== null && (
        <Button label={t('fit.open')} shortcut={keyOf.fit} press={() => setFitting(true)} testid="fit-open" />
      )}
      {fitting && agenda.fit !== null && <FitDialog agenda={agenda} fit={agenda.fit} close={() => setFitting(false)} />}
    </div>
  );
}
