import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '@/text';

interface Props {
  title: string;
  close: () => void;
  wide?: boolean;
  children: ComponentChildren;
}

/** The browser's own modal dialog: focus, Escape and the inert page behind come with it. */
export function Dialog({ title, close, wide, children }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Open before the next key is read: what is typed right after the key that opened it must not act on the page behind.
  useLayoutEffect(() => {
    const opener = document.activeElement;
    const dialog = element.current;
    dialog?.showModal();
    return () => {
      // As long as it is open, nothing behind it can take the focus.
      dialog?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog ref={element} class={wide ? 'dialog wide' : 'dialog'} aria-labelledby={heading} onClose={close}>
      <header class="dialog-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" class="button plain" onClick={close}>
          {t('button.close')}
        </button>
      </header>
      {children}
    </dialog>
  );
}
