import { useContext } from 'preact/hooks';
import type { Id } from '@/core/types';
import { t } from '@/text';
import { useRoundtable } from './context';
import { editOf, NotesGroup, newNote, stopEdit } from './note_edits';
import { Words } from './Words';

interface Props {
  note: Id;
  canWrite: boolean;
}

/** The point went away while somebody rewrote it: the words are still theirs. */
export function NoteOrphan({ note, canWrite }: Props) {
  const { drafts } = useRoundtable();
  return (
    <div data-testid={`orphan-${note}`}>
      <OrphanChoice note={note} canWrite={canWrite}>
        <p>
          <Words class="note-text">{editOf(drafts, note).text.value}</Words>
        </p>
      </OrphanChoice>
    </div>
  );
}

/** Not a part of the row's own buttons: those of a row that is gone cannot be pressed, these can. */
export function OrphanChoice({ note, canWrite, children }: Props & { children?: preact.ComponentChildren }) {
  const { live, drafts } = useRoundtable();
  const group = useContext(NotesGroup);
  const { text, mark } = editOf(drafts, note);
  const add = () => {
    if (text.value.trim() !== '') live.send(newNote(text.value, mark.value, group));
    stopEdit(drafts, note);
  };
  return (
    <section class="conflict" aria-label={t('note.orphan')}>
      <p role="alert">
        <strong>{t('note.orphan')}</strong>
      </p>
      {children}
      <div class="row">
        {canWrite && (
          <button type="button" class="button primary" onClick={add}>
            {t('note.own_apart')}
          </button>
        )}
        <button type="button" class="button plain" onClick={() => stopEdit(drafts, note)}>
          {t('note.discard')}
        </button>
      </div>
    </section>
  );
}
