import { t } from '@/text';
import { joinAddress, useRoundtable, useView } from './context';
import { joinedText } from './Present';
import { QrCode } from './QrCode';

export function DisplayJoin({ large }: { large?: boolean }) {
  const { facts } = useRoundtable();
  const view = useView();
  const joined = joinedText(view);
  const address = joinAddress(facts);
  const host = new URL(address, location.href).host;
  return (
    <section class={large ? 'display-join large' : 'display-join'} aria-label={t('display.join')}>
      <div>
        <p class="display-quiet">{view.joins.mode === 'closed' ? t('display.nobody_new') : t('display.join')}</p>
        <p class="display-code" dir="ltr" data-testid="join-code">
          {facts.code.slice(0, 3)} {facts.code.slice(3)}
        </p>
        <p class="display-quiet" dir="ltr">
          {host}
        </p>
        {joined !== null && (
          <p class="display-quiet" data-testid="joined">
            {joined}
          </p>
        )}
      </div>
      <QrCode text={address} label={t('links.qr')} />
    </section>
  );
}
