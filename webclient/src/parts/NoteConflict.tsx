import { useContext } from 'preact/hooks';
import type { NoteView } from '@/core/types';
import { t } from '@/text';
import { Button } from './Button';
import { useRoundtable } from './context';
import { MarkChip } from './NoteMarks';
import { bothTexts, editOf, NotesGroup, newNote, stopEdit } from './note_edits';
import { Words } from './Words';

/** Two wrote at once: the other text stands below the own one, and a person decides. No choice loses words unseen. */
export function NoteConflict({ note, save }: { note: NoteView; save: () => void }) {
  const { live, drafts } = useRoundtable();
  const group = useContext(NotesGroup);
  const { text, mark, base } = editOf(drafts, note.note);
  const putTogether = () => {
    text.value = bothTexts(note.text, text.value);
    if (mark.value === '') mark.value = note.mark ?? '';
    base.value = String(note.revision);
  };
  const addOwn = () => {
    if (text.value.trim() !== '') live.send(newNote(text.value, mark.value, group));
    stopEdit(drafts, note.note);
  };
  return (
    <section class="conflict" aria-label={t('conflict.title')} data-testid={`conflict-${note.note}`}>
      <p role="alert">
        <strong>{t('conflict.title')}</strong>
      </p>
      <div>
        <h5>{t('conflict.theirs')}</h5>
        <p>
          <MarkChip mark={note.mark} /> <Words class="note-text">{note.text}</Words>
        </p>
      </div>
      <div class="row">
        <Button kind="primary" label={t('conflict.keep_both')} press={putTogether} />
        <Button label={t('conflict.keep_mine')} press={save} />
        <Button label={t('note.own_apart')} press={addOwn} />
        <Button label={t('conflict.take_theirs')} press={() => stopEdit(drafts, note.note)} />
      </div>
    </section>
  );
}
