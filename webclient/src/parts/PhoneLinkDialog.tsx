import { useEffect, useState } from 'preact/hooks';
import type { PersonView } from '@/core/types';
import { api, Problem } from '@/link/api';
import { t } from '@/text';
import { problemText } from '@/text/problems';
import { CopyText } from './CopyText';
import { useRoundtable } from './context';
import { Dialog } from './Dialog';
import { QrCode } from './QrCode';

/** Hands the entry over to the person's own phone: hand, place and questions go with it. */
export function PhoneLinkDialog({ person, close }: { person: PersonView; close: () => void }) {
  const { live, facts } = useRoundtable();
  const [link, setLink] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    api.phoneLink(facts.id, live.bearer(), person.person).then(setLink, (error) => {
      setProblem(error instanceof Problem ? error : new Problem(0, 'unreachable'));
    });
  }, [facts.id, live, person.person]);
  return (
    <Dialog title={t('phone.title', { name: person.name })} close={close}>
      <p class="quiet">{t('phone.hint')}</p>
      {problem !== null && <p class="fault">{problemText(problem)}</p>}
      {link === null && problem === null && <p>{t('page.loading')}</p>}
      {link !== null && (
        <>
          <QrCode text={link} label={t('phone.qr', { name: person.name })} />
          <CopyText label={t('phone.address')} text={link} />
        </>
      )}
    </Dialog>
  );
}
