import { useEffect, useState } from 'preact/hooks';
import { api, type CreatedSession, Problem } from '@/link/api';
import { t } from '@/text';
import { problemText } from '@/text/problems';
import { useRoundtable } from './context';
import { Dialog } from './Dialog';
import { LinkLists } from './LinkLists';

/** The moderator's list of all links, each to be renewed alone. */
export function AllLinksDialog({ close }: { close: () => void }) {
  const { live, facts } = useRoundtable();
  const [links, setLinks] = useState<CreatedSession | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    api.links(facts.id, live.bearer()).then(setLinks, (error) => {
      setProblem(error instanceof Problem ? error : new Problem(0, 'unreachable'));
    });
  }, [facts.id, live]);
  return (
    <Dialog title={t('all_links.title')} close={close} wide>
      <p class="quiet">{t('all_links.hint')}</p>
      {problem !== null && <p class="fault">{problemText(problem)}</p>}
      {links === null && problem === null && <p>{t('page.loading')}</p>}
      {links !== null && (
        <LinkLists links={links} bearer={() => live.bearer()} takeToken={(token) => live.takeToken(token)} />
      )}
    </Dialog>
  );
}
