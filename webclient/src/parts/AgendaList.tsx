import type { PhaseView } from '@/core/types';
import { t } from '@/text';
import { minutes, timeOfDay } from '@/text/format';
import { useView } from './context';
import { talkName } from './talks';
import { Words } from './Words';
import { ZoneLine } from './ZoneLine';

/** The agenda to read, for those who do not run it. */
export function AgendaList() {
  const { agenda } = useView();
  return (
    <>
      <ol class="plain-list ruled agenda-list">
        {agenda.phases.map((phase) => (
          <li
            key={phase.phase}
            class="split"
            data-state={phase.state}
            aria-current={phase.state === 'current' ? 'step' : undefined}
          >
            <div>
              <Words>{phase.title}</Words>
              <p class="quiet small">{speakersOf(phase)}</p>
            </div>
            <span class="quiet clock">
              {phase.state === 'skipped'
                ? t('plan.skipped')
                : `${timeOfDay(phase.starts_at_ms)} · ${minutes(phase.planned_ms)}`}
            </span>
          </li>
        ))}
      </ol>
      <ZoneLine />
    </>
  );
}

function speakersOf(phase: PhaseView): string {
  return phase.speakers.length === 0 ? t(`phase_kind.${phase.kind}`) : phase.speakers.map(talkName).join(', ');
}
