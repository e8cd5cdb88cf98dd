import { ConnectionState } from '@/parts/ConnectionState';
import { CopyText } from '@/parts/CopyText';
import { useRoundtable, useView } from '@/parts/context';
import { NowSpeaking } from '@/parts/NowSpeaking';
import { Words } from '@/parts/Words';
import { t } from '@/text';

/** Captions come by HTTP from the captioning service; this page says how, and who speaks. */
export function CaptionerPage({ invite }: { invite: string | null }) {
  const { facts } = useRoundtable();
  const { session } = useView();
  const secret = invite ?? 'SECRET';
  const address = `${location.origin}/api/captions/${secret}?lang=${facts.languages[0] ?? 'en'}&seq=1`;
  return (
    <main class="narrow">
      <ConnectionState />
      <h1>
        <Words>{session.title}</Words>
      </h1>
      <NowSpeaking />
      <section class="card">
        <h2>{t('captions.title')}</h2>
        <p>{t('captions.how')}</p>
        <CopyText label={t('captions.address')} text={address} />
        <p class="quiet">{t('captions.parameters')}</p>
        <p class="quiet">{t('captions.secret')}</p>
      </section>
    </main>
  );
}
