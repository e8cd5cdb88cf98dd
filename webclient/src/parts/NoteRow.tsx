import { useEffect, useRef, useState } from 'preact/hooks';
import type { Id, NoteView } from '@/core/types';
import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { useRoundtable } from './context';
import { NoteEditing } from './NoteEditing';
import { MarkChip, MarkChoice } from './NoteMarks';
import { editOf, type MarkDraft, rewrittenNote, startEdit } from './note_edits';
import { Gone } from './StillList';
import { placesToMove } from './talks';
import { Words } from './Words';

interface Props {
  note: NoteView;
  order: readonly Id[];
  canWrite: boolean;
  moving: (order: string) => void;
}

/** One point: read it; rewrite it; or mark it, put it elsewhere, take it out. */
export function NoteRow({ note, order, canWrite, moving }: Props) {
  const { drafts } = useRoundtable();
  const [opened, setOpened] = useState(false);
  const about = note.text.split('\n', 1)[0] ?? '';
  const pressed = useRef(false);
  const row = useRef<HTMLLIElement>(null);
  const editing = editOf(drafts, note.note).base.value !== '' && canWrite;
  // Whoever wrote here goes on from here.
  useEffect(() => {
    if (editing || !pressed.current) return;
    pressed.current = false;
    if (document.activeElement === document.body) row.current?.querySelector('button')?.focus();
  }, [editing]);
  if (editing) return <NoteEditing note={note} focus={pressed.current} />;
  const edit = () => {
    pressed.current = true;
    startEdit(drafts, note);
  };
  return (
    <li ref={row} class="note" data-mark={note.mark} data-testid={`note-${note.note}`}>
      <p>
        <MarkChip mark={note.mark} /> <Words class="note-text">{note.text}</Words>
        <Gone />
        {note.by_name !== undefined && <span class="quiet small"> · {note.by_name}</span>}
      </p>
      {canWrite && (
        <div class="row note-acts">
          <Button label={t('button.edit')} about={about} press={edit} />
          <Button label={t('note.more')} about={about} expanded={opened} press={() => setOpened(!opened)} />
        </div>
      )}
      {canWrite && opened && <NoteChanges note={note} order={order} about={about} moving={moving} />}
    </li>
  );
}

interface ChangesProps extends Omit<Props, 'canWrite'> {
  about: string;
}

function NoteChanges({ note, order, about, moving }: ChangesProps) {
  const { live } = useRoundtable();
  const { up, down } = placesToMove(order, note.note);
  const index = order.indexOf(note.note);
  const moved = (to: number) => {
    const rest = order.filter((each) => each !== note.note);
    moving([...rest.slice(0, to), note.note, ...rest.slice(to)].join());
  };
  const choose = (mark: MarkDraft) => live.send(rewrittenNote(note, note.text, mark));
  return (
    <div class="row note-changes">
      <MarkChoice mark={note.mark ?? ''} choose={choose} about={about} />
      {up !== undefined && (
        <ActionButton
          command={{ type: 'note.move', data: { note: note.note, ...up } }}
          label={t('talk.up')}
          about={about}
          sent={() => moved(index - 1)}
        />
      )}
      {down !== undefined && (
        <ActionButton
          command={{ type: 'note.move', data: { note: note.note, ...down } }}
          label={t('talk.down')}
          about={about}
          sent={() => moved(index + 1)}
        />
      )}
      <ActionButton
        command={{ type: 'note.remove', data: { note: note.note } }}
        label={t('jot.remove')}
        kind="danger"
        about={about}
        confirm={() => window.confirm(t('note.remove_confirm'))}
      />
    </div>
  );
}
