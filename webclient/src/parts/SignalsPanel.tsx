import type { SignalsView } from '@/core/types';
import { t } from '@/text';
import { list } from '@/text/format';
import { useView } from './context';

/** What goes wrong for whom, so that somebody can act before the person gives up. */
export function SignalsPanel() {
  const { signals } = useView();
  return (
    <section class="signals" aria-label={t('signals.title')} aria-live="polite" data-testid="signals">
      {signals.active.map((active) => (
        <p key={active.signal} class="signal" data-testid={`signal-${active.signal}`}>
          {t(`signals.${active.signal}`, { who: who(active), count: active.people.length })}
        </p>
      ))}
    </section>
  );
}

function who(active: SignalsView['active'][number]): string {
  const parts = [
    active.online > 0 ? t('signals.online', { count: active.online }) : '',
    active.onsite > 0 ? t('signals.onsite', { count: active.onsite }) : '',
    active.not_stated > 0 ? t('signals.not_stated', { count: active.not_stated }) : '',
  ];
  return list(parts.filter((part) => part !== ''));
}
