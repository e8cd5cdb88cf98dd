import { t } from '@/text';
import { wait } from '@/text/format';
import { useView } from './context';
import { PersonName } from './Person';
import { TypedMark } from './ReadAloud';
import { waitingHands } from './waiting';

const shownAtMost = 5;

/** Where the microphone goes next: those in the room, in the shown order, with their seat. */
export function NextOnsite() {
  const { floor } = useView();
  const onsite = waitingHands(floor).filter((hand) => hand.modality === 'onsite');
  return (
    <section class="card" aria-labelledby="next-onsite" data-testid="next-onsite">
      <h2 id="next-onsite" class="eyebrow">
        {t('onsite.title')}
      </h2>
      {onsite.length === 0 && <p class="quiet">{t('onsite.none')}</p>}
      <ol class="plain-list ruled">
        {onsite.slice(0, shownAtMost).map((hand) => (
          <li key={hand.hand} class="split" data-testid={`onsite-${hand.hand}`}>
            <div>
              <p>
                <PersonName name={hand.name} group={hand.stakeholder_group} />
                <TypedMark hand={hand} />
              </p>
              <p class="small">
                {hand.seat ?? hand.affiliation ?? t('onsite.seat_unknown')}
                {hand.held && ` · ${t('floor.held')}`}
              </p>
            </div>
            <span class="quiet clock">{t('onsite.in', { wait: wait(hand.wait_ms) })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
