import { useRef, useState } from 'preact/hooks';
import { t } from '@/text';

interface Props {
  label: string;
  text: string;
}

/** A text to take along. The clipboard is closed to pages without TLS; then the text is selected for the person's own copy. */
export function CopyText({ label, text }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = () => {
    field.current?.select();
    const wrote = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    wrote.then(
      () => setCopied(true),
      () => setCopied(document.execCommand('copy')),
    );
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
