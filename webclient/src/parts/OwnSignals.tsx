import type { SignalKind } from '@/core/types';
import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { useView } from './context';
import { Dialog } from './Dialog';

const kinds: readonly SignalKind[] = ['cannot_hear', 'cannot_see', 'too_fast', 'technical_help'];

/** "Problem?": tells staff at once, without taking the floor. */
export function ProblemDialog({ close }: { close: () => void }) {
  const { signals } = useView();
  return (
    <Dialog title={t('problem.title')} close={close}>
      <p class="quiet">{t('problem.hint')}</p>
      <div class="stack">
        {kinds.map((signal) => {
          const on = signals.mine.includes(signal);
          return (
            <ActionButton
              key={signal}
              command={{ type: on ? 'signal.clear' : 'signal.send', data: { signal } }}
              label={t(`signal.${signal}`)}
              pressed={on}
              testid={`signal-${signal}`}
            />
          );
        })}
      </div>
      {signals.mine.length > 0 && <p class="good">{t('problem.told')}</p>}
    </Dialog>
  );
}
