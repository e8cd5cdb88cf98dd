import { useContext, useEffect, useId, useRef, useState } from 'preact/hooks';
import { characters } from '@/core/limits';
import type { NoteView } from '@/core/types';
import { t } from '@/text';
import { Button } from './Button';
import { useRoundtable } from './context';
import { NoteConflict } from './NoteConflict';
import { MarkChoice } from './NoteMarks';
import { OrphanChoice } from './NoteOrphan';
import { editOf, markOf, rewrittenNote, stateOfEdit, stopEdit } from './note_edits';
import { RowGone } from './row_gone';

/** Rewriting a point. The field stays where it is and as it is, whatever others save meanwhile. */
export function NoteEditing({ note, focus }: { note: NoteView; focus: boolean }) {
  const { live, drafts } = useRoundtable();
  const [sent, setSent] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const { text, mark, base } = editOf(drafts, note.note);
  const isSending = sent !== null && live.waiting.value.some((entry) => entry.id === sent);
  const isRefused = sent !== null && live.notices.value.some((notice) => notice.key === sent);
  const state = stateOfEdit(note, { text: text.value, mark: mark.value, base: base.value }, isSending);
  const gone = useContext(RowGone);
  const isAccepted = sent !== null && !isSending && !isRefused;
  const isOver = state === 'saved' || isAccepted;
  // A draft found again after a reload does not take the page to itself.
  useEffect(() => {
    if (focus) field.current?.focus();
  }, []);
  useEffect(() => {
    if (isOver) stopEdit(drafts, note.note);
  }, [isOver]);
  useEffect(() => {
    if (isRefused) setSent(null);
  }, [isRefused]);
  const save = (revision: number) => {
    const words = text.value.trim();
    if (words === '' || isSending) return;
    if (words === note.text && markOf(mark.value) === note.mark) return stopEdit(drafts, note.note);
    base.value = String(revision);
    setSent(live.send(rewrittenNote({ note: note.note, revision }, words, mark.value)));
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (state !== 'conflict' && !gone) save(Number(base.value));
  };
  return (
    <li class="note" data-testid={`note-${note.note}`}>
      <form class="form" onSubmit={submit}>
        <label for={id}>{t('note.edit_label')}</label>
        <textarea
          id={id}
          ref={field}
          rows={Math.min(8, Math.max(2, text.value.split('\n').length))}
          maxLength={characters.note}
          dir="auto"
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
        {gone && <OrphanChoice note={note.note} canWrite />}
        {state === 'conflict' && !gone && <NoteConflict note={note} save={() => save(note.revision)} />}
        <MarkChoice
          mark={mark.value}
          choose={(chosen) => {
            mark.value = chosen;
          }}
        />
        {state !== 'conflict' && !gone && (
          <div class="row">
            <button type="submit" class="button primary" aria-disabled={isSending || text.value.trim() === ''}>
              {isSending ? t('button.sending') : t('button.save')}
            </button>
            <Button label={t('button.cancel')} press={() => stopEdit(drafts, note.note)} />
          </div>
        )}
      </form>
    </li>
  );
}
