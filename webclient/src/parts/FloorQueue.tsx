import { useState } from 'preact/hooks';
import type { Command, HandView } from '@/core/types';
import { t } from '@/text';
import { wait } from '@/text/format';
import { reasonFor } from '@/text/reasons';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { CueMenu } from './Cues';
import { useRoundtable, useView } from './context';
import { FloorModeSwitch, TurnLength } from './FloorSettings';
import { FloorTurn } from './FloorTurn';
import { GiveDialog } from './GiveDialog';
import { GiveSomebody } from './GiveSomebody';
import { LineUp } from './LineUp';
import { aboutPerson, PersonName } from './Person';
import { PolicyLine } from './Policy';
import { ReadAhead, TypedMark } from './ReadAloud';
import { Gone, StillList, StillNews, useStill } from './StillList';
import { keyOf } from './shortcuts';
import { talksComeNext } from './talks';
import { expectedHand, waitingHands } from './waiting';

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
      <LineUp />
      <div class="split still-head">
        <h3 class="eyebrow" data-testid="waiting-count">
          {t('floor.waiting', { count: waitingHands(floor).length })}
        </h3>
        <StillNews still={still} />
        <FloorModeSwitch />
      </div>
      <TurnLength />
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
      {chosen === 'anybody' && <GiveSomebody close={() => setChosen(null)} />}
      {chosen !== null && chosen !== 'anybody' && <GiveDialog hand={chosen} close={() => setChosen(null)} />}
    </section>
  );
}

function HandRow({ hand, gone, choose }: { hand: HandView; gone: boolean; choose: (hand: HandView) => void }) {
  const { live } = useRoundtable();
  const first = hand.position === 1;
  const view = useView();
  const expected = expectedHand(view.floor);
  const refusal = live.check({ type: 'floor.give', data: { hand: hand.hand, expected, reason: '-' } });
  const mayGive = gone ? refusal !== 'not_allowed' : refusal === null;
  const accept: Command = { type: 'hand.accept', data: { hand: hand.hand } };
  return (
    <li class="hand" data-first={first && !gone} data-away={hand.away} data-testid={`hand-${hand.hand}`}>
      <span class="hand-place">{hand.away ? '–' : hand.position}</span>
      <div class="hand-who">
        <p>
          <PersonName name={hand.name} group={hand.stakeholder_group} guest={hand.guest} />
          <Gone />
          {hand.away && <span class="chip">{t('hand.is_away')}</span>}
          {hand.kind !== 'intervention' && <span class="chip">{t(`hand_kind.${hand.kind}`)}</span>}
          <TypedMark hand={hand} />
        </p>
        {!hand.away && (
          <p class="small" data-testid="reason">
            {reasonFor(hand)}
            {hand.held && ` · ${t('floor.held')}`}
          </p>
        )}
        <p class="quiet small">{detailsOf(hand)}</p>
        <ReadAhead hand={hand} />
      </div>
      <div class="row hand-acts">
        {first ? (
          <ActionButton
            command={{ type: 'floor.give', data: { hand: hand.hand, expected: hand.hand } }}
            label={t('floor.give')}
            kind={talksComeNext(view) ? 'plain' : 'primary'}
            shortcut={keyOf.give}
            about={hand.name}
          />
        ) : (
          mayGive && <Button label={t('floor.give_other')} about={hand.name} press={() => choose(hand)} />
        )}
        {hand.held && <CueMenu person={hand.person} name={hand.name} />}
        {live.check(accept) === null && <ActionButton command={accept} label={t('hand.accept')} about={hand.name} />}
        <AwayButton hand={hand} first={first} />
        <ActionButton
          command={{ type: 'hand.lower', data: { hand: hand.hand } }}
          label={t('hand.lower_short')}
          about={hand.name}
        />
      </div>
    </li>
  );
}

/** Passed over for now, without loss; and back. */
function AwayButton({ hand, first }: { hand: HandView; first: boolean }) {
  if (hand.away) {
    const back: Command = { type: 'hand.back', data: { hand: hand.hand } };
    return <ActionButton command={back} label={t('hand.back')} about={hand.name} />;
  }
  return (
    <ActionButton
      command={{ type: 'hand.away', data: { hand: hand.hand } }}
      label={first ? t('hand.away_next') : t('hand.away')}
      shortcut={first ? keyOf.hand_away : undefined}
      about={hand.name}
    />
  );
}

function detailsOf(hand: HandView): string {
  const details = [
    aboutPerson(hand),
    hand.by_staff ? t('floor.by_staff') : '',
    hand.away ? '' : t('floor.starts_in', { wait: wait(hand.wait_ms) }),
  ];
  return details.filter((detail) => detail !== '').join(' · ');
}
