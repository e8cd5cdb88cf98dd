import type { AgendaView, Command } from '@/core/types';
import { t } from '@/text';
import { minuteNumber, minutes } from '@/text/format';
import { ActionButton } from './ActionButton';
import { Dialog } from './Dialog';
import { Words } from './Words';

export type Fit = NonNullable<AgendaView['fit']>;

interface Props {
  agenda: AgendaView;
  fit: Fit;
  close: () => void;
}

export const fittedPhases = (fit: Fit) =>
  fit.phases.map(({ phase, fitted_ms }) => ({ phase, seconds: Math.round(fitted_ms / 1000) }));

export const fitCommand = (fit: Fit): Command => ({ type: 'agenda.fit', data: { phases: fittedPhases(fit) } });

/** What fitting the rest into the slot would cost each phase, before anything changes. */
export function FitDialog({ agenda, fit, close }: Props) {
  return (
    <Dialog title={t('fit.title')} close={close}>
      <p class="quiet">{t('fit.hint')}</p>
      <FitTable agenda={agenda} fit={fit} />
      <ActionButton command={fitCommand(fit)} label={t('fit.apply')} kind="primary" sent={close} testid="fit-apply" />
    </Dialog>
  );
}

/** Each part's minutes now and fitted. */
export function FitTable({ agenda, fit }: { agenda: AgendaView; fit: Fit }) {
  const title = (phase: number) => agenda.phases.find((known) => known.phase === phase)?.title ?? '';
  return (
    <>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('fit.phase')}</th>
            <th scope="col">{t('fit.planned')}</th>
            <th scope="col">{t('fit.fitted')}</th>
          </tr>
        </thead>
        <tbody>
          {fit.phases.map((row) => (
            <tr key={row.phase}>
              <th scope="row">
                <Words>{title(row.phase)}</Words>
              </th>
              <td>{minuteNumber(row.planned_ms)}</td>
              <td>
                <strong>{minuteNumber(row.fitted_ms)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {fit.still_over_ms > 0 && <p class="fault">{t('fit.still_over', { minutes: minutes(fit.still_over_ms) })}</p>}
    </>
  );
}
