import { useState } from 'preact/hooks';
import type { Role } from '@/core/types';
import type { CreatedSession } from '@/link/api';
import { t } from '@/text';
import { Button } from './Button';
import { CopyText } from './CopyText';
import { Dialog } from './Dialog';
import { QrCode } from './QrCode';

interface Row {
  name: string;
  link: string;
}

/** Who is needed first comes first. */
const order: readonly Role[] = [
  'moderator',
  'online_moderator',
  'steward',
  'rapporteur',
  'speaker',
  'attendee',
  'display',
  'overlay',
  'captioner',
];

/** The links of a new session: shown once, to be copied and handed out. */
export function SessionLinks({ created, again }: { created: CreatedSession; again: () => void }) {
  const [shown, setShown] = useState<Row | null>(null);
  const roles = order.flatMap((role) => {
    const link = created.links[role];
    return link === undefined ? [] : [{ name: t(`role.${role}`), link }];
  });
  const people = (created.people ?? []).map((person) => ({
    name: t('prepare.person', { name: person.name, role: t(`role.${person.role}`) }),
    link: person.link,
  }));
  const all = [...roles, ...people].map((row) => `${row.name}\n${row.link}`).join('\n\n');
  return (
    <section class="card" aria-labelledby="links-title" data-testid="session-links">
      <h2 id="links-title">{t('prepare.created')}</h2>
      <p>{t('prepare.code')}</p>
      <p class="join-code" dir="ltr" data-testid="join-code">
        {created.code}
      </p>
      <p class="hint">{t('prepare.links_hint')}</p>
      <h3>{t('prepare.role_links')}</h3>
      <LinkRows rows={roles} show={setShown} />
      {people.length > 0 && <h3>{t('prepare.person_links')}</h3>}
      <LinkRows rows={people} show={setShown} />
      <div class="row">
        <a class="button plain" href={textFile(all)} download={`roundtable-${created.code}.txt`}>
          {t('prepare.download_links')}
        </a>
        <Button label={t('prepare.another')} press={again} />
      </div>
      {shown !== null && (
        <Dialog title={shown.name} close={() => setShown(null)}>
          <QrCode text={shown.link} label={t('prepare.qr', { name: shown.name })} />
        </Dialog>
      )}
    </section>
  );
}

const textFile = (text: string): string => `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`;

function LinkRows({ rows, show }: { rows: Row[]; show: (row: Row) => void }) {
  return (
    <ul class="plain-list ruled">
      {rows.map((row) => (
        <li key={row.link} class="link-row">
          <a href={row.link}>{row.name}</a>
          <div class="row">
            <CopyText label={row.name} text={row.link} />
            <Button label={t('prepare.show_qr')} about={row.name} press={() => show(row)} />
          </div>
        </li>
      ))}
    </ul>
  );
}
