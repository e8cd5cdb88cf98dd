import { useEffect, useState } from 'preact/hooks';
import { copyText } from '@/link/clipboard';
import { t } from '@/text';
import { Button } from './Button';
import { useView } from './context';
import { Dialog } from './Dialog';
import { paper } from './paper';
import { keyOf } from './shortcuts';

const saidFor = 4000;

/** One key, and plan and queue can be pasted or printed. Where nothing may be copied, the text stands ready to be taken by hand. */
export function CopyPaper() {
  const view = useView();
  const [copied, setCopied] = useState(0);
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    if (copied === 0) return;
    const timer = setTimeout(() => setCopied(0), saidFor);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    const text = paper(view);
    if (await copyText(text)) setCopied((times) => times + 1);
    else setShown(text);
  };
  return (
    <>
      <Button
        label={copied > 0 ? t('button.copied') : t('paper.copy')}
        shortcut={keyOf.copy_paper}
        press={copy}
        testid="copy-paper"
      />
      <span class="heard-only" role="status">
        {copied > 0 && t('button.copied')}
      </span>
      {shown !== null && (
        <Dialog title={t('paper.title')} close={() => setShown(null)} wide>
          <p class="hint">{t('paper.by_hand')}</p>
          <textarea
            class="paper"
            readOnly
            rows={16}
            aria-label={t('paper.title')}
            ref={(field) => field?.select()}
            value={shown}
          />
        </Dialog>
      )}
    </>
  );
}
