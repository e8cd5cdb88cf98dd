import { useState } from 'preact/hooks';
import type { HandView } from '@/core/types';
import { t } from '@/text';
import { useRoundtable, useView } from './context';
import { Dialog } from './Dialog';
import { TextField } from './Field';
import { expectedHand } from './waiting';

interface Props {
  hand: HandView;
  close: () => void;
}

/** Overruling the order, with a reason that stays in the record. */
export function GiveDialog({ hand, close }: Props) {
  const { live } = useRoundtable();
  const expected = expectedHand(useView().floor);
  const [reason, setReason] = useState('');
  const give = (event: Event) => {
    event.preventDefault();
    if (reason.trim() === '') return;
    live.send({ type: 'floor.give', data: { hand: hand.hand, expected, reason: reason.trim() } });
    close();
  };
  return (
    <Dialog title={t('give.title', { name: hand.name })} close={close}>
      <form class="form" onSubmit={give}>
        <p class="quiet">{t('give.hint')}</p>
        <div class="row">
          {(['give.reason_time_zone', 'give.reason_topic', 'give.reason_line'] as const).map((key) => (
            <button key={key} type="button" class="button plain" onClick={() => setReason(t(key))}>
              {t(key)}
            </button>
          ))}
        </div>
        <TextField label={t('give.reason')} value={reason} change={setReason} required />
        <button type="submit" class="button primary">
          {t('floor.give')}
        </button>
      </form>
    </Dialog>
  );
}
