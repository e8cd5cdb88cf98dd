import type { Id, TakeawayView } from '@/core/types';
import { t } from '@/text';
import { timeOfDay } from '@/text/format';
import { ActionButton } from './ActionButton';
import { useView } from './context';
import { Words } from './Words';

/** The own notes among what an item may rest on. */
export function NotesAsEvidence({ item }: { item: TakeawayView }) {
  const { jottings } = useView();
  const linked = new Set<Id>(item.evidence.flatMap((piece) => ('jot' in piece ? piece.jot : [])));
  if (jottings.length === 0) return null;
  return (
    <>
      <h3>{t('evidence.notes')}</h3>
      <ul class="plain-list ruled">
        {[...jottings].reverse().map((jotting) => (
          <li key={jotting.jot} class="split">
            <span>
              <Words>{jotting.text}</Words>
              <span class="quiet small clock">
                {' · '}
                {timeOfDay(jotting.at_ms)}
              </span>
            </span>
            {linked.has(jotting.jot) ? (
              <span class="quiet small">{t('evidence.linked')}</span>
            ) : (
              <ActionButton
                command={{ type: 'takeaway.link', data: { item: item.item, evidence: { jot: jotting.jot } } }}
                label={t('evidence.link')}
                about={jotting.text}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
