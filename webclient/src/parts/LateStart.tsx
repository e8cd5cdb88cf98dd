import { useState } from 'preact/hooks';
import type { AgendaView, Command } from '@/core/types';
import { t } from '@/text';
import { minutes, timeOfDay } from '@/text/format';
import { ActionButton } from './ActionButton';
import { nextPhaseLabel } from './AgendaPanel';
import { Button } from './Button';
import { useRoundtable, useView } from './context';
import { Dialog } from './Dialog';
import { FitTable, fitCommand } from './FitDialog';
import type { Shortcut } from './shortcuts';

/** Under a minute nobody is late. */
const worthOffering = 60_000;

export const startsLate = (agenda: AgendaView): boolean =>
  agenda.late_ms >= worthOffering && agenda.over_ms >= worthOffering && agenda.fit !== null;

/** From the part that is shown: whoever else presses at the same moment does not skip one. */
const goOn = (agenda: AgendaView): Command => ({ type: 'phase.next', data: { after: agenda.current ?? 0 } });

/** Starts the next part. A first start that comes late offers the fitted plan before. */
export function NextPhase({ testid, shortcut }: { testid: string; shortcut?: Shortcut }) {
  const { agenda, me } = useView();
  const [offering, setOffering] = useState(false);
  const next = agenda.phases.find((phase) => phase.phase === agenda.next);
  if (!startsLate(agenda) || !me.may.includes('phase.next')) {
    return (
      <ActionButton
        command={goOn(agenda)}
        label={nextPhaseLabel(agenda)}
        kind="primary"
        shortcut={shortcut}
        about={next?.title}
        testid={testid}
      />
    );
  }
  return (
    <>
      <Button
        label={t('late.start')}
        kind="primary"
        shortcut={shortcut}
        about={next?.title}
        press={() => setOffering(true)}
        testid={testid}
      />
      {offering && <LateStart agenda={agenda} close={() => setOffering(false)} />}
    </>
  );
}

/** What each part would have of the time that is left, and the two ways to start. */
function LateStart({ agenda, close }: { agenda: AgendaView; close: () => void }) {
  const { live } = useRoundtable();
  const { fit } = agenda;
  if (fit === null) return null;
  const startFitted = () => {
    live.send(fitCommand(fit));
    live.send(goOn(agenda));
    close();
  };
  return (
    <Dialog title={t('late.title', { minutes: minutes(agenda.late_ms) })} close={close}>
      <p class="quiet">{t('late.hint', { end: timeOfDay(agenda.projected_end_ms), over: minutes(agenda.over_ms) })}</p>
      <FitTable agenda={agenda} fit={fit} />
      <div class="row late-acts">
        <Button label={t('late.start_fitted')} kind="primary" press={startFitted} testid="start-fitted" />
        <ActionButton command={goOn(agenda)} label={t('late.start_planned')} sent={close} testid="start-planned" />
      </div>
    </Dialog>
  );
}
