import '@/style/typed.css';
import { useState } from 'preact/hooks';
import type { PersonView } from '@/core/types';
import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { useView } from './context';
import { TextField } from './Field';

const shares = [0, 50, 100] as const;

/** A longer turn for whoever needs it: the usual shares, or another. */
export function ExtraTime({ person }: { person: PersonView }) {
  const { me } = useView();
  const [other, setOther] = useState('');
  if (!me.may.includes('person.extra_time')) return null;
  const now = person.extra_time_percent ?? 0;
  const percent = Number.parseInt(other, 10);
  return (
    <fieldset class="extra-time" data-testid="extra-time">
      <legend>
        {t('extra.title')} {now > 0 && <span class="chip">{t('extra.of', { percent: now })}</span>}
      </legend>
      <p class="hint">{t('extra.hint')}</p>
      <div class="row">
        {shares
          .filter((share) => share !== now)
          .map((share) => (
            <ActionButton
              key={share}
              command={{ type: 'person.extra_time', data: { person: person.person, percent: share } }}
              label={share === 0 ? t('extra.none') : t('extra.of', { percent: share })}
              about={person.name}
            />
          ))}
      </div>
      <div class="row">
        <TextField label={t('extra.other')} value={other} change={setOther} limit={3} />
        {percent >= 0 && percent <= 200 && percent !== now && (
          <ActionButton
            command={{ type: 'person.extra_time', data: { person: person.person, percent } }}
            label={t('extra.set')}
            about={person.name}
            sent={() => setOther('')}
          />
        )}
      </div>
    </fieldset>
  );
}

/** The person is told what was arranged. */
export function OwnExtraTime() {
  const percent = useView().me.extra_time_percent;
  return percent === undefined ? null : <p class="quiet small">{t('extra.yours', { percent })}</p>;
}
