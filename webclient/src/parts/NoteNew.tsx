import { useContext, useId } from 'preact/hooks';
import { characters } from '@/core/limits';
import { t } from '@/text';
import { useRoundtable } from './context';
import { draftNames } from './draft_names';
import { MarkChoice } from './NoteMarks';
import { NotesGroup, newNote } from './note_edits';
import { Words } from './Words';

/** One point more. Enter puts it down; words stay on the device until they are. */
export function NoteNew() {
  const { live, drafts } = useRoundtable();
  const group = useContext(NotesGroup);
  const text = drafts.of(draftNames.noteNew);
  const mark = drafts.of(draftNames.noteNewMark);
  const id = useId();
  const add = () => {
    if (text.value.trim() === '') return;
    live.send(newNote(text.value, mark.value, group));
    text.value = mark.value = '';
  };
  const submit = (event: Event) => {
    event.preventDefault();
    add();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <form class="note-new" onSubmit={submit} data-testid="note-new">
      <Unsent />
      <label for={id}>{t('note.new')}</label>
      <textarea
        id={id}
        rows={Math.min(6, Math.max(2, text.value.split('\n').length))}
        maxLength={characters.note}
        dir="auto"
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
        }}
        onKeyDown={pressed}
      />
      <div class="split note-new-foot">
        <MarkChoice
          mark={mark.value}
          choose={(chosen) => {
            mark.value = chosen;
          }}
        />
        <button type="submit" class="button primary" aria-disabled={text.value.trim() === ''}>
          {t('note.add')}
        </button>
      </div>
    </form>
  );
}

/** What waits for the line is not lost, and not in the list yet. */
function Unsent() {
  const { live } = useRoundtable();
  const unsent = live.waiting.value.filter((waiting) => waiting.command.type === 'note.add');
  if (unsent.length === 0 || live.connection.value === 'live') return null;
  return (
    <ul class="plain-list small">
      {unsent.map((waiting) => (
        <li key={waiting.id}>
          <Words>{(waiting.command.data as { text: string }).text}</Words> <span class="quiet">{t('mine.unsent')}</span>
        </li>
      ))}
    </ul>
  );
}
