import { useState } from 'preact/hooks';
import type { Modality } from '@/core/types';
import { t } from '@/text';
import { modalityName } from '@/text/reasons';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { useRoundtable, useView } from './context';
import { Dialog } from './Dialog';
import { PersonPicker, type Picked, usePicker } from './PersonPicker';
import { expectedHand } from './waiting';

const places: readonly Modality[] = ['onsite', 'online'];

/** The floor without a hand: for anybody of the session, for a panellist's answer, or for somebody known by name only. */
export function GiveSomebody({ close }: { close: () => void }) {
  const { live } = useRoundtable();
  const { floor } = useView();
  const picker = usePicker(true);
  const [where, setWhere] = useState<Modality>('onsite');
  const { chosen } = picker;
  const give = (picked: Picked | null, answers: boolean) => {
    if (picked === null) return;
    const who = 'person' in picked ? { person: picked.person.person } : { name: picked.newcomer, modality: where };
    const kind = answers ? { kind: 'answer' as const } : {};
    live.send({ type: 'floor.give', data: { ...who, ...kind, expected: expectedHand(floor) } });
    close();
  };
  return (
    <Dialog title={t('give.anybody_title')} close={close} wide>
      <p class="quiet">{t('give.anybody_hint')}</p>
      <PersonPicker picker={picker} hint={t('give.anybody_keys')} pick={give} />
      {chosen !== null && 'newcomer' in chosen && (
        <fieldset class="segments">
          <legend class="hint">{t('give.newcomer_hint')}</legend>
          {places.map((place) => (
            <button
              key={place}
              type="button"
              class="segment"
              aria-pressed={where === place}
              onClick={() => setWhere(place)}
            >
              {modalityName(place)}
            </button>
          ))}
        </fieldset>
      )}
      <div class="row">
        <Button
          label={t('floor.give')}
          kind="primary"
          disabled={chosen === null}
          press={() => give(chosen, false)}
          testid="give-somebody"
        />
        <Button
          label={t('give.answer')}
          disabled={chosen === null}
          press={() => give(chosen, true)}
          testid="give-answer"
        />
        {chosen !== null && 'person' in chosen && (
          <ActionButton
            command={{ type: 'hand.raise', data: { kind: 'intervention', for: chosen.person.person } }}
            label={t('floor.raise_for')}
            about={chosen.person.name}
            sent={close}
          />
        )}
      </div>
    </Dialog>
  );
}
