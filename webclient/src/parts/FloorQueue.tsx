import { useState } from 'preact/hooks';
import type { Command, HandView } from '@/core/types';
import { t } from '@/text';
import { minutes, wait } from '@/text/format';
import { reasonFor } from '@/text/reasons';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { useRoundtable, useView } from './context';
import { FloorTurn } from './FloorTurn';
import { GiveDialog } from './GiveDialog';
import { aboutPerson, PersonName } from './Person';
import { Gone, StillList, StillNews, useStill } from './StillList';
import { keyOf } from './shortcuts';

/** The floor: one queue for the room and the online side, each place with its reason. */
export function FloorQueue() {
  const { floor, me, session } = useView();
  const [chosen, setChosen] = useState<HandView | 'anybody' | null>(null);
  const still = useStill(floor.queue, (hand) => hand.hand);
  return (
    <section class="panel floor-panel" aria-labelledby="floor-title">
      <h2 id="floor-title" class="eyebrow">
        {t('floor.title')}
      </h2>
      <FloorTurn />
      <div class="split still-head">
        <h3 class="eyebrow" data-testid="waiting-count">
          {t('floor.waiting', { count: floor.queue.length })}
        </h3>
        <StillNews still={still} />
        <span class="quiet small">
          {floor.queue.length > 0 && t('floor.needs', { time: minutes(floor.queue.length * floor.turn_ms) })}
        </span>
      </div>
      {floor.queue.length === 0 && <p class="quiet">{t('floor.empty')}</p>}
      <StillList still={still} ordered class="plain-list ruled queue">
        {(hand, gone) => <HandRow hand={hand} gone={gone} choose={setChosen} />}
      </StillList>
      <div class="row">
        {me.may.includes('floor.give') && session.status !== 'closed' && (
          <Button label={t('floor.give_anybody')} shortcut={keyOf.give_anybody} press={() => setChosen('anybody')} />
        )}
      </div>
      <PolicyLine />
      {chosen !== null && <GiveDialog chosen={chosen} close={() => setChosen(null)} />}
    </section>
  );
}

function HandRow({ hand, gone, choose }: { hand: HandView; gone: boolean; choose: (hand: HandView) => void }) {
  const { live } = useRoundtable();
  const first = hand.position === 1;
  const expected = useView().floor.queue[0]?.hand ?? null;
  const refusal = live.check({ type: 'floor.give', data: { hand: hand.hand, expected, reason: '-' } });
  const mayGive = gone ? refusal !== 'not_allowed' : refusal === null;
  const accept: Command = { type: 'hand.accept', data: { hand: hand.hand } };
  return (
    <li class="hand" data-first={first && !gone} data-testid={`hand-${hand.hand}`}>
      <span class="hand-place">{hand.position}</span>
      <div class="hand-who">
        <p>
          <PersonName name={hand.name} group={hand.stakeholder_group} guest={hand.guest} />
          <Gone />
          {hand.kind !== 'intervention' && <span class="chip">{t(`hand_kind.${hand.kind}`)}</span>}
        </p>
        <p class="small" data-testid="reason">
          {reasonFor(hand)}
          {hand.held && ` · ${t('floor.held')}`}
        </p>
        <p class="quiet small">{detailsOf(hand)}</p>
      </div>
      <div class="row hand-acts">
        {first ? (
          <ActionButton
            command={{ type: 'floor.give', data: { hand: hand.hand, expected: hand.hand } }}
            label={t('floor.give')}
            kind="primary"
            shortcut={keyOf.give}
            about={hand.name}
          />
        ) : (
          mayGive && <Button label={t('floor.give_other')} about={hand.name} press={() => choose(hand)} />
        )}
        {live.check(accept) === null && <ActionButton command={accept} label={t('hand.accept')} about={hand.name} />}
        <ActionButton
          command={{ type: 'hand.lower', data: { hand: hand.hand } }}
          label={t('hand.lower_short')}
          about={hand.name}
        />
      </div>
    </li>
  );
}

function detailsOf(hand: HandView): string {
  const details = [
    aboutPerson(hand),
    hand.by_staff ? t('floor.by_staff') : '',
    t('floor.starts_in', { wait: wait(hand.wait_ms) }),
  ];
  return details.filter((detail) => detail !== '').join(' · ');
}

/** The order's rules in words, so that nobody has to guess what the queue does. */
function PolicyLine() {
  const { floor } = useView();
  const rules = floor.rules.map((rule) =>
    rule.by === undefined
      ? t(`rule.${rule.rule}`)
      : t('rule.by', { rule: t(`rule.${rule.rule}`), attribute: t(`shares.${rule.by}`) }),
  );
  return <p class="quiet small">{t('floor.policy', { rules: rules.join(' → ') })}</p>;
}
