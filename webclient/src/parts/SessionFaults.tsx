import type { Fault } from '@/core/loader';
import { t } from '@/text';

interface Props {
  faults: Fault[];
  checked: boolean;
  fitted: unknown;
}

interface FittedPhase {
  title: string;
  minutes: number;
  fitted_minutes: number;
}

/** What `check` says, each fault at its place in the file. */
export function SessionFaults({ faults, checked, fitted }: Props) {
  if (faults.length === 0) return checked ? <p class="good">{t('prepare.no_faults')}</p> : null;
  const plan = fittedPlan(fitted);
  return (
    <div class="faults" role="status" data-testid="session-faults">
      <p class="fault">{t('prepare.faults', { count: faults.length })}</p>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.pointer} ${fault.message}`}>
            <code dir="ltr">{fault.pointer || '/'}</code> <span lang="en">{fault.message}</span>
          </li>
        ))}
      </ul>
      {plan.length > 0 && (
        <>
          <p>{t('prepare.fitted')}</p>
          <ol>
            {plan.map((phase, index) => (
              <li key={`${index} ${phase.title}`}>
                {t('prepare.fitted_phase', { title: phase.title, was: phase.minutes, is: phase.fitted_minutes })}
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

function fittedPlan(fitted: unknown): FittedPhase[] {
  return Array.isArray(fitted) ? (fitted as FittedPhase[]) : [];
}
