import type { Facts } from '@/link/api';
import { isWebAddress } from '@/parts/AttendeeNav';
import { Words } from '@/parts/Words';
import { t } from '@/text';

/** Where WebAssembly is switched off, as by the Lockdown Mode of an iPhone, the page says so and shows the way into the call. */
export function WithoutCorePage({ facts }: { facts: Facts }) {
  const links = (facts.media ?? []).filter((medium) => isWebAddress(medium.url));
  return (
    <main class="narrow" data-testid="without-core">
      <h1>
        <Words>{facts.title}</Words>
      </h1>
      <section class="card strong">
        <h2>{t('without_core.title')}</h2>
        <p>{t('without_core.why')}</p>
        <p>{t('without_core.what_to_do')}</p>
      </section>
      {links.map((medium) => (
        <a key={medium.url} class="button primary large" href={medium.url} rel="noreferrer">
          {t(medium.kind === 'call' ? 'call.open' : medium.kind === 'stream' ? 'call.open_stream' : 'call.open_page', {
            name: medium.label,
          })}
        </a>
      ))}
      {links.length === 0 && <p>{t('without_core.no_link')}</p>}
      <p class="quiet">{t('without_core.ask', { code: facts.code })}</p>
    </main>
  );
}
