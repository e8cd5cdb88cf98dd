import type { GroupHand, Id, OwnGroup } from '@/core/types';
import { t } from '@/text';
import { countdown } from '@/text/format';
import { ActionButton } from './ActionButton';
import { Gone, StillList, StillNews, useStill } from './StillList';
import { Words } from './Words';

/** The group's own floor: who speaks, who waits in the order of hands, and the host's two acts. */
export function GroupFloor({ inside }: { inside: OwnGroup }) {
  const { turn, hands } = inside;
  const still = useStill(hands, (hand) => hand.person);
  return (
    <section class="card" aria-labelledby="group-floor" data-testid="group-floor">
      <h2 id="group-floor" class="eyebrow">
        {t('floor.now_speaking')}
      </h2>
      {turn === null ? (
        <p class="quiet">{t('group.nobody_speaks')}</p>
      ) : (
        <div class="split" data-testid="group-turn">
          <p class="large-name">{turn.mine ? t('group.you_speak') : <Words>{turn.name}</Words>}</p>
          <span class="clock quiet" role="timer" aria-live="off">
            {countdown(turn.elapsed_ms)}
          </span>
        </div>
      )}
      {turn !== null && (turn.mine || inside.can_lead) && (
        <ActionButton
          command={{ type: 'group.end_turn', data: {} }}
          label={t(turn.mine ? 'turn.yield' : 'turn.end')}
          kind={turn.mine ? 'primary' : 'plain'}
        />
      )}
      <div class="split still-head">
        <h3 class="eyebrow">{t('floor.waiting', { count: hands.length })}</h3>
        <StillNews still={still} />
      </div>
      <StillList still={still} ordered class="plain-list ruled">
        {(hand) => <HandRow hand={hand} place={hands.indexOf(hand) + 1} canLead={inside.can_lead} />}
      </StillList>
      {inside.can_talk && !(turn?.mine ?? false) && <OwnGroupHand inside={inside} />}
      {!inside.can_talk && <p class="hint">{t('group.no_more_hands')}</p>}
      <Spoken spoken={inside.spoken} />
    </section>
  );
}

function HandRow({ hand, place, canLead }: { hand: GroupHand; place: number; canLead: boolean }) {
  return (
    <li class="split group-hand" data-testid={`group-hand-${hand.person}`}>
      <span>
        {place > 0 && <span class="quiet clock">{place}</span>} <Words>{hand.name}</Words>
        {hand.mine && ` ${t('group.me')}`}
        <Gone />
      </span>
      {canLead && (
        <ActionButton
          command={{ type: 'group.give_floor', data: { person: hand.person } }}
          label={t('floor.give')}
          kind={place === 1 ? 'primary' : 'plain'}
          about={hand.name}
        />
      )}
    </li>
  );
}

function OwnGroupHand({ inside }: { inside: OwnGroup }) {
  return inside.my_hand ? (
    <ActionButton command={{ type: 'group.lower_hand', data: {} }} label={t('hand.lower')} testid="group-lower" />
  ) : (
    <ActionButton
      command={{ type: 'group.raise_hand', data: {} }}
      label={t('group.raise')}
      kind="primary"
      testid="group-raise"
    />
  );
}

/** Who has spoken how long, so that the quiet ones are asked. */
export function Spoken({ spoken }: { spoken: readonly { person: Id; name: string; spoken_ms: number }[] }) {
  if (spoken.length === 0) return null;
  return (
    <details class="more small">
      <summary>{t('group.spoken')}</summary>
      <ul class="plain-list">
        {spoken.map((each) => (
          <li key={each.person} class="split">
            <Words>{each.name}</Words>
            <span class="clock">{countdown(each.spoken_ms)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
