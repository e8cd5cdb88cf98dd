import type { Id } from '@/core/types';
import { t } from '@/text';
import { Button } from './Button';
import { useRoundtable } from './context';
import { editOf, newNote, stopEdit } from './note_edits';
import { Words } from './Words';

/** The point went away while somebody rewrote it: the words are still theirs. */
export function NoteOrphan({ note, canWrite }: { note: Id; canWrite: boolean }) {
  const { live, drafts } = useRoundtable();
  const { text, mark } = editOf(drafts, note);
  const add = () => {
    if (text.value.trim() !== '') live.send(newNote(text.value, mark.value, undefined));
    stopEdit(drafts, note);
  };
  return (
    <section class="conflict" aria-label={t('note.orphan')} data-testid={`orphan-${note}`}>
      <p role="alert">
        <strong>{t('note.orphan')}</strong>
      </p>
      <p>
        <Words class="note-text">{text.value}</Words>
      </p>
      <div class="row">
        {canWrite && <Button kind="primary" label={t('note.own_apart')} press={add} />}
        <Button label={t('note.discard')} press={() => stopEdit(drafts, note)} />
      </div>
    </section>
  );
}
