import { ConnectionState } from '@/parts/ConnectionState';
import { useView } from '@/parts/context';
import { NowSpeaking } from '@/parts/NowSpeaking';
import { Words } from '@/parts/Words';
import { t } from '@/text';

/** Who speaks, for those who write the captions of the video call. */
export function CaptionerPage() {
  const { session } = useView();
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
      </section>
    </main>
  );
}
