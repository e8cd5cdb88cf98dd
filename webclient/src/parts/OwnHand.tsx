import { useState } from 'preact/hooks';
import type { HandKind, HandView } from '@/core/types';
import { t } from '@/text';
import { place, untilTurn, wait } from '@/text/format';
import { ownReasonFor } from '@/text/reasons';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { useRoundtable, useView } from './context';
import { OwnExtraTime } from './ExtraTime';
import { ChoiceField } from './Field';
import { AwakeSwitch } from './KeepAwake';
import { PassedOver } from './PassedOver';
import { PolicyName } from './Policy';
import { QueueClosed, QueueModeLine } from './QueueMode';
import { SoundSwitch } from './TurnNotice';
import { SpokenLanguage, TypedHandWords, TypeWithHand } from './TypedHand';

/** The own request for the floor: raise it, see its place and why, lower it. Typing instead is always offered. */
export function OwnHand({ typeInstead }: { typeInstead: () => void }) {
  const { floor } = useView();
  if (floor.turn?.mine) return null;
  return floor.mine === null ? <RaiseHand /> : <HandUp hand={floor.mine} typeInstead={typeInstead} />;
}

function RaiseHand() {
  const { live } = useRoundtable();
  const { floor, session } = useView();
  const [kind, setKind] = useState<HandKind>('intervention');
  const [spoken, setSpoken] = useState('');
  const queued = live.waiting.value.some((waiting) => waiting.command.type === 'hand.raise');
  if (session.status === 'closed') return null;
  if (floor.mode === 'closed') return <QueueClosed />;
  return (
    <section class="card" aria-label={t('hand.title')} data-testid="own-hand">
      <p class="quiet">
        {queued && live.connection.value !== 'live'
          ? t('hand.queued')
          : floor.if_raised === null
            ? t('hand.not_now')
            : t('hand.if_raised', { place: place(floor.if_raised.position), wait: wait(floor.if_raised.wait_ms) })}
      </p>
      <PolicyName />
      <QueueModeLine />
      <ActionButton
        command={{ type: 'hand.raise', data: { kind, ...(spoken === '' ? {} : { language: spoken }) } }}
        label={kind === 'intervention' ? t('hand.raise') : t('hand.raise_as', { kind: t(`hand_kind.${kind}`) })}
        kind="primary"
        testid="raise-hand"
      />
      <details class="more">
        <summary>{t('hand.other_kind')}</summary>
        <ChoiceField
          label={t('hand.kind')}
          value={kind}
          choices={floor.kinds.map((each) => [each, t(`hand_kind.${each}`)] as const)}
          change={setKind}
        />
        <p class="hint">{t(`hand_kind_hint.${kind}`)}</p>
        <SpokenLanguage language={spoken} choose={setSpoken} />
      </details>
      <TypeWithHand kind={kind} />
      <OwnExtraTime />
      <OwnSwitches />
    </section>
  );
}

function HandUp({ hand, typeInstead }: { hand: HandView; typeInstead: () => void }) {
  if (hand.away) return <PassedOver hand={hand} />;
  return (
    <section class="card strong" aria-label={t('hand.title')} data-testid="own-hand">
      <h2 class="eyebrow">
        {t('hand.up')}
        {hand.kind !== 'intervention' && ` · ${t(`hand_kind.${hand.kind}`)}`}
      </h2>
      <p class="large-name" data-testid="own-place">
        {hand.position === 1 ? t('hand.you_are_next') : t('hand.you_are', { place: place(hand.position) })}
      </p>
      <p class="until-turn clock" data-testid="until-turn">
        {untilTurn(hand.wait_ms)}
      </p>
      <p>
        {ownReasonFor(hand)} {hand.held && t('own_reason.held')}
      </p>
      <PolicyName />
      <QueueModeLine />
      <TypedHandWords hand={hand} />
      <div class="row">
        <ActionButton command={{ type: 'hand.lower', data: { hand: hand.hand } }} label={t('hand.lower')} />
        <Button label={t('hand.type_instead')} press={typeInstead} />
      </div>
      <OwnSwitches />
    </section>
  );
}

/** How this device behaves while one waits. */
function OwnSwitches() {
  return (
    <div>
      <SoundSwitch />
      <AwakeSwitch />
    </div>
  );
}
