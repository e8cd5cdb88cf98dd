import { useRef, useState } from 'preact/hooks';
import { copyText } from '@/link/clipboard';
import { t } from '@/text';

interface Props {
  label: string;
  text: string;
}

/** A text to take along; where no browser way of copying is open it stays selected for the person's own copy. */
export function CopyText({ label, text }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    setCopied(await copyText(text));
    field.current?.select();
  };
  return (
    <div class="copy">
      <input ref={field} type="text" readOnly value={text} aria-label={label} dir="ltr" />
      <button type="button" class="button plain" aria-label={`${t('button.copy')}: ${label}`} onClick={copy}>
        {copied ? t('button.copied') : t('button.copy')}
      </button>
    </div>
  );
}
