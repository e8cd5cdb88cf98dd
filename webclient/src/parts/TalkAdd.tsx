import { useState } from 'preact/hooks';
import type { PhaseView } from '@/core/types';
import { t } from '@/text';
import { useRoundtable } from './context';
import { Dialog } from './Dialog';
import { TextField } from './Field';
import { PersonPicker, type Picked, usePicker } from './PersonPicker';

const usualMinutes = '5';
const longestMinutes = 60;

/** Minutes as people type them; null where they are none that a talk can have. */
export function secondsOf(typed: string): number | null {
  const minutes = Number(typed.trim().replace(',', '.'));
  const seconds = Math.round(minutes * 60);
  return Number.isFinite(seconds) && seconds >= 10 && minutes <= longestMinutes ? seconds : null;
}

/** A speaker more, at the end of the line-up. */
export function TalkAdd({ phase, close }: { phase: PhaseView; close: () => void }) {
  const { live } = useRoundtable();
  const picker = usePicker(false);
  const [minutes, setMinutes] = useState(usualMinutes);
  const seconds = secondsOf(minutes);
  const add = (picked: Picked | null) => {
    if (picked === null || !('person' in picked) || seconds === null) return;
    live.send({ type: 'talk.add', data: { phase: phase.phase, person: picked.person.person, seconds } });
    close();
  };
  return (
    <Dialog title={t('talk.add_title')} close={close}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          add(picker.chosen);
        }}
      >
        <PersonPicker picker={picker} hint={t('talk.add_to', { title: phase.title })} pick={add} />
        <TextField label={t('talk.minutes')} value={minutes} change={setMinutes} limit={5} required />
        <button type="submit" class="button primary" aria-disabled={picker.chosen === null || seconds === null}>
          {t('talk.add_send')}
        </button>
      </form>
    </Dialog>
  );
}
