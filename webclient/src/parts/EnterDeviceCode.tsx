import { useState } from 'preact/hooks';
import { t } from '@/text';
import { TextField } from './Field';

const letters = /^[A-HJ-NP-Z2-9]{10}$/;

/** On the join page: who is here already goes on with a code instead of coming in anew. */
export function EnterDeviceCode() {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const go = (event: Event) => {
    event.preventDefault();
    const code = typed.replace(/[\s-]/g, '').toUpperCase();
    setWrong(!letters.test(code));
    if (!letters.test(code)) return;
    location.hash = `invite=${code}`;
    location.reload();
  };
  return (
    <details class="more">
      <summary>{t('device.enter')}</summary>
      <form class="form" onSubmit={go}>
        <TextField label={t('device.code')} hint={t('device.enter_hint')} value={typed} change={setTyped} limit={20} />
        {wrong && (
          <p class="fault" role="alert">
            {t('device.wrong')}
          </p>
        )}
        <button type="submit" class="button plain">
          {t('device.go')}
        </button>
      </form>
    </details>
  );
}
