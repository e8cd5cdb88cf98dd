import { useEffect, useState } from 'preact/hooks';
import { copyText } from '@/link/clipboard';
import { t } from '@/text';
import { Button } from './Button';

const saidFor = 4000;

/** Takes one field of the record along; where nothing may be copied the text stands selected for the person's own copy. */
export function CopyButton({ text, about, label = t('copy.field') }: { text: string; about: string; label?: string }) {
  const [copied, setCopied] = useState(0);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (copied === 0) return;
    const timer = setTimeout(() => setCopied(0), saidFor);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    const done = await copyText(text);
    setShown(!done);
    if (done) setCopied((times) => times + 1);
  };
  return (
    <>
      <Button label={copied > 0 ? t('button.copied') : label} about={about} press={copy} />
      <span class="heard-only" role="status">
        {copied > 0 && t('button.copied')}
      </span>
      {shown && (
        <div class="field">
          <p class="hint">{t('copy.by_hand')}</p>
          <textarea readOnly rows={4} aria-label={about} dir="auto" ref={(field) => field?.select()} value={text} />
        </div>
      )}
    </>
  );
}
