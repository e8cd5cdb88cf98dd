import '@/text/desk_sentences';
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '@/parts/Button';
import { TextField } from '@/parts/Field';
import { readCode, sessionPath } from '@/route';
import { t } from '@/text';

export function StartPage() {
  return (
    <main class="narrow start">
      <h1>{t('product.name')}</h1>
      <p class="lead">{t('start.lead')}</p>
      <EnterCode />
      <Prepare />
    </main>
  );
}

/** Fetched when asked for: most who come here only want to join. */
function Prepare() {
  const [Session, setSession] = useState<ComponentType | null>(null);
  if (Session !== null) return <Session />;
  const open = () => import('@/parts/PrepareSession').then((file) => setSession(() => file.PrepareSession));
  return (
    <section class="card" aria-labelledby="prepare-title">
      <h2 id="prepare-title">{t('prepare.title')}</h2>
      <p class="quiet">{t('prepare.hint')}</p>
      <Button label={t('prepare.open')} press={open} />
    </section>
  );
}

function EnterCode() {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const enter = (event: Event) => {
    event.preventDefault();
    const code = readCode(text);
    setWrong(code === null);
    if (code !== null) location.assign(sessionPath(code));
  };
  return (
    <form class="card form" onSubmit={enter} aria-label={t('start.join_title')}>
      <h2>{t('start.join_title')}</h2>
      <TextField
        label={t('start.code')}
        hint={t('start.code_hint')}
        value={text}
        change={setText}
        required
        limit={12}
      />
      {wrong && (
        <p class="fault" role="alert">
          {t('start.code_wrong')}
        </p>
      )}
      <button type="submit" class="button primary large">
        {t('start.enter')}
      </button>
    </form>
  );
}
