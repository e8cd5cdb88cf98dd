import { useState } from 'preact/hooks';
import { characters } from '@/core/limits';
import type { HandView } from '@/core/types';
import { t } from '@/text';
import { useRoundtable, useView } from './context';
import { Dialog } from './Dialog';
import { useDialogKeys } from './dialog_keys';
import { TextField } from './Field';
import { shortcutsOn } from './shortcuts';
import { expectedHand } from './waiting';

interface Props {
  hand: HandView;
  close: () => void;
}

const reasons = [
  'give.reason_topic',
  'give.reason_line',
  'give.reason_unheard',
  'give.reason_addressed',
  'give.reason_agreed',
] as const;
const keys = reasons.map((_, index) => String(index + 1));

/** Overruling the order, with a reason that stays in the record: one key for the usual ones. */
export function GiveDialog({ hand, close }: Props) {
  const { live } = useRoundtable();
  const expected = expectedHand(useView().floor);
  const [own, setOwn] = useState('');
  const give = (reason: string) => {
    if (reason.trim() === '') return;
    live.send({ type: 'floor.give', data: { hand: hand.hand, expected, reason: reason.trim() } });
    close();
  };
  useDialogKeys(keys, (index) => {
    const reason = reasons[index];
    if (reason !== undefined) give(t(reason));
  });
  return (
    <Dialog title={t('give.title', { name: hand.name })} close={close}>
      <p class="quiet">{t('give.hint')}</p>
      <div class="reasons">
        {reasons.map((reason, index) => (
          <button
            key={reason}
            type="button"
            class="button plain"
            aria-keyshortcuts={shortcutsOn.value ? keys[index] : undefined}
            onClick={() => give(t(reason))}
          >
            {shortcutsOn.value && <span class="key" aria-hidden="true" data-key={keys[index]} />}
            {t(reason)}
          </button>
        ))}
      </div>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          give(own);
        }}
      >
        <TextField
          label={t('give.reason')}
          hint={t('give.reason_own')}
          value={own}
          change={setOwn}
          limit={characters.reason}
          required
        />
        <button type="submit" class="button primary">
          {t('floor.give')}
        </button>
      </form>
    </Dialog>
  );
}
