import { useState } from 'preact/hooks';
import type { CreatedSession } from '@/link/api';
import { t } from '@/text';
import { Button } from './Button';
import { LinkLists, linkRows } from './LinkLists';

interface Props {
  created: CreatedSession;
  /** Renews links; kept no longer than this page stands. */
  adminKey: string;
  again: () => void;
}

/** The links of a new session: shown once, to be copied and handed out. */
export function SessionLinks({ created, adminKey, again }: Props) {
  const [links, setLinks] = useState(created);
  const { roles, people } = linkRows(links);
  const all = [...roles, ...people].map((row) => `${row.name}\n${row.link}`).join('\n\n');
  return (
    <section class="card" aria-labelledby="links-title" data-testid="session-links">
      <h2 id="links-title">{t('prepare.created')}</h2>
      <p>{t('prepare.code')}</p>
      <p class="join-code" dir="ltr" data-testid="join-code">
        {created.code}
      </p>
      <p class="hint">{t('prepare.links_hint')}</p>
      <LinkLists links={created} bearer={() => adminKey} changed={setLinks} />
      <div class="row">
        <a class="button plain" href={textFile(all)} download={`roundtable-${created.code}.txt`}>
          {t('prepare.download_links')}
        </a>
        <Button label={t('prepare.another')} press={again} />
      </div>
    </section>
  );
}

const textFile = (text: string): string => `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`;
