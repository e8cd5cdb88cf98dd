import '@/style/states.css';
import { t } from '@/text';
import { useView } from './context';

/** Above every page while it is a rehearsal, or open again after a close: nobody should take it for the session itself. */
export function SessionBand() {
  const { stage } = useView().session;
  if (stage !== 'rehearsal' && stage !== 'reopened') return null;
  return (
    <p class="session-band" role="status" data-stage={stage} data-testid={`stage-${stage}`}>
      <strong>{t(`stage.${stage}`)}</strong> · {t(`stage.${stage}_hint`)}
    </p>
  );
}

/** The same where there is no room for a line: the room screen and the overlay. */
export function StageBadge({ class: name }: { class: string }) {
  const { stage } = useView().session;
  if (stage !== 'rehearsal' && stage !== 'reopened') return null;
  return (
    <strong class={name} data-stage={stage} data-testid={`stage-${stage}`}>
      {t(`stage.${stage}`)}
    </strong>
  );
}
