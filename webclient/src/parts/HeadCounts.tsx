import { useState } from 'preact/hooks';
import { t } from '@/text';
import { timeOfDay } from '@/text/format';
import { useRoundtable, useView } from './context';
import { Field } from './Field';

const most = 100_000;
const written = (count: number | null | undefined): string => (count == null ? '' : String(count));

/** How many are there, counted by eye and read off the call. An empty field leaves that side as it was. */
export function HeadCounts() {
  const { live } = useRoundtable();
  const { head_count: counted, me, session } = useView();
  const [room, setRoom] = useState<string | null>(null);
  const [call, setCall] = useState<string | null>(null);
  if (!me.may.includes('head_count.set') || session.status === 'closed') return null;
  const fields = { room: room ?? written(counted?.room), call: call ?? written(counted?.call) };
  const save = (event: Event) => {
    event.preventDefault();
    const data = {
      ...(fields.room === '' ? {} : { room: Number(fields.room) }),
      ...(fields.call === '' ? {} : { call: Number(fields.call) }),
    };
    if (Object.keys(data).length === 0) return;
    live.send({ type: 'head_count.set', data });
    setRoom(null);
    setCall(null);
  };
  return (
    <form class="panel" onSubmit={save} aria-labelledby="heads-title" data-testid="head-counts">
      <h3 id="heads-title" class="eyebrow">
        {t('heads.title')}
      </h3>
      <p class="hint">{t('heads.hint')}</p>
      <div class="row heads">
        <NumberField label={t('heads.room')} value={fields.room} change={setRoom} />
        <NumberField label={t('heads.call')} value={fields.call} change={setCall} />
        <button type="submit" class="button plain">
          {t('heads.save')}
        </button>
      </div>
      {counted !== null && <p class="quiet small">{t('heads.counted', { time: timeOfDay(counted.at_ms) })}</p>}
    </form>
  );
}

function NumberField(props: { label: string; value: string; change: (value: string) => void }) {
  return (
    <Field label={props.label}>
      {({ id }) => (
        <input
          id={id}
          type="number"
          inputmode="numeric"
          min={0}
          max={most}
          step={1}
          value={props.value}
          onInput={(event) => props.change(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
