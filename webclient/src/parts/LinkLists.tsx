import { useState } from 'preact/hooks';
import type { Role } from '@/core/types';
import { api, type CreatedSession, Problem, type RenewedLink } from '@/link/api';
import { t } from '@/text';
import { problemText } from '@/text/problems';
import { Button } from './Button';
import { CopyText } from './CopyText';
import { Dialog } from './Dialog';
import { QrCode } from './QrCode';

export interface LinkRow {
  name: string;
  link: string;
  /** What the server renews; absent: the link bears no secret. */
  which?: RenewedLink;
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

export function linkRows(links: CreatedSession): { roles: LinkRow[]; people: LinkRow[] } {
  const roles = order.flatMap((role): LinkRow[] => {
    const link = links.links[role];
    if (link === undefined) return [];
    return [{ name: t(`role.${role}`), link, ...(role === 'attendee' ? {} : { which: { role } }) }];
  });
  const people = (links.people ?? []).map(
    ({ person, name, role, link }): LinkRow => ({
      name: t('prepare.person', { name, role: t(`role.${role}`) }),
      link,
      ...(person === undefined ? {} : { which: { person } }),
    }),
  );
  return { roles, people };
}

interface Props {
  links: CreatedSession;
  bearer: () => string;
  /** A renewed link stands in the list at once. */
  changed?: (links: CreatedSession) => void;
  /** The own link was renewed: this stands in for the token that came by the old one. */
  takeToken?: (token: string) => void;
}

/** Links by role and by person, each with its QR code, to be copied or renewed. */
export function LinkLists({ links, bearer, changed, takeToken }: Props) {
  const [known, setKnown] = useState(links);
  const [shown, setShown] = useState<LinkRow | null>(null);
  const [renewed, setRenewed] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { roles, people } = linkRows(known);
  const renew = async (which: RenewedLink) => {
    if (!window.confirm(t('all_links.renew_confirm'))) return;
    setProblem(null);
    try {
      const { link, token } = await api.renewLink(known.id, bearer(), which);
      if (token !== undefined) takeToken?.(token);
      const next: CreatedSession = {
        ...known,
        links: which.role === undefined ? known.links : { ...known.links, [which.role]: link },
        people: (known.people ?? []).map((each) =>
          which.person !== undefined && each.person === which.person ? { ...each, link } : each,
        ),
      };
      setKnown(next);
      setRenewed(link);
      changed?.(next);
    } catch (error) {
      setProblem(error instanceof Problem ? error : new Problem(0, 'unreachable'));
    }
  };
  const rows = (list: LinkRow[]) => (
    <ul class="plain-list ruled">
      {list.map((row) => (
        <li key={row.name} class="link-row">
          <a href={row.link}>{row.name}</a>
          <div class="row">
            <CopyText label={row.name} text={row.link} />
            <Button label={t('prepare.show_qr')} about={row.name} press={() => setShown(row)} />
            {row.which !== undefined && (
              <Button
                label={t('all_links.renew')}
                about={row.name}
                press={() => row.which !== undefined && renew(row.which)}
              />
            )}
          </div>
          {row.link === renewed && (
            <p class="quiet small" role="status">
              {t('all_links.renewed')}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {problem !== null && <p class="fault">{problemText(problem)}</p>}
      <h3>{t('prepare.role_links')}</h3>
      {rows(roles)}
      {people.length > 0 && <h3>{t('prepare.person_links')}</h3>}
      {people.length > 0 && rows(people)}
      {shown !== null && (
        <Dialog title={shown.name} close={() => setShown(null)}>
          <QrCode text={shown.link} label={t('prepare.qr', { name: shown.name })} />
        </Dialog>
      )}
    </>
  );
}
