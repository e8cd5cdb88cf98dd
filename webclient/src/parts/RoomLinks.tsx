import { t } from '@/text';
import { CopyText } from './CopyText';
import { joinAddress, useRoundtable } from './context';
import { Dialog } from './Dialog';
import { QrCode } from './QrCode';

export function RoomLinks({ close }: { close: () => void }) {
  const { facts } = useRoundtable();
  const address = joinAddress(facts);
  return (
    <Dialog title={t('links.title')} close={close}>
      <p>{t('links.hint')}</p>
      <p class="join-code" dir="ltr" data-testid="join-code">
        {facts.code}
      </p>
      <QrCode text={address} label={t('links.qr')} />
      <CopyText label={t('links.address')} text={address} />
    </Dialog>
  );
}
