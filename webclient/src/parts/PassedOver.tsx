import type { HandView } from '@/core/types';
import { t } from '@/text';
import { ActionButton } from './ActionButton';

/** The own hand was called and nobody answered: one press, and it stands where it stood. */
export function PassedOver({ hand }: { hand: HandView }) {
  return (
    <section class="card strong" aria-label={t('hand.title')} data-testid="own-hand">
      <h2 class="large-name">{t('hand.passed_over')}</h2>
      <p>{t('hand.passed_over_hint')}</p>
      <ActionButton
        command={{ type: 'hand.back', data: { hand: hand.hand } }}
        label={t('hand.i_am_here')}
        kind="primary"
        testid="i-am-here"
      />
      <ActionButton command={{ type: 'hand.lower', data: { hand: hand.hand } }} label={t('hand.lower')} />
    </section>
  );
}
