import type { Id, TakeawayView } from '@/core/types';
import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { useView } from './context';
import { Words } from './Words';

/** Polls that were opened, among what an item may rest on. */
export function PollsAsEvidence({ item }: { item: TakeawayView }) {
  const polls = useView().polls.filter((poll) => poll.status !== 'draft');
  const linked = new Set<Id>(item.evidence.flatMap((piece) => ('poll' in piece ? piece.poll : [])));
  if (polls.length === 0) return null;
  return (
    <>
      <h3>{t('evidence.polls')}</h3>
      <ul class="plain-list ruled">
        {polls.map((poll) => (
          <li key={poll.poll} class="split">
            <Words>{poll.title}</Words>
            {linked.has(poll.poll) ? (
              <span class="quiet small">{t('evidence.linked')}</span>
            ) : (
              <ActionButton
                command={{ type: 'takeaway.link', data: { item: item.item, evidence: { poll: poll.poll } } }}
                label={t('evidence.link')}
                about={poll.title}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
