import { useState } from 'preact/hooks';
import type { HandKind } from '@/core/types';
import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { useView } from './context';
import { ChoiceField } from './Field';
import { PolicyName } from './Policy';

const urgent: readonly HandKind[] = ['point_of_order', 'technical'];

/** In place of the button: why no hand can be raised. What is urgent still can. */
export function QueueClosed() {
  const { floor } = useView();
  const kinds = floor.kinds.filter((kind) => urgent.includes(kind));
  const [kind, setKind] = useState<HandKind>('technical');
  return (
    <section class="card" aria-label={t('hand.title')} data-testid="own-hand">
      <p data-testid="queue-mode">{t('mode.closed_reason')}</p>
      <PolicyName />
      <details class="more">
        <summary>{t('hand.urgent')}</summary>
        {kinds.length > 1 && (
          <ChoiceField
            label={t('hand.kind')}
            value={kind}
            choices={kinds.map((each) => [each, t(`hand_kind.${each}`)] as const)}
            change={setKind}
          />
        )}
        <p class="hint">{t(`hand_kind_hint.${kind}`)}</p>
        <ActionButton
          command={{ type: 'hand.raise', data: { kind } }}
          label={t('hand.raise_as', { kind: t(`hand_kind.${kind}`) })}
        />
      </details>
    </section>
  );
}

/** What the queue's mode means to those who are in it or could be. */
export function QueueModeLine() {
  const { mode } = useView().floor;
  if (mode === 'open') return null;
  return (
    <p class="quiet" data-testid="queue-mode">
      {t(`mode.${mode}_reason`)}
    </p>
  );
}
