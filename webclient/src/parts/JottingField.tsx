import { useId } from 'preact/hooks';
import { characters } from '@/core/limits';
import type { View } from '@/core/types';
import { t } from '@/text';
import { list } from '@/text/format';
import { useRoundtable, useView } from './context';
import { draftNames } from './draft_names';

/** Always at hand at the lower edge: the rapporteur writes while somebody speaks, and Enter puts it down. */
export function JottingField() {
  const { live, drafts } = useRoundtable();
  const view = useView();
  const draft = drafts.of(draftNames.jotting);
  const id = useId();
  if (view.final_report !== null || !view.me.may.includes('jot.add')) return null;
  const save = () => {
    const text = draft.value.trim();
    if (text === '') return;
    live.send({ type: 'jot.add', data: { text } });
    draft.value = '';
  };
  const submit = (event: Event) => {
    event.preventDefault();
    save();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    save();
  };
  return (
    <form class="jotting-field" onSubmit={submit} data-testid="jotting-field">
      <label for={id}>
        {t('jot.label')} <span class="quiet small">{tiedTo(view)}</span>
      </label>
      <div class="jotting-row">
        <textarea
          id={id}
          rows={Math.min(6, draft.value.split('\n').length)}
          maxLength={characters.jotting}
          dir="auto"
          placeholder={t('jot.label')}
          value={draft.value}
          onInput={(event) => {
            draft.value = event.currentTarget.value;
          }}
          onKeyDown={pressed}
        />
        <button type="submit" class="button primary" aria-disabled={draft.value.trim() === ''}>
          {t('jot.save')}
        </button>
      </div>
    </form>
  );
}

/** What a note written now goes with. */
function tiedTo({ floor, questions, agenda }: View): string {
  const phase = agenda.phases.find((each) => each.phase === agenda.current);
  const what = [
    floor.turn === null ? '' : t('jot.turn', { name: floor.turn.name }),
    questions.on_screen === null ? '' : t('jot.question', { text: shortened(questions.on_screen.text) }),
    phase?.title ?? '',
  ].filter((each) => each !== '');
  return what.length === 0 ? t('jot.with_nothing') : t('jot.with', { what: list(what) });
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
