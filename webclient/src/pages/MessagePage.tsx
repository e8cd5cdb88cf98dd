import type { ComponentChildren } from 'preact';
import { Button } from '@/parts/Button';
import { t } from '@/text';

interface Props {
  title: string;
  text?: string;
  reload?: boolean;
  children?: ComponentChildren;
}

/** A page with one thing to say. */
export function MessagePage({ title, text, reload, children }: Props) {
  return (
    <main class="narrow message" aria-live="polite">
      <h1>{title}</h1>
      {text !== undefined && <p>{text}</p>}
      {reload && <Button kind="primary" label={t('end.reload')} press={() => location.reload()} />}
      {children}
      <p>
        <a href="/">{t('page.to_start')}</a>
      </p>
    </main>
  );
}
