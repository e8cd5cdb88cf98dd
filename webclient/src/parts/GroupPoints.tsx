import type { NoteView } from '@/core/types';
import { t } from '@/text';
import { MarkChip } from './NoteMarks';
import { Words } from './Words';

/** The points of a group, to be read. */
export function GroupPoints({ notes }: { notes: readonly NoteView[] }) {
  if (notes.length === 0) return <p class="quiet small">{t('note.nothing')}</p>;
  return (
    <ol class="group-points">
      {notes.map((note) => (
        <li key={note.note}>
          <MarkChip mark={note.mark} /> <Words class="note-text">{note.text}</Words>
        </li>
      ))}
    </ol>
  );
}
